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
    /// Nothing of this sender goes out until an administrator has acted; `reason` says what is wrong.
    bool administrator = false;
    /// With TryLater: it is not about this message. All of this sender's wait as long: 429, or nobody could be reached.
    bool slowDown = false;
    int retryAfterSeconds = 60;
};

struct OutgoingText
{
    QString to;   ///< E.164
    QString from; ///< E.164
    QString body;
    QString statusCallback; ///< URL, may be empty.
    int validitySeconds = 36000;
    /// Of this very call, for a carrier that gives no id of its own (Kannel): it takes this one for it.
    QString tryId = {};
    QString reference = {}; ///< The message's id: what a carrier without ids of its own gives back in its reports.
};

/// What became of a text after the carrier took it, by its list, a webhook or a delivery report.
struct TextStatus
{
    std::optional<MessageState> state; ///< Sent, Delivered or Refused; empty where still under way.
    int carrierCode = 0;               ///< The carrier's error code, 0 where there is none.
    QString reason;                    ///< A sentence for the worker, where it was refused.
    bool optedOut = false;             ///< It was refused since the client opted out at the carrier (R9).
    bool administrator = false;        ///< As in SendOutcome.
    /// It surely never left the carrier, for a reason that passes (Twilio's 30036: its validity ended with the contact
    /// window): it may wait and go again.
    bool neverLeft = false;
    friend bool operator==(const TextStatus&, const TextStatus&) = default;
};

/// A carrier's word on one of our texts.
struct TextReport
{
    QString carrierId; ///< May be empty where the carrier has no ids; the message is found by our reference then.
    TextStatus status;
};

/// A text as the carrier's own list has it.
struct CarrierText
{
    QString carrierId;
    QString to;
    QString from;
    QString body;
    TextStatus status = {};
    QDateTime at;
};

struct InboundText
{
    QString carrierId;
    QString from; ///< E.164, or a short code, or an alphanumeric sender
    QString to;
    QString body;
    QDateTime receivedAt;
    bool carrierOptedOut = false; ///< The carrier took it as an opt-out, whatever its words (Twilio's OptOutType).
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
    /// Texts from `number` since `since` (rounded down to the day; all pages), for learning what became of them where
    /// no webhook tells.
    virtual Result<QList<CarrierText>> sentFrom(const QString& number, const QDateTime& since) = 0;
    /// Inbound texts to `number` since `since` (rounded down to the day; all pages). The caller remembers which it has
    /// seen.
    virtual Result<QList<InboundText>> inbound(const QString& number, const QDateTime& since) = 0;
    /// Whether the carrier has lists to look things up in (Twilio has, Kannel only pushes). Where not, the three lists
    /// above are empty and unknown texts wait for a report.
    [[nodiscard]] virtual bool hasLists() const { return true; }
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
