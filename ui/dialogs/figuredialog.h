// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/statistics.h"
#include "ui/services.h"

#include <QDialog>

class QLabel;
class QTableView;

namespace handrail::ui {

class FigureModel;
class StatePane;

/// The list behind a number: exactly as many rows as the number says, each of which leads to its referral.
class FigureDialog : public QDialog
{
    Q_OBJECT

public:
    FigureDialog(const Services& services, const Figure& figure, const QString& title, QWidget* parent = nullptr);

Q_SIGNALS:
    void openReferral(const handrail::ReferralId& id);

private:
    void showState();
    void openCurrent();

    FigureModel* m_model;
    QTableView* m_table;
    QLabel* m_count;
    StatePane* m_states;
};

} // namespace handrail::ui
