// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/clientimport.h"

#include <QAbstractTableModel>

namespace handrail::ui {

/// The rows of a file as they would be imported, with what a person decided about them.
class ImportModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Line, Name, BirthDate, Contact, Outcome, ColumnCount };
    enum class Show { All, ToImport, HereAlready, Problems };

    using QAbstractTableModel::QAbstractTableModel;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void clear();
    void append(const QList<casework::ImportRow>& rows);
    void setRows(const QList<casework::ImportRow>& rows);
    void show(Show show);
    /// What to do with these rows; rows that can't be imported, and updates of nobody, are left as they are.
    void choose(const QModelIndexList& rows, casework::ImportChoice choice);

    [[nodiscard]] const QList<casework::ImportRow>& rows() const { return m_rows; }
    /// The row behind a line of the view.
    [[nodiscard]] const casework::ImportRow* rowAt(const QModelIndex& index) const;
    /// All about a row in sentences: what is wrong, or who is here already and why.
    [[nodiscard]] static QString inWords(const casework::ImportRow& row);

    struct Counts
    {
        int toImport = 0;
        int skipped = 0;
        int bad = 0;
    };
    [[nodiscard]] const Counts& counts() const { return m_counts; }

Q_SIGNALS:
    void counted();

private:
    [[nodiscard]] bool fits(const casework::ImportRow& row) const;
    [[nodiscard]] QString text(const casework::ImportRow& row, int column) const;
    void filter();
    void count();

    QList<casework::ImportRow> m_rows;
    QList<int> m_shown;
    Show m_show = Show::All;
    Counts m_counts;
};

} // namespace handrail::ui
