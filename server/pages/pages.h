// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/pages/pagelimit.h"
#include "server/pages/pagesource.h"

namespace handrail::server {

/// The client's pages: GET /r/<token>, GET and POST /f/<token>, GET and POST /u/<token> (also RFC 8058's one-click).
/// Only a POST ever asks `source` to record something (R7). The token is the capability: it is what a forger of
/// requests would lack. `source` and `limit` (null: none) must outlive the router.
void registerPages(Router& router, PageSource& source, PageLimit* limit = nullptr);

} // namespace handrail::server
