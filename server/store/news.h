// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <functional>
#include <mutex>

namespace handrail::server {

/// Tells who waits that an agency has changes. Safe to use from any thread. Knows of this process only: with several
/// on one PostgreSQL a waiting desktop hears of the others' news when its wait ends.
class News
{
public:
    using Listener = std::function<void()>;

    /// Grows with every tell().
    quint64 count(const QByteArray& topic) const;
    void tell(const QByteArray& topic);
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
    mutable std::mutex m_mutex;
    QHash<QByteArray, Topic> m_topics;
    quint64 m_lastNumber = 0;
};

} // namespace handrail::server
