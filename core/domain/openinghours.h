// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/resourcesite.h"

#include <QDateTime>
#include <QTimeZone>
#include <optional>

/// What a resource site's hours mean at a moment. Pure: the moment and the zone come in.
namespace handrail {

/// Whether a site is open at a moment, and until or from when.
struct Opening
{
    enum class State {
        Unknown, ///< The directory has no hours, or only words, or hours of «not each week» cover this moment.
        Open,
        Closed,
    };
    State state = State::Unknown;
    QDateTime closesAt; ///< Open: UTC; null where it never closes.
    QDateTime opensAt;  ///< Closed: UTC; null where no opening is known within a year.
};

/// `zone`: the one that the hours are meant in (the agency's; HSDS names none that follows summer time).
Opening openingAt(const QList<SiteHours>& hours, const QDateTime& at, const QTimeZone& zone);

/// Whether these hours apply to that day (an overnight opening belongs to the day on which it starts).
bool appliesOn(const SiteHours& hours, const QDate& day);

/// The rows with opening times in force on `day`, the earliest first; empty: closed. Nothing where the directory has no
/// times, or hours of «not each week» may apply.
std::optional<QList<SiteHours>> openingsOn(const QList<SiteHours>& hours, const QDate& day);

/// The hours of a plain week in minutes from Monday 00:00 (up to 7 days and a night): what a search index keeps.
struct WeekHours
{
    QList<std::pair<int, int>> open; ///< From, to; `to` is not part of it. Sorted, without overlap.
    bool exact = true; ///< False: seasons, holidays or «not each week» are left aside, ask openingAt() as well.

    static constexpr int minutes = 7 * 24 * 60;
    /// Where in the week the wall clock of `zone` stands.
    static int minuteAt(const QDateTime& at, const QTimeZone& zone);
    [[nodiscard]] bool holds(int minute) const;
    /// The hours of the week, 0 ... 167, with an open minute in them.
    [[nodiscard]] QList<int> hourNumbers() const;
};
WeekHours weekHours(const QList<SiteHours>& hours);

} // namespace handrail
