// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

namespace handrail {

/// After so many wrong guesses in a row at the lock screen, how many seconds pass before the next is looked at. Three are
/// free, as fingers slip; then 5 s, doubled by each, up to 5 minutes: a day's guessing is under 300 tries.
constexpr int pauseAfterWrongGuesses(int wrong)
{
    constexpr int freeGuesses = 3;
    constexpr int longestSeconds = 300;
    if (wrong < freeGuesses)
        return 0;
    const int doublings = std::min(wrong - freeGuesses, 6);
    return std::min(longestSeconds, 5 << doublings);
}

} // namespace handrail
