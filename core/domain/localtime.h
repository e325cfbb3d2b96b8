// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>
#include <optional>

namespace handrail {

/// The zone of an IANA name, or nothing. (QTimeZone takes an empty name for the machine's own zone.)
std::optional<QTimeZone> zoneNamed(const QString& ianaName);

/// The wall clock in `zone` at an instant, as a date and a time without zone arithmetic of its own (spec UTC).
QDateTime wallClockAt(const QDateTime& instant, const QTimeZone& zone);

/// What a wall-clock time means in a zone. Worked out from the zone's offsets alone: QDateTime of Qt 6.4 resolves gaps
/// and repeated hours differently from platform to platform.
struct LocalMoment
{
    enum class Kind { Plain, Gap, Repeated } kind = Kind::Plain;
    QDateTime instant;    ///< UTC; the first of a repeated time; in a gap: moved forward by the gap.
    QDateTime second;     ///< UTC; the second of a repeated time, else null.
    QDateTime transition; ///< UTC; in a gap: when the clocks jump, else null.
};
LocalMoment resolveLocal(const QDate& day, const QTime& time, const QTimeZone& zone);

} // namespace handrail
