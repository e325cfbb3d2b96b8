// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/fieldreader.h"

#include <QCoreApplication>
#include <cmath>

namespace handrail::protocol {

namespace {

constexpr qint64 largestInteger = 9007199254740992;
constexpr qint64 lastInstantMs = 253402300799999; // 9999-12-31T23:59:59.999Z

} // namespace

void FieldReader::fail(QLatin1String name)
{
    fail(Error{m_code, QCoreApplication::translate(
                           "Wire", "A message between Handrail programs can't be read: its field %1 is not as it "
                                   "should be.")
                           .arg(QString(name))});
}

void FieldReader::fail(const Error& error)
{
    if (!m_error)
        m_error = Error{m_code, error.sentence};
}

QString FieldReader::text(QLatin1String name, qsizetype maxLength)
{
    const QString text = optionalText(name, maxLength);
    if (text.isEmpty())
        fail(name);
    return text;
}

QString FieldReader::optionalText(QLatin1String name, qsizetype maxLength)
{
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined())
        return {};
    const QString text = value.toString();
    if (value.isString() && text.size() <= maxLength && text.isValidUtf16() && !text.contains(QChar(u'\0')))
        return text;
    fail(name);
    return {};
}

QUuid FieldReader::uuid(QLatin1String name)
{
    const QString text = m_object.value(name).toString();
    const QUuid id = text.size() == 36 ? QUuid::fromString(text) : QUuid();
    if (id.isNull())
        fail(name);
    return id;
}

qint64 FieldReader::integer(QLatin1String name, qint64 least)
{
    const QJsonValue value = m_object.value(name);
    const double number = value.toDouble();
    if (value.isDouble() && std::floor(number) == number && std::abs(number) <= double(largestInteger) &&
        value.toInteger() >= least)
        return value.toInteger();
    fail(name);
    return least;
}

bool FieldReader::flag(QLatin1String name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isBool())
        fail(name);
    return value.toBool();
}

QDateTime FieldReader::instant(QLatin1String name)
{
    const qint64 ms = integer(name, 0);
    if (ms > lastInstantMs)
        fail(name);
    return QDateTime::fromMSecsSinceEpoch(qMin(ms, lastInstantMs), Qt::UTC);
}

QJsonObject FieldReader::object(QLatin1String name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isObject())
        fail(name);
    return value.toObject();
}

QList<QJsonObject> FieldReader::objects(QLatin1String name, qsizetype most)
{
    const QJsonValue value = m_object.value(name);
    const QJsonArray array = value.toArray();
    QList<QJsonObject> all;
    if (!value.isArray() || array.size() > most) {
        fail(name);
        return all;
    }
    all.reserve(array.size());
    for (const QJsonValue& item : array) {
        if (!item.isObject())
            fail(name);
        all.append(item.toObject());
    }
    return all;
}

} // namespace handrail::protocol
