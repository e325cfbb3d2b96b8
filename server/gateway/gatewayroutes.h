// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/gateway.h"
#include "server/http/router.h"

namespace handrail::server {

/// POST /v1/messages/claim, and /v1/messages/{id}/send, /release and /decision (core/protocol/wire.h), each for a
/// signed-in device. What it is given must outlive the router.
void registerGatewayRoutes(Router& router, Databases& databases, Gateway& gateway, const Environment& environment);

} // namespace handrail::server
