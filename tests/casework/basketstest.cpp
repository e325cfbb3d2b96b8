// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/casework/deskworld.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;

TEST_CASE("basket: fills, empties, and keeps its order", "[casework][baskets]")
{
    DeskWorld world;
    const ClientId client = world.office.client.id;
    const auto sites = world.office.siteIds();
    for (const ResourceSiteId& site : sites)
        mustWork(addToBasket(world.desk, client, site));
    const auto basket = [&] {
        QList<ResourceSiteId> order;
        for (const BasketItem& item : mustHave(world.store.baskets().basket(client)))
            order.append(item.siteId);
        return order;
    };
    const auto items = mustHave(world.store.baskets().basket(client));
    REQUIRE(basket() == sites);

    SECTION("the same resource twice is refused")
    {
        const auto again = addToBasket(world.desk, client, sites[1]);
        REQUIRE_FALSE(again.ok());
        CHECK(again.error().code == ErrorCode::Conflict);
        CHECK(basket() == sites);
    }
    SECTION("what was taken out may come back, at the end")
    {
        mustWork(removeFromBasket(world.desk, items[0].id));
        CHECK(basket() == QList{sites[1], sites[2]});
        mustWork(addToBasket(world.desk, client, sites[0]));
        CHECK(basket() == QList{sites[1], sites[2], sites[0]});
    }
    SECTION("a new order is kept, and the same order writes nothing")
    {
        mustWork(orderBasket(world.desk, client, {items[2].id, items[0].id, items[1].id}));
        CHECK(basket() == QList{sites[2], sites[0], sites[1]});
        const int before = world.store.commits();
        mustWork(orderBasket(world.desk, client, {items[2].id, items[0].id, items[1].id}));
        CHECK(world.store.commits() == before);
    }
    SECTION("an order that lacks, doubles or invents an item is refused")
    {
        for (const QList<BasketItemId>& order :
             {QList{items[0].id, items[1].id}, QList{items[0].id, items[1].id, items[1].id},
              QList{items[0].id, items[1].id, BasketItemId(world.ids.next())}, QList<BasketItemId>()})
            CHECK(orderBasket(world.desk, client, order).error().code == ErrorCode::Conflict);
        CHECK(basket() == sites);
    }
    SECTION("a resource that the directory does not have is refused")
    {
        CHECK(addToBasket(world.desk, client, ResourceSiteId(world.ids.next())).error().code == ErrorCode::NotFound);
    }
    SECTION("a resource with an open referral is refused, and taken again when that is closed")
    {
        const auto referrals = world.refer();
        CHECK(basket().isEmpty());
        const auto refused = addToBasket(world.desk, client, sites[0]);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == ErrorCode::Conflict);
        CHECK(refused.error().sentence.contains(QStringLiteral("open referral")));
        mustWork(setStatus(world.desk, referrals[0].id, ReferralStatus::ServiceCompleted, {}));
        mustWork(addToBasket(world.desk, client, sites[0]));
    }
}

TEST_CASE("basket: a full one says so", "[casework][baskets]")
{
    DeskWorld world;
    for (int i = 0; i <= maxBasketItems; ++i) {
        const ResourceSite site{.id = ResourceSiteId(world.ids.next()), .serviceName = QStringLiteral("Service")};
        world.store.put("resource_site", site.id.uuid(), site);
        CHECK(addToBasket(world.desk, world.office.client.id, site.id).ok() == (i < maxBasketItems));
    }
}
