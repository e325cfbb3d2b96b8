// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/storage/sqlclientstore.h"

namespace handrail {

/// Possible duplicates in the encrypted store. Keys are written with the clients (core/storage/searchindex.h); who is
/// compared with whom is worked off here, some at a time, so that neither a pull nor a screen waits for it.
class SqlDuplicateStore : public DuplicateStore
{
public:
    SqlDuplicateStore(Database& database, SqlClientStore& clients)
        : m_database(database)
        , m_clients(clients)
    {
    }
    Result<QList<AlikeClient>> alike(const PersonFacts& facts, const std::optional<ClientId>& except,
                                     Search search) override;
    Result<QList<PossibleDuplicate>> pairs(Page page) override;
    Result<int> pairCount() override;
    Result<int> uncompared() override;
    Result<void> compareMore(int limit) override;

private:
    struct Scored
    {
        ClientId id;
        Resemblance resemblance;
    };
    Result<QList<Scored>> scored(const PersonFacts& facts, const std::optional<ClientId>& except, Search search,
                                 int atLeast);
    Result<QList<ClientId>> candidates(const PersonFacts& facts, Search search);
    Result<void> compareOne(const ClientId& id);

    Database& m_database;
    SqlClientStore& m_clients;
};

} // namespace handrail
