// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/schedules.h"

#include <QCoreApplication>
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

QString noteOf(const Row& row)
{
    QStringList parts;
    if (const QString freq = row[u"freq"].toUpper(); freq == u"MONTHLY"_s)
        parts.append(QCoreApplication::translate("Directory", "Not every week."));
    for (const QString& part : {row[u"description"], row[u"notes"]})
        if (!part.isEmpty())
            parts.append(part);
    return shortNote(parts.join(u' '));
}

void addTo(QList<SiteHours>& all, SiteHours hours)
{
    const auto same = std::find_if(all.begin(), all.end(), [&](const SiteHours& h) {
        return h.opens == hours.opens && h.closes == hours.closes && h.note == hours.note;
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

} // namespace

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
        if (opens && closes && !hours.weekdays.isEmpty()) {
            hours.opens = *opens;
            hours.closes = *closes;
        } else if (const QString printed = (*row)[u"original_text"]; hours.note.isEmpty() && !printed.isEmpty()) {
            hours.weekdays.clear();
            hours.note = shortNote(printed);
        } else if (hours.note.isEmpty()) {
            reports.add(*row, RowReport::Severity::Skipped,
                        QCoreApplication::translate(
                            "Directory", "Its day or its times can't be read, so these hours were left out."));
            continue;
        } else {
            hours.weekdays.clear(); // What the words say is all there is.
        }
        addTo(all, std::move(hours));
    }
    return all;
}

} // namespace handrail::server::directory
