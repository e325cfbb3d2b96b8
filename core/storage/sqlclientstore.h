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
    Result<QList<ClientRow>> find(const ClientQuery& query, Page page) override;
    Result<int> count(const ClientQuery& query) override;
    Result<std::optional<Client>> client(const ClientId& id) override;
    Result<std::optional<Client>> record(const ClientId& id) override;
    Result<QList<ClientId>> family(const ClientId& id) override;
    /// The list's row of one client; nothing where it is not listed.
    Result<std::optional<ClientRow>> row(const ClientId& id);

private:
    Database& m_database;
    RecordTables& m_records;
};

} // namespace handrail
