// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chosenclient.h"
#include "ui/models/activitylistmodel.h"
#include "ui/services.h"

#include <QWidget>

class QCheckBox;
class QListView;

namespace handrail::ui {

class StatePane;

/// Recent Activity of all that the worker may see, or of the chosen client.
class ActivityPage : public QWidget
{
    Q_OBJECT

public:
    ActivityPage(Services services, ChosenClient& chosen, QWidget* parent = nullptr);
    void refresh();
    void setClientName(const QString& name);

Q_SIGNALS:
    void openReferral(const handrail::ReferralId& id);

private:
    void ask();
    void showState();

    ChosenClient& m_chosen;
    ActivityListModel* m_model;
    QListView* m_list;
    QCheckBox* m_onlyClient;
    StatePane* m_states;
};

} // namespace handrail::ui
