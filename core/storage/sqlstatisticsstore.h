// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/statisticsstore.h"
#include "core/storage/database.h"

namespace handrail {

/// Supervisors' numbers in SQL: one SELECT a measure (core/storage/statisticssql.h), counted for the number and listed
/// for its list, so that they can't differ.
class SqlStatisticsStore : public StatisticsStore
{
public:
    explicit SqlStatisticsStore(Database& database)
        : m_database(database)
    {
    }
    Result<QList<BucketCount>> counts(Measure measure, const StatisticsQuery& query) override;
    Result<QList<FigureRow>> rows(const Figure& figure, int offset, int limit) override;
    Result<int> rowCount(const Figure& figure) override;

private:
    Result<void> nameBuckets(Measure measure, QList<BucketCount>& counts);
    Database& m_database;
};

} // namespace handrail
