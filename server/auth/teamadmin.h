// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/auth.h"

namespace handrail::server {

/// Teams that are not removed, by name.
Result<QList<Team>> listTeams(Database& db, const AgencyId& agency);

/// The team with that id or name; NotFound with a sentence.
Result<Team> findTeam(Database& db, const AgencyId& agency, const QString& idOrName);

/// A new team, or a new name for one: 1 to 80 characters, and no other team's (Conflict).
Result<TeamId> saveTeam(Database& db, const AgencyId& agency, const std::optional<TeamId>& team, const QString& name,
                        const Environment& environment, const Actor& by);

/// Takes a team away. Refused (Conflict) while somebody who may sign in belongs to it; its clients stay with their
/// workers.
Result<void> removeTeam(Database& db, const AgencyId& agency, const TeamId& team, const Environment& environment,
                        const Actor& by);

} // namespace handrail::server
