// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/gatewayworker.h"

#include <QLoggingCategory>

namespace handrail::server {

namespace {

Q_LOGGING_CATEGORY(lcWorker, "handrail.gateway.worker")

} // namespace

GatewayWorker::GatewayWorker(Gateway& gateway, std::chrono::milliseconds interval,
                             std::chrono::milliseconds statusInterval, WorkMeter* meter)
    : m_gateway(gateway)
    , m_meter(meter)
    , m_interval(interval)
    , m_statusInterval(statusInterval)
    , m_thread([this] { run(); })
{
}

GatewayWorker::~GatewayWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void GatewayWorker::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_changed.notify_all();
}

bool GatewayWorker::waitForRound(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_mutex);
    const quint64 wanted = m_begun + 1;
    m_woken = true;
    m_changed.notify_all();
    return m_changed.wait_for(lock, limit, [&] { return m_done >= wanted; });
}

void GatewayWorker::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stop) {
        m_woken = false;
        ++m_begun;
        lock.unlock();
        m_pulse.expect(longestRound);
        runRound();
        m_pulse.expect(m_interval + longestRound);
        lock.lock();
        m_done = m_begun;
        m_changed.notify_all();
        m_changed.wait_for(lock, m_interval, [this] { return m_stop || m_woken; });
    }
}

void GatewayWorker::failed(const char* work, const char* said, const Error& error)
{
    qCWarning(lcWorker, "%s failed: %s", said, qUtf8Printable(error.sentence));
    if (m_meter != nullptr)
        m_meter->carrierFailed(QString::fromLatin1(work));
}

void GatewayWorker::runRound()
{
    if (const auto polled = m_gateway.poll(); !polled)
        failed("poll", "polling", polled.error());
    if (const auto settled = m_gateway.reconcile(); !settled)
        failed("lookup", "looking messages up", settled.error());
    if (std::chrono::steady_clock::now() < m_nextStatuses)
        return;
    if (const auto changed = m_gateway.pollStatuses(); !changed)
        failed("statuses", "asking for statuses", changed.error());
    m_nextStatuses = std::chrono::steady_clock::now() + m_statusInterval;
}

} // namespace handrail::server
