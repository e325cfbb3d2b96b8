// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/schedules.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::directory {

namespace {

constexpr qsizetype longestNote = 500;

int weekdayOf(const QString& word)
{
    static const QStringList days = {u"mo"_s, u"tu"_s, u"we"_s, u"th"_s, u"fr"_s, u"sa"_s, u"su"_s};
    static const QRegularExpression position(u"^[+-]?[0-9]+"_s); // "2TU": the second Tuesday.
    if (word.size() == 1 && word.at(0) >= u'1' && word.at(0) <= u'7')
        return word.at(0).digitValue();
    return int(days.indexOf(QString(word).remove(position).left(2))) + 1;
}

QString shortNote(const QString& note)
{
    return note.size() > longestNote ? note.left(longestNote - 1) + u'…' : note;
}

bool isMonthly(const Row& row)
{
    return row[u"freq"].toUpper() == u"MONTHLY"_s;
}

bool notEachWeek(const Row& row)
{
    return isMonthly(row) || row[u"interval"].toInt() > 1;
}

QString noteOf(const Row& row)
{
    QStringList parts;
    if (notEachWeek(row))
        parts.append(QCoreApplication::translate("Directory", "Not every week."));
    for (const QString& part : {row[u"description"], row[u"notes"]})
        if (!part.isEmpty())
            parts.append(part);
    return shortNote(parts.join(u' '));
}

void addTo(QList<SiteHours>& all, SiteHours hours)
{
    const auto same = std::find_if(all.begin(), all.end(), [&](const SiteHours& h) {
        SiteHours others = h;
        others.weekdays = hours.weekdays;
        return others == hours;
    });
    if (same == all.end()) {
        all.append(std::move(hours));
        return;
    }
    for (const int day : hours.weekdays)
        if (!same->weekdays.contains(day))
            same->weekdays.append(day);
    std::sort(same->weekdays.begin(), same->weekdays.end());
}

/// "2TU,4TU" -> Tuesday: 2, 4. Weekdays without a number have none.
QMap<int, QList<int>> positionsOf(const QString& byday)
{
    QMap<int, QList<int>> positions;
    static const QRegularExpression part(u"([+-]?[0-9])(mo|tu|we|th|fr|sa|su)"_s);
    for (auto it = part.globalMatch(byday.left(200).toLower()); it.hasNext();) {
        const auto match = it.next();
        const int position = match.captured(1).toInt();
        if (QList<int>& all = positions[weekdayOf(match.captured(2))];
            !all.contains(position) && ((position >= 1 && position <= 5) || position == -1))
            all.append(position);
    }
    return positions;
}

QList<int> monthDaysOf(const Row& row)
{
    QList<int> days;
    if (isMonthly(row))
        for (const QString& word : row[u"bymonthday"].left(200).split(u',', Qt::SkipEmptyParts))
            if (const int day = word.trimmed().toInt(); (day >= 1 && day <= 31) || day == -1)
                days.append(day);
    return days;
}

/// Of a rule that comes back each month: one opening for the weekdays with the same numbers. What can't be told exactly
/// is marked so, since nobody should be sent on a guess.
QList<SiteHours> byMonth(const Row& row, SiteHours hours)
{
    hours.from = parseDate(row[u"valid_from"]);
    hours.to = parseDate(row.any({u"valid_to", u"until"}));
    if (hours.from.isValid() && hours.to.isValid() && hours.to < hours.from)
        hours.from = hours.to = QDate();
    if (!notEachWeek(row))
        return {hours};
    const auto positions = positionsOf(row[u"byday"]);
    hours.monthDays = monthDaysOf(row);
    if (!isMonthly(row) || row[u"interval"].toInt() > 1 || (positions.isEmpty() && hours.monthDays.isEmpty())) {
        hours.monthDays.clear();
        hours.uncertain = true;
        return {hours};
    }
    if (positions.isEmpty()) {
        hours.weekdays.clear();
        return {hours};
    }
    QList<SiteHours> all;
    for (auto it = positions.cbegin(); it != positions.cend(); ++it) {
        hours.weekdays = {it.key()};
        hours.monthWeeks = it.value();
        all.append(hours);
    }
    return all;
}

} // namespace

