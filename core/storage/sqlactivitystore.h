// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/storage/recordtables.h"

namespace handrail {

/// Recent activity in the encrypted store (R11).
class SqlActivityStore : public ActivityStore
{
public:
    explicit SqlActivityStore(Database& database)
        : m_database(database)
    {
    }
    Result<QList<ActivityRow>> find(const ActivityQuery& query, Page page) override;
    Result<int> count(const ActivityQuery& query) override;
    Result<std::optional<ActivityRow>> activity(const ActivityId& id) override;

private:
    Database& m_database;
};

} // namespace handrail
