// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlbasketstore.h"

#include "core/domain/records/codec.h"
#include "core/storage/clientfamilies.h"
#include "core/storage/storehelp.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

Result<QList<BasketItem>> SqlBasketStore::basket(const ClientId& id)
{
    const auto family = inFamilyOf(m_database, u"client_id"_s, id);
    if (!family)
        return family.error();
    auto items = readAll(m_records.select(entityNamed("basket_item"),
                                    u"WHERE %1 AND coalesce(removed, 0) = 0 ORDER BY position, id"_s.arg(family->sql),
                                    family->values),
                   records::readBasketItem);
    if (!items)
        return items;
    // Two baskets that became one may have a site twice: it counts once.
    QSet<ResourceSiteId> seen;
    items->removeIf([&seen](const BasketItem& item) {
        const bool again = seen.contains(item.siteId);
        seen.insert(item.siteId);
        return again;
    });
    return items;
}

} // namespace handrail
