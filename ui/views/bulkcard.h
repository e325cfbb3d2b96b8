// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/bulk.h"
#include "ui/services.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace handrail::ui {

class DraftKeeper;
class NoteEdit;
class Notice;

/// What can be done to several referrals at once.
class BulkCard : public QFrame
{
    Q_OBJECT

public:
    BulkCard(Services services, QWidget* parent = nullptr);
    void setCount(int referrals);
    /// While something runs, nothing else can be begun.
    void setBusy(bool busy);
    [[nodiscard]] Notice& notice() { return *m_notice; }
    /// Empties what the change has used; a note that waits beside a change of status stays.
    void clearAfter(casework::BulkChange::Kind kind);

Q_SIGNALS:
    void wanted(const handrail::casework::BulkChange& change);
    void shareWanted();
    void withdrawWanted();
    void undoWanted();
    void clearWanted();

private:
    void readWorkers();
    void enable();

    Services m_services;
    bool m_busy = false;
    QLabel* m_count;
    Notice* m_notice;
    QComboBox* m_status;
    QLineEdit* m_reason;
    QPushButton* m_setStatus;
    NoteEdit* m_note;
    DraftKeeper* m_draft;
    QPushButton* m_addNote;
    QComboBox* m_worker;
    QPushButton* m_assign;
    QPushButton* m_share;
    QPushButton* m_withdraw;
};

} // namespace handrail::ui
