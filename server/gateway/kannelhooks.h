// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/phonenumbers.h"
#include "server/gateway/gateway.h"
#include "server/http/router.h"

namespace handrail::server {

struct KannelHookSettings
{
    QString secret;                        ///< Stands in the path: who knows it is Kannel. Letters, digits, - and _.
    QString region = QStringLiteral("US"); ///< ISO 3166: where a number without a country code is from.
};

/// "/hooks/kannel/<secret>/report", for the dlr-url of each text.
QString kannelReportPath(const QString& secret);

/// GET and POST /hooks/kannel/<secret>/inbound takes a client's text, …/report what became of one of ours
/// (core/carriers/kannelhooks.h). Kannel only knows how to GET: this is between two machines, behind a secret, and no
/// page that a mail scanner could open (R7). With another secret there is no such path. What comes again changes
/// nothing; 503 where it could not be kept, so that Kannel comes again. All that it is given must outlive the router.
void registerKannelHooks(Router& router, Gateway& gateway, const PhoneNumbers& phones, KannelHookSettings settings);

} // namespace handrail::server
