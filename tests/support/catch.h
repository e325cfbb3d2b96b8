// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Catch2 2.13 (Debian 12) and 3.x (Ubuntu 24.04) differ in the name of their header, not in what our tests use.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include "core/domain/result.h"

#include <QDateTime>
#include <QString>
#include <QUuid>
#include <ostream>

/// Failures print Qt's values as text. Qt 6.4 declares no stream operator for them, so these are the only ones.
inline std::ostream& operator<<(std::ostream& out, const QString& text)
{
    return out << '"' << text.toStdString() << '"';
}
inline std::ostream& operator<<(std::ostream& out, const QByteArray& bytes)
{
    return out << '"' << bytes.toStdString() << '"';
}
inline std::ostream& operator<<(std::ostream& out, const QDateTime& at)
{
    return out << at.toString(Qt::ISODateWithMs).toStdString();
}
inline std::ostream& operator<<(std::ostream& out, const QUuid& id)
{
    return out << id.toString(QUuid::WithoutBraces).toStdString();
}
namespace handrail {
inline std::ostream& operator<<(std::ostream& out, const Error& error)
{
    return out << "Error " << int(error.code) << ": " << error.sentence.toStdString();
}
} // namespace handrail

/// The value of a Result, or the test fails with the error's sentence.
template <typename T>
T mustHave(handrail::Result<T> result)
{
    if (!result.ok())
        FAIL(result.error());
    return std::move(result).value();
}
inline void mustWork(const handrail::Result<void>& result)
{
    if (!result.ok())
        FAIL(result.error());
}
