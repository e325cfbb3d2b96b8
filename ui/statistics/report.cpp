// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/report.h"

#include "core/domain/records/codec.h"
#include "ui/datewords.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

constexpr ReferralStatus statuses[] = {ReferralStatus::Unstarted, ReferralStatus::InReview,
                                       ReferralStatus::ServiceInProgress, ReferralStatus::ServiceCompleted,
                                       ReferralStatus::Canceled};
constexpr qsizetype barsAtMost = 10; ///< More can't be read; the table has them all.

QString number(int value)
{
    return QLocale().toString(value);
}

QString percent(std::optional<double> rate)
{
    return rate ? Words::tr("%1 %").arg(QLocale().toString(*rate, 'f', 0)) : Words::tr("none");
}

QString days(double value)
{
    return QLocale().toString(value, 'f', value == int(value) ? 0 : 1);
}

ReportCell plain(const QString& text)
{
    return {text, std::nullopt};
}

ReportCell counted(int count, const Figure& figure)
{
    return {number(count), figure};
}

QString channelInWords(Channel channel)
{
    return channel == Channel::Text ? Words::tr("Texts") : Words::tr("Emails");
}

ReportSection byStatus(const Numbers& numbers)
{
    const auto& now = numbers.now[Measure::Referrals];
    const auto& earlier = numbers.earlier[Measure::Referrals];
    ReportSection section{.name = u"status"_s,
                          .title = Words::tr("Referrals by status"),
                          .definition =
                              Words::tr("Referrals that were made in this period, by the status they have now."),
                          .nothing = Words::tr("No referral was made in this period.")};
    section.header = {Words::tr("Status"), Words::tr("Referrals"), Words::tr("Share"), Words::tr("Before")};
    ReportSeries series{Words::tr("Referrals"), {}, {}};
    for (const ReferralStatus status : statuses) {
        const QString bucket = records::nameOf(status);
        const int count = countOf(now, bucket);
        const Figure figure = numbers.figure(Measure::Referrals, {bucket});
        section.categories.append(statusInWords(status));
        series.values.append(count);
        series.figures.append(figure);
        section.rows.append({plain(statusInWords(status)), counted(count, figure),
                             plain(percent(rateOf(count, totalOf(now)))), plain(number(countOf(earlier, bucket)))});
    }
    section.series = {series};
    section.summary = Words::tr("%n referral(s) were made, %1 of them are completed.", nullptr, totalOf(now))
                          .arg(number(countOf(now, u"service_completed"_s)));
    return section;
}

/// What was asked by one channel, and what came back.
struct Asked
{
    int asked = 0;
    int answered = 0;
    QStringList answeredBuckets;
    QStringList allBuckets;
};

const QStringList answerNames = {u"yes"_s, u"no"_s, u"no_longer_interested"_s, u"none"_s};

Asked askedBy(Channel channel, const QList<BucketCount>& counts)
{
    Asked asked;
    for (const QString& answer : answerNames) {
        const QString bucket = records::nameOf(channel) + u'.' + answer;
        asked.asked += countOf(counts, bucket);
        asked.allBuckets.append(bucket);
        if (answer != "none"_L1) {
            asked.answered += countOf(counts, bucket);
            asked.answeredBuckets.append(bucket);
        }
    }
    return asked;
}

QString answersDefinition()
{
    return Words::tr(
        "Follow-up questions that went out in this period, by channel, and the client’s latest answer to that "
        "very message. Answer rate: how many of them were answered so far. A client who was asked by text "
        "and by email and answers one of them leaves the other without an answer.");
}

ReportSection byChannel(const Numbers& numbers)
{
    const auto& now = numbers.now[Measure::Answers];
    const auto& earlier = numbers.earlier[Measure::Answers];
    ReportSection section{.name = u"answers"_s,
                          .title = Words::tr("Answers by channel"),
                          .definition = answersDefinition(),
                          .nothing = Words::tr("No follow-up question went out in this period.")};
    const QStringList titles = {Words::tr("Yes"), Words::tr("No"), Words::tr("No longer interested"),
                                Words::tr("No answer yet")};
    section.header = QStringList{Words::tr("Channel"), Words::tr("Asked")} + titles +
                     QStringList{Words::tr("Answer rate"), Words::tr("Before")};
    for (qsizetype i = 0; i < answerNames.size(); ++i)
        section.series.append({titles[i], {}, {}});
    QStringList said;
    for (const Channel channel : {Channel::Text, Channel::Email}) {
        const Asked asked = askedBy(channel, now);
        const Asked before = askedBy(channel, earlier);
        QList<ReportCell> row = {plain(channelInWords(channel)),
                                 counted(asked.asked, numbers.figure(Measure::Answers, asked.allBuckets))};
        for (qsizetype i = 0; i < answerNames.size(); ++i) {
            const Figure figure = numbers.figure(Measure::Answers, {asked.allBuckets[i]});
            const int count = countOf(now, asked.allBuckets[i]);
            section.series[i].values.append(count);
            section.series[i].figures.append(figure);
            row.append(counted(count, figure));
        }
        row.append(plain(percent(rateOf(asked.answered, asked.asked))));
        row.append(plain(percent(rateOf(before.answered, before.asked))));
        section.rows.append(row);
        section.categories.append(channelInWords(channel));
        said.append(Words::tr("%1: %2 of %3 answered (%4).")
                        .arg(channelInWords(channel), number(asked.answered), number(asked.asked),
                             percent(rateOf(asked.answered, asked.asked))));
    }
    section.summary = said.join(u' ');
    return section;
}

