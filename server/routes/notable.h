// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/auth.h"
#include "server/store/records.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace handrail::server {

/// Puts a device's change into the audit where it is one that administrators ask about: the agency's settings, a team,
/// or whose a client is. `before`: the record as it was; call it after the change was applied.
Result<void> auditIfNotable(Records& records, const Change& change, const std::optional<QJsonObject>& before,
                            const Session& session, const Environment& environment);

/// What one push changed about clients: an entry for it as a whole, and one for each share.
class PushAudit
{
public:
    /// A change was taken; `owner`: whose record it is, as PushSight has it.
    void took(const Change& change, const QString& owner);
    /// Writes the entries; none where nothing was about a client.
    Result<void> write(Records& records, const Session& session, const Environment& environment) const;

private:
    QStringList m_clients;
    QSet<QString> m_known; ///< The same.
    QHash<QString, int> m_counts; ///< By entity.
    QList<Change> m_shares;
};

/// Puts what somebody looked at into the audit, once however often it is sent. InvalidInput for anything else.
Result<void> auditAccess(Records& records, const Change& change, const Session& session, const Environment& environment);

} // namespace handrail::server
