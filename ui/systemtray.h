// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tray.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace handrail::ui {

/// The tray of the desktop that the program runs on.
class SystemTray : public Tray
{
    Q_OBJECT

public:
    explicit SystemTray(QObject* parent = nullptr);
    [[nodiscard]] bool isAvailable() const override;
    void showIcon(int count) override;
    void hideIcon() override;
    void notify(const QString& title, const QString& text) override;

private:
    QMenu m_menu;
    QSystemTrayIcon m_icon;
};

/// The program's icon with a number in its corner; "99+" beyond that.
QIcon countedIcon(int count);

} // namespace handrail::ui
