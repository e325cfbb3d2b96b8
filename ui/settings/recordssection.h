// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/wirepeople.h"
#include "ui/settings/settingssection.h"

class QComboBox;
class QPushButton;
class QLabel;
class QListView;
class QStringListModel;

namespace handrail::ui {

/// How long clients are kept: those with whom nothing has happened for years are shown, and erased.
class RecordsSection : public SettingsSection
{
    Q_OBJECT

public:
    explicit RecordsSection(Services services);
    void load() override;

private:
    void ask();
    void show(const protocol::RetentionAnswer& answer);
    void confirm();
    void erase(class EraseDialog* dialog);

    QComboBox* m_age;
    QPushButton* m_show;
    QPushButton* m_erase;
    QLabel* m_found;
    QStringListModel* m_lines;
    QListView* m_list;
    QWidget* m_content;
    protocol::RetentionRequest m_shown; ///< What the list shows.
};

} // namespace handrail::ui
