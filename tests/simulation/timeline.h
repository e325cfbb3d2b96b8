// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <functional>
#include <queue>
#include <vector>

namespace handrail::sim {

/// The one heap of events, ordered by virtual time and, within a millisecond, by when they were asked for. True time:
/// what the clocks of the hosts differ from.
class Timeline
{
public:
    using Job = std::function<void()>;

    [[nodiscard]] qint64 now() const { return m_now; }
    [[nodiscard]] qint64 done() const { return m_done; }
    void at(qint64 ms, Job job) { m_heap.push({qMax(ms, m_now), ++m_last, std::move(job)}); }
    void in(qint64 ms, Job job) { at(m_now + ms, std::move(job)); }
    [[nodiscard]] bool isEmpty() const { return m_heap.empty(); }
    [[nodiscard]] qint64 nextAt() const { return m_heap.top().ms; }

    void step()
    {
        const Event event = m_heap.top();
        m_heap.pop();
        m_now = event.ms;
        ++m_done;
        event.job();
    }

    /// Monday, 5 October 2026, 06:00 in New York: four weeks before its clocks change. The founders' day; a run begins
    /// then or later.
    static inline const qint64 founded = QDateTime(QDate(2026, 10, 5), QTime(10, 0), Qt::UTC).toMSecsSinceEpoch();
    [[nodiscard]] qint64 start() const { return m_start; }
    /// Before anything is on the heap.
    void startAt(qint64 ms) { m_start = m_now = ms; }

private:
    struct Event
    {
        qint64 ms;
        quint64 seq;
        Job job;
        bool operator<(const Event& other) const { return ms != other.ms ? ms > other.ms : seq > other.seq; }
    };
    std::priority_queue<Event> m_heap;
    qint64 m_start = founded;
    qint64 m_now = founded;
    qint64 m_done = 0;
    quint64 m_last = 0;
};

} // namespace handrail::sim
