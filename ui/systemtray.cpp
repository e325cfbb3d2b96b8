// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/systemtray.h"

#include "ui/theme.h"

#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

SystemTray::SystemTray(QObject* parent)
    : Tray(parent)
{
    m_menu.addAction(tr("Open Handrail"), this, &Tray::activated);
    m_menu.addAction(tr("Quit"), this, &Tray::quitWanted);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) {
            Q_EMIT activated();
        }
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::notificationPressed);
}

bool SystemTray::isAvailable() const
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void SystemTray::showIcon(int count)
{
    m_icon.setIcon(countedIcon(count));
    m_icon.setToolTip(count > 0 ? tr("Handrail – %n new from clients", nullptr, count) : tr("Handrail"));
    m_icon.show();
}

void SystemTray::hideIcon()
{
    m_icon.hide();
}

void SystemTray::notify(const QString& title, const QString& text)
{
    if (m_icon.isVisible() && QSystemTrayIcon::supportsMessages()) {
        m_icon.showMessage(title, text, QIcon(u":/handrail/icons/handrail.svg"_s));
    }
}

QIcon countedIcon(int count)
{
    const QIcon plain(u":/handrail/icons/handrail.svg"_s);
    if (count <= 0) {
        return plain;
    }
    QIcon icon;
    for (const int size : {22, 32, 44, 64}) {
        QPixmap pixmap = plain.pixmap(size, size);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF corner(size * 0.34, size * 0.34, size * 0.66, size * 0.66);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().danger);
        painter.drawEllipse(corner);
        QFont font = painter.font();
        const QString number = count > 99 ? u"99+"_s : QString::number(count);
        font.setPixelSize(int(size * (number.size() > 2 ? 0.28 : 0.42)));
        font.setBold(true);
        painter.setFont(font);
        painter.setPen(theme().dark ? theme().window : theme().surface);
        painter.drawText(corner, Qt::AlignCenter, number);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace handrail::ui
