// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/statisticsstore.h"

namespace handrail::tests {

struct MemoryRecords;

/// The measures of core/domain/statistics.h, word by word over all records: what the SQL is held against.
class MemoryStatistics : public StatisticsStore
{
public:
    explicit MemoryStatistics(const MemoryRecords& records)
        : m_records(records)
    {
    }
    Result<QList<BucketCount>> counts(Measure measure, const StatisticsQuery& query) override;
    Result<QList<FigureRow>> rows(const Figure& figure, int offset, int limit) override;
    Result<int> rowCount(const Figure& figure) override;

private:
    const MemoryRecords& m_records;
};

} // namespace handrail::tests
