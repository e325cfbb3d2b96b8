// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/mailintake.h"
#include "server/gateway/pulse.h"
#include "server/store/workmeter.h"

#include <chrono>
#include <thread>

namespace handrail::server {

/// Looks into the mailbox again and again in a thread of its own, until it is destroyed: a slow mail server keeps
/// nothing else waiting. Several may look into one mailbox.
class MailWorker
{
public:
    /// `interval`: from the end of a look to the next. Where one fails, the next come less often, up to every 15
    /// minutes.
    MailWorker(MailIntake& intake, std::chrono::seconds interval, WorkMeter* meter = nullptr);
    /// Whether looks still come when they should.
    [[nodiscard]] bool isAlive() const { return m_pulse.isAlive(); }

private:
    void run(const std::stop_token& stop);

    MailIntake& m_intake;
    std::chrono::seconds m_interval;
    WorkMeter* m_meter;
    Pulse m_pulse;
    std::jthread m_thread;
};

} // namespace handrail::server
