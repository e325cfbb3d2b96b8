// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/mailworker.h"

#include <QLoggingCategory>
#include <algorithm>
#include <condition_variable>
#include <mutex>

namespace handrail::server {

namespace {

Q_LOGGING_CATEGORY(lcWorker, "handrail.gateway.mailworker")

constexpr std::chrono::seconds longestPause(15 * 60);

} // namespace

MailWorker::MailWorker(MailIntake& intake, std::chrono::seconds interval, WorkMeter* meter)
    : m_intake(intake)
    , m_interval(interval)
    , m_meter(meter)
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

void MailWorker::run(const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::chrono::seconds pause = m_interval;
    while (!stop.stop_requested()) {
        m_pulse.expect(longestRound);
        if (const auto round = m_intake.poll()) {
            pause = m_interval;
        } else {
            qCWarning(lcWorker, "the mailbox could not be read: %s", qUtf8Printable(round.error().sentence));
            if (m_meter != nullptr)
                m_meter->carrierFailed(QStringLiteral("mailbox"));
            pause = std::max(m_interval, std::min(pause * 2, longestPause));
        }
        m_pulse.expect(pause + longestRound);
        std::unique_lock lock(mutex);
        stopped.wait_for(lock, stop, pause, [] { return false; });
    }
}

} // namespace handrail::server
