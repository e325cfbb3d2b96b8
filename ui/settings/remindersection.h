// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/preferences.h"
#include "ui/settings/settingssection.h"

class QCheckBox;

namespace handrail::ui {

/// When a worker is reminded of a referral gone quiet, and how they hear of answers; each is kept as it is chosen.
class ReminderSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit ReminderSection(Services services);
    void load() override;

private:
    QCheckBox* addChoice(const QString& name, const QString& label);
    void keep();
    [[nodiscard]] casework::Preferences chosen() const;

    casework::Preferences m_kept;
    bool m_showing = false;
    QList<QCheckBox*> m_reminders; ///< In the order of allReminders().
    QCheckBox* m_notify;
    QCheckBox* m_names;
    QCheckBox* m_tray;
    QCheckBox* m_closeToTray;
};

} // namespace handrail::ui
