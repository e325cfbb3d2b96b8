// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

namespace handrail::ui {

/// What needs you now: failed messages, new answers, what clients wrote, follow-ups of today, drafts.
class HomePage : public QWidget
{
    Q_OBJECT

public:
    explicit HomePage(Services services, QWidget* parent = nullptr);
    /// The store has changed.
    void refresh();

private:
    Services m_services;
};

} // namespace handrail::ui
