// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "ui/settings/settingssection.h"

#include <QMessageBox>
#include <functional>

class QPushButton;

namespace handrail::ui {

class PeopleModel;
class SearchList;

/// Those who sign in: an administrator adds, changes and disables them, and helps who lost
/// password or second factor.
class PeopleSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit PeopleSection(Services services);
    void load() override;

private:
    /// A question before a deed that somebody else feels.
    struct Question
    {
        QString name;
        QString title;
        QString text;
        QString consequence;
        QString yes;
        QString yesName;
        QMessageBox::ButtonRole role;
    };
    void ask(const Question& question, const std::function<void()>& deed);
    template <typename T>
    bool settled(const Result<T>& answer);
    void follow();
    void edit(bool isNew);
    void resetPassword();
    void resetSecondFactor();
    void showDevices();
    void toggle();
    void showPassword(const QString& name, const QString& password);

    PeopleModel* m_model;
    SearchList* m_list;
    QWidget* m_content;
    QPushButton* m_edit;
    QPushButton* m_password;
    QPushButton* m_factor;
    QPushButton* m_devices;
    QPushButton* m_toggle;
    QList<Team> m_teams;
};

} // namespace handrail::ui
