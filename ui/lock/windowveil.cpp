// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/windowveil.h"

#include <QApplication>
#include <algorithm>

namespace handrail::ui {

namespace {

/// How many windows it hangs on: a dialog of a dialog of the main window has two.
int depthOf(const QWidget* window)
{
    int depth = 0;
    for (const QWidget* up = window->parentWidget(); up != nullptr; up = up->window()->parentWidget()) {
        ++depth;
    }
    return depth;
}

bool belongsTo(const QWidget* window, const QWidget* owner)
{
    for (const QWidget* up = window; up != nullptr; up = up->parentWidget()) {
        if (up == owner) {
            return true;
        }
    }
    return false;
}

bool isTransient(const QWidget* window)
{
    return window->windowType() == Qt::Popup || window->windowType() == Qt::ToolTip;
}

} // namespace

WindowVeil::WindowVeil(QObject* parent)
    : QObject(parent)
{
}

void WindowVeil::draw(QWidget* exception)
{
    m_focus = QApplication::focusWidget();
    m_exception = exception;
    QWidgetList windows = QApplication::topLevelWidgets();
    std::stable_sort(windows.begin(), windows.end(),
                     [](const QWidget* a, const QWidget* b) { return depthOf(a) < depthOf(b); });
    for (QWidget* window : std::as_const(windows)) {
        if (belongsTo(window, exception) || !window->isVisible()) {
            continue;
        }
        if (isTransient(window)) {
            window->close(); // menus, lists of a combo box, tool tips: they don't come back
        } else {
            m_hidden.append(window);
        }
    }
    for (auto it = m_hidden.crbegin(); it != m_hidden.crend(); ++it) {
        (*it)->hide();
    }
    qApp->installEventFilter(this);
}

void WindowVeil::lift()
{
    qApp->removeEventFilter(this);
    m_exception = nullptr;
    for (const QPointer<QWidget>& window : std::as_const(m_hidden)) {
        if (window) {
            window->show();
        }
    }
    m_hidden.clear();
    if (m_focus) {
        m_focus->window()->activateWindow();
        m_focus->setFocus();
    }
}

void WindowVeil::holdBack(QWidget* window)
{
    // Shown, but not on the screen: the show event comes before the system is asked for it.
    window->setAttribute(Qt::WA_DontShowOnScreen);
    const QPointer<QWidget> kept(window);
    QMetaObject::invokeMethod(
        this,
        [this, kept] {
            if (!kept) {
                return;
            }
            kept->hide();
            kept->setAttribute(Qt::WA_DontShowOnScreen, false);
            if (!isDrawn()) { // lifted in between
                kept->show();
            } else if (!isTransient(kept)) {
                if (!m_hidden.contains(kept)) {
                    m_hidden.append(kept);
                }
                Q_EMIT windowHeldBack();
            }
        },
        Qt::QueuedConnection);
}

bool WindowVeil::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show && watched->isWidgetType()) {
        auto* window = static_cast<QWidget*>(watched);
        if (window->isWindow() && !belongsTo(window, m_exception) && !event->spontaneous()) {
            holdBack(window);
        }
    }
    return false;
}

} // namespace handrail::ui
