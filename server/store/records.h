// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/records/change.h"
#include "core/domain/records/schema.h"
#include "server/store/database.h"
#include "server/store/environment.h"

#include <memory>
#include <optional>

namespace handrail {
struct Viewer;
}

namespace handrail::server {

class CareKeeper;

struct Record
{
    QUuid key;
    QJsonObject fields; ///< Empty ones are left out.
};

/// Reads one agency's records. Each call is one statement, so it needs no transaction.
class RecordReader
{
public:
    RecordReader(Database& db, const AgencyId& agency)
        : m_db(db)
        , m_agency(agency)
    {
    }

    Result<std::optional<QJsonObject>> find(QStringView entity, const QUuid& key);
    /// The records of a kind for which `condition` holds ("share_id = ? AND state = ? ORDER BY due_at"), in this
    /// agency. Instants are milliseconds, ids text without braces: bind them with bound().
    Result<QList<Record>> select(QStringView entity, const QString& condition, const QVariantList& values);
    /// The agency's changes after `seq` in order, at most `limit`, and not much more than `maxBytes` of fields.
    Result<QList<Change>> changesSince(qint64 seq, int limit, qint64 maxBytes = 4LL * 1024 * 1024);
    /// Of those only what the viewer may see. A call looks at a bounded number of changes, however few are the viewer's:
    /// `next` is how far it came.
    struct SeenChanges
    {
        QList<Change> changes;
        qint64 next = 0;
        bool more = false; ///< There are changes after `next`, seen or not.
    };
    Result<SeenChanges> changesSeenSince(const Viewer& viewer, qint64 seq, int limit,
                                         qint64 maxBytes = 4LL * 1024 * 1024);
    /// Records as they are now, each as changes that make it so: one for each stamp that it has. In the order of `ids`,
    /// those that are not here left out.
    Result<QList<QList<Change>>> statesOf(QStringView entity, const QStringList& ids);
    /// The number that a change got, where it is in the log.
    Result<std::optional<qint64>> seqOf(const ChangeId& change);
    /// The number of the agency's latest change.
    Result<qint64> lastSeq();

    [[nodiscard]] const AgencyId& agency() const { return m_agency; }
    [[nodiscard]] Database& database() const { return m_db; }

protected:
    struct Stored
    {
        QJsonObject fields;
        QHash<QString, Stamp> stamps;
    };
    /// What was read in this transaction, and what it made of it since. Only Records::lookAhead() turns it on: whoever
    /// writes records in another way than Records does would find them as they were.
    struct Ahead
    {
        bool isOn = false;
        QHash<ChangeId, std::optional<qint64>> seqs;
        QHash<std::pair<const records::Entity*, QUuid>, std::optional<Stored>> records;
    };
    Result<std::optional<Stored>> stored(const records::Entity& entity, const QUuid& key);

    Database& m_db;
    AgencyId m_agency;
    std::shared_ptr<Ahead> m_ahead = std::make_shared<Ahead>(); ///< Shared by the copies of one.
};

struct Applied
{
    qint64 seq = 0;         ///< 0 where an append-only record was there already.
    bool duplicate = false; ///< Nothing was written.
};

/// Writes one agency's records, inside a transaction. Making one takes the lock on the agency's counter, so all
/// transactions that write for an agency come one after the other: what was read after lock() still holds at commit,
/// and numbers are given without gaps in commit order.
class Records : public RecordReader
{
public:
    static Result<Records> lock(Database& db, const AgencyId& agency, const Environment& environment);

    /// A push comes: reads what applying its changes will ask for, all of a kind at once, and from now on remembers what it
    /// read. `named`: kinds and ids of other records that the changes speak of. All that is written until the end of the
    /// transaction must be written by this.
    Result<void> lookAhead(const QList<Change>& changes, const QList<std::pair<QString, QUuid>>& named);
    /// Surely nobody takes care of that client yet; false where that isn't known.
    [[nodiscard]] bool isWithoutCare(const QString& client) const;

    /// Merges a change: idempotent by its id, the last writer wins field by field, an append-only record is kept once.
    /// The change must have passed the rules for devices (records/authority.h) where a device made it.
    Result<Applied> apply(const Change& change);
    /// The server's own edits. They are stamped after everything the record has seen, so they always win.
    /// The answer is what went into the log.
    Result<QList<Change>> write(const QList<Edit>& edits);
    Result<Change> write(const Edit& edit);
    /// As write(), and stamped after `seen` too: a stamp that a device gave the same fields in its own store.
    Result<Change> writeOver(const Edit& edit, const Stamp& seen);

private:
    Records(Database& db, const AgencyId& agency, const Environment& environment);
    Result<void> lookAheadForChanges(const QList<Change>& changes);
    Result<void> lookAheadForRecords(const records::Entity& entity, const QList<QUuid>& keys);
    Result<void> lookAheadForCare(const QList<Change>& changes);
    void remember(const records::Entity& entity, const QUuid& key, const QJsonObject& fields,
                  const QHash<QString, Stamp>& stamps);
    Result<void> save(const records::Entity& entity, const QUuid& key, const QJsonObject& fields,
                      const QHash<QString, Stamp>& stamps, bool isNew);
    qint64 log(const Change& change, const QString& owner);
    Result<QString> keepOwner(const Change& change, const QJsonObject& before, const QJsonObject& winning, bool isNew);
    Result<Change> stampAndMerge(const Edit& edit, const Stamp& over = {});
    void countStep(const QJsonObject& message, const QString& state, bool isNew);
    Result<Applied> merge(const Change& change, const std::optional<Stored>& current);

    Environment m_environment;
    std::shared_ptr<CareKeeper> m_care;
    Stamp m_last; ///< The server's clock for this agency.
    qint64 m_lastSeq = 0;
};

/// As the database has them.
QVariant bound(const QUuid& id);
QVariant bound(const QDateTime& at);
template <typename Tag>
QVariant bound(const Id<Tag>& id)
{
    return bound(id.uuid());
}

/// Makes a new agency with its counter; its id is `agency.id`.
Result<void> createAgency(Database& db, const Agency& agency, const Environment& environment);
/// Keeps an agency's changed settings; every device of it pulls them.
Result<void> saveAgency(Database& db, const Agency& agency, const Environment& environment);
/// All agencies of this server.
Result<QList<Agency>> agencies(Database& db);

} // namespace handrail::server