QMap<int, int> timesOfDays(const QList<BucketCount>& counts)
{
    QMap<int, int> times;
    for (const BucketCount& one : counts)
        times[one.bucket.toInt()] += one.count;
    return times;
}

QString rangeInWords(const DayRange& range)
{
    return range.last > 1000000 ? Words::tr("over %1").arg(range.first - 1)
                                : Words::tr("%1 to %2").arg(range.first).arg(range.last);
}

ReportSection daysToService(const Numbers& numbers)
{
    const auto& now = numbers.now[Measure::Completed];
    const Spread spread = spreadOf(timesOfDays(now));
    const Spread before = spreadOf(timesOfDays(numbers.earlier[Measure::Completed]));
    ReportSection section{
        .name = u"days"_s,
        .title = Words::tr("Days from referral to service completed"),
        .definition =
            Words::tr("Referrals whose service was completed in this period, by whole days since they were made. "
                      "Median: half of them took fewer days, half more. Middle half: from the fastest quarter to "
                      "the slowest quarter, both left out."),
        .nothing = Words::tr("No service was completed in this period."),
        .shape = ReportSection::Shape::Columns};
    section.header = {Words::tr("Days"), Words::tr("Referrals"), Words::tr("Before")};
    ReportSeries series{Words::tr("Referrals"), {}, {}};
    for (const DayRange& range : dayRanges()) {
        QStringList buckets;
        int count = 0;
        int earlier = 0;
        const auto within = [&range](const BucketCount& one) {
            const int value = one.bucket.toInt();
            return value >= range.first && value <= range.last;
        };
        for (const BucketCount& one : now) {
            if (within(one)) {
                buckets.append(one.bucket);
                count += one.count;
            }
        }
        for (const BucketCount& one : numbers.earlier[Measure::Completed])
            earlier += within(one) ? one.count : 0;
        // An empty column's list is empty too: no such bucket.
        const Figure figure = numbers.figure(Measure::Completed, buckets.isEmpty() ? QStringList{u"none"_s} : buckets);
        section.categories.append(range.last > 1000000 ? u"%1+"_s.arg(range.first)
                                                       : u"%1\u2013%2"_s.arg(range.first).arg(range.last));
        series.values.append(count);
        series.figures.append(figure);
        section.rows.append({plain(rangeInWords(range)), counted(count, figure), plain(number(earlier))});
    }
    section.series = {series};
    if (spread.count > 0)
        section.summary = Words::tr("Median: %1 days. The middle half took %2 to %3 days.")
                              .arg(days(spread.median), days(spread.lowerQuartile), days(spread.upperQuartile));
    if (spread.count > 0 && before.count > 0)
        section.summary += u' ' + Words::tr("Before: median %1 days.").arg(days(before.median));
    return section;
}

ReportSection saidNo(const Numbers& numbers)
{
    const auto& now = numbers.now[Measure::SaidNo];
    const auto& earlier = numbers.earlier[Measure::SaidNo];
    ReportSection section{.name = u"no"_s,
                          .title = Words::tr("Resource sites where clients said No"),
                          .definition = Words::tr(
                              "Referrals whose client said in this period that they did not receive services, and has "
                              "said nothing else since. Answers that a worker took back are left out."),
                          .nothing = Words::tr("No client said No in this period.")};
    section.header = {Words::tr("Resource Site"), Words::tr("Said No"), Words::tr("Before")};
    ReportSeries series{Words::tr("Said No"), {}, {}};
    QList<BucketCount> sorted = now;
    std::ranges::stable_sort(sorted, std::greater(), &BucketCount::count);
    for (const BucketCount& one : sorted) {
        const QString name = one.name.isEmpty() ? Words::tr("Unknown resource site") : oneLine(one.name);
        const Figure figure = numbers.figure(Measure::SaidNo, {one.bucket});
        if (section.categories.size() < barsAtMost) {
            section.categories.append(name);
            series.values.append(one.count);
            series.figures.append(figure);
        }
        section.rows.append({plain(name), counted(one.count, figure), plain(number(countOf(earlier, one.bucket)))});
    }
    section.series = {series};
    if (!sorted.isEmpty())
        section.summary = Words::tr("%n time(s) a client said No, most often at %1.", nullptr, totalOf(now))
                              .arg(section.categories.first());
    return section;
}

