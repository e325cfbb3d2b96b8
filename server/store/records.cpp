// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/records.h"

#include "core/domain/records/codec.h"
#include "core/domain/records/columns.h"
#include "server/store/carekeeper.h"
#include "server/store/journal.h"
#include "server/store/sessions.h"
#include "server/store/sight.h"
#include "server/store/workmeter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

using records::Entity;
using records::Field;

Error unknownEntity()
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("ServerStore", "A record of an unknown kind was refused.")};
}

Error damaged(const char* where)
{
    return {ErrorCode::StorageTrouble,
            QCoreApplication::translate("ServerStore", "The server's database has an unreadable row in %1.")
                .arg(QLatin1String(where))};
}

QString quoted(QLatin1String name)
{
    return u'"' + name + u'"';
}

QString columnsOf(const Entity& entity)
{
    QStringList names{u"id"_s};
    for (const Field& field : entity.fields)
        names.append(quoted(field.name));
    names.append(u"field_stamps"_s);
    return names.join(u", "_s);
}

/// "SELECT ... FROM ... WHERE agency_id = ? AND ".
const QString& readingOf(const Entity& entity)
{
    static const QHash<const Entity*, QString> all = [] {
        QHash<const Entity*, QString> made;
        for (const Entity& each : records::schema())
            made.insert(&each, u"SELECT %1 FROM %2 WHERE agency_id = ? AND "_s.arg(columnsOf(each), quoted(each.name)));
        return made;
    }();
    return *all.constFind(&entity);
}

QJsonObject fieldsOf(const Entity& entity, const Rows& row)
{
    QJsonObject fields;
    for (size_t i = 0; i < entity.fields.size(); ++i)
        if (const QVariant value = row.value(int(i) + 1); !value.isNull())
            fields.insert(entity.fields[i].name, fromColumn(entity.fields[i], value));
    return fields;
}

