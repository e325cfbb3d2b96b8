// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/statistics.h"

#include "core/domain/localtime.h"

#include <algorithm>
#include <limits>

namespace handrail {

namespace {

constexpr int longestInDays = 31;
constexpr int longestInWeeks = 184;

QDate beginningOf(PeriodKind kind, const QDate& day, Qt::DayOfWeek firstDayOfWeek)
{
    switch (kind) {
    case PeriodKind::Week:
        return day.addDays(-((day.dayOfWeek() - firstDayOfWeek + 7) % 7));
    case PeriodKind::Month:
        return {day.year(), day.month(), 1};
    case PeriodKind::Quarter:
        return {day.year(), (day.month() - 1) / 3 * 3 + 1, 1};
    case PeriodKind::Year:
        return {day.year(), 1, 1};
    case PeriodKind::Custom:
        break;
    }
    return day;
}

QDate oneEarlier(PeriodKind kind, const QDate& first)
{
    switch (kind) {
    case PeriodKind::Week:
        return first.addDays(-7);
    case PeriodKind::Month:
        return first.addMonths(-1);
    case PeriodKind::Quarter:
        return first.addMonths(-3);
    case PeriodKind::Year:
        return first.addYears(-1);
    case PeriodKind::Custom:
        break;
    }
    return first;
}

QDateTime midnightOf(const QDate& day, const QTimeZone& zone)
{
    return resolveLocal(day, QTime(0, 0), zone).instant;
}

/// The value at `rank` (0-based) of the values in order.
int valueAt(const QMap<int, int>& timesOfValue, int rank)
{
    for (auto it = timesOfValue.begin(); it != timesOfValue.end(); ++it) {
        if (rank < it.value())
            return it.key();
        rank -= it.value();
    }
    return 0;
}

double quantile(const QMap<int, int>& timesOfValue, int count, double share)
{
    const double rank = share * (count - 1);
    const int below = int(rank);
    const double low = valueAt(timesOfValue, below);
    const double high = valueAt(timesOfValue, std::min(below + 1, count - 1));
    return low + (high - low) * (rank - below);
}

} // namespace

Period periodOf(PeriodKind kind, const QDate& today, Qt::DayOfWeek firstDayOfWeek)
{
    return {beginningOf(kind, today, firstDayOfWeek), today};
}

Period periodBefore(PeriodKind kind, const Period& period)
{
    if (kind == PeriodKind::Custom)
        return {period.first.addDays(-period.days()), period.first.addDays(-1)};
    const QDate first = oneEarlier(kind, period.first);
    return {first, std::min(first.addDays(period.days() - 1), period.first.addDays(-1))};
}

QList<Period> intervalsOf(const Period& period, Qt::DayOfWeek firstDayOfWeek)
{
    QList<Period> intervals;
    for (QDate first = period.first; first <= period.last;) {
        QDate next = first.addDays(1);
        if (period.days() > longestInWeeks)
            next = beginningOf(PeriodKind::Month, first, firstDayOfWeek).addMonths(1);
        else if (period.days() > longestInDays)
            next = beginningOf(PeriodKind::Week, first, firstDayOfWeek).addDays(7);
        intervals.append({first, std::min(next.addDays(-1), period.last)});
        first = next;
    }
    return intervals;
}

StatisticsQuery queryOf(const Period& period, const QTimeZone& zone)
{
    return {.from = midnightOf(period.first, zone), .to = midnightOf(period.last.addDays(1), zone)};
}

QList<StatisticsQuery> partsOf(const StatisticsQuery& query, int days)
{
    QList<StatisticsQuery> parts;
    for (QDateTime from = query.from; from < query.to;) {
        StatisticsQuery part = query;
        part.from = from;
        part.to = std::min(from.addDays(days), query.to);
        from = part.to;
        parts.append(part);
    }
    return parts;
}

Spread spreadOf(const QMap<int, int>& timesOfValue)
{
    int count = 0;
    for (const int times : timesOfValue)
        count += times;
    if (count == 0)
        return {};
    return {count, quantile(timesOfValue, count, 0.25), quantile(timesOfValue, count, 0.5),
            quantile(timesOfValue, count, 0.75)};
}

QList<DayRange> dayRanges()
{
    return {{0, 7}, {8, 14}, {15, 30}, {31, 60}, {61, 90}, {91, std::numeric_limits<int>::max()}};
}

std::optional<double> rateOf(int part, int whole)
{
    return whole > 0 ? std::optional(100.0 * part / whole) : std::nullopt;
}

QList<BucketCount> summed(const QList<BucketCount>& counts)
{
    QList<BucketCount> sums;
    for (const BucketCount& one : counts) {
        const auto known = std::ranges::find(sums, one.bucket, &BucketCount::bucket);
        if (known == sums.end())
            sums.append(one);
        else
            known->count += one.count;
    }
    return sums;
}

int totalOf(const QList<BucketCount>& counts)
{
    int total = 0;
    for (const BucketCount& one : counts)
        total += one.count;
    return total;
}

int countOf(const QList<BucketCount>& counts, const QString& bucket)
{
    const auto found = std::ranges::find(counts, bucket, &BucketCount::bucket);
    return found == counts.end() ? 0 : found->count;
}

} // namespace handrail
