// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "ui/settings/settingssection.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace handrail::ui {

/// The agency's teams: an administrator adds and renames them, who is in them is set at the server.
class TeamsSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit TeamsSection(Services services);
    void load() override;

private:
    struct Reading
    {
        QList<Team> teams;
        QList<User> users;
        bool administrator = false;
    };
    void show(const Reading& read);
    void addTeam(const Team& team, const QList<User>& users, bool editable);
    void rename(const Team& team);
    void save(const std::optional<TeamId>& id, const QString& name);

    QVBoxLayout* m_list;
    QWidget* m_adding;
    QLineEdit* m_name;
    QPushButton* m_add;
};

} // namespace handrail::ui
