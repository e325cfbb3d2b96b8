// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/directory/directory.h"

#include <QHash>
#include <initializer_list>

namespace handrail::server::directory {

/// One record of a directory file, whatever the file's format: the cells that are not empty, by lower-case name.
/// A list, not a hash: rows have few cells and there are millions of rows.
class Row
{
public:
    QString file;
    int number = 0;

    /// The cell, or empty.
    [[nodiscard]] QString operator[](QStringView column) const;
    /// The first of `columns` that is not empty: the versions of HSDS call the same thing differently.
    [[nodiscard]] QString any(std::initializer_list<QStringView> columns) const;
    void set(const QString& column, const QString& cell);
    /// Takes over the cells that this row doesn't have.
    void complete(const Row& other);
    [[nodiscard]] bool isEmpty() const { return m_cells.isEmpty(); }

    static Row at(const QString& file, int number);

private:
    [[nodiscard]] const QString* find(QStringView column) const;
    QList<std::pair<QString, QString>> m_cells;
};

/// The remarks of an import, bounded.
class Reports
{
public:
    void add(const Row& row, RowReport::Severity severity, const QString& sentence, const QString& column = {});
    void add(const QString& file, RowReport::Severity severity, const QString& sentence);

    QList<RowReport> list;
    int more = 0;
};

/// The tables of a directory by their HSDS 3.0 names, joined by their id columns.
class Tables
{
public:
    /// The HSDS 3.0 name of a file, a table or a JSON key ("physical_addresses" -> "addresses"); empty where unknown.
    static QString nameOf(QStringView fileOrKey);

    void add(const QString& table, Row row) { m_rows[table].append(std::move(row)); }
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    [[nodiscard]] qsizetype size() const;
    [[nodiscard]] const QList<Row>& rows(const QString& table) const;
    /// Rows of `table` whose `column` says `value`; none for an empty value.
    [[nodiscard]] QList<const Row*> where(const QString& table, const QString& column, const QString& value) const;
    /// Makes one row of those that share an id (JSON repeats records), or reports and drops the later ones.
    void joinById(const QString& table, bool repeatsAllowed, Reports& reports);

private:
    using Index = QHash<QString, QList<qsizetype>>;
    QHash<QString, QList<Row>> m_rows;
    mutable QHash<QString, Index> m_indexes;
};

} // namespace handrail::server::directory