QString packed(const QHash<QString, Stamp>& stamps)
{
    QMap<QString, QStringList> byStamp;
    for (auto it = stamps.begin(); it != stamps.end(); ++it)
        byStamp[it.value().toString()].append(it.key());
    QJsonObject object;
    for (auto it = byStamp.begin(); it != byStamp.end(); ++it) {
        it.value().sort();
        object.insert(it.key(), QJsonArray::fromStringList(it.value()));
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<QHash<QString, Stamp>> unpacked(const QString& text)
{
    QHash<QString, Stamp> stamps;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const auto stamp = Stamp::fromString(it.key());
        if (!stamp)
            return std::nullopt;
        for (const QJsonValue& name : it.value().toArray())
            stamps.insert(name.toString(), *stamp);
    }
    return stamps;
}

QString compact(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<Change> changeOf(const Rows& row)
{
    const auto id = ChangeId::fromString(row.value(1).toString());
    const auto stamp = Stamp::fromString(row.value(4).toString());
    const QUuid key = QUuid::fromString(row.value(3).toString());
    const QJsonDocument fields = QJsonDocument::fromJson(row.value(5).toString().toUtf8());
    if (!id || !stamp || key.isNull() || !fields.isObject())
        return std::nullopt;
    return Change{*id, row.value(2).toString(), key, *stamp, fields.object(), row.value(0).toLongLong()};
}

} // namespace

QVariant bound(const QUuid& id)
{
    return id.isNull() ? QVariant() : QVariant(id.toString(QUuid::WithoutBraces));
}

QVariant bound(const QDateTime& at)
{
    return at.isValid() ? QVariant(at.toMSecsSinceEpoch()) : QVariant();
}

Result<std::optional<QJsonObject>> RecordReader::find(QStringView entityName, const QUuid& key)
{
    if (m_ahead->isOn) {
        const Entity* entity = records::findEntity(entityName);
        if (entity == nullptr)
            return unknownEntity();
        const auto known = stored(*entity, key);
        if (!known)
            return known.error();
        return *known ? std::optional((*known)->fields) : std::nullopt;
    }
    auto found = select(entityName, u"id = ?"_s, {bound(key)});
    if (!found)
        return found.error();
    return found->isEmpty() ? std::nullopt : std::optional(found->first().fields);
}

Result<QList<Record>> RecordReader::select(QStringView entityName, const QString& condition, const QVariantList& values)
{
    const Entity* entity = records::findEntity(entityName);
    if (entity == nullptr)
        return unknownEntity();
    auto rows = m_db.query(readingOf(*entity) + condition, QVariantList{bound(m_agency)} + values);
    if (!rows)
        return rows.error();
    QList<Record> all;
    while (rows->next())
        all.append({QUuid::fromString(rows->value(0).toString()), fieldsOf(*entity, *rows)});
    return all;
}

Result<QList<Change>> RecordReader::changesSince(qint64 seq, int limit, qint64 maxBytes)
{
    auto rows = m_db.query(u"SELECT seq, change_id, entity, record_id, stamp, fields FROM change_log"
                           " WHERE agency_id = ? AND seq > ? ORDER BY seq LIMIT ?"_s,
                           {bound(m_agency), seq, limit});
    if (!rows)
        return rows.error();
    QList<Change> changes;
    for (qint64 bytes = 0; bytes < maxBytes && rows->next();) {
        const auto change = changeOf(*rows);
        if (!change)
            return damaged("change_log");
        bytes += rows->value(5).toString().size();
        changes.append(*change);
    }
    return changes;
}

Result<RecordReader::SeenChanges> RecordReader::changesSeenSince(const Viewer& viewer, qint64 seq, int limit,
                                                                 qint64 maxBytes)
{
    constexpr qint64 mostLookedAt = 20000;
    const auto last = lastSeq();
    if (!last)
        return last.error();
    const qint64 end = std::min(*last, seq + mostLookedAt);
    const Condition seen = seenBy(viewer, u"l.agency_id"_s, u"l.owner_id"_s);
    auto rows = m_db.query(u"SELECT l.seq, l.change_id, l.entity, l.record_id, l.stamp, l.fields FROM change_log l"
                           " WHERE l.agency_id = ? AND l.seq > ? AND l.seq <= ? AND "_s +
                               seen.sql + u" ORDER BY l.seq LIMIT ?"_s,
                           QVariantList{bound(m_agency), seq, end} + seen.values + QVariantList{limit});
    if (!rows)
        return rows.error();
    SeenChanges page;
    qint64 bytes = 0;
    while (bytes < maxBytes && rows->next()) {
        const auto change = changeOf(*rows);
        if (!change)
            return damaged("change_log");
        bytes += rows->value(5).toString().size();
        page.changes.append(*change);
    }
    const bool isFull = page.changes.size() == limit || bytes >= maxBytes;
    page.next = isFull ? page.changes.last().seq : std::max(seq, end);
    page.more = page.next < *last;
    return page;
}

Result<QList<QList<Change>>> RecordReader::statesOf(QStringView entityName, const QStringList& ids)
{
    const Entity* entity = records::findEntity(entityName);
    if (entity == nullptr)
        return unknownEntity();
    QVariantList values{bound(m_agency)};
    for (const QString& id : ids)
        values.append(id);
    auto rows = m_db.query(u"SELECT %1 FROM %2 WHERE agency_id = ? AND id IN (%3)"_s.arg(
                               columnsOf(*entity), quoted(entity->name), QStringList(ids.size(), u"?"_s).join(u", "_s)),
                           values);
    if (!rows)
        return rows.error();
    QHash<QString, QList<Change>> found;
    while (rows->next()) {
        const QJsonObject fields = fieldsOf(*entity, *rows);
        const auto stamps = unpacked(rows->value(int(entity->fields.size()) + 1).toString());
        const QUuid key = QUuid::fromString(rows->value(0).toString());
        if (!stamps || key.isNull())
            return damaged("field_stamps");
        QMap<QString, Change> byStamp;
        for (auto it = stamps->begin(); it != stamps->end(); ++it) {
            auto change = byStamp.find(it->toString());
            if (change == byStamp.end())
                change = byStamp.insert(it->toString(), {ChangeId(key), entity->name, key, *it, {}});
            const QJsonValue value = fields[it.key()];
            change->fields.insert(it.key(), value.isUndefined() ? QJsonValue::Null : value);
        }
        found.insert(rows->value(0).toString(), byStamp.values());
    }
    QList<QList<Change>> states;
    for (const QString& id : ids)
        if (const auto state = found.constFind(id); state != found.cend())
            states.append(*state);
    return states;
}

Result<std::optional<RecordReader::Stored>> RecordReader::stored(const Entity& entity, const QUuid& key)
{
    if (m_ahead->isOn)
        if (const auto known = m_ahead->records.constFind({&entity, key}); known != m_ahead->records.cend())
            return *known;
    auto row = m_db.query(readingOf(entity) + u"id = ?"_s, {bound(m_agency), bound(key)});
    if (!row)
        return row.error();
    std::optional<Stored> found;
    if (row->next()) {
        const auto stamps = unpacked(row->value(int(entity.fields.size()) + 1).toString());
        if (!stamps)
            return damaged("field_stamps");
        found = Stored{fieldsOf(entity, *row), *stamps};
    }
    if (m_ahead->isOn)
        m_ahead->records.insert({&entity, key}, found);
    return found;
}

Result<std::optional<qint64>> RecordReader::seqOf(const ChangeId& change)
{
    if (m_ahead->isOn)
        if (const auto known = m_ahead->seqs.constFind(change); known != m_ahead->seqs.cend())
            return *known;
    auto row = m_db.query(u"SELECT seq FROM change_log WHERE agency_id = ? AND change_id = ?"_s,
                          {bound(m_agency), bound(change)});
    if (!row)
        return row.error();
    return row->next() ? std::optional(row->value(0).toLongLong()) : std::nullopt;
}

Result<qint64> RecordReader::lastSeq()
{
    auto row = m_db.query(u"SELECT last_seq FROM agency_counter WHERE agency_id = ?"_s, {bound(m_agency)});
    if (!row)
        return row.error();
    return row->next() ? row->value(0).toLongLong() : 0;
}

Records::Records(Database& db, const AgencyId& agency, const Environment& environment)
    : RecordReader(db, agency)
    , m_environment(environment)
    , m_care(std::make_shared<CareKeeper>(*this))
{
}

Result<Records> Records::lock(Database& db, const AgencyId& agency, const Environment& environment)
{
    if (!db.inTransaction())
        return Error{ErrorCode::Internal, u"Records::lock() outside a transaction"_s};
    auto row = db.query(u"SELECT last_seq, last_stamp FROM agency_counter WHERE agency_id = ?"_s + db.forUpdate(),
                        {bound(agency)});
    if (!row)
        return row.error();
    if (!row->next())
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("ServerStore", "There is no such agency on this server.")};
    const auto last = Stamp::fromString(row->value(1).toString());
    if (!last)
        return damaged("agency_counter");
    Records records(db, agency, environment);
    records.m_last = *last;
    records.m_lastSeq = row->value(0).toLongLong();
    return records;
}

