// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

namespace handrail::ui {

/// Settings of the agency, the account and this desk.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(Services services, QWidget* parent = nullptr);
    /// The store has changed.
    void refresh();

private:
    Services m_services;
};

} // namespace handrail::ui
