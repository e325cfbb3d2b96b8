// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/preferences.h"
#include "ui/settings/settingssection.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace handrail::ui {

/// What others may see on this computer: when it locks, masked numbers, what notifications say, and the key of its data.
class SecuritySection : public SettingsSection
{
    Q_OBJECT

public:
    explicit SecuritySection(Services services);
    void load() override;

private:
    QCheckBox* addChoice(const QString& name, const QString& label);
    void makePassphrase();
    void makeKey();
    void keep();
    void changePassphrase();
    void askToRenewKey();
    [[nodiscard]] casework::Preferences chosen() const;

    casework::Preferences m_kept;
    bool m_showing = false;
    QComboBox* m_lockAfter;
    QCheckBox* m_mask;
    QCheckBox* m_names;
    QCheckBox* m_hide;
    QLabel* m_fixed;
    QLabel* m_cannotHide;
    QWidget* m_passphrase;
    QLineEdit* m_before = nullptr;
    QLineEdit* m_after = nullptr;
    QLineEdit* m_again = nullptr;
    ProblemLabel* m_beforeProblem = nullptr;
    ProblemLabel* m_afterProblem = nullptr;
    ProblemLabel* m_againProblem = nullptr;
    QPushButton* m_change = nullptr;
};

} // namespace handrail::ui
