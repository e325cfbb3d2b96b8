// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlagencystore.h"

#include "core/domain/records/codec.h"
#include "core/storage/storehelp.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

Result<std::optional<Agency>> SqlAgencyStore::agency()
{
    return firstOf(readAll(m_records.select(entityNamed("agency"), u"ORDER BY id LIMIT 1"_s, {}), records::readAgency));
}

Result<std::optional<User>> SqlAgencyStore::user(const UserId& id)
{
    return firstOf(
        readAll(m_records.select(entityNamed("user"), u"WHERE id = ?"_s, {id.toString()}), records::readUser));
}

} // namespace handrail
