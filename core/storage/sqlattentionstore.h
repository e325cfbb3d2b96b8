// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/storage/database.h"

namespace handrail {

class SqlAttentionStore : public AttentionStore
{
public:
    explicit SqlAttentionStore(Database& database)
        : m_database(database)
    {
    }
    Result<QList<QuietRow>> quiet(const QuietQuery& query, Page page) override;
    Result<int> countQuiet(const QuietQuery& query) override;
    Result<void> setAside(Matter matter, const QList<QUuid>& ids, const QDateTime& at) override;
    Result<void> markSeen(const QList<ActivityId>& ids) override;
    Result<void> markAllSeen(const ActivityQuery& query) override;
    /// How often something was written, for LocalStore::version().
    [[nodiscard]] qint64 commits() const { return m_commits; }

private:
    Result<void> counted(Result<void> written);

    Database& m_database;
    qint64 m_commits = 0;
};

} // namespace handrail
