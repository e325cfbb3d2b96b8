// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/gateway.h"
#include "server/http/router.h"

namespace handrail::server {

/// Where Twilio (or a carrier like it) finds this server, and how it proves who it is.
struct TwilioWebhookSettings
{
    QString publicUrl; ///< As the carrier was given it, without a slash at the end: what it signs.
    QString authToken;
};

inline constexpr char twilioInboundPath[] = "/hooks/twilio/inbound";
inline constexpr char twilioStatusPath[] = "/hooks/twilio/status";

/// POST /hooks/twilio/inbound takes a client's text, POST /hooks/twilio/status/{reference} what became of one of ours.
/// Each must bear X-Twilio-Signature over its public address and form; else 403, and nothing is looked at. One that
/// comes again changes nothing. The gateway must outlive the router.
void registerTwilioWebhooks(Router& router, Gateway& gateway, TwilioWebhookSettings settings);

} // namespace handrail::server
