// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlfilterstore.h"

#include "core/domain/records/codec.h"
#include "core/storage/storehelp.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

Result<QList<SavedFilter>> SqlFilterStore::filters(const UserId& user, const QString& list)
{
    return readAll(m_records.select(entityNamed("saved_filter"),
                                    u"WHERE user_id = ? AND list = ? AND coalesce(removed, 0) = 0 "
                                    "ORDER BY name COLLATE NOCASE, id"_s,
                                    {user.toString(), list}),
                   records::readSavedFilter);
}

Result<std::optional<SavedFilter>> SqlFilterStore::filter(const SavedFilterId& id)
{
    return firstOf(readAll(m_records.select(entityNamed("saved_filter"), u"WHERE id = ?"_s, {id.toString()}),
                           records::readSavedFilter));
}

} // namespace handrail
