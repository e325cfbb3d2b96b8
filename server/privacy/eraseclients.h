// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"
#include "server/audit/audit.h"

namespace handrail::server {

/// What an erasure did.
struct Erasure
{
    qint64 clients = 0; ///< People; one whose records were merged counts once.
    qint64 records = 0;
    qint64 optOutsKept = 0;      ///< As keyed hashes.
    qint64 consentProofsKept = 0;
};

/// Erases all that is kept of these clients for good (docs/decisions/0211): their records, links, tries, and the log of
/// their changes. What stays names nobody: opt-outs and proofs of consent under keyed hashes of the addresses, and the
/// ids. Every device of the agency starts from a snapshot, so that they go there too. All or none; NotFound where one
/// isn't there, Conflict while a message to one is on its way.
Result<Erasure> eraseClients(Database& db, const AgencyId& agency, const QList<ClientId>& clients,
                             const Environment& environment, const Actor& by);

} // namespace handrail::server
