// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datewords.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

/// The order of the locale's own short date; the rest of a date in words Qt 6.4 has no pattern for.
bool dayComesFirst(const QLocale& locale)
{
    const QString pattern = locale.dateFormat(QLocale::ShortFormat);
    return pattern.indexOf(u'd') < pattern.indexOf(u'M');
}

} // namespace

QLocale localeFor(const QString& language, const QLocale& system)
{
    if (language.isEmpty()) {
        return system;
    }
    const QLocale asked(language);
    const QLocale here(asked.language(), system.territory());
    const bool namesCountry = language.contains(u'-') || language.contains(u'_');
    return !namesCountry && here.language() == asked.language() && here.territory() == system.territory() ? here : asked;
}

QString clockIn(const QLocale& locale, QTime time)
{
    QString pattern = locale.timeFormat(QLocale::ShortFormat);
    pattern.remove(u":ss"_s).replace(u"AP"_s, u"Ap"_s); // in the locale's own case
    return locale.toString(time, pattern);
}

QString dayIn(const QLocale& locale, const QDate& date, bool withYear)
{
    return dayComesFirst(locale) ? locale.toString(date, withYear ? u"d MMM yyyy"_s : u"d MMM"_s)
                                 : locale.toString(date, withYear ? u"MMM d, yyyy"_s : u"MMM d"_s);
}

QString weekdayIn(const QLocale& locale, const QDate& date, bool withYear)
{
    const QString weekday = locale.toString(date, u"ddd"_s);
    return weekday + (dayComesFirst(locale) ? u" "_s : u", "_s) + dayIn(locale, date, withYear);
}

} // namespace handrail::ui
