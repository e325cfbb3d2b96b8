// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/recordtables.h"

#include "core/domain/records/columns.h"

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

using records::Entity;
using records::Field;

namespace {

QString quoted(QLatin1String name)
{
    return u'"' + QString(name) + u'"';
}

/// Field name -> stamp, as the column `stamps` keeps it: "<stamp> field,field;<stamp> field".
using FieldStamps = std::map<QString, QString>;

FieldStamps parseStamps(const QString& text)
{
    FieldStamps stamps;
    for (const QString& group : text.split(u';', Qt::SkipEmptyParts)) {
        const qsizetype blank = group.indexOf(u' ');
        for (const QString& field : group.mid(blank + 1).split(u','))
            stamps[field] = group.left(blank);
    }
    return stamps;
}

QString formatStamps(const FieldStamps& stamps)
{
    std::map<QString, QStringList> groups;
    for (const auto& [field, stamp] : stamps)
        groups[stamp].append(field);
    QStringList all;
    for (const auto& [stamp, fields] : groups)
        all.append(stamp + u' ' + fields.join(u','));
    return all.join(u';');
}

QJsonObject knownFields(const Entity& entity, const QJsonObject& fields)
{
    QJsonObject known;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        if (entity.field(it.key()) != nullptr)
            known.insert(it.key(), it.value());
    return known;
}

} // namespace

const Entity& entityNamed(const char* name)
{
    const Entity* entity = records::findEntity(QString::fromLatin1(name));
    Q_ASSERT(entity != nullptr);
    return *entity;
}

QString columnList(const Entity& entity, const QString& alias)
{
    const QString before = alias.isEmpty() ? QString() : alias + u'.';
    QStringList columns = {before + u"id"_s};
    for (const Field& field : entity.fields)
        columns.append(before + quoted(field.name));
    return columns.join(u", "_s);
}

std::optional<RecordTables::Row> rowFrom(const Entity& entity, const Statement& row, int first)
{
    RecordTables::Row read{QUuid::fromString(row.text(first)), {}};
    for (const Field& field : entity.fields) {
        const QJsonValue value = fromColumn(field, row.value(++first));
        if (field.required && value.isNull())
            return std::nullopt;
        read.fields.insert(field.name, value);
    }
    return read;
}

RecordTables::RecordTables(Database& database)
    : m_database(database)
{
}

Result<bool> RecordTables::exists(const Entity& entity, const QUuid& key)
{
    Statement query = m_database.statement(u"SELECT 1 FROM %1 WHERE id = ?"_s.arg(quoted(entity.name)));
    HANDRAIL_TRY(query.bind(key.toString(QUuid::WithoutBraces)).run());
    const bool found = query.next();
    HANDRAIL_TRY(query.readToEnd());
    return found;
}

Result<std::optional<Stamp>> RecordTables::latestStamp(const Entity& entity, const QUuid& key)
{
    Statement query = m_database.statement(u"SELECT stamps FROM %1 WHERE id = ?"_s.arg(quoted(entity.name)));
    HANDRAIL_TRY(query.bind(key.toString(QUuid::WithoutBraces)).run());
    QString latest;
    if (query.next())
        for (const auto& [field, stamp] : parseStamps(query.text(0)))
            latest = std::max(latest, stamp); // as text they sort as they do as values
    HANDRAIL_TRY(query.readToEnd());
    return Stamp::fromString(latest);
}

Result<bool> RecordTables::apply(const Entity& entity, const QUuid& key, const QJsonObject& fields, const Stamp& stamp)
{
    bool isNew = true;
    FieldStamps stamps;
    {
        Statement query = m_database.statement(u"SELECT stamps FROM %1 WHERE id = ?"_s.arg(quoted(entity.name)));
        HANDRAIL_TRY(query.bind(key.toString(QUuid::WithoutBraces)).run());
        if (query.next()) {
            isNew = false;
            stamps = parseStamps(query.text(0));
        }
        HANDRAIL_TRY(query.readToEnd());
    }

    const QString incoming = stamp.toString();
    QJsonObject winners = knownFields(entity, fields);
    if (entity.appendOnly) {
        // All fields of such a record have one stamp. The earliest wins, so that the order of arrival doesn't matter.
        if (!isNew && (stamps.empty() || stamps.begin()->second <= incoming))
            return false;
        for (const Field& field : entity.fields)
            if (!winners.contains(field.name))
                winners.insert(field.name, QJsonValue::Null);
        HANDRAIL_TRY(write(entity, key, winners, incoming + u" *"_s, isNew));
        return true;
    }
    for (const QString& name : winners.keys()) {
        const auto current = stamps.find(name);
        const auto currentStamp = current == stamps.end() ? std::nullopt : Stamp::fromString(current->second);
        if (replaces(stamp, currentStamp))
            stamps[name] = incoming;
        else
            winners.remove(name);
    }
    if (winners.isEmpty())
        return false;
    HANDRAIL_TRY(write(entity, key, winners, formatStamps(stamps), isNew));
    return true;
}

Result<void> RecordTables::write(const Entity& entity, const QUuid& key, const QJsonObject& fields,
                                 const QString& stamps, bool isNew)
{
    QStringList columns;
    QVariantList values;
    for (const Field& field : entity.fields) {
        if (!fields.contains(field.name))
            continue;
        columns.append(quoted(field.name));
        values.append(toColumn(field, fields.value(field.name)));
    }
    columns.append(u"stamps"_s);
    values.append(stamps);
    const QString marks = QStringList(columns.size(), u"?"_s).join(u", "_s);
    const QString sql =
        isNew ? u"INSERT INTO %1 (%2, id) VALUES (%3, ?)"_s.arg(quoted(entity.name), columns.join(u", "_s), marks)
              : u"UPDATE %1 SET %2 = ? WHERE id = ?"_s.arg(quoted(entity.name), columns.join(u" = ?, "_s));
    Statement query = m_database.statement(sql);
    for (const QVariant& value : std::as_const(values))
        query.bind(value);
    return query.bind(key.toString(QUuid::WithoutBraces)).run();
}

Result<std::optional<QJsonObject>> RecordTables::read(const Entity& entity, const QUuid& key)
{
    const auto rows = select(entity, u"WHERE id = ?"_s, {key.toString(QUuid::WithoutBraces)});
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? std::nullopt : std::optional(rows->first().fields);
}

Result<QList<RecordTables::Row>> RecordTables::select(const Entity& entity, const QString& rest,
                                                      const QVariantList& values)
{
    Statement query = m_database.statement(
        u"SELECT %1 FROM %2 %3"_s.arg(columnList(entity, quoted(entity.name)), quoted(entity.name), rest));
    for (const QVariant& value : values)
        query.bind(value);
    HANDRAIL_TRY(query.run());
    QList<Row> rows;
    while (query.next())
        if (auto row = rowFrom(entity, query))
            rows.append(std::move(*row));
    HANDRAIL_TRY(query.readToEnd());
    return rows;
}

} // namespace handrail