QDate parseDate(const QString& text)
{
    const QString day = text.trimmed().left(40);
    if (const QDate iso = QDate::fromString(day.left(10), Qt::ISODate); iso.isValid())
        return iso;
    for (const QString& format : {u"M/d/yyyy"_s, u"MMMM d, yyyy"_s, u"MMMM dd, yyyy"_s})
        if (const QDate date = QLocale::c().toDate(day, format); date.isValid())
            return date;
    // Two digits of a year are of this century: directories have no others.
    const QDate date = QLocale::c().toDate(day, u"M/d/yy"_s);
    return date.isValid() && date.year() < 2000 ? date.addYears(100) : date;
}

QList<SiteHours> holidaysFrom(const QList<const Row*>& rows)
{
    QList<SiteHours> all;
    for (const Row* row : rows) {
        const QDate from = parseDate((*row)[u"start_date"]);
        const QDate to = parseDate(row->any({u"end_date", u"start_date"}));
        static const QStringList yes = {u"true"_s, u"1"_s, u"yes"_s, u"t"_s, u"y"_s};
        if (!yes.contains((*row)[u"closed"].toLower()) || !from.isValid() || !to.isValid())
            continue;
        SiteHours closed{.note = shortNote((*row)[u"notes"])};
        closed.from = from;
        closed.to = to;
        closed.yearly = from.year() <= 1;
        closed.closed = true;
        if (!all.contains(closed))
            all.append(closed);
    }
    return all;
}

std::optional<QTime> parseTime(const QString& text)
{
    static const QRegularExpression clock(
        u"^([0-9]{1,2})(?::([0-9]{2}))?(?::[0-9]{2})? ?([ap])?\\.?(?:m\\.?)?(?:z|[+-][0-9]{2}:?[0-9]{2})?$"_s);
    const auto match = clock.match(text.trimmed().left(20).toLower());
    const QString half = match.captured(3);
    if (!match.hasMatch() || (half.isEmpty() && match.captured(2).isEmpty()))
        return std::nullopt;
    int hour = match.captured(1).toInt();
    if (!half.isEmpty() && (hour < 1 || hour > 12))
        return std::nullopt;
    if (!half.isEmpty())
        hour = hour % 12 + (half == u"p"_s ? 12 : 0);
    const QTime time(hour == 24 ? 0 : hour, match.captured(2).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

QList<int> parseWeekdays(const QString& text)
{
    QList<int> days;
    static const QRegularExpression between(u"[,;\\s]+"_s);
    for (const QString& word : text.left(200).toLower().split(between, Qt::SkipEmptyParts))
        if (const int day = weekdayOf(word); day > 0 && !days.contains(day))
            days.append(day);
    std::sort(days.begin(), days.end());
    return days;
}

QList<SiteHours> hoursFrom(const QList<const Row*>& rows, Reports& reports)
{
    QList<SiteHours> all;
    for (const Row* row : rows) {
        SiteHours hours{.weekdays = parseWeekdays(row->any({u"byday", u"weekday"})), .note = noteOf(*row)};
        const auto opens = parseTime((*row)[u"opens_at"]);
        const auto closes = parseTime((*row)[u"closes_at"]);
        if (opens && closes && (!hours.weekdays.isEmpty() || !monthDaysOf(*row).isEmpty())) {
            hours.opens = *opens;
            hours.closes = *closes;
            for (const SiteHours& each : byMonth(*row, hours))
                addTo(all, each);
            continue;
        }
        if (const QString printed = (*row)[u"original_text"]; hours.note.isEmpty() && !printed.isEmpty()) {
            hours.weekdays.clear();
            hours.note = shortNote(printed);
        } else if (hours.note.isEmpty()) {
            reports.add(*row, RowReport::Severity::Skipped,
                        QCoreApplication::translate(
                            "Directory", "Its day or its times can't be read, so these hours were left out."),
                        u"opens_at"_s);
            continue;
        } else {
            hours.weekdays.clear(); // What the words say is all there is.
        }
        addTo(all, std::move(hours));
    }
    return all;
}

} // namespace handrail::server::directory
