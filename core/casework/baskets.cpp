// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/baskets.h"

#include "core/casework/refusal.h"
#include "core/domain/records/codec.h"

#include <QHash>
#include <QSet>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

Result<void> addToBasket(Desk& desk, const ClientId& client, const ResourceSiteId& site)
{
    const auto known = desk.store.directory().site(site);
    if (!known)
        return known.error();
    if (!*known)
        return refusal(ErrorCode::NotFound,
                       QT_TRANSLATE_NOOP("Casework", "This resource is no longer in the directory."));
    const auto basket = desk.store.baskets().basket(client);
    if (!basket)
        return basket.error();
    for (const BasketItem& item : *basket)
        if (item.siteId == site)
            return refusal(ErrorCode::Conflict,
                           QT_TRANSLATE_NOOP("Casework", "This resource is in the basket already."));
    if (basket->size() >= maxBasketItems)
        return refusal(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("Casework", "The basket is full. Create referrals from it first."));
    const auto open = desk.store.referrals().openReferrals(client, site);
    if (!open)
        return open.error();
    if (!open->isEmpty())
        return refusal(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Casework", "The client has an open referral to this "
                                                                          "resource already. Open it to share it."));
    const int position = basket->isEmpty() ? 0 : basket->last().position + 1;
    const BasketItem item{BasketItemId(desk.ids.next()), client, site, position, false};
    return desk.store.edits().commit({records::editOf("basket_item", item.id.uuid(), item)});
}

namespace {

/// Moves the item to the place, whatever the positions were.
Result<void> moveTo(Desk& desk, const ClientId& client, const BasketItemId& item, int place)
{
    const auto basket = desk.store.baskets().basket(client);
    if (!basket)
        return basket.error();
    QList<BasketItemId> order;
    for (const BasketItem& each : *basket)
        if (each.id != item)
            order.append(each.id);
    order.insert(std::clamp<qsizetype>(place, 0, order.size()), item);
    return orderBasket(desk, client, order);
}

} // namespace

Result<void> insertIntoBasket(Desk& desk, const ClientId& client, const ResourceSiteId& site, int place)
{
    if (const auto added = addToBasket(desk, client, site); !added)
        return added;
    const auto basket = desk.store.baskets().basket(client);
    if (!basket)
        return basket.error();
    for (const BasketItem& item : *basket)
        if (item.siteId == site)
            return moveTo(desk, client, item.id, place);
    return {};
}

Result<void> restoreToBasket(Desk& desk, const ClientId& client, const BasketItemId& item, int place)
{
    const Edit back{u"basket_item"_s, item.uuid(), {{u"removed"_s, false}}};
    if (const auto restored = desk.store.edits().commit({back}); !restored)
        return restored;
    return moveTo(desk, client, item, place);
}

Result<void> removeFromBasket(Desk& desk, const BasketItemId& item)
{
    return desk.store.edits().commit({Edit{u"basket_item"_s, item.uuid(), {{u"removed"_s, true}}}});
}

Result<void> orderBasket(Desk& desk, const ClientId& client, const QList<BasketItemId>& order)
{
    const auto basket = desk.store.baskets().basket(client);
    if (!basket)
        return basket.error();
    QHash<BasketItemId, int> before;
    for (const BasketItem& item : *basket)
        before.insert(item.id, item.position);
    const QSet<BasketItemId> named(order.begin(), order.end());
    const bool allKnown = std::all_of(named.begin(), named.end(), [&](const auto& id) { return before.contains(id); });
    if (!allKnown || named.size() != order.size() || order.size() != basket->size())
        return refusal(ErrorCode::Conflict,
                       QT_TRANSLATE_NOOP("Casework", "The basket was changed meanwhile. Look at it "
                                                     "again and put it in order once more."));
    QList<Edit> edits;
    for (int i = 0; i < order.size(); ++i)
        if (before.value(order[i]) != i)
            edits.append(Edit{u"basket_item"_s, order[i].uuid(), {{u"position"_s, i}}});
    return edits.isEmpty() ? Result<void>() : desk.store.edits().commit(edits);
}

} // namespace handrail::casework
