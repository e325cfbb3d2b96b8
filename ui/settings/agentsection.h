// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingssection.h"

class QCheckBox;
class QLabel;

namespace handrail::ui {

/// The background agent of this computer: how it is, and whether it starts with the computer.
class AgentSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit AgentSection(Services services);
    void load() override;

private:
    void set(bool on);

    QLabel* m_state;
    QCheckBox* m_atLogin;
    QLabel* m_fixed; ///< What the organisation's IT decided here.
    bool m_showing = false;
};

} // namespace handrail::ui
