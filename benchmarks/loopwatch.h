// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QObject>
#include <algorithm>

namespace handrail::bench {

/// How long the event loop of this thread was busy at a time: what a person feels as a window that hangs.
class LoopWatch : public QObject
{
    Q_OBJECT

public:
    LoopWatch()
    {
        auto* dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { m_since.start(); });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
            if (m_since.isValid())
                m_longest = std::max(m_longest, double(m_since.nsecsElapsed()) / 1e6);
        });
    }
    /// The longest time in ms since this was last asked.
    double take() { return std::exchange(m_longest, 0.0); }
    /// What was done outside the loop's sight counts too.
    void add(double ms) { m_longest = std::max(m_longest, ms); }

private:
    QElapsedTimer m_since;
    double m_longest = 0;
};

} // namespace handrail::bench
