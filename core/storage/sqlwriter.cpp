// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlwriter.h"

#include "core/domain/access.h"
#include "core/storage/facts.h"
#include "core/storage/ownrecords.h"
#include "core/storage/storagelog.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

Error defect(const char* sentence)
{
    return {ErrorCode::Internal, QCoreApplication::translate("Storage", sentence)};
}

/// Of a row of `outgoing`: id, entity, key, stamp, fields.
std::optional<Change> changeFrom(const Statement& row)
{
    const auto id = ChangeId::fromString(row.text(0));
    const auto stamp = Stamp::fromString(row.text(3));
    if (!id || !stamp)
        return std::nullopt;
    return Change{.id = *id,
                  .entity = row.text(1),
                  .key = QUuid::fromString(row.text(2)),
                  .stamp = *stamp,
                  .fields = QJsonDocument::fromJson(row.text(4).toUtf8()).object()};
}

} // namespace

SqlWriter::SqlWriter(Database& database, RecordTables& records, SearchIndex& index, const Clock& clock, Ids& ids)
    : m_database(database)
    , m_records(records)
    , m_index(index)
    , m_clock(clock)
    , m_ids(ids)
    , m_sweep(database, index)
{
}

Result<void> SqlWriter::inTransaction(const std::function<Result<void>()>& work)
{
    m_index.forget();
    const auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    HANDRAIL_TRY(work());
    HANDRAIL_TRY(m_index.flush());
    HANDRAIL_TRY((*transaction)->commit());
    ++m_commits;
    return {};
}

Result<Stamp> SqlWriter::lastStamp()
{
    const auto device = fact(facts::deviceId);
    if (!device)
        return device.error();
    const auto last = fact(facts::lastStamp);
    if (!last)
        return last.error();
    const QUuid own = QUuid::fromString(*device);
    auto stamp = Stamp::fromString(*last).value_or(Stamp{});
    stamp.device = own;
    return stamp;
}

Result<void> SqlWriter::commit(const QList<Edit>& edits)
{
    if (edits.isEmpty())
        return {};
    return inTransaction([&]() -> Result<void> {
        auto last = lastStamp();
        if (!last)
            return last.error();
        for (const Edit& edit : edits)
            HANDRAIL_TRY(commitOne(edit, *last));
        return writeFact(facts::lastStamp, last->toString());
    });
}

/// It goes to the server and is kept nowhere here.
Result<void> SqlWriter::queueAccess(const Edit& edit, Stamp& last)
{
    if (const auto valid = readAccess(edit.fields); !valid)
        return valid.error();
    last = nextStamp(last, m_clock.now().toMSecsSinceEpoch(), last.device);
    return queue(
        {.id = ChangeId(m_ids.next()), .entity = edit.entity, .key = edit.key, .stamp = last, .fields = edit.fields});
}

Result<void> SqlWriter::commitOne(const Edit& edit, Stamp& last)
{
    if (edit.entity == accessEntity)
        return queueAccess(edit, last);
    const records::Entity* entity = records::findEntity(edit.entity);
    if (entity == nullptr || edit.key.isNull())
        return defect(
            QT_TRANSLATE_NOOP("Storage", "Handrail tried to save a record of an unknown kind. Nothing was saved."));
    const auto known = m_records.exists(*entity, edit.key);
    if (!known)
        return known.error();
    HANDRAIL_TRY(records::validate(edit.entity, edit.fields, !*known));
    if (entity->appendOnly && *known)
        return {}; // kept once: saying the same again changes nothing
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    last = nextStamp(last, now, last.device);
    Change change{
        .id = ChangeId(m_ids.next()), .entity = edit.entity, .key = edit.key, .stamp = last, .fields = edit.fields};
    // Whoever edits has seen what stands there: the edit comes after it, also where a desk whose clock was days ahead wrote that
    // (observeStamp does not follow such a clock). Else «saved» would be said of what is lost against it.
    if (*known) {
        const auto seen = m_records.latestStamp(*entity, edit.key);
        if (!seen)
            return seen.error();
        if (*seen && **seen >= change.stamp)
            change.stamp = nextStamp(**seen, now, last.device);
    }
    HANDRAIL_TRY(applyOne(change));
    return queue(change);
}

