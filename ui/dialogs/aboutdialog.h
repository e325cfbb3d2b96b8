// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace handrail::ui {

/// Which Handrail this is, what it stands on, and under which licences.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent);
};

} // namespace handrail::ui
