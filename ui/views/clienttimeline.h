// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

class QListView;
class QPushButton;

namespace handrail::ui {

class ActivityListModel;
class Notice;
class StatePane;

/// Everything that happened with a client, latest first, those who were merged into it included; a merge is taken back
/// here.
class ClientTimeline : public QWidget
{
    Q_OBJECT

public:
    explicit ClientTimeline(Services services, QWidget* parent = nullptr);
    void show(const ClientId& client);
    void refresh();

Q_SIGNALS:
    void openReferral(const handrail::ReferralId& id);
    void changed();

private:
    void showState();
    void enableButtons();
    void undoMerge();

    Services m_services;
    ActivityListModel* m_model;
    QListView* m_list;
    StatePane* m_states;
    Notice* m_notice;
    QPushButton* m_open;
    QPushButton* m_undo;
};

} // namespace handrail::ui
