// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingssection.h"

class QComboBox;
class QPushButton;

namespace handrail::ui {

class AuditModel;
class StatePane;

/// Who did what: narrowed to a time and a person, and saved for a spreadsheet.
class AuditSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit AuditSection(Services services);
    void load() override;

private:
    void ask();
    void showState();
    void chooseFile();
    void exportPage(const std::shared_ptr<class CsvFile>& file, qint64 before);

    AuditModel* m_model;
    QComboBox* m_period;
    QComboBox* m_who;
    QPushButton* m_save;
    StatePane* m_states;
    QWidget* m_content;
};

} // namespace handrail::ui
