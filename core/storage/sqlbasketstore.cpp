// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlbasketstore.h"

#include "core/domain/records/codec.h"
#include "core/storage/storehelp.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

Result<QList<BasketItem>> SqlBasketStore::basket(const ClientId& id)
{
    return readAll(m_records.select(entityNamed("basket_item"),
                                    u"WHERE client_id = ? AND coalesce(removed, 0) = 0 ORDER BY position, id"_s,
                                    {id.toString()}),
                   records::readBasketItem);
}

} // namespace handrail
