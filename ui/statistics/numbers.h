// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/statistics.h"
#include "core/ports/storerunner.h"

#include <QHash>
#include <QObject>

namespace handrail::ui {

/// What the page Team asks for.
struct NumbersQuestion
{
    PeriodKind kind = PeriodKind::Month;
    Period period;
    Qt::DayOfWeek firstDayOfWeek = Qt::Monday;
    QTimeZone zone = QTimeZone::utc();
    std::optional<TeamId> team;
    std::optional<UserId> worker;
    QDateTime now; ///< UTC; what «open now» is judged by.
    bool operator==(const NumbersQuestion&) const = default;
};

/// Everything counted for a period and the one before it.
struct Numbers
{
    NumbersQuestion question;
    Period before;
    QHash<Measure, QList<BucketCount>> now;
    QHash<Measure, QList<BucketCount>> earlier; ///< Without OpenLoad, which is as of now.
    QList<Period> intervals;
    QList<QList<BucketCount>> optOuts; ///< By interval.

    /// The list behind a number of this period, or of a part of it.
    [[nodiscard]] Figure figure(Measure measure, const QStringList& buckets = {}) const;
    [[nodiscard]] Figure figureOf(Measure measure, const Period& part, const QStringList& buckets) const;
};

/// Counts on the store's thread, one small question after the other, so that everything else that the desk asks of the
/// store comes in between and nothing waits. A question that is asked while one is under way takes its place.
class NumbersLoader : public QObject
{
    Q_OBJECT

public:
    explicit NumbersLoader(StoreRunner& store, QObject* parent = nullptr);
    void ask(const NumbersQuestion& question);
    /// What is under way is given up; what was counted before stays.
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    /// `done` of `all` questions are answered.
    void progressed(int done, int all);
    void finished(const handrail::ui::Numbers& numbers);
    void failed(const QString& sentence);

private:
    struct Step
    {
        Measure measure = Measure::Referrals;
        StatisticsQuery query;
        bool earlier = false;
        int interval = -1; ///< Of the opt-outs over time.
    };
    void plan(const NumbersQuestion& question);
    void next(int run);
    void take(const Step& step, const QList<BucketCount>& counts);

    StoreRunner& m_store;
    QList<Step> m_steps;
    int m_done = 0;
    int m_run = 0; ///< Tells answers of an older question apart.
    bool m_busy = false;
    Numbers m_numbers;
};

} // namespace handrail::ui
