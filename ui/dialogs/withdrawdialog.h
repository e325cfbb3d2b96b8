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

class DraftKeeper;
class NoteEdit;
class Notice;

/// R3: the client takes the consent back. Lists what that cancels before it is done, since it can't be undone.
class WithdrawDialog : public QDialog
{
    Q_OBJECT

public:
    WithdrawDialog(Services services, const QList<ShareId>& shares, QWidget* parent = nullptr);
    /// The shares that words were being written about: what the dialog is to be opened with again.
    static QList<ShareId> sharesOf(const Draft& draft);
    void reject() override;

Q_SIGNALS:
    void withdrawn();

private:
    void keepDraft();
    void read();
    void show(const QList<casework::ShareView>& shares);
    void withdraw();

    Services m_services;
    DraftKeeper* m_draft = nullptr;
    QList<ShareId> m_shares;
    QLabel* m_what;
    QStringListModel* m_lines;
    QListView* m_list;
    NoteEdit* m_note;
    Notice* m_notice;
    QPushButton* m_withdraw;
};

} // namespace handrail::ui
