// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/sleepwatch.h"

#include <cstdlib>
#include <utility>

namespace handrail::sync {

namespace {

/// More than a clock is slewed by while it is brought right.
constexpr qint64 jumpMs = 5000;

} // namespace

SleepWatch::SleepWatch(const Clock& clock)
    : m_clock(clock)
    , m_aheadMs(aheadMs())
{
}

bool SleepWatch::jumped()
{
    const qint64 now = aheadMs();
    return std::abs(now - std::exchange(m_aheadMs, now)) > jumpMs;
}

qint64 SleepWatch::aheadMs() const
{
    return m_clock.now().toMSecsSinceEpoch() - m_clock.monotonicMs();
}

} // namespace handrail::sync
