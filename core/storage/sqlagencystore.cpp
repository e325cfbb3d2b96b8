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

Result<QList<User>> SqlAgencyStore::users()
{
    return readAll(m_records.select(entityNamed("user"),
                                    u"WHERE coalesce(disabled, 0) = 0 AND role <> 'agent' "
                                    "ORDER BY display_name COLLATE NOCASE, id"_s,
                                    {}),
                   records::readUser);
}

Result<QList<Team>> SqlAgencyStore::teams()
{
    return readAll(
        m_records.select(entityNamed("team"), u"WHERE coalesce(removed, 0) = 0 ORDER BY name COLLATE NOCASE, id"_s, {}),
        records::readTeam);
}

} // namespace handrail
