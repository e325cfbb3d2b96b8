// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chosenclient.h"
#include "ui/models/basketmodel.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace handrail::ui {

class Notice;
class StatePane;

/// The resource basket of the chosen client: its order decides the day of each follow-up.
class BasketPage : public QWidget
{
    Q_OBJECT

public:
    BasketPage(Services services, ChosenClient& chosen, QWidget* parent = nullptr);
    /// The store has changed.
    void refresh();
    void setClientName(const QString& name);
    [[nodiscard]] BasketModel* model() const { return m_model; }

Q_SIGNALS:
    void createReferrals(const QList<handrail::ResourceSiteId>& sites);
    void findResources();
    void chooseClient();

private:
    void showState();
    void enableButtons();
    void move(int by);

    ChosenClient& m_chosen;
    BasketModel* m_model;
    QListView* m_list;
    StatePane* m_states;
    QLabel* m_title;
    QLabel* m_explain;
    Notice* m_notice;
    QPushButton* m_up;
    QPushButton* m_down;
    QPushButton* m_remove;
    QPushButton* m_create;
    QString m_clientName;
};

} // namespace handrail::ui