Result<void> Records::save(const Entity& entity, const QUuid& key, const QJsonObject& fields,
                           const QHash<QString, Stamp>& stamps, bool isNew)
{
    QStringList names{u"field_stamps"_s};
    QVariantList values{packed(stamps)};
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const Field* field = entity.field(it.key());
        names.append(quoted(field->name));
        values.append(toColumn(*field, it.value()));
    }
    values.append(bound(m_agency));
    values.append(bound(key));
    if (isNew) {
        m_db.insertLater(entity.name, names.join(u", "_s) + u", agency_id, id"_s, values);
    } else {
        const auto saved = m_db.query(u"UPDATE %1 SET %2 = ? WHERE agency_id = ? AND id = ?"_s.arg(
                                          quoted(entity.name), names.join(u" = ?, "_s)),
                                      values);
        if (!saved)
            return saved.error();
    }
    remember(entity, key, fields, stamps);
    // Whoever disables a user, a command or an administrator: their devices are out in the same transaction.
    if (entity.name == "user"_L1 && fields[u"disabled"].toBool())
        return endSessions(m_db, m_agency, UserId(key));
    return {};
}

qint64 Records::log(const Change& change, const QString& owner)
{
    const qint64 seq = ++m_lastSeq;
    m_db.insertLater(u"change_log"_s,
                     u"agency_id, seq, change_id, device_id, entity, record_id, stamp, fields, owner_id"_s,
                     {bound(m_agency), seq, bound(change.id), bound(change.stamp.device), change.entity,
                      bound(change.key), change.stamp.toString(), compact(change.fields), owner});
    m_db.runLater(u"agency_counter"_s,
                  u"UPDATE agency_counter SET last_seq = ?, last_stamp = ? WHERE agency_id = ?"_s,
                  {seq, m_last.toString(), bound(m_agency)});
    if (m_ahead->isOn)
        m_ahead->seqs.insert(change.id, seq);
    m_db.noteNews(m_agency);
    if (m_environment.journal != nullptr)
        m_db.afterCommit([journal = m_environment.journal, agency = m_agency, change] { journal->add(agency, change); });
    return seq;
}

