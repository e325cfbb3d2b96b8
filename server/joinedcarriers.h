// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/carriers/curltransport.h"
#include "core/carriers/kanneltexts.h"
#include "core/carriers/twiliotexts.h"
#include "core/ports/mailbox.h"
#include "server/config/config.h"
#include "server/gateway/gateway.h"

namespace handrail::server {

/// The carriers that the configuration names, with their credentials.
class JoinedCarriers
{
public:
    /// `address`: where this server listens, for carriers that bring things to it.
    static Result<std::unique_ptr<JoinedCarriers>> make(const Config& config, const QString& address,
                                                        const Clock& clock);
    /// Valid as long as this object.
    Carriers carriers() { return {m_texts.get(), m_mail.get()}; }
    /// The secret of Kannel's hooks; empty where there is no Kannel.
    [[nodiscard]] const QString& kannelSecret() const { return m_kannelSecret; }
    /// The process ends: calls of the text carrier end soon, with an unknown outcome where they had left.
    void giveUp() { m_transport.giveUp(); }
    /// Null where the configuration names none.
    Mailbox* mailbox() { return m_mailbox.get(); }

private:
    JoinedCarriers() = default;
    Result<void> joinTwilio(const Config& config);
    Result<void> joinKannel(const Config& config, const QString& address);

    CurlTransport m_transport;
    std::unique_ptr<TextGateway> m_texts;
    QString m_kannelSecret;
    std::unique_ptr<MailGateway> m_mail;
    std::unique_ptr<Mailbox> m_mailbox;
};

} // namespace handrail::server
