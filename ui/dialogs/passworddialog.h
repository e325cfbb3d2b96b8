// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace handrail::ui {

/// Shows somebody's new password, once: it is kept nowhere.
class PasswordDialog : public QDialog
{
    Q_OBJECT

public:
    PasswordDialog(const QString& name, const QString& password, QWidget* parent = nullptr);
};

} // namespace handrail::ui
