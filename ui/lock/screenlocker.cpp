// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/screenlocker.h"

#include "ui/views/widgets.h"

#include <QApplication>

namespace handrail::ui {

namespace {

/// The largest window that is open: the lock screen takes its place.
const QWidget* mainWindowNow()
{
    const QWidget* largest = nullptr;
    const auto area = [](const QWidget* window) { return window->width() * window->height(); };
    for (const QWidget* window : QApplication::topLevelWidgets()) {
        const bool isOpen = window->isVisible() && window->windowType() == Qt::Window;
        if (isOpen && (!largest || area(window) > area(largest))) {
            largest = window;
        }
    }
    return largest;
}

} // namespace

ScreenLocker::ScreenLocker(SecurityServices& security, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_security(security)
    , m_idle(clock)
    , m_screen(std::make_unique<LockScreen>(security))
{
    resizeOnScreen(m_screen.get(), {1280, 800});
    connect(&m_idle, &IdleWatch::idle, this, &ScreenLocker::lock);
    connect(&m_veil, &WindowVeil::windowHeldBack, this, &ScreenLocker::showScreen);
    connect(m_screen.get(), &LockScreen::unlocked, this, &ScreenLocker::unlock);
}

ScreenLocker::~ScreenLocker() = default;

void ScreenLocker::lock()
{
    if (isLocked()) {
        return;
    }
    m_security.keepLocked(true);
    const QWidget* window = mainWindowNow();
    if (window) {
        m_screen->setGeometry(window->isMaximized() ? window->normalGeometry() : window->geometry());
        m_screen->setWindowState(window->windowState());
    }
    m_screen->begin();
    m_veil.draw(m_screen.get());
    // In the tray nobody is shown anything before they ask for it; minimized it stays so.
    if (window && window->windowState() & Qt::WindowMinimized) {
        m_screen->showMinimized();
    } else if (window) {
        showScreen();
    }
    Q_EMIT locked();
}

void ScreenLocker::showScreen()
{
    m_screen->show();
    m_screen->raise();
    m_screen->activateWindow();
    m_screen->setFocus();
}

void ScreenLocker::unlock()
{
    if (!isLocked()) {
        return;
    }
    m_security.keepLocked(false);
    // First the others: without any window Qt takes the program for ended.
    m_veil.lift();
    m_screen->hide();
    m_screen->begin();
    Q_EMIT unlocked();
}

} // namespace handrail::ui
