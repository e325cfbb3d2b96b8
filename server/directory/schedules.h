// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/resourcesite.h"
#include "server/directory/rows.h"

namespace handrail::server::directory {

/// "17:00", "17:00:00", "9am", "4:00 PM"; nothing where it is no time of day.
std::optional<QTime> parseTime(const QString& text);

/// "MO,TU", "1FR" (RFC 5545), "Monday", "1" to "7" (HSDS 1.1); Qt::DayOfWeek values in order, empty where none is
/// meant.
QList<int> parseWeekdays(const QString& text);

/// A day in the notations of directories: "2026-12-24", "12/24/2026", "12/24/26", "December 24, 2026"; null where none.
QDate parseDate(const QString& text);

/// The days on which a site is closed whatever its hours say (HSDS 1.1, Ohana: holiday_schedules). The year 1 means
/// each year. Days with hours of their own are left out.
QList<SiteHours> holidaysFrom(const QList<const Row*>& rows);

/// The opening hours in schedule rows; days with the same hours and note stand together. Rows with a day or a time that
/// can't be right are reported.
QList<SiteHours> hoursFrom(const QList<const Row*>& rows, Reports& reports);

} // namespace handrail::server::directory
