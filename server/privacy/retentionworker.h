// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/privacy/retention.h"
#include "server/store/databases.h"

#include <chrono>
#include <thread>

namespace handrail::server {

/// Applies the retention of a setting to every agency, at the start and once a day, in a thread of its own until it is
/// destroyed. Several processes may: the second finds nothing left to erase.
class RetentionWorker
{
public:
    RetentionWorker(Databases& databases, const Environment& environment, int days);

    /// One round; what went wrong is logged without names, and tried again the next day.
    static void applyEverywhere(Databases& databases, const Environment& environment, int days);

private:
    std::jthread m_thread;
};

} // namespace handrail::server