QString intervalInWords(const Period& interval)
{
    const QLocale locale;
    if (interval.days() > 7)
        return locale.toString(interval.first, u"MMM yyyy"_s);
    const QString first = dayIn(locale, interval.first);
    return interval.days() == 1 ? first : Words::tr("%1 to %2").arg(first, dayIn(locale, interval.last));
}

ReportSection optOuts(const Numbers& numbers)
{
    ReportSection section{
        .name = u"optouts"_s,
        .title = Words::tr("Opt-outs over time"),
        .definition = Words::tr("Phone numbers and email addresses that opted out in this period, whichever way the "
                                "client said so. A number that opted in again later still counts here."),
        .nothing = Words::tr("Nobody opted out in this period."),
        .shape = ReportSection::Shape::Columns};
    section.header = {Words::tr("When"), Words::tr("Texts"), Words::tr("Emails")};
    for (const Channel channel : {Channel::Text, Channel::Email})
        section.series.append({channelInWords(channel), {}, {}});
    for (qsizetype i = 0; i < numbers.intervals.size(); ++i) {
        const Period& interval = numbers.intervals[i];
        // Under a column there is room for its first day only; the table says the rest.
        section.categories.append(interval.days() > 7 ? intervalInWords(interval)
                                                      : dayIn(QLocale(), interval.first));
        QList<ReportCell> row = {plain(intervalInWords(interval))};
        for (int channel = 0; channel < 2; ++channel) {
            const QString bucket = records::nameOf(Channel(channel));
            const int count = countOf(numbers.optOuts[i], bucket);
            const Figure figure = numbers.figureOf(Measure::OptOuts, interval, {bucket});
            section.series[channel].values.append(count);
            section.series[channel].figures.append(figure);
            row.append(counted(count, figure));
        }
        section.rows.append(row);
    }
    section.summary =
        Words::tr("%n opt-out(s); in the period before: %1.", nullptr, totalOf(numbers.now[Measure::OptOuts]))
            .arg(number(totalOf(numbers.earlier[Measure::OptOuts])));
    return section;
}

ReportSection openLoad(const Numbers& numbers)
{
    const auto& counts = numbers.now[Measure::OpenLoad];
    ReportSection section{.name = u"load"_s,
                          .title = Words::tr("Open referrals by worker, now"),
                          .definition = Words::tr(
                              "Referrals that are neither completed nor canceled now, whenever they were made, by the "
                              "worker of the client. Quiet: nothing happened for 14 days."),
                          .nothing = Words::tr("No referral is open.")};
    section.header = {Words::tr("Worker"), Words::tr("Open"), Words::tr("Active"), Words::tr("Quiet")};
    section.series = {{Words::tr("Active"), {}, {}}, {Words::tr("Quiet for 14 days"), {}, {}}};
    struct Load
    {
        QString worker;
        QString name;
        int open = 0;
    };
    QList<Load> loads;
    for (const BucketCount& one : counts) {
        const QString worker = one.bucket.section(u'.', 0, 0);
        auto known = std::ranges::find(loads, worker, &Load::worker);
        if (known == loads.end()) {
            loads.append({worker, one.name.isEmpty() ? Words::tr("No worker") : oneLine(one.name), 0});
            known = loads.end() - 1;
        }
        known->open += one.count;
    }
    std::ranges::stable_sort(loads, std::greater(), &Load::open);
    int quietOfAll = 0;
    for (const Load& load : loads) {
        const QStringList buckets = {load.worker + u".active"_s, load.worker + u".quiet"_s};
        QList<ReportCell> row = {plain(load.name), counted(load.open, numbers.figure(Measure::OpenLoad, buckets))};
        const bool shown = section.categories.size() < barsAtMost;
        if (shown)
            section.categories.append(load.name);
        for (int i = 0; i < 2; ++i) {
            const int count = countOf(counts, buckets[i]);
            const Figure figure = numbers.figure(Measure::OpenLoad, {buckets[i]});
            row.append(counted(count, figure));
            quietOfAll += i == 1 ? count : 0;
            if (shown) {
                section.series[i].values.append(count);
                section.series[i].figures.append(figure);
            }
        }
        section.rows.append(row);
    }
    section.summary = Words::tr("%n referral(s) are open, %1 of them quiet for 14 days.", nullptr, totalOf(counts))
                          .arg(number(quietOfAll));
    return section;
}

