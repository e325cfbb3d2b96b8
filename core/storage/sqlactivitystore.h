// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/storage/conditions.h"
#include "core/storage/recordtables.h"

namespace handrail {

/// The conditions on «activity a».
Result<Conditions> conditionsOf(Database& database, const ActivityQuery& query);

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
