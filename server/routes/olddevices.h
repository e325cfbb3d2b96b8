// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/auth.h"

namespace handrail::server {

/// A program of protocol version 1 can't be told to forget a client. It keeps working while what its user may see has not
/// changed since the device began to pull (`since` is 0 then); from then on NewerVersion, until the program is brought up to
/// date: what the device may not see must not reach it, and what it may see would come in part.
Result<void> checkSightOfOldDevice(Database& db, const Session& session, qint64 since);

} // namespace handrail::server
