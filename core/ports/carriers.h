// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/message.h"
#include "core/domain/result.h"

#include <QDateTime>
#include <QList>

namespace handrail {

/// What a carrier made of a message.
struct SendOutcome
{
    enum class Kind {
        Sent,     ///< Taken; `carrierId` is its id.
        Refused,  ///< For good; `reason` says why.
        TryLater, ///< Surely not processed (429, nothing reached it): may be sent again after `retryAfterSeconds`.
        Unknown,  ///< May have been taken: must be looked up, never simply sent again.
    } kind = Kind::Unknown;
    QString carrierId;
    int carrierCode = 0;   ///< The carrier's error code (Twilio 21610 ...), 0 where there is none.
    QString reason;        ///< A sentence for the worker.
    bool optedOut = false; ///< The refusal means that the client opted out at the carrier (R9).
    bool bounced = false;  ///< The refusal means that the address takes no mail (domain/bounce.h).
    int retryAfterSeconds = 60;
};

struct OutgoingText
{
    QString to;   ///< E.164
    QString from; ///< E.164
    QString body;
    QString statusCallback; ///< URL, may be empty.
    int validitySeconds = 36000;
};

/// A text as the carrier's own list has it.
struct CarrierText
{
    QString carrierId;
    QString to;
    QString from;
    QString body;
    std::optional<MessageState> state; ///< Sent, Delivered or Refused; empty where still under way.
    int carrierCode = 0;
    QDateTime at;
};

struct InboundText
{
    QString carrierId;
    QString from; ///< E.164, or a short code, or an alphanumeric sender
    QString to;
    QString body;
    QDateTime receivedAt;
};

/// Who carries texts. Credentials stay inside the adapter. Calls block; never in a GUI thread.
class TextGateway
{
public:
    virtual ~TextGateway() = default;
    virtual SendOutcome send(const OutgoingText& text) = 0;
    /// Texts to `to` that the carrier knows of since `since` (it may round down to the day), for looking up an unknown
    /// one.
    virtual Result<QList<CarrierText>> sentTo(const QString& to, const QDateTime& since) = 0;
    /// Inbound texts to `number` since `since` (rounded down to the day; all pages). The caller remembers which it has
    /// seen.
    virtual Result<QList<InboundText>> inbound(const QString& number, const QDateTime& since) = 0;
    /// Whether the carrier itself answers STOP and HELP (Twilio does, Kannel does not).
    [[nodiscard]] virtual bool answersKeywords() const = 0;
};

struct OutgoingMail
{
    QString messageId; ///< Without angle brackets; the same for all tries.
    QString fromName;
    QString fromAddress;
    QString toAddress;
    QString subject;
    QString text;
    QString html;
    QString unsubscribeUrl;    ///< For List-Unsubscribe (RFC 2369) and its one-click POST (RFC 8058).
    QString unsubscribeMailto; ///< mailto: address for the same, may be empty.
    QString returnPath;        ///< Where bounces go; empty: to the sender's address.
    QString envelopeId;        ///< RFC 3461 ENVID: comes back with delivery reports; letters, digits and dashes.
    QDateTime date;            ///< Server time.
    QString language;
};

/// Who carries mail.
class MailGateway
{
public:
    virtual ~MailGateway() = default;
    virtual SendOutcome send(const OutgoingMail& mail) = 0;
};

} // namespace handrail
