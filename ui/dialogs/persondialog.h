// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adminservices.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace handrail::ui {

class Notice;

/// Adds somebody who signs in, or changes their name, email, role and team.
class PersonDialog : public QDialog
{
    Q_OBJECT

public:
    /// `user`: whom to change; nobody: a new one.
    PersonDialog(AdminServices& admin, const std::optional<User>& user, const QList<Team>& teams,
                 QWidget* parent = nullptr);

Q_SIGNALS:
    /// `password`: of a new person, shown once; empty else.
    void saved(const QString& name, const QString& password);

private:
    [[nodiscard]] protocol::PersonRequest request() const;
    void follow();
    void save();

    AdminServices& m_admin;
    std::optional<User> m_user;
    QLineEdit* m_name;
    QLineEdit* m_email;
    QComboBox* m_role;
    QComboBox* m_team;
    Notice* m_notice;
    QPushButton* m_save;
};

} // namespace handrail::ui
