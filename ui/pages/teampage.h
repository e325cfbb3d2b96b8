// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

namespace handrail::ui {

/// A supervisor's view: the team's activity and outcomes.
class TeamPage : public QWidget
{
    Q_OBJECT

public:
    explicit TeamPage(Services services, QWidget* parent = nullptr);
    /// The store has changed.
    void refresh();

private:
    Services m_services;
};

} // namespace handrail::ui
