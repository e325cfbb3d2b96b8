// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/hourstext.h"

#include "core/domain/localtime.h"
#include "core/domain/openinghours.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::pages {

namespace {

constexpr int holidaysAhead = 60;

/// The names of days and months are the language's, whatever the server's own.
QString formatted(const QDate& date, QStringView formatKey, const PageTexts& texts)
{
    return QLocale(texts.language()).toString(date, texts[formatKey]);
}

/// Neighbouring days as "Monday to Friday".
QString daysText(const QList<int>& days, const PageTexts& texts)
{
    if (days.size() == 7)
        return texts[u"everyDay"];
    const QStringList names = texts.list(u"days");
    QStringList parts;
    for (qsizetype i = 0; i < days.size();) {
        qsizetype last = i;
        while (last + 1 < days.size() && days.at(last + 1) == days.at(last) + 1)
            ++last;
        const QString from = names.value(days.at(i) - 1);
        const QString to = names.value(days.at(last) - 1);
        if (last - i < 2) {
            parts.append(from);
            if (last > i)
                parts.append(to);
        } else {
            parts.append(texts[u"dayTo"].arg(from, to));
        }
        i = last + 1;
    }
    return capitalised(parts.join(u", "_s));
}

/// "1st, 3rd"; -1 is the last.
QString ordinals(const QList<int>& numbers, const PageTexts& texts)
{
    const QStringList names = texts.list(u"ordinals");
    QStringList words;
    for (const int number : numbers)
        words.append(number < 0 ? texts[u"last"] : names.value(number - 1, QString::number(number)));
    return words.join(u", "_s);
}

QString seasonText(const SiteHours& hours, const PageTexts& texts)
{
    const QString from = hours.from.isValid() ? formatted(hours.from, u"dayMonth", texts) : QString();
    const QString to = hours.to.isValid() ? formatted(hours.to, u"dayMonth", texts) : QString();
    if (from.isEmpty() || to.isEmpty())
        return !from.isEmpty() ? texts[u"fromDay"].arg(from) : !to.isEmpty() ? texts[u"untilDay"].arg(to) : QString();
    return from == to ? from : texts[u"fromTo"].arg(from, to);
}

/// What makes a row less than every week.
QString conditionsText(const SiteHours& hours, const PageTexts& texts)
{
    QStringList parts;
    if (!hours.monthWeeks.isEmpty())
        parts.append(texts[u"ofMonth"].arg(ordinals(hours.monthWeeks, texts)));
    if (!hours.monthDays.isEmpty())
        parts.append(texts[u"dayOfMonth"].arg(ordinals(hours.monthDays, texts)));
    parts.append(seasonText(hours, texts));
    if (hours.uncertain)
        parts.append(texts[u"notEachWeek"]);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString timesText(const SiteHours& hours, const PageTexts& texts)
{
    if (!hours.opens.isValid() || !hours.closes.isValid())
        return {};
    return hours.opens == hours.closes
               ? texts[u"allDay"]
               : texts[u"timeTo"].arg(timeText(hours.opens, texts), timeText(hours.closes, texts));
}

QString joined(const QString& head, const QString& between, const QString& tail)
{
    const QString stop = head.endsWith(u'.') ? between.right(1) : between; // "5:00 p. m." has its full stop
    return head.isEmpty() || tail.isEmpty() ? head + tail : head + stop + tail;
}

QString openLine(const SiteHours& hours, const PageTexts& texts)
{
    QString days = hours.monthDays.isEmpty() ? daysText(hours.weekdays, texts) : QString();
    if (const QString conditions = conditionsText(hours, texts); !conditions.isEmpty())
        days = days.isEmpty() ? capitalised(conditions) : u"%1 (%2)"_s.arg(days, conditions);
    return joined(joined(days, u": "_s, timesText(hours, texts)), u". "_s, hours.note);
}

QDate todayOf(const PageMoment& moment)
{
    return moment.now.isValid() && moment.zone ? wallClockAt(moment.now, *moment.zone).date() : QDate();
}

/// A holiday that is under way or near; those that come back each year are taken in the year that is next.
QString holidayLine(const SiteHours& hours, const PageTexts& texts, const QDate& today)
{
    QDate from = hours.from;
    QDate to = hours.to.isValid() ? hours.to : hours.from;
    if (!today.isValid() || !from.isValid())
        return {};
    if (hours.yearly) {
        const int years = today.year() - from.year() + (to.addYears(today.year() - from.year()) < today ? 1 : 0);
        from = from.addYears(years);
        to = to.addYears(years);
    }
    if (to < today || from > today.addDays(holidaysAhead))
        return {};
    return joined(texts[u"closedOn"].arg(seasonText(hours, texts)), u". "_s, hours.note);
}

QString nextOpening(const QList<SiteHours>& hours, const PageTexts& texts, const PageMoment& moment)
{
    const Opening opening = openingAt(hours, moment.now, *moment.zone);
    if (opening.state != Opening::State::Closed || opening.opensAt.isNull())
        return {};
    const QDateTime opens = wallClockAt(opening.opensAt, *moment.zone);
    if (todayOf(moment).daysTo(opens.date()) > 6)
        return {};
    return texts[u"opensNext"].arg(texts.list(u"days").value(opens.date().dayOfWeek() - 1),
                                   timeText(opens.time(), texts));
}

/// Whether the last opening of today is over.
bool isOver(const QList<SiteHours>& openings, const PageMoment& moment)
{
    const QTime now = wallClockAt(moment.now, *moment.zone).time();
    return std::all_of(openings.begin(), openings.end(),
                       [&](const SiteHours& row) { return row.closes > row.opens && row.closes <= now; });
}

} // namespace

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString dateText(const QDate& date, const PageTexts& texts)
{
    return formatted(date, u"weekdayDayMonth", texts);
}

QString timeText(const QTime& time, const PageTexts& texts)
{
    const int hour = time.hour() % 12 == 0 ? 12 : time.hour() % 12;
    return u"%1:%2 %3"_s.arg(hour)
        .arg(time.minute(), 2, 10, QChar(u'0'))
        .arg(texts[time.hour() < 12 ? u"am"_s : u"pm"_s]);
}

QStringList hoursLines(const QList<SiteHours>& hours, const PageTexts& texts, const PageMoment& moment)
{
    QStringList lines;
    for (const SiteHours& row : hours)
        lines.append(row.closed ? holidayLine(row, texts, todayOf(moment)) : openLine(row, texts));
    lines.removeAll(QString());
    lines.removeDuplicates();
    return lines;
}

TodayText todayText(const QList<SiteHours>& hours, const PageTexts& texts, const PageMoment& moment)
{
    const QDate today = todayOf(moment);
    const auto openings = today.isValid() ? openingsOn(hours, today) : std::nullopt;
    if (!openings)
        return {};
    const QString day = texts.list(u"days").value(today.dayOfWeek() - 1);
    if (openings->isEmpty())
        return {texts[u"closedToday"].arg(day), nextOpening(hours, texts, moment)};
    if (isOver(*openings, moment))
        return {texts[u"doneForToday"].arg(day), nextOpening(hours, texts, moment)};
    QStringList times;
    for (const SiteHours& row : *openings)
        times.append(row.note.isEmpty() ? timesText(row, texts) : u"%1 (%2)"_s.arg(timesText(row, texts), row.note));
    times.removeDuplicates();
    return {texts[u"openToday"].arg(day), times.join(u", "_s), true};
}

} // namespace handrail::server::pages
