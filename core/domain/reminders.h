// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/referral.h"

#include <QList>

namespace handrail {

/// When a worker wants to be reminded of a referral about which nothing has happened.
enum class Reminder { AfterDay, AfterTwoDays, AfterWeek, AfterMonth };

/// All of them, shortest first.
const QList<Reminder>& allReminders();
/// 24, 48, 168 or 720 (30 days) hours.
qint64 hoursOf(Reminder reminder);

/// What «gone quiet» looks at.
struct QuietContext
{
    ReferralStatus status = ReferralStatus::Unstarted;
    QDateTime lastActivityAt;    ///< UTC; whoever acted: worker, client or a message to the client.
    QDateTime seenAt;            ///< UTC; when the worker last set a reminder of this referral aside; null: never.
    QList<Reminder> reminders;   ///< Those that the worker wants, any order.
    QDateTime now;               ///< UTC
};

/// The longest reminder that has come due since the referral went quiet, unless the worker has seen it already: one
/// that was set aside comes back when the next longer one is due, or when it went quiet anew. Nothing for a referral
/// that is completed or canceled.
std::optional<Reminder> dueReminder(const QuietContext& context);

} // namespace handrail
