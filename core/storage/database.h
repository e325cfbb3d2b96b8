// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/crypto/securebytes.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <memory>

namespace handrail {

/// A prepared statement on loan. Going out of scope ends it, since an unfinished SELECT holds its snapshot and keeps
/// the write-ahead log growing.
class Statement
{
public:
    struct Prepared
    {
        QSqlQuery query;
        bool ready = false;
        bool inUse = false;
    };
    explicit Statement(std::shared_ptr<Prepared> prepared);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(const QVariant& value);
    /// Runs it. The error's sentence is for a person; SQLite's own words go to the log.
    Result<void> run();
    bool next() { return m_prepared->query.next(); }
    [[nodiscard]] QVariant value(int column) const { return m_prepared->query.value(column); }
    [[nodiscard]] QString text(int column) const { return value(column).toString(); }
    [[nodiscard]] qint64 integer(int column) const { return value(column).toLongLong(); }
    /// Rows that the last run changed.
    [[nodiscard]] int changed() const { return m_prepared->query.numRowsAffected(); }
    /// An error where reading rows ended early (damage shows up here, not in run()).
    [[nodiscard]] Result<void> readToEnd() const;

private:
    std::shared_ptr<Prepared> m_prepared;
};

/// One connection to the encrypted file: opens, proves, prepares. Knows SQL, but no table.
class Database
{
public:
    /// Opens (and creates, where there is no file) and sets the connection up. Migrations are not its business.
    static Result<std::unique_ptr<Database>> open(const QString& path, SecureBytes key);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// A statement, prepared once and kept. `sql` comes from our own code, never from a person or a peer.
    Statement statement(const QString& sql);
    Result<void> execute(const QString& sql);
    /// The first column of the first row, null where there is none.
    Result<QVariant> single(const QString& sql);
    /// That SQLite says that it enciphers, and that the file on disk is no plain database. Opening a store ends here:
    /// a build that lost the cipher by a mistake in linking must never write a client's name.
    Result<void> proveEncrypted();
    /// Enciphers every page anew in one transaction. Nobody else may have the file open, and there must be no
    /// write-ahead log. Ends all statements; close and open again afterwards.
    Result<void> changeKey(const SecureBytes& key);
    [[nodiscard]] const QString& path() const { return m_path; }

private:
    Database() = default;

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<Statement::Prepared>> m_statements;
};

/// A write transaction: rolls back unless committed. It takes the write lock at once, so that it never fails in the
/// middle because another process was faster.
class Transaction
{
public:
    static Result<std::unique_ptr<Transaction>> begin(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Result<void> commit();

private:
    explicit Transaction(Database& database);
    Database& m_database;
    bool m_open = true;
};

} // namespace handrail

/// Leaves the function with the error where `expression` (a Result) has one.
#define HANDRAIL_TRY(expression)                                                                                       \
    do {                                                                                                               \
        if (auto handrailTried = (expression); !handrailTried.ok())                                                    \
            return handrailTried.error();                                                                              \
    } while (false)
