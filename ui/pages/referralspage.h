// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/activitylistmodel.h"
#include "ui/models/referraltablemodel.h"
#include "ui/services.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace handrail::ui {

class HeldCard;
class KeyedSelection;
class NoteEdit;
class Notice;
class StatePane;

/// Referrals with Status and Recent Activity; both change by themselves as answers come in.
class ReferralsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ReferralsPage(Services services, QWidget* parent = nullptr);
    /// The store has changed.
    void refresh();
    void showReferral(const ReferralId& id);
    void filterBy(const QString& text);

Q_SIGNALS:
    /// A referral that was made before is to be shared now.
    void shareReferral(const handrail::ClientId& client, const handrail::ReferralId& referral);

private:
    struct Details
    {
        ReferralRow row;
        std::optional<ShareId> openShare; ///< The latest share whose consent stands.
        QList<Message> held;              ///< They wait for the worker's decision.
        QString phoneRegion = QStringLiteral("US");
    };

    [[nodiscard]] QWidget* makeList();
    [[nodiscard]] QWidget* makeDetails();
    [[nodiscard]] QWidget* makeControls();
    [[nodiscard]] QWidget* makeActivity();
    void connectDetails(KeyedSelection* activitySelection);
    void ask();
    void showState();
    static Result<std::optional<Details>> read(LocalStore& store, const ReferralId& id);
    void readDetails();
    void showDetails(const Details& details);
    static Result<void> readHeld(LocalStore& store, const QList<Share>& shares, Details& details);
    void showHeld(const Details& details);
    void decide(const Message& message, HeldMessages::Decision decision, HeldCard* card);
    void setStatus();
    void addNote();
    void withdraw();
    void revert();
    void enableRevert();
    /// Runs a use case of this referral and says how it went.
    void run(std::function<Result<void>(casework::Desk&)> useCase, const QString& done);

    Services m_services;
    ReferralTableModel* m_model;
    ActivityListModel* m_activity;
    QLineEdit* m_search;
    QComboBox* m_filter;
    QTableView* m_table;
    KeyedSelection* m_selection;
    StatePane* m_states;

    StatePane* m_detailStates;
    QVBoxLayout* m_heldCards;
    QList<Message> m_heldShown;
    QLabel* m_site;
    QLabel* m_client;
    Notice* m_notice;
    QComboBox* m_status;
    QLineEdit* m_reason;
    QPushButton* m_saveStatus;
    QPushButton* m_share;
    QPushButton* m_withdraw;
    QListView* m_activityList;
    QPushButton* m_revert;
    NoteEdit* m_note;
    QPushButton* m_addNote;
    std::optional<Details> m_shown;
};

} // namespace handrail::ui
