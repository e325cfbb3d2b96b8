// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/carriers/mailserver.h"
#include "core/ports/carriers.h"

#include <memory>

namespace handrail {

struct SmtpSettings : MailServer
{
    /// Ask for a report of success as well (RFC 3461), by which an email whose fate is unknown can be found out.
    /// Failures and delays are reported anyway, where the server can.
    bool reportSuccess = false;
};

/// Mail through a mail server (RFC 5321). Until the end of a mail has begun to leave, nothing can have been taken; from
/// then on only the server's word counts, and silence is Unknown (RFC 1047's gap). Keeps connections open and may be
/// called from several threads.
class SmtpMail : public MailGateway
{
public:
    explicit SmtpMail(SmtpSettings settings);
    ~SmtpMail() override;
    SmtpMail(const SmtpMail&) = delete;
    SmtpMail& operator=(const SmtpMail&) = delete;

    SendOutcome send(const OutgoingMail& mail) override;

private:
    class Connections;
    SmtpSettings m_settings;
    std::unique_ptr<Connections> m_connections;
};

} // namespace handrail
