// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include <QFile>
#include <QJsonDocument>
#include <QTimeZone>

namespace handrail::tests {

/// A file of tests/data/vectors/, which an independent implementation wrote.
inline QJsonDocument readVectors(const QString& name)
{
    QFile file(QStringLiteral(HANDRAIL_TEST_DATA "/vectors/") + name);
    INFO(file.fileName());
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    REQUIRE_FALSE(document.isNull());
    return document;
}

inline QDateTime at(const char* iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toUTC();
}

} // namespace handrail::tests