void Records::remember(const Entity& entity, const QUuid& key, const QJsonObject& fields,
                       const QHash<QString, Stamp>& stamps)
{
    if (!m_ahead->isOn)
        return;
    auto& known = m_ahead->records[{&entity, key}];
    if (!known)
        known.emplace();
    known->stamps = stamps;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        // As it would come back from the table.
        const Field& field = *entity.field(it.key());
        if (const QVariant column = toColumn(field, it.value()); column.isNull())
            known->fields.remove(it.key());
        else
            known->fields.insert(it.key(), fromColumn(field, column));
    }
}

namespace {

/// Below that, asking one by one costs no more.
constexpr qsizetype worthLookingAhead = 8;

/// Runs `ask` with a list of marks for `IN (...)` and as many of the ids as it has, the last one repeated where there are
/// fewer: a few lengths, so that a connection keeps few prepared statements.
Result<void> someAtATime(const QStringList& ids, const std::function<Result<void>(const QString&, const QVariantList&)>& ask)
{
    for (qsizetype done = 0; done < ids.size();) {
        const qsizetype size = ids.size() - done > 20 ? 100 : 20;
        QVariantList some;
        for (qsizetype i = 0; i < size; ++i)
            some.append(ids[std::min(done + i, ids.size() - 1)]);
        if (auto asked = ask(QStringList(size, u"?"_s).join(u", "), some); !asked)
            return asked;
        done += size;
    }
    return {};
}

} // namespace

Result<void> Records::lookAhead(const QList<Change>& changes, const QList<std::pair<QString, QUuid>>& named)
{
    m_ahead->isOn = true;
    if (changes.size() < worthLookingAhead)
        return {};
    if (auto looked = lookAheadForChanges(changes); !looked)
        return looked;
    QHash<const Entity*, QSet<QUuid>> keys;
    for (const Change& change : changes)
        if (const Entity* entity = records::findEntity(change.entity))
            keys[entity].insert(change.key);
    for (const auto& [kind, id] : named)
        if (const Entity* entity = records::findEntity(kind))
            keys[entity].insert(id);
    for (auto it = keys.cbegin(); it != keys.cend(); ++it)
        if (auto looked = lookAheadForRecords(*it.key(), it->values()); !looked)
            return looked;
    return lookAheadForCare(changes);
}

Result<void> Records::lookAheadForChanges(const QList<Change>& changes)
{
    QStringList ids;
    for (const Change& change : changes) {
        ids.append(change.id.toString());
        m_ahead->seqs.insert(change.id, std::nullopt);
    }
    return someAtATime(ids, [this](const QString& marks, const QVariantList& some) -> Result<void> {
        auto rows = m_db.query(
            u"SELECT change_id, seq FROM change_log WHERE agency_id = ? AND change_id IN (%1)"_s.arg(marks),
            QVariantList{bound(m_agency)} + some);
        if (!rows)
            return rows.error();
        while (rows->next())
            if (const auto id = ChangeId::fromString(rows->value(0).toString()))
                m_ahead->seqs.insert(*id, rows->value(1).toLongLong());
        return {};
    });
}

