// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/followups.h"

#include "core/domain/localtime.h"

#include <QTimeZone>
#include <algorithm>

namespace handrail {

namespace {

constexpr int firstFollowUpDay = 7;
constexpr int expiryDays = 14;
constexpr int marginBeforeClosingSeconds = 30 * 60;
constexpr qint64 carrierValidityLimitSeconds = 36000;

/// The window, or the default one where the setting makes no sense: a follow-up must never go out at night because of
/// a slip of the pen in the settings.
ContactWindow usable(const ContactWindow& window)
{
    const bool sound = window.opens.isValid() && window.closes.isValid() && window.opens < window.closes;
    return sound ? window : ContactWindow{};
}

bool isInside(const QTime& time, const ContactWindow& window)
{
    return window.opens <= time && time < window.closes;
}

QTime shortlyBeforeClosing(const ContactWindow& window)
{
    const int sinceOpening = window.opens.secsTo(window.closes);
    return sinceOpening <= marginBeforeClosingSeconds ? window.opens
                                                      : window.closes.addSecs(-marginBeforeClosingSeconds);
}

/// The last half hour before closing counts as late (docs/decisions/0010): what leaves then may arrive at night.
QTime movedInto(const ContactWindow& window, const QTime& time)
{
    return std::clamp(time, window.opens, shortlyBeforeClosing(window));
}

bool isOnDayInside(const QDateTime& instant, const QDate& day, const QTimeZone& zone, const ContactWindow& window)
{
    const QDateTime wall = wallClockAt(instant, zone);
    return wall.date() == day && isInside(wall.time(), window);
}

/// The first instant at or after `from` that is inside the window.
QDateTime nextInside(const QDateTime& from, const QTimeZone& zone, const ContactWindow& window)
{
    const QDateTime wall = wallClockAt(from, zone);
    if (isInside(wall.time(), window))
        return from;
    // A day may be missing in a zone's history, and a narrow window may lie in a gap; neither happens often in a row.
    for (int ahead = 0; ahead < 7; ++ahead) {
        const QDate day = wall.date().addDays(ahead);
        const LocalMoment opening = resolveLocal(day, window.opens, zone);
        for (const QDateTime& candidate : {opening.transition, opening.instant, opening.second})
            if (candidate.isValid() && candidate >= from && isOnDayInside(candidate, day, zone, window))
                return candidate;
    }
    return from.addDays(7);
}

} // namespace

QDateTime followUpDueAt(const QDateTime& sharedAt, int index, const QTimeZone& zone, const ContactWindow& window)
{
    Q_ASSERT(sharedAt.isValid() && zone.isValid() && index >= 0);
    const ContactWindow hours = usable(window);
    const QDateTime sharedWall = wallClockAt(sharedAt, zone);
    const QDate day = sharedWall.date().addDays(firstFollowUpDay + index);
    const LocalMoment moment = resolveLocal(day, movedInto(hours, sharedWall.time()), zone);
    if (moment.kind != LocalMoment::Kind::Gap || isOnDayInside(moment.instant, day, zone, hours))
        return moment.instant;
    // The gap carried it past the closing or past midnight: the day still holds, so go back to before the closing.
    const LocalMoment beforeClosing = resolveLocal(day, shortlyBeforeClosing(hours), zone);
    for (const QDateTime& candidate : {beforeClosing.instant, moment.transition.addSecs(-marginBeforeClosingSeconds),
                                       moment.transition.addMSecs(-1)})
        if (isOnDayInside(candidate, day, zone, hours))
            return candidate;
    return moment.instant;
}

FollowUpMove followUpMove(const QDateTime& sharedAt, const QDateTime& dueAt, const QTimeZone& zone,
                          const ContactWindow& window)
{
    const QTime shared = wallClockAt(sharedAt, zone).time();
    const QTime due = wallClockAt(dueAt, zone).time();
    if (shared == due)
        return FollowUpMove::None;
    if (movedInto(usable(window), shared) == shared)
        return FollowUpMove::ClockChange;
    return shared < due ? FollowUpMove::ToOpening : FollowUpMove::BeforeClosing;
}

FollowUpTiming timeFollowUp(const QDateTime& dueAt, const QDateTime& now, const QDateTime& lastSentAt,
                            const QTimeZone& zone, const ContactWindow& window)
{
    using Verdict = FollowUpTiming::Verdict;
    if (now > dueAt.toUTC().addDays(expiryDays))
        return {Verdict::Expired, {}};
    const ContactWindow hours = usable(window);
    QDateTime earliest = nextInside(std::max(now, dueAt), zone, hours);
    if (lastSentAt.isValid()) {
        const QDate lastDay = wallClockAt(lastSentAt, zone).date();
        if (wallClockAt(earliest, zone).date() == lastDay) {
            const QDateTime midnight = resolveLocal(lastDay.addDays(1), QTime(0, 0), zone).instant;
            earliest = nextInside(midnight, zone, hours);
        }
    }
    if (earliest <= now)
        return {Verdict::SendNow, {}};
    return {Verdict::Later, earliest.toUTC()};
}

int secondsUntilWindowCloses(const QDateTime& now, const QTimeZone& zone, const ContactWindow& window)
{
    const ContactWindow hours = usable(window);
    const QDateTime wall = wallClockAt(now, zone);
    if (!isInside(wall.time(), hours))
        return 1;
    const LocalMoment closing = resolveLocal(wall.date(), hours.closes, zone);
    QDateTime closesAt = closing.kind == LocalMoment::Kind::Gap ? closing.transition : closing.instant;
    if (closesAt <= now && closing.second.isValid())
        closesAt = closing.second;
    return int(std::clamp<qint64>(now.secsTo(closesAt), 1, carrierValidityLimitSeconds));
}

} // namespace handrail
