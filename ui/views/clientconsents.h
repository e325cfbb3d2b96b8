// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/consentlistmodel.h"
#include "ui/services.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace handrail::ui {

class Notice;
class StatePane;

/// A client's consents: when, to which addresses, the exact words, and whether it was withdrawn; «Withdraw Consent…».
class ClientConsents : public QWidget
{
    Q_OBJECT

public:
    explicit ClientConsents(Services services, QWidget* parent = nullptr);
    void show(const ClientId& client, const QString& phoneRegion);
    void refresh() { m_model->refresh(); }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const ConsentRow* chosen() const;
    void showState();
    void showChosen();
    void withdraw();

    Services m_services;
    QString m_phoneRegion;
    ConsentListModel* m_model;
    QListView* m_list;
    StatePane* m_states;
    QLabel* m_about;
    Notice* m_notice;
    QPushButton* m_withdraw;
};

} // namespace handrail::ui
