// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/carriers/curltransport.h"
#include "core/carriers/twiliotexts.h"
#include "core/ports/mailbox.h"
#include "server/config/config.h"
#include "server/gateway/gateway.h"

namespace handrail::server {

/// The carriers that the configuration names, with their credentials.
class JoinedCarriers
{
public:
    static Result<std::unique_ptr<JoinedCarriers>> make(const Config& config, const Clock& clock);
    /// Valid as long as this object.
    Carriers carriers() { return {m_texts ? &*m_texts : nullptr, m_mail.get()}; }
    /// Null where the configuration names none.
    Mailbox* mailbox() { return m_mailbox.get(); }

private:
    JoinedCarriers() = default;

    CurlTransport m_transport;
    std::optional<TwilioTexts> m_texts;
    std::unique_ptr<MailGateway> m_mail;
    std::unique_ptr<Mailbox> m_mailbox;
};

} // namespace handrail::server
