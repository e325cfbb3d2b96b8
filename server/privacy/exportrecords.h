// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"
#include "server/audit/audit.h"

namespace handrail::server {

/// All that is kept of one client as one JSON object: "format", "exported_at", "client_id", "records" (by kind),
/// "history" (every change of them), "links", "printed_links", "tries", "auto_replies" and "audit" (who did what about
/// them). The audit has it. NotFound where there is no such client.
Result<QJsonObject> exportClient(Database& db, const AgencyId& agency, const ClientId& client,
                                 const Environment& environment, const Actor& by);

enum class ExportForm { Json, Csv };

/// All records of the agency into a new or empty folder, a file a kind; or with `client` all that is kept of that one.
/// Only the owner can read the files. How many records that were; StorageTrouble where the folder can't be written to.
Result<qint64> exportToFolder(Database& db, const AgencyId& agency, const std::optional<ClientId>& client, ExportForm form,
                              const QString& folder, const Environment& environment, const Actor& by);

} // namespace handrail::server
