// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>

namespace handrail::server {

/// What a worker may take for a round, carriers that don't answer included, before it is taken for dead.
inline constexpr std::chrono::minutes longestRound(10);

/// By which others see whether a worker's thread still goes round. Thread-safe.
class Pulse
{
public:
    /// The worker will be heard of again within `time`.
    void expect(std::chrono::milliseconds time) { m_by = (std::chrono::steady_clock::now() + time).time_since_epoch().count(); }
    [[nodiscard]] bool isAlive() const { return std::chrono::steady_clock::now().time_since_epoch().count() < m_by; }

private:
    using Moment = std::chrono::steady_clock::time_point;
    std::atomic<Moment::rep> m_by = (std::chrono::steady_clock::now() + longestRound).time_since_epoch().count();
};

} // namespace handrail::server
