// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/shareview.h"
#include "ui/services.h"

#include <QDialog>

class QLabel;
class QListView;
class QPushButton;
class QStringListModel;

namespace handrail::ui {

class NoteEdit;
class Notice;

/// R3: the client takes the consent back. Lists what that cancels before it is done, since it can't be undone.
class WithdrawDialog : public QDialog
{
    Q_OBJECT

public:
    WithdrawDialog(Services services, const QList<ShareId>& shares, QWidget* parent = nullptr);

Q_SIGNALS:
    void withdrawn();

private:
    void read();
    void show(const QList<casework::ShareView>& shares);
    void withdraw();

    Services m_services;
    QList<ShareId> m_shares;
    QLabel* m_what;
    QStringListModel* m_lines;
    QListView* m_list;
    NoteEdit* m_note;
    Notice* m_notice;
    QPushButton* m_withdraw;
};

} // namespace handrail::ui
