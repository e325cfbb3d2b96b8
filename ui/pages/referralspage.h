// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/bulk.h"
#include "ui/models/referraltablemodel.h"
#include "ui/services.h"
#include "ui/undostack.h"
#include "ui/views/jobbar.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace handrail::ui {

class BulkCard;
class ColumnFit;
class KeyedSelection;
class Notice;
class ReferralDetails;
class ReferralFilterBar;
class RowSelection;
class SavedFilterBox;
class StatePane;

/// Referrals: find, sort, filter and change them, one or many together. All of it changes by itself as answers come in.
class ReferralsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ReferralsPage(Services services, QWidget* parent = nullptr);
    /// The store has changed.
    void refresh();
    void showReferral(const ReferralId& id);
    void filterBy(const QString& text);
    /// Shows what a number somewhere else counts.
    void showFilter(const ReferralFilter& filter);
    /// «Undo the status of 12 referrals»; disabled where there is nothing to undo.
    [[nodiscard]] QAction* undoAction() const { return m_undoAction; }
    /// Writes what the table shows, all of its rows, as CSV.
    void exportTo(const QString& path);

Q_SIGNALS:
    /// A referral that was made before is to be shared now.
    void shareReferral(const handrail::ClientId& client, const handrail::ReferralId& referral);
    /// Several of one client, together.
    void shareReferrals(const handrail::ClientId& client, const QList<handrail::ReferralId>& referrals);
    /// The resources of these on paper, for their client.
    void printSheet(const handrail::ClientId& client, const QList<handrail::ReferralId>& referrals);

private:
    [[nodiscard]] QWidget* makeList();
    [[nodiscard]] QWidget* makeTop();
    void makeTable();
    void makeColumnMenu(QMenu* menu);
    void makeRowMenu(const QPoint& at);
    void makeUndo();
    void connectParts();
    void ask();
    void sortBy(int column);
    void showOrder();
    void showState();
    void showSelection();
    void closeDetails();
    void readColumns();
    void keepColumns();
    void change(const casework::BulkChange& change);
    void changed(const casework::BulkChange& change, const casework::BulkOutcome& outcome, const JobBar::End& end);
    void shareSelected();
    void printSelected();
    /// Goes on with what is selected, in the order in which it was made; says why not where it is of several clients.
    void withOneClient(const QString& ofDifferentClients,
                       std::function<void(const ClientId&, const QList<ReferralId>&)> then);
    void withdrawSelected();
    void undo();
    void undone(const casework::Undoable& deed, const casework::UndoOutcome& outcome, const JobBar::End& end);
    void chooseFile();
    void followFilter(const ReferralFilter& filter);

    Services m_services;
    ReferralFilter m_filter;
    UndoStack m_undo;
    QTimer m_columnPause{this};
    ReferralTableModel* m_model;
    SavedFilterBox* m_saved;
    ReferralFilterBar* m_bar;
    QPushButton* m_undoButton;
    QAction* m_undoAction;
    QPushButton* m_export;
    Notice* m_notice;
    JobBar* m_job;
    QTableView* m_table;
    ColumnFit* m_columns;
    KeyedSelection* m_selection;
    RowSelection* m_rows;
    StatePane* m_states;
    QStackedWidget* m_below;
    ReferralDetails* m_details;
    BulkCard* m_bulk;
};

} // namespace handrail::ui
