// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/statistics/report.h"

#include <QAbstractTableModel>

namespace handrail::ui {

/// A section's numbers as a table: what a screen reader reads instead of the chart.
class ReportTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    void show(const ReportSection& section);
    /// The list behind a cell, where it has one.
    [[nodiscard]] std::optional<Figure> figureAt(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_header;
    QList<QList<ReportCell>> m_rows;
};

} // namespace handrail::ui
