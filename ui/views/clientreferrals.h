// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace handrail::ui {

class ReferralTableModel;
class StatePane;

/// A client's referrals with their status, latest activity first.
class ClientReferrals : public QWidget
{
    Q_OBJECT

public:
    explicit ClientReferrals(Services services, QWidget* parent = nullptr);
    void show(const ClientId& client);
    void refresh();

Q_SIGNALS:
    void findResources();
    void openReferral(const handrail::ReferralId& id);
    void shareReferral(const handrail::ClientId& client, const handrail::ReferralId& id);
    void showAll();

private:
    [[nodiscard]] const ReferralRow* chosen() const;
    void showState();

    ReferralTableModel* m_model;
    QTableView* m_table;
    StatePane* m_states;
    QPushButton* m_open;
    QPushButton* m_share;
};

} // namespace handrail::ui
