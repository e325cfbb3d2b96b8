// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/storage/recordtables.h"

namespace handrail {

/// The agency and its users in the encrypted store.
class SqlAgencyStore : public AgencyStore
{
public:
    explicit SqlAgencyStore(RecordTables& records)
        : m_records(records)
    {
    }
    Result<std::optional<Agency>> agency() override;
    Result<std::optional<User>> user(const UserId& id) override;
    Result<QList<User>> users() override;
    Result<QList<Team>> teams() override;

private:
    RecordTables& m_records;
};

} // namespace handrail
