// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QLatin1String>
#include <QUuid>
#include <optional>

namespace handrail::protocol {

/// Reads the fields of a message one by one and remembers the first that can't be right, so that a reader is a list of
/// lines. Fields that it does not know are left alone: a newer peer may say more.
class FieldReader
{
public:
    /// `code`: what a failure is - InvalidInput for a request, ServerTrouble for an answer.
    FieldReader(const QJsonObject& object, ErrorCode code)
        : m_object(object)
        , m_code(code)
    {
    }

    /// At least one and at most `maxLength` characters of valid UTF-16, none of them U+0000.
    QString text(QLatin1String name, qsizetype maxLength);
    /// The same, but may be empty or missing.
    QString optionalText(QLatin1String name, qsizetype maxLength);
    /// A UUID of 36 characters; null where it failed.
    QUuid uuid(QLatin1String name);
    /// A whole number, at most 2^53 either way: beyond it JSON numbers lose digits on the way through other programs.
    qint64 integer(QLatin1String name, qint64 least);
    bool flag(QLatin1String name);
    /// UTC; from 1970 to 9999.
    QDateTime instant(QLatin1String name);
    QJsonObject object(QLatin1String name);
    /// At most `most` objects.
    QList<QJsonObject> objects(QLatin1String name, qsizetype most);
    [[nodiscard]] bool has(QLatin1String name) const { return m_object.contains(name); }

    void fail(QLatin1String name);
    /// A message within the message could not be read.
    void fail(const Error& error);
    [[nodiscard]] bool failed() const { return m_error.has_value(); }
    [[nodiscard]] Error error() const { return *m_error; }

    template <typename T>
    Result<T> done(T value) const
    {
        if (failed())
            return error();
        return value;
    }

private:
    const QJsonObject& m_object;
    ErrorCode m_code;
    std::optional<Error> m_error;
};

} // namespace handrail::protocol
