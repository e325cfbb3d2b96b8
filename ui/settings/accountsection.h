// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingssection.h"
#include "ui/syncstate.h"

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace handrail::ui {

class DevicesBox;
class ProblemLabel;
class SecondFactorBox;

/// Who is signed in here, their password, second factor and devices, and signing out with the data kept or wiped.
class AccountSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit AccountSection(Services services);
    void load() override;
    void useSecurity(SecurityServices* security) override;

private:
    struct Reading
    {
        std::optional<User> user;
        QString team;
        QString server;
        QString device;
        int waiting = 0;
    };
    static Result<Reading> read(LocalStore& store, const UserId& worker);
    void makePassword();
    void makeSignOut();
    void show(const Reading& read);
    void changePassword();
    void askToSignOut();
    void signOut(AccountServices::LocalData wanted);

    QFormLayout* m_facts;
    SecondFactorBox* m_secondFactor;
    DevicesBox* m_devices;
    QLineEdit* m_old;
    QLineEdit* m_new;
    QLineEdit* m_again;
    ProblemLabel* m_oldProblem;
    ProblemLabel* m_newProblem;
    ProblemLabel* m_againProblem;
    QPushButton* m_change;
    QPushButton* m_signOut;
    int m_waiting = 0;
};

/// Role in words: «Supervisor».
QString roleInWords(handrail::Role role);

} // namespace handrail::ui
