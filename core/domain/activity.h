// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/message.h"
#include "core/domain/referral.h"
#include "core/domain/reply.h"

namespace handrail {

enum class ActivityKind {
    Created,          ///< The referral was made.
    StatusChanged,    ///< By a worker; from, to, and the reason in `text`.
    Note,             ///< A worker's note in `text`.
    Shared,           ///< Shared with the client; `text` has the channels and days.
    ConsentWithdrawn, ///< What was waiting is canceled.
    MessageEvent,     ///< A message was sent, delivered, refused, held, expired ...
    Answered,         ///< The client answered; from, to (equal for No), `text` is the note of R6.
    ClientMessage,    ///< A reply that no rule understood, or that a worker must read.
    OptedOut,         ///< The client opted out of a channel, or in again.
    Reverted,         ///< A worker took back an automatic change, `revertsId`.
    ReplyRead,        ///< A worker said what a client's message means; statuses and `answer` as with Answered.
    ClientMerged,     ///< Another client's record was found to be the same person; `text` has its name.
    ClientUnmerged,   ///< That was taken back.
};

/// Activity::rule of a message that a worker canceled too late, at a desk that was offline (docs/decisions/0165).
inline const QString lateCancelRule = QStringLiteral("late_cancel");

/// An append-only entry of a referral: who, what, when (R11), and by which message, channel and rule (R8).
struct Activity
{
    ActivityId id;
    ActivityKind kind = ActivityKind::Note;
    ClientId clientId;
    std::optional<ReferralId> referralId; ///< Empty where it is about the client as a whole (an opt-out).
    QDateTime at;                         ///< UTC
    std::optional<UserId> workerId;       ///< Who did it; empty for the client and for Handrail itself.
    bool byClient = false;
    std::optional<Channel> channel;
    std::optional<ReplyVia> via;
    std::optional<MessageId> messageId;
    std::optional<ReplyId> replyId;
    QString rule; ///< "R6", "R8" ... for automatic changes.
    std::optional<ReferralStatus> fromStatus;
    std::optional<ReferralStatus> toStatus;
    std::optional<Answer> answer;
    std::optional<MessageState> messageState;
    std::optional<ActivityId> revertsId;
    QString text;
    friend bool operator==(const Activity&, const Activity&) = default;
};

} // namespace handrail
