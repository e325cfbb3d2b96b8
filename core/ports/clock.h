// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace handrail {

/// Wall time and monotonic time. No code of ours asks the system for the time in another way.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Now, in UTC, with milliseconds.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Milliseconds since some fixed point; never goes back, whatever happens to the wall clock.
    [[nodiscard]] virtual qint64 monotonicMs() const = 0;
};

} // namespace handrail
