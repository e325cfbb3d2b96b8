// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "server/audit/audit.h"

namespace handrail::server {

/// Removes the agency and all that the database has of it: every row of every table that leads with its id. Its devices
/// are out at once. What stays is one entry of the audit, under no agency, and its opt-outs as keyed hashes: whoever sends
/// from its number or address next heeds them (docs/decisions/0232). Conflict while a message of it is being
/// handed to a carrier. How many rows went.
Result<qint64> removeAgency(Database& db, const AgencyId& agency, const Environment& environment, const Actor& by);

} // namespace handrail::server
