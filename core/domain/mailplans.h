// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/replyplan.h"

namespace handrail {

/// A human's mail that answers ours, or comes from a client's address.
struct MailReplyContext
{
    Address from;
    QString own;  ///< The client's own words (mailwords.h).
    QString body; ///< All of the mail's text: shown where nothing in it can be told to be the client's own.
    QString subject;
    QString carrierId;
    QDateTime receivedAt;           ///< UTC
    std::optional<Message> message; ///< Ours that is answered, where that can be told.
    QList<ClientId> clients;        ///< Whose it may be: the message's, or those who have the address.
    bool optedOut = false;          ///< Of message's address, else of `from`.
    QList<Message> unsentToAddress; ///< To that address.
    std::function<QUuid()> newId;
};

/// R8, R10: kept, shown to the workers as the client's message, and changes no referral: mails are long, and quote our
/// own words. A plain wish for no more email opts the address out, for good.
ReplyPlan planMailReply(const MailReplyContext& context);

/// What a mail server reports about a mail on its way (RFC 3464).
enum class DeliveryAction {
    Failed,    ///< It gave up.
    Delayed,   ///< It goes on trying.
    Delivered, ///< It is in the mailbox.
    Relayed,   ///< A mail server further on has it, which tells nothing more.
};

struct MailNewsContext
{
    Message message; ///< As it is now.
    DeliveryAction action = DeliveryAction::Failed;
    QString status;                 ///< Enhanced status code (mailstatus.h), may be empty.
    QDateTime at;                   ///< UTC
    QList<Message> unsentToAddress; ///< All that waits for the message's address, any client.
    std::function<QUuid()> newId;
};

struct MailNewsPlan
{
    std::optional<MessageState> state; ///< The message's next state.
    QString reason;
    bool bounced = false;       ///< The address takes no mail (bounce.h): what waits for it is canceled.
    QList<Activity> activities; ///< Beside that of the message's step.
    QList<MessageId> cancel;
    QString cancelReason;
};

/// A failure for good ends the message and stops mail to the address until a worker sets it aside; one for now ends
/// the message where the server has given up, and is only told where it goes on.
MailNewsPlan planMailNews(const MailNewsContext& context);

} // namespace handrail
