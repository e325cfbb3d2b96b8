// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/change.h"
#include "core/storage/database.h"
#include "core/storage/searchindex.h"

namespace handrail {

/// What leaves the store at the end of a snapshot: everything that was not in it (docs/decisions/0170). All of it runs in
/// the caller's transactions, and may end at any point: what is seen is kept in the table snapshot_seen.
class SnapshotSweep
{
public:
    SnapshotSweep(Database& database, SearchIndex& index)
        : m_database(database)
        , m_index(index)
    {
    }

    Result<void> begin();
    /// These were in the snapshot.
    Result<void> keep(const QList<Change>& records);
    /// Before they are merged: what others, or the server itself, said of them later than they know is gone with a server that was
    /// lost, and they win over it; which of them lack what `device` said later is kept under behindMark() until end().
    Result<void> compare(const QList<Change>& records, const QUuid& device);
    /// As the entity of such a record in the table snapshot_seen.
    static QString behindMark(const QString& entity) { return QStringLiteral("behind ") + entity; }
    /// The server has this change of ours since: while a snapshot is under way its record stays, seen or not. Before the
    /// change leaves the queue.
    Result<void> keepAcknowledged(const ChangeId& id);
    /// Removes some of what was not in it; how many records. 0: nothing is left to remove.
    Result<int> removeSome();
    /// The transaction was rolled back.
    void forget() { m_sweptTo.clear(); }
    /// Once nothing is left: what this desk kept about records that are gone leaves as well.
    Result<void> end();

private:
    Result<QStringList> unseen(const records::Entity& entity, int limit);
    Result<void> remove(const records::Entity& entity, const QString& id);
    Result<void> removeDrafts();

    Database& m_database;
    SearchIndex& m_index;
    QHash<QString, QString> m_sweptTo; ///< By entity; only saves looking again.
};

} // namespace handrail
