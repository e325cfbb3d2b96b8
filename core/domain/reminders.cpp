// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/reminders.h"

namespace handrail {

const QList<Reminder>& allReminders()
{
    static const QList<Reminder> all = {Reminder::AfterDay, Reminder::AfterTwoDays, Reminder::AfterWeek,
                                        Reminder::AfterMonth};
    return all;
}

qint64 hoursOf(Reminder reminder)
{
    switch (reminder) {
    case Reminder::AfterDay:
        return 24;
    case Reminder::AfterTwoDays:
        return 48;
    case Reminder::AfterWeek:
        return 7 * 24;
    case Reminder::AfterMonth:
        return 30 * 24;
    }
    Q_UNREACHABLE();
    return 0;
}

std::optional<Reminder> dueReminder(const QuietContext& context)
{
    const bool closed =
        context.status == ReferralStatus::ServiceCompleted || context.status == ReferralStatus::Canceled;
    if (closed || !context.lastActivityAt.isValid())
        return std::nullopt;
    const auto dueAt = [&](Reminder reminder) { return context.lastActivityAt.addSecs(hoursOf(reminder) * 3600); };
    std::optional<Reminder> longest;
    for (const Reminder reminder : allReminders())
        if (context.reminders.contains(reminder) && dueAt(reminder) <= context.now)
            longest = reminder;
    if (longest && context.seenAt.isValid() && context.seenAt >= dueAt(*longest))
        return std::nullopt;
    return longest;
}

} // namespace handrail
