// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/news.h"

namespace handrail::server {

quint64 News::count(const QByteArray& topic) const
{
    const std::lock_guard lock(m_mutex);
    return m_topics.value(topic).count;
}

void News::tell(const QByteArray& topic)
{
    QHash<quint64, Listener> listeners;
    {
        const std::lock_guard lock(m_mutex);
        Topic& entry = m_topics[topic];
        ++entry.count;
        ++m_total;
        listeners.swap(entry.listeners);
    }
    for (const Listener& listener : listeners)
        listener();
}

void News::tellAll()
{
    QList<QByteArray> topics;
    {
        const std::lock_guard lock(m_mutex);
        topics = m_topics.keys();
    }
    for (const QByteArray& topic : topics)
        tell(topic);
}

void News::hear(const QByteArray& word)
{
    const qsizetype blank = word.indexOf(' ');
    if (blank > 0 && word.left(blank) != m_self)
        tell(word.mid(blank + 1));
}

quint64 News::listen(const QByteArray& topic, quint64 seen, Listener listener)
{
    {
        const std::lock_guard lock(m_mutex);
        Topic& entry = m_topics[topic];
        if (entry.count <= seen) {
            entry.listeners.insert(++m_lastNumber, std::move(listener));
            return m_lastNumber;
        }
    }
    listener();
    return 0;
}

void News::forget(const QByteArray& topic, quint64 number)
{
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_topics.find(topic); found != m_topics.end())
        found->listeners.remove(number);
}

} // namespace handrail::server
