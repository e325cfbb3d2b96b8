// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <valgrind/callgrind.h>

namespace handrail::tests {

/// Runs `work` once to warm up, and counts the instructions of a second time. Under callgrind (check.py) the number goes
/// into a file of its own under this name; without it, the work is just done.
inline void counted(const char* name, const std::function<void()>& work)
{
    work();
    CALLGRIND_START_INSTRUMENTATION;
    CALLGRIND_ZERO_STATS;
    work();
    CALLGRIND_DUMP_STATS_AT(name);
    CALLGRIND_STOP_INSTRUMENTATION;
}

} // namespace handrail::tests
