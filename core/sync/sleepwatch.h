// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"

namespace handrail::sync {

/// Tells from the clocks that the computer slept: the wall clock went on, the monotonic one did not. A wall clock that
/// was set, either way, looks the same, and is as good a reason to look at what is due.
class SleepWatch
{
public:
    /// `clock` must outlive it.
    explicit SleepWatch(const Clock& clock);
    /// Whether the clocks have parted by more than 5 seconds since the last look.
    bool jumped();

private:
    [[nodiscard]] qint64 aheadMs() const;

    const Clock& m_clock;
    qint64 m_aheadMs;
};

} // namespace handrail::sync
