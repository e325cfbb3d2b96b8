// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/agencysettings.h"
#include "ui/settings/settingssection.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;
class QTimeEdit;

namespace handrail::ui {

class ProblemLabel;

/// Program name, number, address, hours, languages and the rules for sending: an administrator's to change, everybody's
/// to read.
class AgencySection : public SettingsSection
{
    Q_OBJECT

public:
    explicit AgencySection(Services services);
    void load() override;
    void apply() override;
    void reset() override;
    [[nodiscard]] bool isChanged() const override;
    [[nodiscard]] QString problem() const override;

private:
    void makeForm();
    void makeHours();
    void makeLanguages();
    void makeSending();
    void show(const casework::AgencyDraft& draft);
    [[nodiscard]] casework::AgencyDraft draft() const;
    void setEditable(bool editable);
    void edited();

    casework::AgencyDraft m_kept;
    QString m_phoneRegion;
    bool m_loaded = false;
    bool m_editable = false;
    bool m_showing = false;
    QLineEdit* m_programName;
    QLineEdit* m_number;
    QLineEdit* m_address;
    QComboBox* m_timeZone;
    QTimeEdit* m_opens;
    QTimeEdit* m_closes;
    QCheckBox* m_english;
    QCheckBox* m_spanish;
    QComboBox* m_firstLanguage;
    QComboBox* m_sendingAgents;
    QCheckBox* m_resend;
    QSpinBox* m_resendHours;
    QHash<QString, ProblemLabel*> m_problems;
};

} // namespace handrail::ui
