// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/storage/recordtables.h"

namespace handrail {

class SqlReplyStore : public ReplyStore
{
public:
    SqlReplyStore(Database& database, RecordTables& records)
        : m_database(database)
        , m_records(records)
    {
    }
    Result<QList<ReplyRow>> waiting(const Scope& scope, Page page) override;
    Result<int> countWaiting(const Scope& scope) override;
    Result<std::optional<ReplyRow>> reply(const ReplyId& id) override;
    Result<std::optional<ReplyReading>> readingOf(const ReplyId& id) override;
    Result<QList<Reply>> from(const Address& address, Page page) override;

private:
    Result<QList<ReplyRow>> rows(const QString& rest, const class Conditions& conditions, const QVariantList& more);
    Result<void> addClients(ReplyRow& row);

    Database& m_database;
    RecordTables& m_records;
};

} // namespace handrail