Result<void> SqlWriter::applyOne(const Change& change)
{
    const records::Entity* entity = records::findEntity(change.entity);
    if (entity == nullptr) {
        qCInfo(storageLog) << "a change of a kind that this version doesn't know was left out";
        return {};
    }
    HANDRAIL_TRY(m_index.aboutToChange(*entity, change.key));
    const auto changed = m_records.apply(*entity, change.key, change.fields, change.stamp);
    if (!changed)
        return changed.error();
    return *changed ? m_index.touched(*entity, change.key, change.fields) : Result<void>();
}

Result<void> SqlWriter::queue(const Change& change)
{
    Statement insert =
        m_database.statement(u"INSERT INTO outgoing (id, entity, key, stamp, fields) VALUES (?, ?, ?, ?, ?)"_s);
    return insert.bind(change.id.toString())
        .bind(change.entity)
        .bind(change.key.toString(QUuid::WithoutBraces))
        .bind(change.stamp.toString())
        .bind(QString::fromUtf8(QJsonDocument(change.fields).toJson(QJsonDocument::Compact)))
        .run();
}

Result<QList<Change>> SqlWriter::outgoing(int limit)
{
    Statement query = m_database.statement(u"SELECT id, entity, key, stamp, fields FROM outgoing "
                                           "WHERE refused IS NULL ORDER BY position LIMIT ?"_s);
    HANDRAIL_TRY(query.bind(limit).run());
    QList<Change> changes;
    while (query.next()) {
        auto change = changeFrom(query);
        if (!change)
            return defect(QT_TRANSLATE_NOOP(
                "Storage", "A queued change can't be read. Please restore the local store from a backup."));
        changes.append(std::move(*change));
    }
    HANDRAIL_TRY(query.readToEnd());
    return changes;
}

Result<int> SqlWriter::outgoingCount()
{
    // What was looked at is no work that could get lost.
    const auto count = m_database.single(
        u"SELECT count(*) FROM outgoing WHERE refused IS NULL AND entity <> '%1'"_s.arg(accessEntity));
    return count ? Result<int>(count->toInt()) : count.error();
}

Result<void> SqlWriter::acknowledge(const QList<ChangeId>& ids)
{
    return inTransaction([&]() -> Result<void> {
        for (const ChangeId& id : ids) {
            HANDRAIL_TRY(m_sweep.keepAcknowledged(id));
            Statement remove = m_database.statement(u"DELETE FROM outgoing WHERE id = ?"_s);
            HANDRAIL_TRY(remove.bind(id.toString()).run());
        }
        return {};
    });
}

Result<void> SqlWriter::setRefused(const ChangeId& id, const QString& sentence)
{
    return inTransaction([&]() -> Result<void> {
        Statement update = m_database.statement(u"UPDATE outgoing SET refused = ? WHERE id = ?"_s);
        return update.bind(sentence.isNull() ? u""_s : sentence).bind(id.toString()).run();
    });
}

Result<QList<RefusedChange>> SqlWriter::refused()
{
    Statement query = m_database.statement(u"SELECT id, entity, key, stamp, fields, refused FROM outgoing "
                                           "WHERE refused IS NOT NULL ORDER BY position"_s);
    HANDRAIL_TRY(query.run());
    QList<RefusedChange> changes;
    while (query.next())
        if (auto change = changeFrom(query))
            changes.append({std::move(*change), query.text(5)});
    HANDRAIL_TRY(query.readToEnd());
    return changes;
}

Result<void> SqlWriter::apply(const QList<Change>& changes, qint64 cursor)
{
    return inTransaction([&]() -> Result<void> {
        HANDRAIL_TRY(applyAll(changes));
        return writeFact(facts::cursor, QString::number(cursor));
    });
}

Result<void> SqlWriter::applyAll(const QList<Change>& changes)
{
    const auto before = lastStamp();
    if (!before)
        return before.error();
    const qint64 now = m_clock.now().toMSecsSinceEpoch();
    Stamp last = *before;
    for (const Change& change : changes) {
        HANDRAIL_TRY(applyOne(change));
        last = observeStamp(last, change.stamp, now);
    }
    return last == *before ? Result<void>() : writeFact(facts::lastStamp, last.toString());
}

