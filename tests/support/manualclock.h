// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"

namespace handrail::tests {

/// A clock that moves only when told to.
class ManualClock : public Clock
{
public:
    explicit ManualClock(QDateTime start = QDateTime(QDate(2026, 10, 5), QTime(15, 0), Qt::UTC))
        : m_now(std::move(start))
    {
    }
    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] qint64 monotonicMs() const override { return m_monotonicMs; }

    void advanceMs(qint64 ms)
    {
        m_now = m_now.addMSecs(ms);
        m_monotonicMs += ms;
    }
    void advanceSeconds(qint64 seconds) { advanceMs(seconds * 1000); }
    void advanceMinutes(qint64 minutes) { advanceSeconds(minutes * 60); }
    void advanceDays(qint64 days) { advanceSeconds(days * 24 * 3600); }
    /// The wall clock jumps; the monotonic one doesn't.
    void setWall(const QDateTime& now) { m_now = now.toUTC(); }

private:
    QDateTime m_now;
    qint64 m_monotonicMs = 1000;
};

} // namespace handrail::tests
