// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"
#include "core/domain/result.h"
#include "server/store/laterwrites.h"
#include "server/store/news.h"
#include "server/store/rows.h"

#include <QSet>
#include <QSqlDatabase>
#include <QVariant>
#include <functional>
#include <semaphore>
#include <type_traits>
#include <vector>

namespace handrail::server {

/// Where the server's data is. SQLite by default, PostgreSQL by the same code.
struct DatabaseSettings
{
    QString driver = QStringLiteral("QSQLITE"); ///< Qt's name: QSQLITE or QPSQL.
    QString name;                               ///< File of SQLite, database name of PostgreSQL.
    QString host;                               ///< Name, or folder of the Unix socket.
    int port = -1;
    QString user;
    QString password;
    QString tls; ///< How PostgreSQL is reached, in libpq's words: "sslmode=require"; empty: by a socket or on this machine.

    /// "sqlite:/var/lib/handrail/server.db", the file alone, or
    /// "postgresql://user:password@host:port/name?host=/socket/folder". On another machine it is asked for TLS, and nothing
    /// less is taken; `?sslmode=verify-full&sslrootcert=/file` checks its certificate, too.
    static Result<DatabaseSettings> fromText(const QString& text);
};

/// One connection. Used only in the thread that opened it: every thread of the pool has its own.
class Database
{
public:
    /// `news`, where given, hears of every commit that gave an agency new changes.
    static Result<std::unique_ptr<Database>> open(const DatabaseSettings& settings, News* news = nullptr);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Brings the schema up to this program's version, step by step, each step whole or not at all. A schema of a
    /// newer program is refused and left as it is.
    Result<void> migrate();
    /// An error where the schema isn't this program's: for programs that must not migrate.
    Result<void> checkVersion();

    /// Runs one statement with `?` for the values. With values, it stays prepared for the next time.
    Result<Rows> query(const QString& sql, const QVariantList& values = {});
    /// A row that this transaction writes: together with others of its table, before any statement that names the table, and
    /// before the commit at the latest. What a database has against it is said then. `tail`: "ON CONFLICT DO NOTHING".
    void insertLater(const QString& table, const QString& columns, const QVariantList& row, const QString& tail = {});
    /// The same with a whole statement, of which only the last one with this text and this last value counts.
    void runLater(const QString& table, const QString& sql, const QVariantList& values);
    /// An error where one of the answers since it was last asked broke off before its end. A transaction asks before it
    /// begins, since what it writes may rest on what was read, and before each statement and its commit: where a read fails,
    /// SQLite rolls back, and what came after would be kept by itself. Who reads outside of one asks when it has read all.
    Result<void> readWhole();
    /// Whether this very connection still works; it is not opened again.
    bool answers() { return ask(QStringLiteral("SELECT 1"), {}).ok(); }
    /// The connection itself, for what query() doesn't do.
    QSqlDatabase& sql() { return m_sql; }

    /// Runs `f`, a callable that returns a Result, in a transaction: kept when the result is ok, else rolled back.
    /// Tried again (so `f` must have no effects but the database's) when the database was busy or could not put
    /// transactions in order. Transactions don't nest.
    template <class F>
    auto transaction(F f) -> std::invoke_result_t<F&>;

    [[nodiscard]] bool isPostgres() const { return m_settings.driver == QLatin1String("QPSQL"); }
    /// Ends a SELECT that locks its rows until the transaction ends; SQLite's writers are alone anyway.
    [[nodiscard]] QString forUpdate() const { return isPostgres() ? QStringLiteral(" FOR UPDATE") : QString(); }
    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }
    /// Called once after this transaction's commit, and not at all where it is rolled back.
    void afterCommit(std::function<void()> call) { m_afterCommit.push_back(std::move(call)); }
    /// News for this agency's readers, told after the commit.
    void noteNews(const AgencyId& agency) { m_newsworthy.insert(agency); }

private:
    explicit Database(DatabaseSettings settings, News* news);
    Result<void> connect();
    Result<void> begin();
    Result<void> commit();
    void rollback();
    bool mayRetry(int attempt) const;
    bool connectAgain();
    Result<void> run(const QString& sql);
    Result<Rows> ask(const QString& sql, const QVariantList& values);
    Result<void> writeLate(const QString* before);
    void waitForTurn();
    void endTurn();
    Result<void> tellOthers();
    Result<bool> migrateStep();
    Error errorOf(const QSqlError& error);
    Result<int> storedVersion();

    struct RollbackGuard
    {
        Database& db;
        ~RollbackGuard()
        {
            if (db.m_inTransaction)
                db.rollback();
        }
    };

    DatabaseSettings m_settings;
    News* m_news;
    QSqlDatabase m_sql;
    std::shared_ptr<QSqlError> m_readTrouble = std::make_shared<QSqlError>();
    std::shared_ptr<Statements> m_statements; ///< Of the connection that is open now.
    LaterWrites m_later;
    std::shared_ptr<std::counting_semaphore<1>> m_turns; ///< SQLite: whose turn to write it is, among this process's threads.
    bool m_hasTurn = false;
    QSet<AgencyId> m_newsworthy;
    std::vector<std::function<void()>> m_afterCommit;
    bool m_inTransaction = false;
    bool m_busy = false; ///< The last trouble was one that goes away by trying again.
    bool m_lost = false; ///< The last trouble was a connection that is no more.
};

/// The number of the last file in sql/: the schema that this program works with.
int storeVersion();

template <class F>
auto Database::transaction(F f) -> std::invoke_result_t<F&>
{
    for (int attempt = 1;; ++attempt) {
        if (auto begun = begin(); !begun) {
            if (mayRetry(attempt))
                continue;
            return begun.error();
        }
        const RollbackGuard guard{*this};
        auto result = f();
        if (result.ok()) {
            auto committed = commit();
            if (committed)
                return result;
            if (!mayRetry(attempt))
                return committed.error();
        } else if (!mayRetry(attempt)) {
            return result;
        }
    }
}

} // namespace handrail::server
