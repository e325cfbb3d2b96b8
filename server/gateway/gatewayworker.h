// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/gateway.h"
#include "server/gateway/pulse.h"
#include "server/store/workmeter.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace handrail::server {

/// The gateway's own thread: polls for replies and looks unknown messages up, again and again, until it is destroyed.
/// Several may run on one database.
class GatewayWorker
{
public:
    /// `interval`: from the end of a round to the next. A round that is under way when the worker is destroyed is
    /// finished first.
    /// `statusInterval`: how often the carriers are asked what became of texts; the first round does.
    GatewayWorker(Gateway& gateway, std::chrono::milliseconds interval, std::chrono::milliseconds statusInterval,
                  WorkMeter* meter = nullptr);
    ~GatewayWorker();
    GatewayWorker(const GatewayWorker&) = delete;
    GatewayWorker& operator=(const GatewayWorker&) = delete;

    /// Starts the next round now: the trial's clock has moved, or a reply is known to be there.
    void wake();
    /// Waits until a round that began after this call is over; false where `limit` passed first.
    bool waitForRound(std::chrono::milliseconds limit);
    /// Whether rounds still come when they should.
    [[nodiscard]] bool isAlive() const { return m_pulse.isAlive(); }

private:
    void run();
    void runRound();

    void failed(const char* work, const char* said, const Error& error);

    Gateway& m_gateway;
    WorkMeter* m_meter;
    Pulse m_pulse;
    std::chrono::milliseconds m_interval;
    std::chrono::milliseconds m_statusInterval;
    std::chrono::steady_clock::time_point m_nextStatuses; ///< Of the worker's thread only.
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stop = false;
    bool m_woken = true;
    quint64 m_begun = 0;
    quint64 m_done = 0;
    std::thread m_thread;
};

} // namespace handrail::server
