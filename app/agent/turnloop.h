// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agent/board.h"
#include "core/ports/clock.h"
#include "core/ports/random.h"

#include <functional>

namespace handrail::agent {

/// When turns are taken: one at once; then when the board wakes it, when the computer has slept, after `pollMs`, or,
/// after trouble, later and later with chance in it. Ends when the board stops.
class TurnLoop
{
public:
    struct Settings
    {
        qint64 pollMs = 30000;
        qint64 lookMs = 30000; ///< How often it is looked whether the computer slept.
    };
    /// All of it must outlive the loop.
    TurnLoop(Board& board, const Clock& clock, Random& random, Settings settings);

    /// `turn`: takes one; true where all went well. `waits`: told before each wait after trouble how long it is at
    /// most. `again`: after a good turn, in how many ms another is worth while (the carrier's rate let out only a part
    /// of what is due); 0: after the usual time.
    void run(const std::function<bool()>& turn, const std::function<void(qint64 ms)>& waits,
             const std::function<qint64()>& again = {});

private:
    void wait(qint64 ms);
    [[nodiscard]] qint64 usual(const std::function<qint64()>& again) const;

    Board& m_board;
    const Clock& m_clock;
    Random& m_random;
    Settings m_settings;
};

} // namespace handrail::agent
