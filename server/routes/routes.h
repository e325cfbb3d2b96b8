// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/auth.h"
#include "server/auth/signin.h"
#include "server/auth/oidcprovider.h"
#include "server/http/router.h"
#include "server/store/databases.h"
#include "server/store/environment.h"

namespace handrail::server {

/// What the routes stand on. All must outlive the router.
struct RouteContext
{
    Databases& databases;
    Environment environment;
    SignInSettings signIn = {};
};

/// POST /v1/sign-in, /v1/sign-in/second-factor, /v1/sign-out, /v1/password
void registerAccountRoutes(Router& router, const RouteContext& context);
/// GET /v1/devices, POST /v1/devices/{id}/revoke
void registerDeviceRoutes(Router& router, const RouteContext& context);
/// A user's second factor, and for administrators its reset and the agency's rule:
/// GET /v1/second-factor, POST /v1/second-factor/set-up, /confirm, /off, POST /v1/users/{id}/second-factor/reset,
/// GET and POST /v1/sign-in-rule
void registerSecondFactorRoutes(Router& router, const RouteContext& context);
/// GET /v1/sign-in/methods; with a provider, which must outlive the router, POST /v1/sign-in/oidc/start and /v1/sign-in/oidc
void registerSingleSignOnRoutes(Router& router, const RouteContext& context, OidcProvider* provider);
/// POST /v1/changes, GET /v1/changes, GET /v1/snapshot
void registerSyncRoutes(Router& router, const RouteContext& context);
/// GET /healthz: 200 while the process answers.
void registerHealthRoute(Router& router, const RouteContext& context);

/// 429, with when to come again.
Response tooManyGuesses();

/// Takes a guess at the password of who is signed in, wherever it is asked for: they are counted together. `guess`:
/// NotAllowed where the password is wrong. The refusal to answer with; nothing where it was right.
Result<std::optional<Response>> guessPassword(const RouteContext& context, Database& db, const Session& session,
                                              const std::function<Result<void>()>& guess);

/// Runs `handle(db, session)` for a device that is signed in and speaks our protocol; answers the error otherwise.
Response withSession(const RouteContext& context, const Request& request,
                     const std::function<Result<Response>(Database&, const Session&)>& handle);

} // namespace handrail::server
