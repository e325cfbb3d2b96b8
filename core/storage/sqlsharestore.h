// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/storage/recordtables.h"

namespace handrail {

/// Shares, consents, messages and the opt-out ledger in the encrypted store.
class SqlShareStore : public ShareStore
{
public:
    SqlShareStore(Database& database, RecordTables& records)
        : m_database(database)
        , m_records(records)
    {
    }
    Result<std::optional<Share>> share(const ShareId& id) override;
    Result<QList<Share>> sharesOf(const ReferralId& id) override;
    Result<QList<ConsentRow>> consents(const ClientId& client, Page page) override;
    Result<int> consentCount(const ClientId& client) override;
    Result<QList<Message>> undelivered(const QList<Address>& addresses) override;
    Result<std::optional<Consent>> consentOf(const ShareId& id) override;
    Result<bool> isWithdrawn(const ShareId& id) override;
    Result<std::optional<Message>> message(const MessageId& id) override;
    Result<QList<Message>> messagesOf(const ShareId& id) override;
    Result<QList<Message>> unsentFollowUps(const ReferralId& id) override;
    Result<QList<Message>> unsentTo(const Address& address) override;
    Result<QList<OptOut>> optedOut(const QList<Address>& addresses) override;
    Result<QList<Bounce>> bounces(const ClientId& client) override;
    Result<std::optional<Address>> lastAnswered(const ClientId& client, Channel channel) override;

private:
    Result<ConsentRow> consentRow(const Consent& consent);
    Database& m_database;
    RecordTables& m_records;
};

} // namespace handrail
