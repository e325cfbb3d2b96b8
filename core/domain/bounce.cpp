// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/bounce.h"

#include <QSet>
#include <algorithm>

namespace handrail {

std::optional<BounceEvent> readBounceEvent(const QString& rule, const QString& message, const QString& referral,
                                           const QString& address, const QString& text, qint64 at)
{
    const auto email = Address::fromStored(Channel::Email, address);
    const auto id = MessageId::fromString(message);
    if (!email || !id || (rule != bounceRule && rule != bounceResetRule))
        return std::nullopt;
    return BounceEvent{
        {*email, *id, ReferralId::fromString(referral), text, QDateTime::fromMSecsSinceEpoch(at, Qt::UTC)},
        rule == bounceResetRule};
}

QList<Bounce> standingBounces(const QList<BounceEvent>& events)
{
    QSet<MessageId> reset;
    for (const BounceEvent& event : events)
        if (event.reset)
            reset.insert(event.bounce.messageId);
    QList<Bounce> standing;
    for (const BounceEvent& event : events)
        if (!event.reset && !reset.contains(event.bounce.messageId))
            standing.append(event.bounce);
    return standing;
}

const Bounce* bounceOf(const Address& address, const QList<Bounce>& bounces)
{
    const auto found = std::find_if(bounces.rbegin(), bounces.rend(), [&](const Bounce& bounce) {
        return address.channel() == Channel::Email && bounce.address.ledgerKey() == address.ledgerKey();
    });
    return found == bounces.rend() ? nullptr : &*found;
}

} // namespace handrail
