// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/snapshotsweep.h"

#include "core/domain/records/schema.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr int mostAtOnce = 2000;

/// For the index: everything about it changes.
QJsonObject everyField(const records::Entity& entity)
{
    QJsonObject fields;
    for (const records::Field& field : entity.fields)
        fields.insert(field.name, QJsonValue::Null);
    return fields;
}

} // namespace

Result<void> SnapshotSweep::begin()
{
    m_sweptTo.clear();
    return m_database.execute(u"DELETE FROM snapshot_seen WHERE entity <> ''"_s);
}

Result<void> SnapshotSweep::keep(const QList<Change>& records)
{
    QUuid last;
    for (const Change& change : records) {
        if (change.key == last)
            continue;
        last = change.key;
        Statement insert = m_database.statement(u"INSERT OR IGNORE INTO snapshot_seen (entity, key) VALUES (?, ?)"_s);
        HANDRAIL_TRY(insert.bind(change.entity).bind(change.key.toString(QUuid::WithoutBraces)).run());
    }
    return {};
}

Result<void> SnapshotSweep::compare(const QList<Change>& records, const QUuid& device)
{
    for (const Change& change : records) {
        const records::Entity* entity = records::findEntity(change.entity);
        if (entity == nullptr || entity->appendOnly)
            continue;
        const QString key = change.key.toString(QUuid::WithoutBraces);
        Statement query = m_database.statement(u"SELECT stamps FROM \"%1\" WHERE id = ?"_s.arg(entity->name));
        HANDRAIL_TRY(query.bind(key).run());
        const QString stamps = query.next() ? query.text(0) : QString();
        HANDRAIL_TRY(query.readToEnd());
        bool isBehind = false;
        QStringList stay;
        for (const QString& group : stamps.split(u';', Qt::SkipEmptyParts)) {
            const auto said = Stamp::fromString(group.section(u' ', 0, 0));
            QStringList fields = group.section(u' ', 1).split(u',');
            if (said && *said > change.stamp) {
                const auto isThere = [&](const QString& field) { return change.fields.contains(field); };
                if (said->device == device)
                    isBehind = isBehind || std::ranges::any_of(fields, isThere);
                else
                    fields.removeIf(isThere);
            }
            if (!fields.isEmpty())
                stay.append(group.section(u' ', 0, 0) + u' ' + fields.join(u','));
        }
        if (const QString left = stay.join(u';'); left != stamps) {
            Statement forget = m_database.statement(u"UPDATE \"%1\" SET stamps = ? WHERE id = ?"_s.arg(entity->name));
            HANDRAIL_TRY(forget.bind(left.isNull() ? u""_s : left).bind(key).run());
        }
        if (!isBehind)
            continue;
        Statement note = m_database.statement(u"INSERT OR IGNORE INTO snapshot_seen (entity, key) VALUES (?, ?)"_s);
        HANDRAIL_TRY(note.bind(behindMark(change.entity)).bind(key).run());
    }
    return {};
}

Result<void> SnapshotSweep::keepAcknowledged(const ChangeId& id)
{
    Statement insert = m_database.statement(
        u"INSERT OR IGNORE INTO snapshot_seen (entity, key) SELECT entity, key FROM outgoing WHERE id = ?"
        " AND EXISTS (SELECT 1 FROM fact WHERE name = 'snapshot' AND value <> '')"_s);
    return insert.bind(id.toString()).run();
}

Result<QStringList> SnapshotSweep::unseen(const records::Entity& entity, int limit)
{
    Statement query = m_database.statement(
        u"SELECT id FROM \"%1\" e WHERE id > ? AND NOT EXISTS (SELECT 1 FROM snapshot_seen s WHERE s.entity = ?"
        " AND s.key = e.id) ORDER BY id LIMIT ?"_s.arg(entity.name));
    HANDRAIL_TRY(query.bind(m_sweptTo.value(entity.name, u""_s)).bind(QString(entity.name)).bind(limit).run());
    QStringList ids;
    while (query.next())
        ids.append(query.text(0));
    HANDRAIL_TRY(query.readToEnd());
    return ids;
}

Result<void> SnapshotSweep::remove(const records::Entity& entity, const QString& id)
{
    const QUuid key = QUuid::fromString(id);
    HANDRAIL_TRY(m_index.aboutToChange(entity, key));
    Statement gone = m_database.statement(u"DELETE FROM \"%1\" WHERE id = ?"_s.arg(entity.name));
    HANDRAIL_TRY(gone.bind(id).run());
    return m_index.touched(entity, key, everyField(entity));
}

Result<int> SnapshotSweep::removeSome()
{
    // What was made here and waits for the server is nobody else's to take away.
    HANDRAIL_TRY(m_database.execute(u"INSERT OR IGNORE INTO snapshot_seen (entity, key)"
                                    " SELECT entity, key FROM outgoing WHERE refused IS NULL"_s));
    int removed = 0;
    // Children before parents: a client's list entry is made anew only once.
    for (auto entity = records::schema().rbegin(); entity != records::schema().rend() && removed < mostAtOnce; ++entity) {
        const auto ids = unseen(*entity, mostAtOnce - removed);
        if (!ids)
            return ids.error();
        for (const QString& id : *ids)
            HANDRAIL_TRY(remove(*entity, id));
        if (!ids->isEmpty())
            m_sweptTo[entity->name] = ids->last();
        removed += int(ids->size());
    }
    return removed;
}

/// A draft's name ends with the id of the record that it is about, unless that is new.
Result<void> SnapshotSweep::removeDrafts()
{
    return m_database.execute(
        uR"(DELETE FROM draft WHERE length(name) > 36 AND substr(name, -36) GLOB '????????-????-????-????-????????????'
            AND NOT EXISTS (SELECT 1 FROM client WHERE id = substr(name, -36))
            AND NOT EXISTS (SELECT 1 FROM referral WHERE id = substr(name, -36))
            AND NOT EXISTS (SELECT 1 FROM reply WHERE id = substr(name, -36))
            AND NOT EXISTS (SELECT 1 FROM message WHERE id = substr(name, -36))
            AND NOT EXISTS (SELECT 1 FROM share WHERE id = substr(name, -36))
            AND NOT EXISTS (SELECT 1 FROM resource_site WHERE id = substr(name, -36)))"_s);
}

Result<void> SnapshotSweep::end()
{
    HANDRAIL_TRY(m_database.execute(u"DELETE FROM snapshot_seen"_s));
    m_sweptTo.clear();
    HANDRAIL_TRY(removeDrafts());
    HANDRAIL_TRY(m_database.execute(
        u"DELETE FROM new_activity WHERE NOT EXISTS (SELECT 1 FROM activity a WHERE a.id = new_activity.id)"_s));
    return m_database.execute(
        u"DELETE FROM set_aside WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.id = set_aside.id)"
        " AND NOT EXISTS (SELECT 1 FROM referral r WHERE r.id = set_aside.id)"_s);
}

} // namespace handrail
