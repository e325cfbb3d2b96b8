// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/visibility.h"
#include "server/store/records.h"

namespace handrail::server {

/// Kinds and ids of the other records that a change names.
QList<std::pair<QString, QUuid>> namedBy(const Change& change);

/// Who may write to what: only what the author may see (core/domain/visibility.h), and nothing that points at something
/// that they may not. What somebody saw when the push began holds for all of it: who gives a client to another team may say
/// why in the same breath.
class PushSight
{
public:
    /// Both must outlive it.
    PushSight(Records& records, const Viewer& viewer)
        : m_records(records)
        , m_viewer(viewer)
    {
    }
    /// NotAllowed, with a sentence for the worker, where the change must not be made. `current`: the record now.
    Result<void> allows(const Change& change, const std::optional<QJsonObject>& current);

    /// Whose record the change that was allowed last is: a client's id; empty where it is no client's.
    [[nodiscard]] const QString& client() const { return m_client; }

private:
    Result<bool> seesOwner(const QString& owner);
    Result<bool> seesRecord(const QString& entity, const QUuid& key);
    Result<bool> seesAllNamed(const Change& change);

    Records& m_records;
    Viewer m_viewer;
    QString m_client;
    QHash<QString, bool> m_owners;
    QHash<QString, bool> m_seen; ///< By entity and key.
};

} // namespace handrail::server
