// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/storage/recordtables.h"

namespace handrail {

/// Resource baskets in the encrypted store.
class SqlBasketStore : public BasketStore
{
public:
    SqlBasketStore(Database& database, RecordTables& records)
        : m_database(database)
        , m_records(records)
    {
    }
    Result<QList<BasketItem>> basket(const ClientId& id) override;

private:
    Database& m_database;
    RecordTables& m_records;
};

} // namespace handrail
