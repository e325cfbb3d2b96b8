// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/auth.h"
#include "server/http/router.h"
#include "server/store/databases.h"
#include "server/store/environment.h"

namespace handrail::server {

/// What the routes stand on. All must outlive the router.
struct RouteContext
{
    Databases& databases;
    Environment environment;
    RateLimiter& guesses;      ///< Of one password, by address and email.
    RateLimiter& guessesByAll; ///< From one address, whatever the email.
};

/// POST /v1/sign-in, POST /v1/sign-out
void registerAccountRoutes(Router& router, const RouteContext& context);
/// POST /v1/changes, GET /v1/changes, GET /v1/snapshot
void registerSyncRoutes(Router& router, const RouteContext& context);
/// GET /healthz: 200 while the database answers.
void registerHealthRoute(Router& router, const RouteContext& context);

/// Runs `handle(db, session)` for a device that is signed in and speaks our protocol; answers the error otherwise.
Response withSession(const RouteContext& context, const Request& request,
                     const std::function<Result<Response>(Database&, const Session&)>& handle);

} // namespace handrail::server
