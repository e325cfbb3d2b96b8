// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"

#include <QLatin1String>

namespace handrail {

/// Mail to this address of a client came back for good, and no worker has set that aside.
struct Bounce
{
    Address address;
    MessageId messageId;                  ///< The message that came back.
    std::optional<ReferralId> referralId; ///< Whose activity tells of it.
    QString reason;                       ///< A sentence.
    QDateTime at;                         ///< UTC
    friend bool operator==(const Bounce&, const Bounce&) = default;
};

/// That an address takes no mail is kept nowhere else than in the activity: a message event with this rule says so ...
inline constexpr QLatin1String bounceRule("bounce");
/// ... and a worker's note with this one, about the same message, sets it aside.
inline constexpr QLatin1String bounceResetRule("bounce_reset");

/// One of those two activities, with the address of its message.
struct BounceEvent
{
    Bounce bounce;
    bool reset = false;
};

/// As a database has it; nothing where ids or address can't be right. `at` in milliseconds.
std::optional<BounceEvent> readBounceEvent(const QString& rule, const QString& message, const QString& referral,
                                           const QString& address, const QString& text, qint64 at);

/// The bounces that no worker has set aside. `events` of one client, by time.
QList<Bounce> standingBounces(const QList<BounceEvent>& events);

/// The latest that concerns `address`; null where it takes mail.
const Bounce* bounceOf(const Address& address, const QList<Bounce>& bounces);

} // namespace handrail
