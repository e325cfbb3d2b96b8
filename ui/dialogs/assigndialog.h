// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace handrail::ui {

class Notice;

/// Gives a client to a worker and a team.
class AssignDialog : public QDialog
{
    Q_OBJECT

public:
    AssignDialog(Services services, const Client& client, QWidget* parent = nullptr);

Q_SIGNALS:
    void assigned();

private:
    struct People
    {
        QList<User> users;
        QList<Team> teams;
    };
    void fill(const People& people);
    void assign();
    void sayWhetherItLeaves();
    [[nodiscard]] const User* user(const QUuid& id) const;

    Services m_services;
    Client m_client;
    QList<User> m_users;
    QComboBox* m_worker;
    QComboBox* m_team;
    Notice* m_notice;
    QLabel* m_leaves;
    QPushButton* m_assign;
};

} // namespace handrail::ui
