// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/timeline.h"

#include <QMap>
#include <QStringList>

namespace handrail::sim {

/// What happened: a hash of all of it, by which two runs are compared, and the lines that a person reads.
class Trace
{
public:
    explicit Trace(const Timeline& timeline)
        : m_timeline(timeline)
    {
    }
    /// Counts for the hash only.
    void note(const QByteArray& what)
    {
        add(QByteArray::number(m_timeline.now()));
        add(what);
    }
    /// A line of the story.
    void tell(const QString& line)
    {
        const QByteArray utf8 = line.toUtf8();
        note(utf8);
        const QString at = QDateTime::fromMSecsSinceEpoch(m_timeline.now(), Qt::UTC)
                               .toString(QStringLiteral("ddd dd MMM HH:mm:ss.zzz"));
        m_story.append(at + QStringLiteral("  ") + line);
        if (live)
            fprintf(stderr, "%s\n", qUtf8Printable(m_story.last()));
    }
    /// Counts that a kind of trouble, or of work, really came to pass (coverage.h): a fault that was planned and met nobody
    /// shows nothing.
    void saw(const QByteArray& kind) { ++m_seen[kind]; }
    [[nodiscard]] const QMap<QByteArray, int>& seen() const { return m_seen; }
    [[nodiscard]] quint64 hash() const { return m_hash; }
    [[nodiscard]] const QStringList& story() const { return m_story; }

    bool live = false; ///< Each line is printed as it happens.

private:
    void add(const QByteArray& bytes)
    {
        for (const char c : bytes)
            m_hash = (m_hash ^ quint64(uchar(c))) * 0x100000001b3ULL;
    }
    const Timeline& m_timeline;
    quint64 m_hash = 0xcbf29ce484222325ULL;
    QStringList m_story;
    QMap<QByteArray, int> m_seen;
};

} // namespace handrail::sim
