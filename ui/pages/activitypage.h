// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/home.h"
#include "ui/chosenclient.h"
#include "ui/models/activitylistmodel.h"
#include "ui/services.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QListView;
class QPushButton;

namespace handrail::ui {

class KeyedSelection;
class Notice;
class ReachBox;
class StatePane;

/// Recent Activity, live: of one's own clients, a team, everybody, a worker or the chosen client; by kind and time. What
/// came from elsewhere is marked until it was seen on this desk.
class ActivityPage : public QWidget
{
    Q_OBJECT

public:
    ActivityPage(Services services, ChosenClient& chosen, QWidget* parent = nullptr);
    void refresh();
    void setClientName(const QString& name);
    void setUser(const User& user, casework::Reach reach);
    /// Clients' answers that nobody has seen on this desk.
    void showNewAnswers();
    /// Selects the entry, whatever the filters say.
    void showEntry(const ActivityId& id);

Q_SIGNALS:
    void openReferral(const handrail::ReferralId& id);
    void openReply(const handrail::ReplyId& id);

private:
    [[nodiscard]] QWidget* makeFilters();
    [[nodiscard]] QComboBox* makeFilter(const QString& name, const QString& label);
    void readPeople();
    void ask();
    void resetFilters();
    [[nodiscard]] ActivityQuery query() const;
    void showState();
    void open(const QModelIndex& index);
    void markAllSeen();

    Services m_services;
    ChosenClient& m_chosen;
    ActivityListModel* m_model;
    ReachBox* m_reach = nullptr;
    QComboBox* m_worker = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_period = nullptr;
    QCheckBox* m_onlyClient = nullptr;
    QCheckBox* m_onlyNew = nullptr;
    QPushButton* m_allSeen = nullptr;
    Notice* m_notice = nullptr;
    QListView* m_list = nullptr;
    KeyedSelection* m_selection = nullptr;
    StatePane* m_states = nullptr;
};

} // namespace handrail::ui
