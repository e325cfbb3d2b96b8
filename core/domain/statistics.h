// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/message.h"
#include "core/domain/referral.h"
#include "core/domain/reply.h"

#include <QMap>
#include <QStringList>
#include <QTimeZone>

/// What supervisors are told in numbers. Every number is the length of a list that can be opened, so each measure below
/// says what is in the list. core/storage/sqlstatisticsstore.cpp has the same definitions in SQL.
namespace handrail {

/// A referral counts for the worker whom its client is assigned to, or else the one who made it; and for the client's
/// team, or else that worker's. Messages and activities count as their client does. The client of a record of somebody
/// who was merged is the one they were merged into.
enum class Measure {
    Referrals,  ///< Made within the period; bucket: their status now ("in_review").
    Answers,    ///< Follow-ups that went out within the period (state sent or delivered); bucket: channel, and the
                ///< latest answer to that very message that nobody has taken back: "text.yes", "email.none".
    Completed,  ///< Referrals that are completed now, and became so within the period; bucket: whole days since they
                ///< were made ("12"). Where one was reopened, the last time counts.
    SaidNo,     ///< Answers No given within the period that are the referral's latest answer and were not taken back;
                ///< bucket: the resource site's id.
    OptOuts,    ///< Entries of the opt-out ledger within the period that opt out; bucket: channel. An address counts as
                ///< the client whose profile has it (the one with the smallest id where several have).
    OpenLoad,   ///< Referrals that are open now, whenever they were made; bucket: worker's id (empty: nobody), and
                ///< whether anything happened in the 14 days before the period's end: "<id>.active", "<id>.quiet".
    NotArrived, ///< Messages that were refused, expired or are held, since within the period; bucket: state.
    Activity,   ///< Entries of Recent Activity within the period; bucket: kind ("answered").
};
inline constexpr int quietDays = 14;

/// Whom and when a number is about.
struct StatisticsQuery
{
    QDateTime from; ///< UTC, within.
    QDateTime to;   ///< UTC, the first moment after.
    std::optional<TeamId> team;
    std::optional<UserId> worker;
    friend bool operator==(const StatisticsQuery&, const StatisticsQuery&) = default;
};

/// How many of a measure's list are in one bucket. `name`: of the worker or resource site that the bucket is about.
struct BucketCount
{
    QString bucket;
    QString name;
    int count = 0;
    friend bool operator==(const BucketCount&, const BucketCount&) = default;
};

/// A number on the screen: what its list is. All buckets where none is named.
struct Figure
{
    Measure measure = Measure::Referrals;
    StatisticsQuery query;
    QStringList buckets;
    friend bool operator==(const Figure&, const Figure&) = default;
};

/// Days of the agency's calendar, both within.
struct Period
{
    QDate first;
    QDate last;
    [[nodiscard]] int days() const { return int(first.daysTo(last)) + 1; }
    friend bool operator==(const Period&, const Period&) = default;
};
enum class PeriodKind { Week, Month, Quarter, Year, Custom };

/// The week (from `firstDayOfWeek`), month, quarter or year of `today`, up to today.
Period periodOf(PeriodKind kind, const QDate& today, Qt::DayOfWeek firstDayOfWeek);
/// What it is compared with: as many days from the beginning of the week, month ... before (fewer where that one is
/// shorter); for Custom the days just before.
Period periodBefore(PeriodKind kind, const Period& period);
/// The period's days up to a month, its weeks up to half a year, else its months; the first and last may be cut.
QList<Period> intervalsOf(const Period& period, Qt::DayOfWeek firstDayOfWeek);
/// From the first day's midnight to the midnight after the last, in `zone`.
StatisticsQuery queryOf(const Period& period, const QTimeZone& zone);
/// Parts of at most `days` days, in order: a long period is counted part by part, so that nothing else has to wait.
QList<StatisticsQuery> partsOf(const StatisticsQuery& query, int days);

/// How values lie: the middle half of them is between the quartiles.
struct Spread
{
    int count = 0;
    double lowerQuartile = 0;
    double median = 0;
    double upperQuartile = 0;
    friend bool operator==(const Spread&, const Spread&) = default;
};
/// Of values and how often each is there; between two values the line between them counts. All 0 where there is none.
Spread spreadOf(const QMap<int, int>& timesOfValue);

/// Bounds of the columns in which days are shown: 0-7, 8-14 ... The last has no end (`last` is the greatest int).
struct DayRange
{
    int first = 0;
    int last = 0;
};
QList<DayRange> dayRanges();

/// Percent of `part` in `whole`; nothing where there is no whole.
std::optional<double> rateOf(int part, int whole);

/// The same buckets counted together, in the order in which they first come.
QList<BucketCount> summed(const QList<BucketCount>& counts);
int totalOf(const QList<BucketCount>& counts);
int countOf(const QList<BucketCount>& counts, const QString& bucket);

} // namespace handrail
