// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"

#include <QObject>
#include <QTimer>

namespace handrail::ui {

/// Notices when nobody has touched Handrail for a while: no key, no press, no movement of the mouse in any of its windows,
/// and no move of the focus, by which people work who speak to their computer.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    explicit IdleWatch(const Clock& clock, QObject* parent = nullptr);
    /// 0: never.
    void setMinutes(int minutes);
    /// Looks at the clock now, as it does by itself every few seconds.
    void look();

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void note();

    const Clock& m_clock;
    QTimer m_timer;
    qint64 m_idleMs = 0;
    qint64 m_touchedMs = 0; ///< By the clock that nobody sets; sleep is the system's to tell (app/desktop/session).
};

} // namespace handrail::ui
