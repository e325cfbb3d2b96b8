// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"

#include <QString>
#include <compare>
#include <optional>

namespace handrail {

/// A hybrid logical clock reading (Kulkarni et al. 2014): wall-clock milliseconds, a counter for events within one
/// millisecond or behind a peer's clock, and the device as tie-breaker. Orders concurrent edits the same way
/// everywhere.
struct Stamp
{
    qint64 wallMs = 0;
    quint16 counter = 0;
    QUuid device;

    /// 12 hex digits of wallMs, 4 of counter, '-', device: sorts as text as it does as a value.
    [[nodiscard]] QString toString() const;
    static std::optional<Stamp> fromString(QStringView text);
    friend bool operator==(const Stamp&, const Stamp&) = default;
    friend std::strong_ordering operator<=>(const Stamp& a, const Stamp& b);
};

/// The stamp after `last` for an event at `wallMs` on `device`: never equal to or before `last`, even if the clock went
/// back.
Stamp nextStamp(const Stamp& last, qint64 wallMs, const QUuid& device);

/// `last` after seeing a peer's stamp: later ones of ours come after it. A peer's stamp more than `maxDriftMs` ahead of
/// `wallMs` is not followed, so that one wrong clock can't drag everybody's into the future.
Stamp observeStamp(const Stamp& last, const Stamp& seen, qint64 wallMs, qint64 maxDriftMs = 24LL * 3600 * 1000);

/// Last writer wins: whether a field stamped `incoming` replaces one stamped `current`.
bool replaces(const Stamp& incoming, const std::optional<Stamp>& current);

} // namespace handrail
