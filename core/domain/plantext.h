// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/message.h"
#include "core/domain/sendgate.h"

#include <QList>

namespace handrail {

// What a client writes may be of any length; the store's limits are in records/schema.cpp.
inline constexpr qsizetype longestKeptBody = 8000;
inline constexpr qsizetype longestKeptWords = 2000;

/// The ids of those that are still unsent and fulfil `wanted`, each once.
template <typename Predicate>
QList<MessageId> unsentIds(const QList<Message>& messages, Predicate wanted)
{
    QList<MessageId> ids;
    for (const Message& message : messages)
        if (isUnsent(message.state) && wanted(message) && !ids.contains(message.id))
            ids.append(message.id);
    return ids;
}

/// The unsent follow-ups of one referral.
inline QList<MessageId> unsentFollowUpIds(const QList<Message>& messages, const ReferralId& referral)
{
    return unsentIds(messages, [&referral](const Message& message) {
        return message.kind == MessageKind::FollowUp && message.referralId == referral;
    });
}

/// Everything unsent to one address.
inline QList<MessageId> unsentIdsTo(const QList<Message>& messages, const Address& address)
{
    return unsentIds(messages, [&address](const Message& message) {
        return message.channel() == address.channel() && message.address.ledgerKey() == address.ledgerKey();
    });
}

} // namespace handrail
