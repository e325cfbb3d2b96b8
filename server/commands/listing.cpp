// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/listing.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <algorithm>
#include <iostream>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

QString cellOf(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? u"yes"_s : u"no"_s;
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

} // namespace

void Listing::print(bool asJson) const
{
    if (asJson) {
        std::cout << QJsonDocument(m_rows).toJson().toStdString();
        return;
    }
    if (m_rows.isEmpty())
        return;
    QList<QStringList> lines{m_columns};
    for (QString& title : lines.first())
        title = title.toUpper();
    for (const QJsonValue& row : m_rows) {
        QStringList cells;
        for (const QString& column : m_columns)
            cells.append(cellOf(row[column]));
        lines.append(cells);
    }
    QList<qsizetype> widths(m_columns.size(), 0);
    for (const QStringList& line : std::as_const(lines))
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], line[i].size());
    for (const QStringList& line : std::as_const(lines)) {
        QString text;
        for (qsizetype i = 0; i < line.size(); ++i)
            text += line[i].leftJustified(i + 1 < line.size() ? widths[i] + 2 : 0);
        say(text);
    }
}

void jsonFlag(CLI::App* command, bool& asJson)
{
    command->add_flag("--json", asJson, "Print JSON for programs");
}

void sayJson(const QJsonObject& object)
{
    std::cout << QJsonDocument(object).toJson().toStdString();
}

QJsonValue jsonTime(const QDateTime& at)
{
    return at.isValid() ? QJsonValue(at.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

Result<QDateTime> timeOf(const QString& text)
{
    if (text.isEmpty())
        return QDateTime();
    const QDate day = QDate::fromString(text, Qt::ISODate);
    QDateTime at = text.size() == 10 ? day.startOfDay(Qt::UTC) : QDateTime::fromString(text, Qt::ISODate);
    if (!at.isValid())
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("ServerCommands", "“%1” is no time; write 2026-07-01 or "
                                                                   "2026-07-01T12:30:00Z (UTC).")
                         .arg(text)};
    if (at.timeSpec() == Qt::LocalTime)
        at.setTimeSpec(Qt::UTC);
    return at;
}

} // namespace handrail::server
