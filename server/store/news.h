// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <atomic>
#include <functional>
#include <mutex>

namespace handrail::server {

/// What other processes on one PostgreSQL notify each other by.
inline constexpr char newsChannel[] = "handrail_news";

/// Tells who waits that an agency has changes. Safe to use from any thread. Of other processes' news it hears by a
/// NewsListener.
class News
{
public:
    using Listener = std::function<void()>;

    /// Grows with every tell().
    quint64 count(const QByteArray& topic) const;
    /// Grows with every tell(), whatever its topic.
    [[nodiscard]] quint64 total() const { return m_total; }
    void tell(const QByteArray& topic);
    /// Everybody looks again: something may have been missed.
    void tellAll();
    /// What tells this process from the others on one database; before anybody tells or listens.
    void setSelf(const QByteArray& self) { m_self = self; }
    /// What the other processes are told of a topic.
    [[nodiscard]] QByteArray wordOf(const QByteArray& topic) const { return m_self + ' ' + topic; }
    /// Another process's word; its own, which comes back too, is nothing new.
    void hear(const QByteArray& word);
    /// Calls `listener` once, on the thread that tells; at once where `seen` is behind. The number is for forget().
    quint64 listen(const QByteArray& topic, quint64 seen, Listener listener);
    /// The listener is not called any more once this returns, unless a call is just under way.
    void forget(const QByteArray& topic, quint64 number);

private:
    struct Topic
    {
        quint64 count = 0;
        QHash<quint64, Listener> listeners;
    };
    QByteArray m_self;
    std::atomic<quint64> m_total = 0;
    mutable std::mutex m_mutex;
    QHash<QByteArray, Topic> m_topics;
    quint64 m_lastNumber = 0;
};

} // namespace handrail::server
