// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/views/widgets.h"

class QListView;

namespace handrail::ui {

class ActivityListModel;

/// R8: takes the automatic change that is selected in a list of activities back, in one step, wherever the list stands.
class RevertButton : public QPushButton
{
    Q_OBJECT

public:
    RevertButton(Services services, QListView* list, ActivityListModel* model, QWidget* parent = nullptr);

Q_SIGNALS:
    /// How it went, in a sentence.
    void said(handrail::ui::Notice::Tone tone, const QString& sentence);

private:
    void follow();
    void revert();

    Services m_services;
    QListView* m_list;
    ActivityListModel* m_model;
};

} // namespace handrail::ui