Result<void> SqlWriter::beginSnapshot(const QString& state)
{
    return inTransaction([&]() -> Result<void> {
        HANDRAIL_TRY(m_sweep.begin());
        return writeFact(facts::snapshot, state);
    });
}

Result<void> SqlWriter::mergeSnapshot(const QList<Change>& records, const QString& state)
{
    return inTransaction([&]() -> Result<void> {
        const auto device = fact(facts::deviceId);
        const auto pulledTo = cursor();
        if (!device || !pulledTo)
            return !device ? device.error() : pulledTo.error();
        // A new device has nothing that a server could have lost.
        if (*pulledTo > 0)
            HANDRAIL_TRY(m_sweep.compare(records, QUuid::fromString(*device)));
        HANDRAIL_TRY(applyAll(records));
        HANDRAIL_TRY(m_sweep.keep(records));
        return writeFact(facts::snapshot, state);
    });
}

/// A snapshot that is older than what was pulled before is of a server that was put back from a backup.
Result<void> SqlWriter::queueWhatTheServerLost(qint64 position)
{
    const auto before = cursor();
    const auto device = fact(facts::deviceId);
    if (!before || !device)
        return !before ? before.error() : device.error();
    if (position >= *before)
        return {};
    const auto lost = ownUnseenRecords(m_database, m_records, QUuid::fromString(*device), m_ids);
    if (!lost)
        return lost.error();
    for (const Change& change : *lost) {
        HANDRAIL_TRY(queue(change));
        if (change.entity != "message"_L1 || change.fields[u"state"] != u"waiting"_s)
            continue;
        // What became of it was the lost server's word; here, too, it is as it was made.
        Change made = change;
        for (const QString& field : {u"reason"_s, u"carrier_id"_s, u"state_at"_s})
            made.fields.insert(field, QJsonValue::Null);
        HANDRAIL_TRY(m_sweep.compare({made}, change.stamp.device));
        HANDRAIL_TRY(applyOne(made));
    }
    return {};
}

Result<bool> SqlWriter::finishSnapshot(qint64 cursor, const QString& sight)
{
    bool isDone = false;
    const auto swept = inTransaction([&]() -> Result<void> {
        HANDRAIL_TRY(queueWhatTheServerLost(cursor));
        const auto removed = m_sweep.removeSome();
        if (!removed)
            return removed.error();
        if (*removed > 0)
            return {};
        // The search tables keep words of what was removed until their parts are merged into one, which makes them fast too.
        const auto merged = m_index.mergeSome();
        if (!merged)
            return merged.error();
        isDone = *merged;
        if (!isDone)
            return {};
        HANDRAIL_TRY(m_sweep.end());
        HANDRAIL_TRY(writeFact(facts::cursor, QString::number(cursor)));
        HANDRAIL_TRY(writeFact(facts::sight, sight));
        return writeFact(facts::snapshot, QString());
    });
    if (!swept) {
        m_sweep.forget();
        return swept.error();
    }
    // What left is overwritten in the file itself too, not only in its log.
    if (isDone)
        HANDRAIL_TRY(m_database.single(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    return isDone;
}

Result<qint64> SqlWriter::cursor()
{
    const auto text = fact(facts::cursor);
    return text ? Result<qint64>(text->toLongLong()) : text.error();
}

Result<QString> SqlWriter::fact(const QString& name)
{
    Statement query = m_database.statement(u"SELECT value FROM fact WHERE name = ?"_s);
    HANDRAIL_TRY(query.bind(name).run());
    const QString value = query.next() ? query.text(0) : QString();
    HANDRAIL_TRY(query.readToEnd());
    return value;
}

Result<void> SqlWriter::setFact(const QString& name, const QString& value)
{
    if (facts::isReserved(name))
        return defect(QT_TRANSLATE_NOOP(
            "Storage", "Handrail tried to overwrite what only the local store itself may set. Nothing was saved."));
    return inTransaction([&] { return writeFact(name, value); });
}

Result<void> SqlWriter::writeFact(const QString& name, const QString& value)
{
    Statement write = m_database.statement(
        u"INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s);
    return write.bind(name).bind(value.isNull() ? u""_s : value).run();
}

} // namespace handrail
