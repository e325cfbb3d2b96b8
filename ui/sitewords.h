// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/openinghours.h"
#include "ui/print/sheetlanguage.h"

#include <QStringList>

/// What a resource site's data mean, in the worker's words, or where a language is named in the client's.
namespace handrail::ui {

/// "Open until 5:00 PM", "Closed, opens tomorrow at 9:00 AM", "Hours not known".
QString openingInWords(const Opening& opening, const QDateTime& now, const QTimeZone& zone);

/// "9:00 AM – 5:00 PM", "Open 24 hours".
QString timesInWords(const SiteHours& hours, const SheetLanguage& say = SheetLanguage());
/// What narrows the times: "2nd and last of the month", "Dec 1 – Mar 31", the note of the directory.
QString conditionsInWords(const SiteHours& hours, const SheetLanguage& say = SheetLanguage());

/// A line of a week's table.
struct DayLine
{
    int weekday = 1;   ///< Qt::DayOfWeek
    QStringList times; ///< Empty: closed.
};
/// The week from the locale's first day on; nothing where no day has times.
QList<DayLine> weekInWords(const QList<SiteHours>& hours, const SheetLanguage& say = SheetLanguage());
/// What no week's table can show: words without times, days of a month, holidays.
QStringList otherHoursInWords(const QList<SiteHours>& hours, const SheetLanguage& say = SheetLanguage());

/// "0.4 miles" or "600 m", "12 km", as the locale measures.
QString distanceInWords(double km);

} // namespace handrail::ui
