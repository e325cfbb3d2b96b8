// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/localtime.h"

#include <algorithm>

namespace handrail {

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;

QDateTime utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

qint64 offsetMsAt(qint64 instantMs, const QTimeZone& zone)
{
    return zone.offsetFromUtc(utc(instantMs)) * 1000LL;
}

/// The first millisecond after `fromMs` at which the offset is no longer that at `fromMs`.
qint64 transitionBetween(qint64 fromMs, qint64 toMs, const QTimeZone& zone)
{
    const qint64 before = offsetMsAt(fromMs, zone);
    while (toMs - fromMs > 1) {
        const qint64 middle = fromMs + (toMs - fromMs) / 2;
        (offsetMsAt(middle, zone) == before ? fromMs : toMs) = middle;
    }
    return toMs;
}

} // namespace

std::optional<QTimeZone> zoneNamed(const QString& ianaName)
{
    const QTimeZone zone(ianaName.toLatin1());
    return ianaName.isEmpty() || !zone.isValid() ? std::nullopt : std::optional(zone);
}

QDateTime wallClockAt(const QDateTime& instant, const QTimeZone& zone)
{
    const qint64 ms = instant.toMSecsSinceEpoch();
    return utc(ms + offsetMsAt(ms, zone));
}

LocalMoment resolveLocal(const QDate& day, const QTime& time, const QTimeZone& zone)
{
    const qint64 wallMs = QDateTime(day, time, Qt::UTC).toMSecsSinceEpoch();
    // No zone is further than a day from UTC, so these two offsets surround the moment.
    const qint64 before = offsetMsAt(wallMs - dayMs, zone);
    const qint64 after = offsetMsAt(wallMs + dayMs, zone);
    const bool fitsBefore = offsetMsAt(wallMs - before, zone) == before;
    const bool fitsAfter = offsetMsAt(wallMs - after, zone) == after;
    if (fitsBefore && fitsAfter && before != after)
        return {LocalMoment::Kind::Repeated,
                utc(std::min(wallMs - before, wallMs - after)),
                utc(std::max(wallMs - before, wallMs - after)),
                {}};
    if (fitsBefore || fitsAfter)
        return {LocalMoment::Kind::Plain, utc(wallMs - (fitsBefore ? before : after)), {}, {}};
    return {LocalMoment::Kind::Gap,
            utc(wallMs - before),
            {},
            utc(transitionBetween(wallMs - after, wallMs - before, zone))};
}

} // namespace handrail
