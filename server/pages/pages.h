// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/pages/pagelimit.h"
#include "server/pages/pagesource.h"

namespace handrail::server {

struct PageSettings
{
    /// Where «Leave this page» leads: an https address that anybody may have open and that answers without a redirect.
    QString leaveTo = QStringLiteral("https://www.wikipedia.org/");
    QString publicUrl; ///< What browsers call this server; empty: what Host says.
};

/// The client's pages: GET and POST /r/<token> and /f/<token>, GET and POST /u/<token> (also RFC 8058's one-click).
/// What /r and /f show first is a cover that tells nothing; its link opens the page for half an hour, or until
/// «Leave this page» (docs/decisions/0290). Only a POST ever asks `source` to record something (R7). The token is the
/// capability: it is what a forger of requests would lack; a browser that says that a POST comes from another site is
/// refused all the same. `source` and `limit` (null: none) must outlive the router.
void registerPages(Router& router, PageSource& source, PageLimit* limit = nullptr, const PageSettings& settings = {});

} // namespace handrail::server
