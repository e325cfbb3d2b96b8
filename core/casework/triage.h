// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"

namespace handrail::casework {

/// A referral that a client's message may be an answer about.
struct ReferralChoice
{
    Referral referral;
    QString siteName;
    std::optional<Message> question; ///< The latest follow-up about it that went to the address, where there is one.
    bool answered = false;           ///< The client has answered about it before.
};

/// A client whose message it may be.
struct TriageClient
{
    ClientId id;
    QString name;
    QList<ReferralChoice> referrals; ///< The unanswered question that was sent last first; then the open ones.
};

/// What passed between us and the address.
struct Exchange
{
    QDateTime at; ///< UTC
    bool byClient = false;
    QString words;                     ///< The client's; empty for a message of ours and an answer by link.
    std::optional<Answer> answer;      ///< What a rule made of the client's words.
    std::optional<MessageKind> kind;   ///< Of a message of ours.
    std::optional<MessageState> state; ///< Of a message of ours.
    QString siteName;                  ///< Of a follow-up.
};

/// One message of a client that waits for a person, with all that helps to understand it.
struct TriageItem
{
    ReplyRow row;
    QString phoneRegion;
    QList<TriageClient> clients;           ///< Several where they share the number.
    QList<Exchange> history;               ///< Of the address, oldest first, the last hundred.
    bool optedOut = false;                 ///< The address takes no messages already.
    std::optional<ReplyReading> reading;   ///< Where somebody has read it meanwhile.
    QString readBy;                        ///< The name of who did.
};

/// NotFound where there is no such message (any more).
Result<TriageItem> readTriage(Desk& desk, const ReplyId& reply);

/// What the worker says that the message means.
struct ReadingForm
{
    ReplyReading::Meaning meaning = ReplyReading::Meaning::Other;
    std::optional<ClientId> client;
    std::optional<ReferralId> referral; ///< For an answer.
    QString note;
};

/// R8: records it, with what follows by R6, R9 and R10, in one transaction. Errors as in planReading(); NotFound where
/// message or referral is unknown. Taken back by revertChange() with the activity that has the reading's id.
Result<ReplyReadingId> recordReading(Desk& desk, const ReplyId& reply, const ReadingForm& form);

} // namespace handrail::casework
