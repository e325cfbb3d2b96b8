// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/ids.h"
#include "core/ports/stores.h"
#include "core/storage/recordtables.h"
#include "core/storage/searchindex.h"
#include "core/storage/snapshotsweep.h"

namespace handrail {

/// All that writes to the store: edits made here, changes pulled from the server, the outgoing queue, facts.
/// Desktop and agent write through it at the same time, so what it needs (the last stamp, the queue) is read in the
/// transaction and never kept.
class SqlWriter : public EditStore, public SyncStore
{
public:
    SqlWriter(Database& database, RecordTables& records, SearchIndex& index, const Clock& clock, Ids& ids);

    Result<void> commit(const QList<Edit>& edits) override;

    Result<QList<Change>> outgoing(int limit) override;
    Result<int> outgoingCount() override;
    Result<void> acknowledge(const QList<ChangeId>& ids) override;
    Result<void> setRefused(const ChangeId& id, const QString& sentence) override;
    Result<QList<RefusedChange>> refused() override;
    Result<void> apply(const QList<Change>& changes, qint64 cursor) override;
    Result<qint64> cursor() override;
    Result<void> beginSnapshot(const QString& state) override;
    Result<void> mergeSnapshot(const QList<Change>& records, const QString& state) override;
    Result<bool> finishSnapshot(qint64 cursor, const QString& sight) override;
    Result<QString> fact(const QString& name) override;
    Result<void> setFact(const QString& name, const QString& value) override;

    /// Transactions committed by this connection: PRAGMA data_version tells only of the others.
    [[nodiscard]] qint64 commits() const { return m_commits; }

private:
    Result<void> inTransaction(const std::function<Result<void>()>& work);
    Result<void> commitOne(const Edit& edit, Stamp& last);
    Result<void> applyOne(const Change& change);
    Result<void> applyAll(const QList<Change>& changes);
    Result<void> queue(const Change& change);
    Result<void> queueAccess(const Edit& edit, Stamp& last);
    Result<void> queueWhatTheServerLost(qint64 position);
    Result<Stamp> lastStamp();
    Result<void> writeFact(const QString& name, const QString& value);

    Database& m_database;
    RecordTables& m_records;
    SearchIndex& m_index;
    const Clock& m_clock;
    Ids& m_ids;
    SnapshotSweep m_sweep;
    qint64 m_commits = 0;
};

} // namespace handrail
