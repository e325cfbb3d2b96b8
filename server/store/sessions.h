// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"

#include <optional>

namespace handrail::server {

/// Ends the tokens of a user's devices, but for `except`, with their leases on messages, and sign-ins that are under
/// way; requests of theirs that wait for news end. Inside the caller’s transaction: who waits hears of it at the
/// commit.
Result<void> endSessions(Database& db, const AgencyId& agency, const UserId& user,
                         const std::optional<DeviceId>& except = {});

/// The same for one device. False where the agency has no such device with a token.
Result<bool> endSession(Database& db, const AgencyId& agency, const DeviceId& device);

} // namespace handrail::server
