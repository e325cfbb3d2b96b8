// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/privacy/exportrecords.h"
#include "server/world.h"

namespace handrail::server {

/// As exportToFolder(), into a ZIP file where `to` ends in .zip.
Result<qint64> exportTo(World& world, const AgencyId& agency, const std::optional<ClientId>& client, const QString& to,
                        ExportForm form);

} // namespace handrail::server
