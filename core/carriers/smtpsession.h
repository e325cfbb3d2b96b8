// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/carriers/conversation.h"
#include "core/carriers/smtpmail.h"

namespace handrail {

/// What a mail server said to one command; code 0: nothing, the connection is gone.
struct SmtpReply
{
    int code = 0;
    QString enhanced; ///< RFC 3463, such as 5.1.1; may be empty.
    [[nodiscard]] bool isGood() const { return code >= 200 && code < 400; }
};

/// How far a mail came.
enum class SmtpStep {
    Sender,    ///< MAIL FROM was answered, or nothing was.
    Recipient, ///< RCPT TO was answered.
    Text,      ///< The text went, but not its end.
    End,       ///< The final dot began to leave: from here on only the server knows.
};

struct SmtpResult
{
    SmtpStep step = SmtpStep::Sender;
    SmtpReply reply; ///< To that step.
};

/// One connection to a mail server, for one mail after the other.
class SmtpSession
{
public:
    /// `domain`: of the sending address, our name where the settings have none.
    SmtpSession(const SmtpSettings& settings, const QString& domain);
    ~SmtpSession();
    SmtpSession(const SmtpSession&) = delete;
    SmtpSession& operator=(const SmtpSession&) = delete;

    [[nodiscard]] CURLcode opened() const { return m_talk.opened(); }
    /// The last code that the server gave while the session was opened.
    [[nodiscard]] int openingCode() const;
    /// Hands over one mail to its one recipient. `bytes`: as it travels (CRLF).
    SmtpResult send(const OutgoingMail& mail, const QByteArray& bytes);
    /// Whether the next mail may use it.
    [[nodiscard]] bool isUsable() const { return m_usable; }

private:
    /// Sender, recipient and the wish to send; a result where the mail can't follow.
    std::optional<SmtpResult> announce(const OutgoingMail& mail, qsizetype size);
    SmtpReply reply();
    SmtpReply ask(const QByteArray& command);
    [[nodiscard]] QByteArray mailFrom(const OutgoingMail& mail, qsizetype size) const;
    [[nodiscard]] QByteArray recipientTo(const OutgoingMail& mail) const;
    [[nodiscard]] bool can(const char* extension) const;

    Conversation m_talk;
    bool m_reportSuccess;
    int m_timeoutMs; ///< For one mail: with that for opening the session it stays below the gateway's patience.
    bool m_usable = false;
};

} // namespace handrail
