// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/domain/textreply.h"

namespace handrail {

/// A follow-up that was texted to a number (state Sent, Delivered, Sending or Unknown) and its referral.
struct OpenQuestion
{
    Message message;
    Referral referral;
    QDateTime sentAt; ///< UTC
    bool answered = false;
};

/// A referral's status change, or a message to cancel: what a plan asks the store to do.
struct StatusChange
{
    ReferralId referralId;
    ReferralStatus to;
    friend bool operator==(const StatusChange&, const StatusChange&) = default;
};

/// What a reply does. All of it is stored in one transaction with the reply.
struct ReplyPlan
{
    Reply reply;
    QList<StatusChange> statusChanges;
    QList<Activity> activities;
    QList<MessageId> cancel; ///< Unsent messages that must not go out any more; the reason is `cancelReason`.
    QString cancelReason;
    std::optional<OptOut> optOut;
    /// Kannel only: the one confirmation of STOP, or the answer to HELP, is due (R9). Twilio sends its own.
    enum class AutoReply { None, StopConfirmation, Help } autoReply = AutoReply::None;
};

/// R6: the status that an answer leads to.
ReferralStatus statusAfter(Answer answer, ReferralStatus before);

/// R6 for an answer to one referral, by whichever way it came.
struct AnswerContext
{
    Referral referral;
    Message message; ///< The follow-up that is answered.
    Answer answer = Answer::Yes;
    ReplyVia via = ReplyVia::Link;
    Reply reply;                    ///< Id, time and words; the plan fills client, referral, message and answer in.
    QList<Message> unsentFollowUps; ///< Of this referral, every channel.
    std::function<QUuid()> newId;
};
ReplyPlan planAnswer(const AnswerContext& context);

/// R8, R9 for an inbound text.
struct TextReplyContext
{
    Address from;
    QString body;
    QString carrierId;
    QDateTime receivedAt; ///< UTC
    bool optedOut = false;
    QList<OpenQuestion> questions;   ///< Follow-ups texted to `from`, any client, newest first.
    QList<ClientId> clientsOfNumber; ///< Clients whose profile or messages have this number.
    /// Whom those clients who were merged stand for (mergedclients.h); who is not in it stands for itself.
    QHash<ClientId, ClientId> keptOnes;
    QList<Message> unsentToNumber;   ///< Every waiting text to this number.
    QList<Message> unsentFollowUps;  ///< Every unsent follow-up, any channel, of the referrals in `questions`.
    std::function<QUuid()> newId;
};
ReplyPlan planTextReply(const TextReplyContext& context);

/// R9, R10: an address is opted out (email for good) by link, one-click, mail, carrier or worker: cancels what waits
/// for it.
struct OptOutContext
{
    Address address;
    OptOut::Source source = OptOut::Source::EmailLink;
    QString words;
    QDateTime at; ///< UTC
    bool alreadyOptedOut = false;
    std::optional<UserId> worker; ///< Set where a worker recorded it.
    QList<ClientId> clients;      ///< Whose activity shows it.
    QList<Message> unsentToAddress;
    std::function<QUuid()> newId;
};
struct OptOutPlan
{
    std::optional<OptOut> optOut; ///< Empty where the address was opted out already: nothing to do.
    QList<Activity> activities;
    QList<MessageId> cancel;
    QString cancelReason;
};
OptOutPlan planOptOut(const OptOutContext& context);

/// A worker takes an automatic change, or a worker's reading of a message, back in one step (R8).
struct RevertContext
{
    Activity activity;                ///< The Answered or ReplyRead activity.
    std::optional<Referral> referral; ///< As it is now; empty where the activity is about none.
    bool revertedAlready = false;
    UserId worker;
    QDateTime now; ///< UTC
    std::function<QUuid()> newId;
};
struct RevertPlan
{
    std::optional<StatusChange> statusChange; ///< Empty where a reading had set no status, or it has moved on since.
    Activity activity;
};
/// Whether there is something to take back: an automatic status change, or any reading of a message.
bool isRevertible(const Activity& activity);
/// An error where it is not revertible, was reverted already, or an automatic status has moved on since. A reading is
/// taken back all the same: the message waits to be read again, and a status that was set by hand since stays.
Result<RevertPlan> planRevert(const RevertContext& context);

/// R6: a worker sets a status by hand; completing or canceling cancels the referral's unsent follow-ups.
struct StatusContext
{
    Referral referral;
    ReferralStatus to = ReferralStatus::Unstarted;
    QString reason;
    UserId worker;
    QDateTime now; ///< UTC
    QList<Message> unsentFollowUps;
    std::function<QUuid()> newId;
};
struct StatusPlan
{
    std::optional<StatusChange> statusChange; ///< Empty where the status is that already.
    QList<Activity> activities;
    QList<MessageId> cancel;
    QString cancelReason;
};
StatusPlan planStatus(const StatusContext& context);

} // namespace handrail
