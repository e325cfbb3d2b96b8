// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QLocale>
#include <QTime>

namespace handrail::ui {

/// The locale of the interface: `language` (BCP 47; empty: the system's) as it is written in the system's country where
/// both go together, so that a Spanish desk in the United States writes 1,234 and 5:00 p. m., and one in Spain doesn't.
QLocale localeFor(const QString& language, const QLocale& system);

/// "2:03 PM", "14:03": as the locale has it, without seconds.
QString clockIn(const QLocale& locale, QTime time);

/// Day and month in the locale's order, with the month's short name: "Oct 12", "12 oct".
QString dayIn(const QLocale& locale, const QDate& date, bool withYear = false);
/// The same with the weekday: "Mon, Oct 12", "lun 12 oct".
QString weekdayIn(const QLocale& locale, const QDate& date, bool withYear = false);

} // namespace handrail::ui
