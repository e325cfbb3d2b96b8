// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "ui/lock/idlewatch.h"
#include "ui/lock/lockscreen.h"
#include "ui/lock/windowveil.h"

#include <memory>

namespace handrail::ui {

/// Locks Handrail: by hand, after a while without a touch, when the computer's own session is locked. All windows go, the
/// lock screen comes, and everything is as it was once the right thing was typed.
class ScreenLocker : public QObject
{
    Q_OBJECT

public:
    /// `security` and `clock` outlive it.
    ScreenLocker(SecurityServices& security, const Clock& clock, QObject* parent = nullptr);
    ~ScreenLocker() override;

    void lock();
    /// What was typed was right, or the same worker signed in again.
    void unlock();
    [[nodiscard]] bool isLocked() const { return m_veil.isDrawn(); }
    [[nodiscard]] LockScreen& screen() { return *m_screen; }
    [[nodiscard]] IdleWatch& idleWatch() { return m_idle; }
    /// 0: not by itself.
    void setIdleMinutes(int minutes) { m_idle.setMinutes(minutes); }

Q_SIGNALS:
    void locked();
    void unlocked();

private:
    void showScreen();

    SecurityServices& m_security;
    IdleWatch m_idle;
    WindowVeil m_veil;
    std::unique_ptr<LockScreen> m_screen;
};

} // namespace handrail::ui
