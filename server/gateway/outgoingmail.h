// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/carriers.h"
#include "core/protocol/wire.h"
#include "server/gateway/gateway.h"

namespace handrail::server {

/// What goes to the mail server for a message: one Message-ID and envelope id for all tries, by which bounces and
/// replies find back; sent by the server's clock.
OutgoingMail outgoingMail(const Agency& agency, const Message& message, const protocol::SendRequest& request,
                          const QString& unsubscribeLink, const GatewaySettings& settings, const QDateTime& now);

} // namespace handrail::server
