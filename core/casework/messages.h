// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"
#include "core/domain/messagetext.h"

namespace handrail::casework {

/// All that there is to know about one message.
struct MessageDetails
{
    MessageRow row;
    QString phoneRegion;
    QStringList siteNames;         ///< Of the referrals that it is about, basket order.
    QList<ReferralId> referralIds; ///< The same ones.
    QString sharedBy;              ///< The worker's name; empty where the share is not here.
    QDateTime sharedAt;            ///< UTC
    std::optional<Consent> consent;
    bool optedOut = false;    ///< The address takes no more messages now.
    QList<ActivityRow> events; ///< What became of it, oldest first, each once.
    Result<MessageText> text = Error{}; ///< As it will be or was written, with a sample link; an error: the template's.
};

/// NotFound where there is no such message (any more).
Result<MessageDetails> readMessage(Desk& desk, const MessageId& message);

/// Cancels a message that waits or is held, here and now: the server hears of it with the next sync, and where it has
/// sent the message before, that stands. For when the server can't be asked. With a note about the message in the
/// activity of each referral concerned. Conflict where it does not wait any more, InvalidInput where the reason is blank or longer than
/// 500 characters.
Result<void> cancelMessage(Desk& desk, const MessageId& message, const QString& reason);

/// The longest reason for canceling or sending again.
inline constexpr qsizetype longestMessageReason = 500;

} // namespace handrail::casework
