// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/auth.h"
#include "server/store/records.h"

namespace handrail::server {

/// Puts a device's change into the audit where it is one that administrators ask about: the agency's settings, a team,
/// or whose a client is. `before`: the record as it was; call it after the change was applied.
Result<void> auditIfNotable(Records& records, const Change& change, const std::optional<QJsonObject>& before,
                            const Session& session, const Environment& environment);

} // namespace handrail::server
