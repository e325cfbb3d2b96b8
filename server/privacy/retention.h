// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/privacy/eraseclients.h"

namespace handrail::server {

/// Nobody is erased sooner than so many days after the last thing that happened with them.
inline constexpr int leastRetentionDays = 30;

/// A client with whom nothing has happened for a while.
struct IdleClient
{
    ClientId id; ///< The kept record where several were merged.
    QString name;
    QDateTime lastAt; ///< UTC: an entry, a referral, a message (one that is due counts too), a reply, an edit.
};

/// Those with nothing for `days` days, the longest first. InvalidInput for less than `leastRetentionDays`.
Result<QList<IdleClient>> idleClients(Database& db, const AgencyId& agency, int days, const QDateTime& now);

/// Erases those, a hundred a transaction; a client with a message on its way is left for the next time. Asks anew who
/// they are, so that nobody is erased with whom something happened meanwhile.
Result<Erasure> applyRetention(Database& db, const AgencyId& agency, int days, const Environment& environment,
                               const Actor& by);

} // namespace handrail::server
