// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/visibility.h"
#include "server/store/records.h"

#include <QHash>
#include <QSet>

namespace handrail::server {

/// Keeps what the server derives for who sees what: whose each record is (record_owner), who takes care of each client
/// (client_care), and whose sight a write changes (sight). One for each transaction that writes, under Records::lock().
class CareKeeper
{
public:
    explicit CareKeeper(const RecordReader& reader)
        : m_reader(reader)
    {
    }

    /// The owner_id of a record with these fields: a client's or a user's id, or empty.
    Result<QString> ownerOf(const QString& entity, const QUuid& key, const QJsonObject& fields);
    /// A record is new: it has an owner, and if that is a client, somebody or nobody takes care of them.
    Result<void> added(const QString& entity, const QUuid& key, const QString& owner);
    /// A record was written. `before` has none of a new record; `after` all its fields.
    Result<void> written(const QString& entity, const QUuid& key, const QJsonObject& before, const QJsonObject& after);

    /// Clients of whom nobody takes care so far, and into whom nobody was merged: what was asked of many at once. Only what is
    /// written through this changes it.
    void know(const QSet<QString>& uncared, const QSet<QString>& unmerged);
    [[nodiscard]] bool isWithoutCare(const QString& client) const { return m_uncared.contains(client); }

private:
    Result<void> clientWritten(const QString& client, bool isNew);
    Result<void> userWritten(const UserId& user, const QJsonObject& before, const QJsonObject& after);
    Result<QStringList> mergedIntoIt(const QString& client);
    Result<Care> careOfKept(const QString& client);
    Result<void> moveCare(const QString& client, const Care& care, bool isNew);
    Result<void> tellAffected(const Care& before, const Care& after);
    Result<const QList<Viewer>*> viewers();
    Result<void> tell(const UserId& user);

    RecordReader m_reader;
    std::optional<QList<Viewer>> m_viewers; ///< All users, once asked for.
    QSet<UserId> m_told;
    QSet<QString> m_cared;
    QSet<QString> m_uncared;
    QSet<QString> m_unmerged;
};

} // namespace handrail::server
