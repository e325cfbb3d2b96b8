// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/home.h"
#include "ui/models/messagetablemodel.h"
#include "ui/services.h"

#include <QSet>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace handrail::ui {

class MessageDetailsView;
class Notice;
class ReachBox;
class StatePane;

/// Every message to a client: what waits, what went out, what failed and what to do about it.
class OutboxView : public QWidget
{
    Q_OBJECT

public:
    /// What the list shows by state.
    enum class Show { All, ToDecide, Waiting, OnItsWay, Sent, Delivered, Failed, Held, Expired, Canceled };

    explicit OutboxView(Services services, QWidget* parent = nullptr);
    void refresh();
    void setUser(const User& user, casework::Reach reach);
    void setShow(Show show);
    /// Whatever the filters say.
    void showMessage(const MessageId& id);

Q_SIGNALS:
    void openReferral(const handrail::ReferralId& id);

private:
    using Deed = std::function<void(const MessageRow&)>;
    [[nodiscard]] QWidget* makeFilters();
    [[nodiscard]] QWidget* makeTable();
    [[nodiscard]] QWidget* makeSide();
    [[nodiscard]] QWidget* makeBulk();
    [[nodiscard]] QComboBox* makeFilter(const QString& name, const QString& label);
    void ask();
    [[nodiscard]] MessageQuery query() const;
    void showState();
    void followSelection();
    void restoreSelection();
    void readDetails();
    void showBulk();
    [[nodiscard]] QList<MessageRow> selected() const;
    void decide(const QList<MessageRow>& rows, HeldMessages::Decision decision, const QString& reason);
    void settled(const MessageRow& row, HeldMessages::Decision decision, const QString& reason, const Result<void>& result);
    void cancelHere(const MessageId& id, const QString& reason);
    void askReason(const QList<MessageRow>& rows);

    Services m_services;
    MessageTableModel* m_model;
    QLineEdit* m_search = nullptr;
    QComboBox* m_show = nullptr;
    QComboBox* m_channel = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_period = nullptr;
    ReachBox* m_reach = nullptr;
    QTableView* m_table = nullptr;
    StatePane* m_states = nullptr;
    Notice* m_notice = nullptr;
    StatePane* m_side = nullptr;
    QStackedWidget* m_sides = nullptr;
    MessageDetailsView* m_details = nullptr;
    QLabel* m_bulkWords = nullptr;
    QPushButton* m_bulkSend = nullptr;
    QPushButton* m_bulkCancel = nullptr;
    QSet<QUuid> m_chosen;
    bool m_restoring = false;
    int m_asked = 0; ///< Decisions under way.
    QStringList m_problems;
    int m_done = 0;
};

} // namespace handrail::ui
