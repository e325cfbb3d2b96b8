// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/oidcprovider.h"
#include "server/auth/signin.h"

namespace handrail::server {

/// Begins a sign-in with the organisation's account: keeps nonce and challenge, says where the browser goes.
/// InvalidInput where the device wants the answer anywhere but on its own loopback.
Result<protocol::SingleSignOnStart> startSingleSignOn(Database& db, const protocol::SingleSignOnRequest& request,
                                                      OidcProvider& provider, const Environment& environment);

/// Ends it: checks attempt, verifier and issuer, exchanges the code, checks the ID token, and lets in the user whom it
/// names: by subject, or the first time by verified email. Users are never made. NotAllowed otherwise; NotFound: the
/// attempt is over.
Result<protocol::SignInOutcome> finishSingleSignOn(Database& db, const protocol::SingleSignOnFinish& request,
                                                   OidcProvider& provider, const Environment& environment);

/// Whether the user came in by an organisation's account before: then it is known to work.
Result<bool> hasOrganisationAccount(Database& db, const AgencyId& agency, const UserId& user);

} // namespace handrail::server
