// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/observe/metrics.h"

namespace handrail::server {

/// GET /metrics. `token`: who reads must bring it as a bearer token; empty: anybody who reaches this router. `refresh`
/// is called before, for numbers that have to be looked up.
void registerMetricsRoute(Router& router, Metrics& metrics, const QString& token, std::function<void()> refresh);

} // namespace handrail::server
