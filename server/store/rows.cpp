// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/rows.h"

namespace handrail::server {

/// Lists of values make a statement for each length: what is asked all the time soon stands there again.
constexpr std::size_t mostIdle = 300;

std::unique_ptr<QSqlQuery> Statements::take(const QString& sql)
{
    const auto found = m_idle.find(sql);
    if (found == m_idle.end())
        return nullptr;
    auto statement = std::move(found->second);
    m_idle.erase(found);
    return statement;
}

void Statements::give(const QString& sql, std::unique_ptr<QSqlQuery> statement)
{
    if (m_idle.size() >= mostIdle)
        m_idle.clear();
    m_idle.insert_or_assign(sql, std::move(statement));
}

bool Rows::next()
{
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        *m_trouble = m_query->lastError();
    return false;
}

Rows::~Rows()
{
    const auto home = m_home.lock();
    if (!m_query || !home)
        return;
    m_query->finish(); // Else SQLite would go on reading the state of that moment.
    home->give(m_sql, std::move(m_query));
}

} // namespace handrail::server
