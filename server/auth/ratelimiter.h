// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"

#include <QHash>
#include <QString>
#include <deque>
#include <mutex>

namespace handrail::server {

/// Counts failures of a key in a sliding window: slows down who guesses passwords. Safe to use from any thread.
class RateLimiter
{
public:
    RateLimiter(const Clock& clock, int mostFailures, qint64 windowSeconds)
        : m_clock(clock)
        , m_mostFailures(mostFailures)
        , m_windowMs(windowSeconds * 1000)
    {
    }
    /// Whether the key may try now.
    bool allows(const QString& key);
    void failed(const QString& key);
    void succeeded(const QString& key);

private:
    void forgetOld(std::deque<qint64>& failures, qint64 now) const;

    const Clock& m_clock;
    int m_mostFailures;
    qint64 m_windowMs;
    std::mutex m_mutex;
    QHash<QString, std::deque<qint64>> m_failures;
};

} // namespace handrail::server
