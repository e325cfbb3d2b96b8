// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/ratelimiter.h"

namespace handrail::server {

void RateLimiter::forgetOld(std::deque<qint64>& failures, qint64 now) const
{
    while (!failures.empty() && failures.front() <= now - m_windowMs)
        failures.pop_front();
}

bool RateLimiter::allows(const QString& key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_failures.find(key);
    if (found == m_failures.end())
        return true;
    forgetOld(*found, m_clock.monotonicMs());
    return int(found->size()) < m_mostFailures;
}

void RateLimiter::failed(const QString& key)
{
    const std::lock_guard lock(m_mutex);
    const qint64 now = m_clock.monotonicMs();
    // Keys come from outside: what is old goes before the table can grow without end.
    constexpr qsizetype manyKeys = 10000;
    if (m_failures.size() >= manyKeys)
        m_failures.removeIf([&](auto entry) {
            forgetOld(entry.value(), now);
            return entry.value().empty();
        });
    m_failures[key].push_back(now);
}

void RateLimiter::succeeded(const QString& key)
{
    const std::lock_guard lock(m_mutex);
    m_failures.remove(key);
}

} // namespace handrail::server
