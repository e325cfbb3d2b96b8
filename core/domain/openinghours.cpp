// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/openinghours.h"

#include "core/domain/localtime.h"

#include <algorithm>

namespace handrail {

namespace {

constexpr int soonDays = 9; ///< Enough for what comes back each week.
constexpr int yearDays = 366;

bool hasTimes(const SiteHours& hours)
{
    return hours.opens.isValid() && hours.closes.isValid() && !hours.closed;
}

bool inSeason(const SiteHours& hours, const QDate& day)
{
    if (!hours.yearly)
        return (!hours.from.isValid() || day >= hours.from) && (!hours.to.isValid() || day <= hours.to);
    const auto inYear = [](const QDate& date) { return date.month() * 100 + date.day(); };
    const int from = hours.from.isValid() ? inYear(hours.from) : 101;
    const int to = hours.to.isValid() ? inYear(hours.to) : from;
    const int now = inYear(day);
    return from <= to ? now >= from && now <= to : now >= from || now <= to; // over New Year
}

bool inMonth(const SiteHours& hours, const QDate& day)
{
    if (!hours.monthDays.isEmpty())
        return hours.monthDays.contains(day.day()) || (hours.monthDays.contains(-1) && day.day() == day.daysInMonth());
    if (!hours.weekdays.contains(day.dayOfWeek()))
        return false;
    if (hours.monthWeeks.isEmpty())
        return true;
    const bool isLast = day.day() + 7 > day.daysInMonth();
    return hours.monthWeeks.contains((day.day() - 1) / 7 + 1) || (isLast && hours.monthWeeks.contains(-1));
}

bool isHoliday(const QList<SiteHours>& all, const QDate& day)
{
    return std::any_of(all.begin(), all.end(), [&](const SiteHours& h) { return h.closed && inSeason(h, day); });
}

struct Span
{
    QDateTime from;
    QDateTime to;
};

/// The openings that start on `day`, by the clock.
QList<Span> spansOn(const QList<SiteHours>& all, const QDate& day, const QTimeZone& zone, bool uncertain)
{
    QList<Span> spans;
    if (isHoliday(all, day))
        return spans;
    for (const SiteHours& hours : all) {
        if (hours.uncertain != uncertain || !hasTimes(hours) || !appliesOn(hours, day))
            continue;
        const QDate last = hours.closes <= hours.opens ? day.addDays(1) : day;
        spans.append({resolveLocal(day, hours.opens, zone).instant, resolveLocal(last, hours.closes, zone).instant});
    }
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
    return spans;
}

/// Whether hours of «not each week» hold this moment.
bool coveredPerhaps(const QList<SiteHours>& all, const QDateTime& at, const QDate& today, const QTimeZone& zone)
{
    for (const QDate& day : {today.addDays(-1), today})
        for (const Span& span : spansOn(all, day, zone, true))
            if (span.from <= at && at < span.to)
                return true;
    return false;
}

} // namespace

bool appliesOn(const SiteHours& hours, const QDate& day)
{
    return inSeason(hours, day) && inMonth(hours, day);
}

std::optional<QList<SiteHours>> openingsOn(const QList<SiteHours>& hours, const QDate& day)
{
    if (!std::any_of(hours.begin(), hours.end(), hasTimes))
        return std::nullopt;
    QList<SiteHours> open;
    if (isHoliday(hours, day))
        return open;
    for (const SiteHours& row : hours) {
        if (!hasTimes(row) || !appliesOn(row, day))
            continue;
        if (row.uncertain)
            return std::nullopt;
        open.append(row);
    }
    std::stable_sort(open.begin(), open.end(), [](const auto& a, const auto& b) { return a.opens < b.opens; });
    return open;
}

Opening openingAt(const QList<SiteHours>& hours, const QDateTime& at, const QTimeZone& zone)
{
    if (!std::any_of(hours.begin(), hours.end(), hasTimes))
        return {};
    const QDate today = wallClockAt(at, zone).date();
    const bool perhaps = coveredPerhaps(hours, at, today, zone);
    const auto closed = [&](const QDateTime& opensAt) {
        return perhaps ? Opening{} : Opening{Opening::State::Closed, {}, opensAt};
    };
    QDateTime openUntil;
    for (int i = -1; i <= yearDays; ++i) {
        const QList<Span> spans = spansOn(hours, today.addDays(i), zone, false);
        for (const Span& span : spans) {
            if (openUntil.isNull() ? span.from <= at && at < span.to : span.from <= openUntil)
                openUntil = openUntil.isNull() ? span.to : std::max(openUntil, span.to);
            else if (openUntil.isNull() && span.from > at)
                return closed(span.from);
        }
        if (!openUntil.isNull() && openUntil < resolveLocal(today.addDays(i + 1), QTime(0, 0), zone).instant)
            return {Opening::State::Open, openUntil, {}};
        if (!openUntil.isNull() && i >= soonDays)
            return {Opening::State::Open, {}, {}}; // open around the clock
    }
    return closed({});
}

int WeekHours::minuteAt(const QDateTime& at, const QTimeZone& zone)
{
    const QDateTime wall = wallClockAt(at, zone);
    return ((wall.date().dayOfWeek() - 1) * 24 + wall.time().hour()) * 60 + wall.time().minute();
}

bool WeekHours::holds(int minute) const
{
    return std::any_of(open.begin(), open.end(), [&](const auto& span) {
        return (minute >= span.first && minute < span.second) || minute + minutes < span.second;
    });
}

QList<int> WeekHours::hourNumbers() const
{
    QList<int> hours;
    for (const auto& [from, to] : open)
        for (int hour = from / 60; hour * 60 < to; ++hour)
            if (!hours.contains(hour % 168))
                hours.append(hour % 168);
    std::sort(hours.begin(), hours.end());
    return hours;
}

WeekHours weekHours(const QList<SiteHours>& hours)
{
    WeekHours week;
    for (const SiteHours& h : hours) {
        week.exact = week.exact && h.monthWeeks.isEmpty() && h.monthDays.isEmpty() && !h.from.isValid() &&
                     !h.to.isValid() && !h.closed && !h.uncertain;
        if (!hasTimes(h) || h.uncertain)
            continue;
        const QList<int> days = h.monthDays.isEmpty() ? h.weekdays : QList<int>{1, 2, 3, 4, 5, 6, 7};
        const int opens = h.opens.hour() * 60 + h.opens.minute();
        const int closes = h.closes.hour() * 60 + h.closes.minute();
        for (const int day : days) {
            if (day < 1 || day > 7)
                continue;
            const int midnight = (day - 1) * 24 * 60;
            week.open.append({midnight + opens, midnight + closes + (closes <= opens ? 24 * 60 : 0)});
        }
    }
    std::sort(week.open.begin(), week.open.end());
    QList<std::pair<int, int>> joined;
    for (const auto& span : std::as_const(week.open)) {
        if (!joined.isEmpty() && span.first <= joined.last().second)
            joined.last().second = std::max(joined.last().second, span.second);
        else
            joined.append(span);
    }
    week.open = joined;
    return week;
}

} // namespace handrail
