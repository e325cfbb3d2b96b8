// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sitewords.h"

#include "core/domain/geo.h"
#include "core/domain/localtime.h"
#include "ui/datewords.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

QString timeOfDay(QTime time, const SheetLanguage& say)
{
    return clockIn(say.locale(), time);
}

QString dayOfYear(const QDate& date, bool yearly, const SheetLanguage& say)
{
    return dayIn(say.locale(), date, !yearly);
}

QString season(const SiteHours& hours, const SheetLanguage& say)
{
    const QString from = hours.from.isValid() ? dayOfYear(hours.from, hours.yearly, say) : QString();
    const QString to = hours.to.isValid() ? dayOfYear(hours.to, hours.yearly, say) : QString();
    if (from.isEmpty() && to.isEmpty()) {
        return {};
    }
    if (from == to) {
        return from;
    }
    return to.isEmpty()     ? say(QT_TRANSLATE_NOOP("SiteWords", "from %1")).arg(from)
           : from.isEmpty() ? say(QT_TRANSLATE_NOOP("SiteWords", "until %1")).arg(to)
                            : u"%1 – %2"_s.arg(from, to);
}

QString ordinal(int position, const SheetLanguage& say)
{
    switch (position) {
    case 1:
        return say(QT_TRANSLATE_NOOP("SiteWords", "1st"));
    case 2:
        return say(QT_TRANSLATE_NOOP("SiteWords", "2nd"));
    case 3:
        return say(QT_TRANSLATE_NOOP("SiteWords", "3rd"));
    case -1:
        return say(QT_TRANSLATE_NOOP("SiteWords", "last"));
    default:
        return say(QT_TRANSLATE_NOOP("SiteWords", "%1th")).arg(position);
    }
}

QString ordinals(const QList<int>& positions, const SheetLanguage& say)
{
    QStringList all;
    for (const int position : positions) {
        all.append(ordinal(position, say));
    }
    return all.join(u", "_s);
}

QString dayPhrase(const QDateTime& opensAt, const QDateTime& now, const QTimeZone& zone)
{
    const SheetLanguage say;
    const QDate day = wallClockAt(opensAt, zone).date();
    const qint64 days = wallClockAt(now, zone).date().daysTo(day);
    const QString time = clockInWords(opensAt, zone);
    if (days == 0) {
        return say(QT_TRANSLATE_NOOP("SiteWords", "opens at %1")).arg(time);
    }
    if (days == 1) {
        return say(QT_TRANSLATE_NOOP("SiteWords", "opens tomorrow at %1")).arg(time);
    }
    return say(QT_TRANSLATE_NOOP("SiteWords", "opens %1 at %2"))
        .arg(days < 7 ? QLocale().dayName(day.dayOfWeek()) : dayInWords(opensAt, zone), time);
}

} // namespace

QString openingInWords(const Opening& opening, const QDateTime& now, const QTimeZone& zone)
{
    const SheetLanguage say;
    switch (opening.state) {
    case Opening::State::Unknown:
        return say(QT_TRANSLATE_NOOP("SiteWords", "Hours not known"));
    case Opening::State::Open: {
        if (opening.closesAt.isNull()) {
            return say(QT_TRANSLATE_NOOP("SiteWords", "Open around the clock"));
        }
        const QString time = clockInWords(opening.closesAt, zone);
        const qint64 days = wallClockAt(now, zone).date().daysTo(wallClockAt(opening.closesAt, zone).date());
        return days == 0   ? say(QT_TRANSLATE_NOOP("SiteWords", "Open until %1")).arg(time)
               : days == 1 ? say(QT_TRANSLATE_NOOP("SiteWords", "Open until %1 tomorrow")).arg(time)
                           : say(QT_TRANSLATE_NOOP("SiteWords", "Open until %1, %2"))
                                 .arg(dayInWords(opening.closesAt, zone), time);
    }
    case Opening::State::Closed:
        return opening.opensAt.isNull()
                   ? say(QT_TRANSLATE_NOOP("SiteWords", "Closed, no opening known"))
                   : say(QT_TRANSLATE_NOOP("SiteWords", "Closed, %1")).arg(dayPhrase(opening.opensAt, now, zone));
    }
    Q_UNREACHABLE();
    return {};
}