Result<void> Records::lookAheadForRecords(const Entity& entity, const QList<QUuid>& keys)
{
    QStringList ids;
    for (const QUuid& key : keys) {
        ids.append(key.toString(QUuid::WithoutBraces));
        m_ahead->records.insert({&entity, key}, std::nullopt);
    }
    return someAtATime(ids, [&](const QString& marks, const QVariantList& some) -> Result<void> {
        auto rows = m_db.query(readingOf(entity) + u"id IN (%1)"_s.arg(marks), QVariantList{bound(m_agency)} + some);
        if (!rows)
            return rows.error();
        while (rows->next()) {
            const auto stamps = unpacked(rows->value(int(entity.fields.size()) + 1).toString());
            const QUuid key = QUuid::fromString(rows->value(0).toString());
            if (!stamps || key.isNull())
                return damaged("field_stamps");
            m_ahead->records.insert({&entity, key}, Stored{fieldsOf(entity, *rows), *stamps});
        }
        return {};
    });
}

/// Of the clients that the changes are about: of whom nobody takes care yet, and into whom nobody was merged.
Result<void> Records::lookAheadForCare(const QList<Change>& changes)
{
    QSet<QString> clients;
    for (const Change& change : changes)
        if (const QString id = change.entity == "client"_L1 ? change.key.toString(QUuid::WithoutBraces)
                                                           : change.fields[u"client_id"].toString();
            !id.isEmpty())
            clients.insert(id);
    QSet<QString> uncared = clients;
    QSet<QString> unmerged = clients;
    return someAtATime(clients.values(), [&](const QString& marks, const QVariantList& some) -> Result<void> {
        for (const auto& [sql, without] :
             {std::pair(u"SELECT client_id FROM client_care WHERE agency_id = ? AND client_id IN (%1)"_s, &uncared),
              std::pair(u"SELECT merged_into FROM client WHERE agency_id = ? AND merged_into IN (%1)"_s, &unmerged)}) {
            auto rows = m_db.query(sql.arg(marks), QVariantList{bound(m_agency)} + some);
            if (!rows)
                return rows.error();
            while (rows->next())
                without->remove(rows->value(0).toString());
        }
        m_care->know(uncared, unmerged);
        return {};
    });
}

bool Records::isWithoutCare(const QString& client) const
{
    return m_care->isWithoutCare(client);
}

Result<Applied> Records::apply(const Change& change)
{
    const auto known = seqOf(change.id);
    if (!known)
        return known.error();
    if (*known)
        return Applied{**known, true};
    const Entity* entity = records::findEntity(change.entity);
    if (entity == nullptr)
        return unknownEntity();
    const auto current = stored(*entity, change.key);
    if (!current)
        return current.error();
    m_last = observeStamp(m_last, change.stamp, m_environment.clock.now().toMSecsSinceEpoch());
    return merge(change, *current);
}

void Records::countStep(const QJsonObject& message, const QString& state, bool isNew)
{
    if (m_environment.meter == nullptr || (!isNew && message["state"_L1].toString() == state))
        return;
    m_db.afterCommit([meter = m_environment.meter, channel = message["channel"_L1].toString(), state] {
        meter->messageStepped(channel, state);
    });
}

Result<Applied> Records::merge(const Change& change, const std::optional<Stored>& current)
{
    const Entity* entity = records::findEntity(change.entity);
    if (current && entity->appendOnly)
        return Applied{0, true};
    if (auto valid = records::validate(change.entity, change.fields, !current); !valid)
        return valid.error();
    QHash<QString, Stamp> stamps = current ? current->stamps : QHash<QString, Stamp>();
    QJsonObject winning;
    for (auto it = change.fields.begin(); it != change.fields.end(); ++it) {
        const auto previous = stamps.constFind(it.key());
        if (!replaces(change.stamp, previous == stamps.cend() ? std::nullopt : std::optional(*previous)))
            continue;
        stamps.insert(it.key(), change.stamp);
        winning.insert(it.key(), it.value());
    }
    if (!current || !winning.isEmpty())
        if (auto saved = save(*entity, change.key, winning, stamps, !current); !saved)
            return saved.error();
    if (change.entity == "message"_L1 && winning.contains("state"_L1))
        countStep(current ? current->fields : change.fields, winning["state"_L1].toString(), !current);
    const auto owner = keepOwner(change, current ? current->fields : QJsonObject(), winning, !current);
    if (!owner)
        return owner.error();
    // A change that lost is logged too: the device that made it must see the same history as all others.
    return Applied{log(change, *owner), false};
}

