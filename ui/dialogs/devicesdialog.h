// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QDialog>

namespace handrail::ui {

class SecurityServices;

/// Another person's devices, for an administrator: signed out, or wiped, where one was lost or its user has left.
class DevicesDialog : public QDialog
{
    Q_OBJECT

public:
    DevicesDialog(Services services, SecurityServices* security, const User& user, QWidget* parent = nullptr);
};

} // namespace handrail::ui