QString timesInWords(const SiteHours& hours, const SheetLanguage& say)
{
    return hours.opens == hours.closes ? say(QT_TRANSLATE_NOOP("SiteWords", "Open 24 hours"))
                                       : u"%1 – %2"_s.arg(timeOfDay(hours.opens, say), timeOfDay(hours.closes, say));
}

QString conditionsInWords(const SiteHours& hours, const SheetLanguage& say)
{
    QStringList parts;
    if (!hours.monthWeeks.isEmpty()) {
        parts.append(say(QT_TRANSLATE_NOOP("SiteWords", "%1 of the month")).arg(ordinals(hours.monthWeeks, say)));
    }
    if (!hours.monthDays.isEmpty()) {
        parts.append(say(QT_TRANSLATE_NOOP("SiteWords", "on day %1 of the month")).arg(ordinals(hours.monthDays, say)));
    }
    parts.append(season(hours, say));
    parts.append(oneLine(hours.note));
    parts.removeAll(QString());
    return parts.join(u"; "_s);
}

QList<DayLine> weekInWords(const QList<SiteHours>& hours, const SheetLanguage& say)
{
    QList<DayLine> week;
    bool any = false;
    const int first = say.locale().firstDayOfWeek();
    for (int i = 0; i < 7; ++i) {
        DayLine line{.weekday = (first - 1 + i) % 7 + 1};
        QList<SiteHours> today;
        for (const SiteHours& h : hours) {
            if (!h.closed && h.opens.isValid() && h.closes.isValid() && h.weekdays.contains(line.weekday)) {
                today.append(h);
            }
        }
        std::sort(today.begin(), today.end(), [](const SiteHours& a, const SiteHours& b) { return a.opens < b.opens; });
        for (const SiteHours& h : std::as_const(today)) {
            const QString conditions = conditionsInWords(h, say);
            line.times.append(conditions.isEmpty() ? timesInWords(h, say)
                                                   : u"%1 (%2)"_s.arg(timesInWords(h, say), conditions));
        }
        any = any || !line.times.isEmpty();
        week.append(line);
    }
    return any ? week : QList<DayLine>();
}

QStringList otherHoursInWords(const QList<SiteHours>& hours, const SheetLanguage& say)
{
    QStringList lines;
    for (const SiteHours& h : hours) {
        if (h.closed) {
            const QString when = conditionsInWords(h, say);
            lines.append(say(QT_TRANSLATE_NOOP("SiteWords", "Closed: %1")).arg(when));
        } else if (!h.opens.isValid() || !h.closes.isValid()) {
            lines.append(conditionsInWords(h, say));
        } else if (h.weekdays.isEmpty()) {
            lines.append(u"%1 (%2)"_s.arg(timesInWords(h, say), conditionsInWords(h, say)));
        }
    }
    lines.removeAll(QString());
    return lines;
}

QString distanceInWords(double km)
{
    const SheetLanguage say;
    const QLocale locale;
    const bool metric = locale.measurementSystem() == QLocale::MetricSystem;
    if (metric && km < 1) {
        return say(QT_TRANSLATE_NOOP("SiteWords", "%1 m")).arg(locale.toString(qRound(km * 20) * 50));
    }
    const double amount = metric ? km : milesOf(km);
    const QString number = locale.toString(amount, 'f', amount < 10 ? 1 : 0);
    return metric ? say(QT_TRANSLATE_NOOP("SiteWords", "%1 km")).arg(number)
                  : say(QT_TRANSLATE_NOOP("SiteWords", "%1 mi")).arg(number);
}

} // namespace handrail::ui
