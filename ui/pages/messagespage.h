// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

namespace handrail::ui {

/// Outbox and history of all messages to clients.
class MessagesPage : public QWidget
{
    Q_OBJECT

public:
    explicit MessagesPage(Services services, QWidget* parent = nullptr);
    /// The store has changed.
    void refresh();

private:
    Services m_services;
};

} // namespace handrail::ui
