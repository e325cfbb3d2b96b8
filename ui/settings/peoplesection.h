// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "ui/settings/settingssection.h"

class QPushButton;

namespace handrail::ui {

class PeopleModel;
class SearchList;

/// Those who sign in: an administrator adds, changes and disables them, and gives new passwords.
class PeopleSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit PeopleSection(Services services);
    void load() override;

private:
    void follow();
    void edit(bool isNew);
    void resetPassword();
    void toggle();
    void showPassword(const QString& name, const QString& password);

    PeopleModel* m_model;
    SearchList* m_list;
    QWidget* m_content;
    QPushButton* m_edit;
    QPushButton* m_password;
    QPushButton* m_toggle;
    QList<Team> m_teams;
};

} // namespace handrail::ui
