// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/wiresignin.h"
#include "server/store/database.h"

namespace handrail::server {

/// How the agency's people sign in. They stand in a table of the server and never sync.
Result<protocol::SignInRule> signInRule(Database& db, const AgencyId& agency);
Result<void> setSignInRule(Database& db, const AgencyId& agency, const protocol::SignInRule& rule);

} // namespace handrail::server
