// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/statistics/reporttablemodel.h"

#include <QFrame>

class QBoxLayout;
class QChartView;
class QLabel;
class QPushButton;
class QTableView;

namespace handrail::ui {

/// A question with its answer: a sentence, a chart, and the same numbers as a table. Enter or a press on a number, or a
/// press on a bar, opens the list behind it.
class ChartCard : public QFrame
{
    Q_OBJECT

public:
    /// `name`: as in ReportSection; prefixes the object names.
    explicit ChartCard(const QString& name, QWidget* parent = nullptr);
    void show(const ReportSection& section);

Q_SIGNALS:
    void opened(const handrail::Figure& figure, const QString& title);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    void fitTable();
    void open(const QModelIndex& index);

    QLabel* m_title;
    QPushButton* m_meaning;
    QLabel* m_definition;
    QLabel* m_summary;
    QChartView* m_chart;
    QTableView* m_table;
    QBoxLayout* m_body;
    ReportTableModel* m_model;
    ReportSection m_section;
};

} // namespace handrail::ui
