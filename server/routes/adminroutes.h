// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/routes/routes.h"

namespace handrail::server {

/// GET /v1/admin/people, POST /v1/admin/people, POST /v1/admin/people/{id}, POST /v1/admin/people/{id}/password
void registerPeopleRoutes(Router& router, const RouteContext& context);
/// GET /v1/admin/audit, POST /v1/admin/clients/{id}/erase, GET /v1/admin/clients/{id}/export, GET and POST
/// /v1/admin/retention
void registerPrivacyRoutes(Router& router, const RouteContext& context);

/// GET and POST /v1/admin/feeds, POST /v1/admin/feeds/fetch, POST /v1/admin/feeds/remove
void registerFeedRoutes(Router& router, const RouteContext& context);

/// As withSession(), for an administrator's device; everybody else: NotAllowed.
Response withAdministrator(const RouteContext& context, const Request& request,
                           const std::function<Result<Response>(Database&, const Session&)>& handle);

/// A route that is there for administrators only.
struct AdministratorRoute
{
    const char* method;
    const char* path;
    Result<Response> (*answer)(const RouteContext&, const Request&, Database&, const Session&);
    RouteLimits limits;
};
void addForAdministrator(Router& router, const RouteContext& context, const AdministratorRoute& route);

} // namespace handrail::server
