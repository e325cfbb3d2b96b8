// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QVariant>

struct sqlite3;
struct sqlite3_stmt;

namespace handrail::bench {

/// One row of one table.
struct BareRow
{
    QString table;
    QList<QVariant> values;
};

/// A database by SQLite's own interface in C, with nothing of ours between: what a transaction of the same rows costs.
/// It has the tables and indexes of the local store, and the settings that the store sets.
class BareDatabase
{
public:
    /// An empty `key` opens a plain file.
    BareDatabase(const QString& path, const QByteArray& key);
    ~BareDatabase();
    BareDatabase(const BareDatabase&) = delete;
    BareDatabase& operator=(const BareDatabase&) = delete;

    void execute(const QByteArray& sql);
    /// The rows of the database in the file `other` that this one has not, search tables aside; the other's readers see
    /// what was committed.
    QList<BareRow> lacking(const QString& other, const QByteArray& key);
    /// Writes them in one transaction with prepared statements; prepares beforehand, so that only the transaction is timed.
    /// Answers seconds.
    double write(const QList<BareRow>& rows);
    /// Reads every row of every table; answers seconds.
    double readAll();
    /// Takes the encryption off the file.
    void makePlain();

private:
    QList<QByteArray> tables();
    sqlite3_stmt* insertInto(const BareRow& row);

    sqlite3* m_db = nullptr;
    bool m_attached = false;
    QHash<QString, sqlite3_stmt*> m_inserts;
};

} // namespace handrail::bench
