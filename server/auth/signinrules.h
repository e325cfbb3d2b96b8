// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/wiresignin.h"
#include "server/store/database.h"

namespace handrail::server {

/// How the agency's people sign in. They stand in a table of the server and never sync.
Result<protocol::SignInRule> signInRule(Database& db, const AgencyId& agency);
/// Whether any agency of this server takes passwords: asked before anybody said whose they are.
Result<bool> anyTakesPasswords(Database& db);
Result<void> setSignInRule(Database& db, const AgencyId& agency, const protocol::SignInRule& rule);

} // namespace handrail::server
