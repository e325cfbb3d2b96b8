// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/carriers.h"

#include <memory>

namespace handrail {

struct SmtpSettings
{
    QString host;
    int port = 587;
    enum class Security {
        Plain,    ///< No encryption: a mail server on this machine or its own network; takes no password elsewhere.
        StartTls, ///< Required, not tried: no fall-back to plain.
        Tls,      ///< From the first byte (port 465).
    } security = Security::StartTls;
    QString user; ///< Empty: no sign-in.
    QString password;
    QString heloName; ///< What we call ourselves; empty: the sending address's domain.
    QString caFile;   ///< PEM file of the authorities to trust; empty for the system's.
    int timeoutMs = 30000;
};

/// Mail through a mail server (RFC 5321). Until the text of a mail has begun to leave, nothing can have been taken;
/// from then on only the server's word counts, and silence is Unknown (RFC 1047's gap). Keeps connections open and may
/// be called from several threads.
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
