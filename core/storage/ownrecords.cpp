// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/ownrecords.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// The latest of a record's stamps that this device gave; the column is "<stamp> field,field;<stamp> field".
std::optional<Stamp> latestOf(const QUuid& device, const QString& stamps)
{
    std::optional<Stamp> latest;
    for (const QString& group : stamps.split(u';')) {
        const auto stamp = Stamp::fromString(group.section(u' ', 0, 0));
        if (stamp && stamp->device == device && (!latest || *latest < *stamp))
            latest = stamp;
    }
    return latest;
}

/// What a device may say of a record.
QJsonObject sayableFields(const records::Entity& entity, const QJsonObject& fields)
{
    QJsonObject sayable;
    for (const records::Field& field : entity.fields)
        if (field.writer != records::Writer::ServerOnly && fields.contains(field.name))
            sayable.insert(field.name, fields[field.name]);
    if (entity.name == "message"_L1)
        sayable.insert(u"state"_s, u"waiting"_s);
    return sayable;
}

struct Found
{
    QUuid key;
    Stamp stamp;
};

Result<QList<Found>> unseen(Database& database, const records::Entity& entity, const QUuid& device)
{
    Statement query = database.statement(
        u"SELECT id, stamps FROM \"%1\" e WHERE instr(stamps, ?) > 0 AND NOT EXISTS (SELECT 1 FROM snapshot_seen s"
        " WHERE s.entity = ? AND s.key = e.id) AND NOT EXISTS (SELECT 1 FROM outgoing o WHERE o.entity = ?"
        " AND o.key = e.id) ORDER BY id"_s.arg(entity.name));
    const QString name = entity.name;
    HANDRAIL_TRY(query.bind(device.toString(QUuid::WithoutBraces)).bind(name).bind(name).run());
    QList<Found> found;
    while (query.next())
        if (const auto stamp = latestOf(device, query.text(1)))
            found.append({QUuid::fromString(query.text(0)), *stamp});
    HANDRAIL_TRY(query.readToEnd());
    return found;
}

} // namespace

Result<QList<Change>> ownUnseenRecords(Database& database, RecordTables& records, const QUuid& device, Ids& ids)
{
    QList<Change> changes;
    for (const records::Entity& entity : records::schema()) {
        if (entity.writer == records::Writer::ServerOnly)
            continue;
        const auto found = unseen(database, entity, device);
        if (!found)
            return found.error();
        for (const Found& one : *found) {
            const auto fields = records.read(entity, one.key);
            if (!fields)
                return fields.error();
            if (*fields)
                changes.append({.id = ChangeId(ids.next()),
                                .entity = entity.name,
                                .key = one.key,
                                .stamp = one.stamp,
                                .fields = sayableFields(entity, **fields)});
        }
    }
    return changes;
}

} // namespace handrail