ReportTile tile(const Numbers& numbers, Measure measure, const QString& name, const QString& title,
                const QString& definition)
{
    return {name,
            title,
            definition,
            number(totalOf(numbers.now[measure])),
            Words::tr("before: %1").arg(number(totalOf(numbers.earlier[measure]))),
            numbers.figure(measure)};
}

/// Answered and asked, over both channels.
std::optional<double> answerRate(const QList<BucketCount>& counts)
{
    const Asked texts = askedBy(Channel::Text, counts);
    const Asked mails = askedBy(Channel::Email, counts);
    return rateOf(texts.answered + mails.answered, texts.asked + mails.asked);
}

QList<ReportTile> tilesOf(const Numbers& numbers)
{
    QList<ReportTile> tiles;
    tiles.append(tile(numbers, Measure::Referrals, u"referrals"_s, Words::tr("Referrals made"),
                      Words::tr("Referrals that were made in this period.")));
    tiles.append(tile(numbers, Measure::Completed, u"completed"_s, Words::tr("Services completed"),
                      Words::tr("Referrals whose service was completed in this period and that are completed now.")));
    const Spread spread = spreadOf(timesOfDays(numbers.now[Measure::Completed]));
    const Spread before = spreadOf(timesOfDays(numbers.earlier[Measure::Completed]));
    tiles.append(
        {u"median"_s, Words::tr("Days to service (median)"),
         Words::tr("Half of the services that were completed in this period took fewer days from the referral, "
                   "half more."),
         spread.count > 0 ? days(spread.median) : Words::tr("none"),
         Words::tr("before: %1").arg(before.count > 0 ? days(before.median) : Words::tr("none")),
         numbers.figure(Measure::Completed)});
    const QStringList answered =
        askedBy(Channel::Text, {}).answeredBuckets + askedBy(Channel::Email, {}).answeredBuckets;
    tiles.append({u"rate"_s, Words::tr("Answer rate"), answersDefinition(),
                  percent(answerRate(numbers.now[Measure::Answers])),
                  Words::tr("before: %1").arg(percent(answerRate(numbers.earlier[Measure::Answers]))),
                  numbers.figure(Measure::Answers, answered)});
    tiles.append(tile(numbers, Measure::OptOuts, u"optouts"_s, Words::tr("Opt-outs"),
                      Words::tr("Phone numbers and email addresses that opted out in this period.")));
    tiles.append(
        tile(numbers, Measure::NotArrived, u"failed"_s, Words::tr("Messages not sent"),
             Words::tr("Messages that were refused, expired or are held for a worker’s decision, since a moment "
                       "in this period.")));
    return tiles;
}

} // namespace

bool ReportSection::isEmpty() const
{
    return std::ranges::all_of(series, [](const ReportSeries& one) {
        return std::ranges::all_of(one.values, [](int value) { return value == 0; });
    });
}

QString periodInWords(const Period& period)
{
    const QLocale locale;
    const QString last = locale.toString(period.last, QLocale::ShortFormat);
    return period.days() == 1 ? last
                              : Words::tr("%1 to %2").arg(locale.toString(period.first, QLocale::ShortFormat), last);
}

Report reportOf(const Numbers& numbers, const QString& scope)
{
    return {.title = scope,
            .period = Words::tr("%1, compared with %2")
                          .arg(periodInWords(numbers.question.period), periodInWords(numbers.before)),
            .tiles = tilesOf(numbers),
            .sections = {byStatus(numbers), daysToService(numbers), byChannel(numbers), saidNo(numbers),
                         openLoad(numbers), optOuts(numbers)}};
}

QList<QStringList> tableOf(const Report& report)
{
    QList<QStringList> rows = {{report.title}, {report.period}, {}};
    for (const ReportTile& one : report.tiles)
        rows.append({one.title, one.value, one.before});
    for (const ReportSection& section : report.sections) {
        rows.append({{}, {section.title}, {section.definition}, section.header});
        for (const auto& cells : section.rows) {
            QStringList row;
            for (const ReportCell& cell : cells)
                row.append(cell.text);
            rows.append(row);
        }
    }
    return rows;
}

} // namespace handrail::ui
