// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/turnloop.h"

#include "core/sync/backoff.h"
#include "core/sync/sleepwatch.h"

namespace handrail::agent {

TurnLoop::TurnLoop(Board& board, const Clock& clock, Random& random, Settings settings)
    : m_board(board)
    , m_clock(clock)
    , m_random(random)
    , m_settings(settings)
{
}

void TurnLoop::run(const std::function<bool()>& turn, const std::function<void(qint64 ms)>& waits,
                   const std::function<qint64()>& again)
{
    int failures = 0;
    while (!m_board.stopping()) {
        failures = turn() ? 0 : failures + 1;
        const qint64 ms = failures > 0 ? sync::backOffMs(failures, m_random) : usual(again);
        if (failures > 0)
            waits(ms);
        wait(ms);
    }
}

qint64 TurnLoop::usual(const std::function<qint64()>& again) const
{
    const qint64 soon = again ? again() : 0;
    return soon > 0 ? qMin(soon, m_settings.pollMs) : m_settings.pollMs;
}

/// In parts: a wait that began before the computer slept goes on after it with all that was left of it.
void TurnLoop::wait(qint64 ms)
{
    sync::SleepWatch slept(m_clock);
    while (ms > 0) {
        const qint64 part = qMin(ms, m_settings.lookMs);
        if (m_board.waitForWork(part) || slept.jumped())
            return;
        ms -= part;
    }
}

} // namespace handrail::agent
