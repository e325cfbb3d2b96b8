// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/storage/recordtables.h"

namespace handrail {

/// Referrals in the encrypted store.
class SqlReferralStore : public ReferralStore
{
public:
    SqlReferralStore(Database& database, RecordTables& records)
        : m_database(database)
        , m_records(records)
    {
    }
    Result<QList<ReferralRow>> find(const ReferralQuery& query, Page page) override;
    Result<int> count(const ReferralQuery& query) override;
    Result<std::optional<Referral>> referral(const ReferralId& id) override;
    Result<QList<Referral>> referrals(const QList<ReferralId>& ids) override;
    Result<QList<Referral>> openReferrals(const ClientId& client, const ResourceSiteId& site) override;

private:
    /// Where the rows of a page stand in referral_list, in the query's order.
    Result<QVariantList> places(const ReferralQuery& query, Page page);

    Database& m_database;
    RecordTables& m_records;
};

} // namespace handrail
