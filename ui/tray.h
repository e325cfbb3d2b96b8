// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace handrail::ui {

/// The system's tray: an icon with a count, and notifications. Some desktops have none.
class Tray : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// Whether there is one now; it may come and go while the program runs.
    [[nodiscard]] virtual bool isAvailable() const = 0;
    /// An icon with the number on it; no number where it is 0.
    virtual void showIcon(int count) = 0;
    virtual void hideIcon() = 0;
    virtual void notify(const QString& title, const QString& text) = 0;

Q_SIGNALS:
    /// The icon was pressed: the window is wanted.
    void activated();
    /// The last notification was pressed.
    void notificationPressed();
    void quitWanted();
};

} // namespace handrail::ui
