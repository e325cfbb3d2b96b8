// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace handrail {

/// A mail server, and how to get into it.
struct MailServer
{
    QString host;
    int port = 587;
    enum class Security {
        Plain,    ///< No encryption: a mail server on this machine or its own network; takes no password elsewhere.
        StartTls, ///< Required, not tried: no fall-back to plain.
        Tls,      ///< From the first byte (ports 465, 993).
    } security = Security::StartTls;
    QString user; ///< Empty: no sign-in.
    QString password;
    QString tokenFile; ///< XOAUTH2: a file whose first line is the access token; read anew for every connection.
    QString heloName;  ///< SMTP: what we call ourselves; empty: the sending address's domain.
    QString caFile;    ///< PEM file of the authorities to trust; empty for the system's.
    int timeoutMs = 30000;
};

/// Whether a secret for that server would travel unencrypted to another machine.
bool exposesSecret(const MailServer& server);

} // namespace handrail