/// Whose the record is now; what follows for who sees what is kept.
Result<QString> Records::keepOwner(const Change& change, const QJsonObject& before, const QJsonObject& winning,
                                   bool isNew)
{
    QJsonObject after = before;
    for (auto it = winning.begin(); it != winning.end(); ++it)
        after.insert(it.key(), it.value());
    auto owner = m_care->ownerOf(change.entity, change.key, after);
    if (!owner)
        return owner;
    if (isNew)
        if (auto added = m_care->added(change.entity, change.key, *owner); !added)
            return added.error();
    if (auto noted = m_care->written(change.entity, change.key, before, after); !noted)
        return noted.error();
    return owner;
}

Result<Change> Records::stampAndMerge(const Edit& edit, const Stamp& over)
{
    const Entity* entity = records::findEntity(edit.entity);
    if (entity == nullptr)
        return unknownEntity();
    const auto current = stored(*entity, edit.key);
    if (!current)
        return current.error();
    const qint64 nowMs = m_environment.clock.now().toMSecsSinceEpoch();
    m_last = nextStamp(m_last, nowMs, m_last.device);
    Change change{ChangeId(m_environment.ids.next()), edit.entity, edit.key, m_last, edit.fields};
    if (over >= change.stamp)
        change.stamp = nextStamp(over, nowMs, m_last.device);
    // A device whose clock is far ahead isn't followed, yet the server's word must stand on this record. An equal stamp is a
    // word of the server's own before this one, which replaces nothing.
    if (*current)
        for (const Stamp& seen : std::as_const((*current)->stamps))
            if (seen >= change.stamp)
                change.stamp = nextStamp(seen, nowMs, m_last.device);
    const auto merged = merge(change, *current);
    if (!merged)
        return merged.error();
    change.seq = merged->seq;
    return change;
}

Result<Change> Records::write(const Edit& edit)
{
    return stampAndMerge(edit);
}

Result<Change> Records::writeOver(const Edit& edit, const Stamp& seen)
{
    return stampAndMerge(edit, seen);
}

Result<QList<Change>> Records::write(const QList<Edit>& edits)
{
    QList<Change> changes;
    for (const Edit& edit : edits) {
        const auto change = stampAndMerge(edit);
        if (!change)
            return change.error();
        changes.append(*change);
    }
    return changes;
}

Result<void> createAgency(Database& db, const Agency& agency, const Environment& environment)
{
    return db.transaction([&]() -> Result<void> {
        const Stamp first{environment.clock.now().toMSecsSinceEpoch(), 0, environment.ids.next()};
        auto counter = db.query(u"INSERT INTO agency_counter (agency_id, last_seq, last_stamp) VALUES (?, 0, ?)"_s,
                                {bound(agency.id), first.toString()});
        if (!counter)
            return counter.error();
        auto records = Records::lock(db, agency.id, environment);
        if (!records)
            return records.error();
        const auto written = records->write(records::editOf("agency", agency.id.uuid(), agency));
        return written ? Result<void>() : written.error();
    });
}

Result<void> saveAgency(Database& db, const Agency& agency, const Environment& environment)
{
    return db.transaction([&]() -> Result<void> {
        auto records = Records::lock(db, agency.id, environment);
        if (!records)
            return records.error();
        const auto written = records->write(records::editOf("agency", agency.id.uuid(), agency));
        return written ? Result<void>() : written.error();
    });
}

Result<QList<Agency>> agencies(Database& db)
{
    auto rows = db.query(u"SELECT agency_id FROM agency_counter ORDER BY agency_id"_s);
    if (!rows)
        return rows.error();
    QList<AgencyId> ids;
    while (rows->next())
        if (const auto id = AgencyId::fromString(rows->value(0).toString()))
            ids.append(*id);
    QList<Agency> all;
    for (const AgencyId& id : ids) {
        const auto fields = RecordReader(db, id).find(u"agency", id.uuid());
        if (!fields)
            return fields.error();
        const auto agency = records::readAgency(id.uuid(), fields->value_or(QJsonObject()));
        if (!agency)
            return agency.error();
        all.append(*agency);
    }
    return all;
}

} // namespace handrail::server
