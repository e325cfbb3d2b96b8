// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/address.h"
#include "core/domain/id.h"

#include <QDateTime>

namespace handrail {

/// What a reply means for the referral (R6).
enum class Answer { Yes, No, NoLongerInterested };

/// The client's own words of R6, kept as the activity's note.
QString answerNote(Answer answer);

/// By which way a reply came.
enum class ReplyVia { Link, Text, Email };

/// What came back from the client. Append-only, kept whatever it says.
struct Reply
{
    ReplyId id;
    ReplyVia via = ReplyVia::Link;
    std::optional<Address> from; ///< Empty for an answer by link.
    std::optional<ClientId> clientId;
    std::optional<ReferralId> referralId;
    std::optional<MessageId> messageId; ///< The message that it answers.
    std::optional<Answer> answer;       ///< Empty where it is no answer.
    QString body;                       ///< The client's words; empty for an answer by link.
    QString carrierId;                  ///< The carrier's id of an inbound text, for counting it once.
    QDateTime receivedAt;               ///< UTC
    bool needsWorker = false;           ///< No rule understood it, or two clients share the number: a person reads it.
    friend bool operator==(const Reply&, const Reply&) = default;
};

/// What a worker says that a client's message means, where no rule understood it (R8). The latest of a reply counts.
struct ReplyReading
{
    ReplyReadingId id;
    ReplyId replyId;
    UserId workerId;
    enum class Meaning {
        Yes,
        No,
        NoLongerInterested,
        OptOut, ///< The client wants no more messages at that address.
        Other,  ///< Nothing that changes anything; the message is done with.
    } meaning = Meaning::Other;
    std::optional<ClientId> clientId; ///< Whose message it is, where two share the address.
    std::optional<ReferralId> referralId;
    QDateTime at; ///< UTC
    QString note;
    friend bool operator==(const ReplyReading&, const ReplyReading&) = default;
};

/// An entry of the opt-out ledger (R9, R10). Append-only; the latest entry of an address decides.
struct OptOut
{
    OptOutId id;
    Address address;
    bool optedOut = true; ///< False: opted in again (texts only; R10 never).
    enum class Source {
        TextReply,
        CarrierRefusal,
        CarrierStatus,
        EmailLink,
        EmailOneClick,
        EmailReply, ///< Asked for in a mail, or by the mailto: of List-Unsubscribe.
        WorkerSaid
    } source = Source::TextReply;
    QString words; ///< The client's words where there are any.
    QDateTime at;  ///< UTC
    friend bool operator==(const OptOut&, const OptOut&) = default;
};

} // namespace handrail
