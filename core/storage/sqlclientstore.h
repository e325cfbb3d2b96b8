// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/storage/recordtables.h"

namespace handrail {

/// Clients in the encrypted store.
class SqlClientStore : public ClientStore
{
public:
    SqlClientStore(Database& database, RecordTables& records)
        : m_database(database)
        , m_records(records)
    {
    }
    Result<QList<ClientRow>> find(const QString& text, Page page) override;
    Result<int> count(const QString& text) override;
    Result<std::optional<Client>> client(const ClientId& id) override;

private:
    Database& m_database;
    RecordTables& m_records;
};

} // namespace handrail
