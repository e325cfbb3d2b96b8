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

/// The opening hours in schedule rows; days with the same hours and note stand together. Rows with a day or a time that
/// can't be right are reported.
QList<SiteHours> hoursFrom(const QList<const Row*>& rows, Reports& reports);

} // namespace handrail::server::directory
