// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/resourcesite.h"
#include "server/pages/pagetexts.h"

#include <QDateTime>
#include <QTimeZone>

namespace handrail::server::pages {

/// When and where the page is looked at.
struct PageMoment
{
    QDateTime now;                 ///< UTC; null: nothing is said of today.
    std::optional<QTimeZone> zone; ///< The one that hours are meant in.
};

/// "Monday to Friday: 8:00 am to 5:00 pm" a line; rows of some weeks or seasons say so. Holidays stand there from 60
/// days before.
QStringList hoursLines(const QList<SiteHours>& hours, const PageTexts& texts, const PageMoment& moment);

/// "Open today, Wednesday:" and "8:00 am to 5:00 pm"; both empty where the directory doesn't say.
struct TodayText
{
    QString label;
    QString details; ///< Closed: when it opens again, within a week.
    bool open = false;
};
TodayText todayText(const QList<SiteHours>& hours, const PageTexts& texts, const PageMoment& moment);

/// "Wednesday, March 11".
QString dateText(const QDate& date, const PageTexts& texts);
/// "8:00 am".
QString timeText(const QTime& time, const PageTexts& texts);

/// With its first letter large: some languages write the names of days small.
QString capitalised(QString text);

} // namespace handrail::server::pages
