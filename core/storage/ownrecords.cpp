// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/ownrecords.h"

#include "core/storage/snapshotsweep.h"

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// Of a record's stamps those that this device gave, earliest first, with their fields; the column is
/// "<stamp> field,field;<stamp> field".
std::map<Stamp, QStringList> givenBy(const QUuid& device, const QString& stamps)
{
    std::map<Stamp, QStringList> given;
    for (const QString& group : stamps.split(u';', Qt::SkipEmptyParts)) {
        const auto stamp = Stamp::fromString(group.section(u' ', 0, 0));
        if (stamp && stamp->device == device)
            given[*stamp] = group.section(u' ', 1).split(u',');
    }
    return given;
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
    std::map<Stamp, QStringList> given;
};

Result<QList<Found>> find(Database& database, const records::Entity& entity, const QUuid& device, const QString& which, const QString& mark)
{
    Statement query = database.statement(
        u"SELECT id, stamps FROM \"%1\" e WHERE instr(stamps, ?) > 0 AND %2 (SELECT 1 FROM snapshot_seen s"
        " WHERE s.entity = ? AND s.key = e.id) AND NOT EXISTS (SELECT 1 FROM outgoing o WHERE o.entity = ?"
        " AND o.key = e.id) ORDER BY id"_s.arg(entity.name, which));
    HANDRAIL_TRY(query.bind(device.toString(QUuid::WithoutBraces)).bind(mark).bind(QString(entity.name)).run());
    QList<Found> found;
    while (query.next())
        if (auto given = givenBy(device, query.text(1)); !given.empty())
            found.append({QUuid::fromString(query.text(0)), std::move(given)});
    HANDRAIL_TRY(query.readToEnd());
    return found;
}

/// What a device may call off, it may say again that it did.
bool isCallingOff(const records::Entity& entity, const QString& field, const QJsonObject& fields)
{
    return entity.name == "message"_L1 && fields[u"state"] == u"canceled"_s &&
           (field == "state"_L1 || field == "reason"_L1 || field == "state_at"_L1);
}

/// What this device said of it, each word with its own stamp, from `first` on.
QList<Change> words(const records::Entity& entity, const Found& one, const QJsonObject& fields, Ids& ids, std::map<Stamp, QStringList>::const_iterator first)
{
    QList<Change> changes;
    for (; first != one.given.cend(); ++first) {
        QJsonObject said;
        for (const QString& name : first->second)
            if (const records::Field* field = entity.field(name);
                field != nullptr && (field->writer != records::Writer::ServerOnly || isCallingOff(entity, name, fields)))
                said.insert(name, fields[name]);
        if (!said.isEmpty())
            changes.append({.id = ChangeId(ids.next()), .entity = entity.name, .key = one.key, .stamp = first->first, .fields = said});
    }
    return changes;
}

/// The whole record under the latest stamp; a message as it was made, and what was said of it later.
QList<Change> whole(const records::Entity& entity, const Found& one, const QJsonObject& fields, Ids& ids)
{
    const bool isMessage = entity.name == "message"_L1;
    const auto made = one.given.cbegin();
    QList<Change> changes{{.id = ChangeId(ids.next()),
                           .entity = entity.name,
                           .key = one.key,
                           .stamp = isMessage ? made->first : one.given.crbegin()->first,
                           .fields = sayableFields(entity, fields)}};
    if (isMessage)
        changes += words(entity, one, fields, ids, std::next(made));
    return changes;
}

} // namespace

Result<QList<Change>> ownUnseenRecords(Database& database, RecordTables& records, const QUuid& device, Ids& ids)
{
    QList<Change> changes;
    for (const records::Entity& entity : records::schema()) {
        if (entity.writer == records::Writer::ServerOnly)
            continue;
        const auto lost = find(database, entity, device, u"NOT EXISTS"_s, entity.name);
        const auto behind = find(database, entity, device, u"EXISTS"_s, SnapshotSweep::behindMark(entity.name));
        if (!lost || !behind)
            return !lost ? lost.error() : behind.error();
        for (const bool isWhole : {true, false})
            for (const Found& one : isWhole ? *lost : *behind) {
                const auto fields = records.read(entity, one.key);
                if (!fields)
                    return fields.error();
                if (*fields)
                    changes += isWhole ? whole(entity, one, **fields, ids) : words(entity, one, **fields, ids, one.given.cbegin());
            }
    }
    return changes;
}

} // namespace handrail
