// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/reporttablemodel.h"

#include "ui/theme.h"

#include <QFont>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

void ReportTableModel::show(const ReportSection& section)
{
    beginResetModel();
    m_header = section.header;
    m_rows = section.rows;
    endResetModel();
}

std::optional<Figure> ReportTableModel::figureAt(const QModelIndex& index) const
{
    return index.isValid() ? m_rows[index.row()].value(index.column()).figure : std::nullopt;
}

int ReportTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReportTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_header.size());
}

QVariant ReportTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ReportCell cell = m_rows[index.row()].value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::AccessibleTextRole:
        // «Texts, Answer rate: 75 %»: a cell alone says nothing.
        return index.column() == 0
                   ? cell.text
                   : u"%1, %2: %3"_s.arg(m_rows[index.row()].value(0).text, m_header[index.column()], cell.text);
    case Qt::ToolTipRole:
        return cell.figure ? tr("Open the list") : QString();
    case Qt::ForegroundRole:
        return cell.figure ? QVariant(theme().accentText) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == 0 ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                   : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::FontRole:
        if (cell.figure) {
            QFont font;
            font.setUnderline(true);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant ReportTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return m_header.value(section);
    }
    if (role == Qt::TextAlignmentRole) {
        return section == 0 ? QVariant(Qt::AlignLeft | Qt::AlignVCenter) : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    }
    return {};
}

} // namespace handrail::ui
