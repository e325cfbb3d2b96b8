// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/numbers.h"

namespace handrail::ui {

namespace {

constexpr int daysAPart = 92; ///< Small enough that a million referrals leave the store free in between.

constexpr Measure measuresOfPeriod[] = {Measure::Referrals,  Measure::Answers,  Measure::Completed, Measure::SaidNo,
                                        Measure::NotArrived, Measure::Activity, Measure::OptOuts};

StatisticsQuery queryFor(const NumbersQuestion& question, const Period& period)
{
    StatisticsQuery query = queryOf(period, question.zone);
    query.team = question.team;
    query.worker = question.worker;
    return query;
}

StatisticsQuery loadQuery(const NumbersQuestion& question)
{
    return {.from = question.now, .to = question.now, .team = question.team, .worker = question.worker};
}

} // namespace

Figure Numbers::figure(Measure measure, const QStringList& buckets) const
{
    if (measure == Measure::OpenLoad)
        return {measure, loadQuery(question), buckets};
    return figureOf(measure, question.period, buckets);
}

Figure Numbers::figureOf(Measure measure, const Period& part, const QStringList& buckets) const
{
    return {measure, queryFor(question, part), buckets};
}

NumbersLoader::NumbersLoader(StoreRunner& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
}

void NumbersLoader::plan(const NumbersQuestion& question)
{
    m_numbers = {.question = question,
                 .before = periodBefore(question.kind, question.period),
                 .now = {},
                 .earlier = {},
                 .intervals = intervalsOf(question.period, question.firstDayOfWeek),
                 .optOuts = {}};
    m_numbers.optOuts.resize(m_numbers.intervals.size());
    m_steps.clear();
    for (const bool earlier : {false, true}) {
        const StatisticsQuery whole = queryFor(question, earlier ? m_numbers.before : question.period);
        for (const StatisticsQuery& part : partsOf(whole, daysAPart)) {
            for (const Measure measure : measuresOfPeriod) {
                m_steps.append({measure, part, earlier, -1});
            }
        }
    }
    for (qsizetype i = 0; i < m_numbers.intervals.size(); ++i) {
        m_steps.append({Measure::OptOuts, queryFor(question, m_numbers.intervals[i]), false, int(i)});
    }
    m_steps.append({Measure::OpenLoad, loadQuery(question), false, -1});
}

void NumbersLoader::ask(const NumbersQuestion& question)
{
    plan(question);
    m_done = 0;
    m_busy = true;
    next(++m_run);
}

void NumbersLoader::cancel()
{
    ++m_run;
    m_busy = false;
}

void NumbersLoader::next(int run)
{
    if (run != m_run) {
        return;
    }
    if (m_done == m_steps.size()) {
        m_busy = false;
        Q_EMIT finished(m_numbers);
        return;
    }
    askStore(
        m_store, this,
        [step = m_steps[m_done]](LocalStore& store) { return store.statistics().counts(step.measure, step.query); },
        [this, run](const Result<QList<BucketCount>>& counts) {
            if (run != m_run) {
                return;
            }
            if (!counts.ok()) {
                cancel();
                Q_EMIT failed(counts.error().sentence);
                return;
            }
            take(m_steps[m_done], *counts);
            ++m_done;
            Q_EMIT progressed(m_done, int(m_steps.size()));
            next(run);
        });
}

void NumbersLoader::take(const Step& step, const QList<BucketCount>& counts)
{
    if (step.interval >= 0) {
        m_numbers.optOuts[step.interval] = counts;
        return;
    }
    QList<BucketCount>& sum = (step.earlier ? m_numbers.earlier : m_numbers.now)[step.measure];
    sum = summed(sum + counts);
}

} // namespace handrail::ui
