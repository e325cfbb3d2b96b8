// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/idlewatch.h"

#include <QApplication>
#include <QEvent>

namespace handrail::ui {

namespace {

constexpr int lookEveryMs = 5000;
constexpr qint64 minuteMs = 60000;

} // namespace

IdleWatch::IdleWatch(const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setInterval(lookEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, &IdleWatch::note);
    note();
}

void IdleWatch::setMinutes(int minutes)
{
    m_idleMs = minutes * minuteMs;
    if (m_idleMs > 0) {
        m_timer.start();
    } else {
        m_timer.stop();
    }
}

void IdleWatch::note()
{
    m_touchedMs = m_clock.monotonicMs();
}

void IdleWatch::look()
{
    if (m_idleMs > 0 && m_clock.monotonicMs() - m_touchedMs >= m_idleMs) {
        note();
        Q_EMIT idle();
    }
}

bool IdleWatch::eventFilter(QObject*, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
    case QEvent::InputMethod:
        note();
        break;
    default:
        break;
    }
    return false;
}

} // namespace handrail::ui
