// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/baskets.h"

#include "core/casework/refusal.h"
#include "core/domain/records/codec.h"

#include <QHash>
#include <QSet>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

/// The basket that the site may be put into, or why it may not.
Result<QList<BasketItem>> basketWithRoomFor(Desk& desk, const ClientId& client, const ResourceSiteId& site)
{
    const auto known = desk.store.directory().site(site);
    if (!known)
        return known.error();
    if (!*known)
        return refusal(ErrorCode::NotFound,
                       QT_TRANSLATE_NOOP("Casework", "This resource is no longer in the directory."));
    auto basket = desk.store.baskets().basket(client);
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
    return basket;
}

/// What gives the items of the basket, one more at `place` aside, the positions 0, 1, 2 ...
QList<Edit> movesAround(const QList<BasketItem>& basket, qsizetype place)
{
    QList<Edit> edits;
    for (qsizetype i = 0; i < basket.size(); ++i)
        if (const qsizetype position = i < place ? i : i + 1; basket[i].position != position)
            edits.append(Edit{u"basket_item"_s, basket[i].id.uuid(), {{u"position"_s, position}}});
    return edits;
}

} // namespace

Result<void> addToBasket(Desk& desk, const ClientId& client, const ResourceSiteId& site)
{
    const auto basket = basketWithRoomFor(desk, client, site);
    if (!basket)
        return basket.error();
    const int position = basket->isEmpty() ? 0 : basket->last().position + 1;
    const BasketItem item{BasketItemId(desk.ids.next()), client, site, position, false};
    return desk.store.edits().commit({records::editOf("basket_item", item.id.uuid(), item)});
}

Result<void> insertIntoBasket(Desk& desk, const ClientId& client, const ResourceSiteId& site, int place)
{
    const auto basket = basketWithRoomFor(desk, client, site);
    if (!basket)
        return basket.error();
    const int at = int(std::clamp<qsizetype>(place, 0, basket->size()));
    const BasketItem item{BasketItemId(desk.ids.next()), client, site, at, false};
    // One commit: half of it would leave the resource at the end, and the next try would find it there already.
    return desk.store.edits().commit(movesAround(*basket, at) + QList{records::editOf("basket_item", item.id.uuid(), item)});
}

Result<void> restoreToBasket(Desk& desk, const ClientId& client, const BasketItemId& item, int place)
{
    const auto basket = desk.store.baskets().basket(client);
    if (!basket)
        return basket.error();
    QList<BasketItem> others = *basket;
    others.removeIf([&](const BasketItem& each) { return each.id == item; });
    const qsizetype at = std::clamp<qsizetype>(place, 0, others.size());
    const Edit back{u"basket_item"_s, item.uuid(), {{u"removed"_s, false}, {u"position"_s, at}}};
    return desk.store.edits().commit(movesAround(others, at) + QList{back});
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
