// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/client.h"
#include "ui/services.h"

#include <QObject>

class QAction;
class QMenu;

namespace handrail::ui {

class Notice;

/// What an administrator may do with all that is kept of a client: the last entries of the profile's menu, hidden for
/// everybody else.
class ClientRecordsMenu : public QObject
{
    Q_OBJECT

public:
    /// `window`: what the dialogs belong to; `notice`: where it is said how it went.
    ClientRecordsMenu(Services services, QMenu* menu, Notice* notice, QWidget* window);
    void show(const Client& client);

private:
    void chooseFile();
    void exportTo(const QString& path);
    void confirm();
    void erase(class EraseDialog* dialog);

    Services m_services;
    QWidget* m_window;
    Notice* m_notice;
    QAction* m_export;
    QAction* m_erase;
    std::optional<Client> m_client;
};

} // namespace handrail::ui
