// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/storage/database.h"

namespace handrail {

class SqlMessageStore : public MessageStore
{
public:
    explicit SqlMessageStore(Database& database)
        : m_database(database)
    {
    }
    Result<QList<MessageRow>> find(const MessageQuery& query, Page page) override;
    Result<int> count(const MessageQuery& query) override;
    Result<std::optional<MessageRow>> message(const MessageId& id) override;

private:
    Database& m_database;
};

} // namespace handrail
