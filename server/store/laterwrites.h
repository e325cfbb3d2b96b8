// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QHash>
#include <QString>
#include <QVariantList>
#include <functional>
#include <vector>

namespace handrail::server {

/// What a transaction will write at the latest when it commits. Rows of one kind are written many at a time: a push of 500
/// changes would else go to the database and back thousands of times, with everybody else of the agency waiting.
class LaterWrites
{
public:
    using Run = std::function<Result<void>(const QString& sql, const QVariantList& values)>;

    /// One more row of `INSERT INTO table (columns) VALUES (...) tail`.
    void insert(const QString& table, const QString& columns, const QVariantList& row, const QString& tail = {});
    /// A statement in place of the one with the same `sql` and the same last value that waits.
    void lastWord(const QString& table, const QString& sql, const QVariantList& values);

    [[nodiscard]] bool isEmpty() const { return m_inserts.empty() && m_words.empty(); }
    /// Writes what waits for tables that `sql` names, so that it sees them as they are.
    Result<void> writeWhatItNeeds(const QString& sql, const Run& run);
    Result<void> writeAll(const Run& run);
    void forget();

private:
    struct Inserts
    {
        QString table;
        QString columns;
        QString tail;
        qsizetype width = 0;
        QVariantList values; ///< Of all rows, one after the other.
    };
    struct Word
    {
        QString table;
        QString sql;
        QVariantList values;
    };
    Result<void> write(const Inserts& inserts, const Run& run);
    const QString& insertOf(const Inserts& inserts, qsizetype rows);

    std::vector<Inserts> m_inserts;
    std::vector<Word> m_words;
    QHash<QString, QString> m_texts; ///< Of the statements made so far, by table, columns and number of rows.
};

/// Whether a statement names a table, quoted or not: a whole word of it.
bool namesTable(const QString& sql, const QString& table);

} // namespace handrail::server
