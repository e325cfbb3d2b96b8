// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/environment.h"
#include "server/store/database.h"

namespace handrail::server {

/// A whole copy of the SQLite database in `file`, while servers go on writing; checked, and readable by its owner
/// alone. `replace`: an older file of that name. For PostgreSQL the error says which program does it.
Result<void> backUp(const DatabaseSettings& settings, const QString& file, bool replace);

/// Where what a restore replaces is kept: beside it.
QString asideName(const QString& path, const QDateTime& now);

/// Puts a copy of backUp() in the place of the SQLite database, brought up to this program's schema and marked
/// (markRestored). Refused: while a server runs on it, a damaged copy or one of a newer program, and, without `force`, a
/// database that has data in it. That one is kept beside, under the name that is answered; empty: there was none.
Result<QString> restore(const DatabaseSettings& settings, const QString& file, bool force,
                        const Environment& environment);

/// After data came back from a backup: leases end, fences go on above all that were given, and messages that were due
/// may have been sent since the backup, so they wait for a person (mayHaveBeenSent); devices start from a snapshot. For
/// every agency.
Result<void> markRestored(Database& db, const Environment& environment);

/// When the agency's data was last put back; null: never.
Result<QDateTime> lastRestored(Database& db, const AgencyId& agency);

} // namespace handrail::server
