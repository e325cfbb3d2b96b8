// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adminservices.h"
#include "ui/settings/settingssection.h"

class QLabel;
class QPushButton;

namespace handrail::ui {

class WrappingCheckBox;

/// What the agency asks of everybody who signs in: an administrator's to say, at the server.
class SignInSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit SignInSection(Services services);
    void load() override;
    void apply() override;
    void reset() override;
    [[nodiscard]] bool isChanged() const override;

private:
    void askServer();
    void show(const SignInRuleReading& reading);
    void explain();
    [[nodiscard]] protocol::SignInRule rule() const;

    SignInRuleReading m_kept;
    bool m_loaded = false;
    QWidget* m_content;
    QWidget* m_form;
    QLabel* m_state;
    QPushButton* m_again;
    WrappingCheckBox* m_secondFactor;
    WrappingCheckBox* m_passwordOff;
    QLabel* m_passwordWords;
};

} // namespace handrail::ui
