// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QString>
#include <QVariant>
#include <memory>
#include <unordered_map>

namespace handrail::server {

/// One connection's prepared statements that nobody uses just now, by their text: preparing one costs more than most of
/// them do, and on PostgreSQL a way to the database and back.
class Statements
{
public:
    /// One that was prepared before, or null.
    std::unique_ptr<QSqlQuery> take(const QString& sql);
    void give(const QString& sql, std::unique_ptr<QSqlQuery> statement);

private:
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_idle;
};

/// What a statement answered: rows to be stepped through once. It goes before its connection does.
class Rows
{
public:
    /// `trouble`: where it is kept that reading broke off. `home`: where the statement goes back to; nowhere, where it
    /// can't be used again.
    Rows(std::unique_ptr<QSqlQuery> query, std::shared_ptr<QSqlError> trouble, const QString& sql = {},
         std::weak_ptr<Statements> home = {})
        : m_query(std::move(query))
        , m_trouble(std::move(trouble))
        , m_sql(sql)
        , m_home(std::move(home))
    {
    }
    ~Rows();
    Rows(Rows&&) noexcept = default;
    Rows& operator=(Rows&&) = delete;

    /// False at the end, and where the disk fails before it: the connection remembers that (Database::readWhole()).
    bool next();
    [[nodiscard]] QVariant value(int column) const { return m_query->value(column); }
    /// No more rows are wanted: what was read from can be written to.
    void finish() { m_query->finish(); }
    [[nodiscard]] QSqlRecord record() const { return m_query->record(); }
    [[nodiscard]] int numRowsAffected() const { return m_query->numRowsAffected(); }

private:
    std::unique_ptr<QSqlQuery> m_query; ///< Null once moved from.
    std::shared_ptr<QSqlError> m_trouble;
    QString m_sql;
    std::weak_ptr<Statements> m_home;
};

} // namespace handrail::server
