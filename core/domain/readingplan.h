// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/replyplan.h"

namespace handrail {

/// R8: a worker says what a client's message means that no rule understood, or that may be from several clients.
struct ReadingContext
{
    Reply reply;
    ReplyReading::Meaning meaning = ReplyReading::Meaning::Other;
    std::optional<ClientId> client;     ///< Whose message it is; needed for an answer and for the activity.
    std::optional<Referral> referral;   ///< What an answer is about.
    std::optional<MessageId> question;  ///< The follow-up that asked, where there is one.
    QString note;                       ///< The worker's, may be empty.
    UserId worker;
    QDateTime now;                      ///< UTC
    bool readAlready = false;           ///< Somebody's reading holds.
    bool alreadyOptedOut = false;       ///< The ledger's word on the reply's address.
    QList<ClientId> clientsOfAddress;   ///< Whose activity shows an opt-out.
    QList<Message> unsentFollowUps;     ///< Of the referral, every channel.
    QList<Message> unsentToAddress;
    std::function<QUuid()> newId;
};

/// All of it is stored in one transaction.
struct ReadingPlan
{
    ReplyReading reading;
    std::optional<StatusChange> statusChange;
    QList<Activity> activities; ///< The ReplyRead one has the reading's id: reverting it takes the reading back.
    QList<MessageId> cancel;
    QString cancelReason;
    std::optional<OptOut> optOut;
};

/// A note of a reading may have so many characters (ReplyReading.note in records/schema.cpp).
inline constexpr qsizetype longestReadingNote = 2000;

/// R6 for an answer, R9/R10 for a wish to hear nothing more, nothing for the rest. Conflict where it was read already;
/// InvalidInput where an answer has no referral (or another client's), an opt-out no address, or the note is too long.
Result<ReadingPlan> planReading(const ReadingContext& context);

/// The answer that a meaning is, where it is one.
std::optional<Answer> answerOf(ReplyReading::Meaning meaning);

} // namespace handrail
