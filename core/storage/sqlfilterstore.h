// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/storage/recordtables.h"

namespace handrail {

/// Workers' saved filters in the encrypted store.
class SqlFilterStore : public FilterStore
{
public:
    explicit SqlFilterStore(RecordTables& records)
        : m_records(records)
    {
    }
    Result<QList<SavedFilter>> filters(const UserId& user, const QString& list) override;
    Result<std::optional<SavedFilter>> filter(const SavedFilterId& id) override;

private:
    RecordTables& m_records;
};

} // namespace handrail
