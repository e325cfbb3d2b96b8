// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/gateway.h"
#include "server/gateway/links.h"

/// Links on sheets of paper. They open the same page as a text's link, but no message carries them: nothing is sent, so
/// no consent stands behind them (docs/decisions/0143); they are traced by who asked for them (I10).
namespace handrail::server {

/// A fresh link to a page with the sites of these referrals. NotFound where one of them is not that client's, or has
/// not arrived yet. It expires as the others do and works until it is revoked.
Result<protocol::PrintedLinkAnswer> mintPrintedLink(Database& db, const Environment& environment,
                                                    const Session& session, const protocol::PrintedLinkRequest& request,
                                                    const GatewaySettings& settings);

/// The links of a client's sheets, of merged records' too, latest first; at most protocol::maxPrintedLinks.
Result<protocol::PrintedLinkList> printedLinksOf(Database& db, const Session& session, const ClientId& client);

/// The link opens nothing from now on. NotFound where this agency has no such link; revoking it again is no error.
Result<protocol::PrintedLink> revokePrintedLink(Database& db, const Session& session, const QString& id);

/// What such a link's page shows; noSuchLink() where there is none.
Result<LinkPage> openPrintedLink(Database& db, const Environment& environment, const QByteArray& token);

} // namespace handrail::server
