// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/leases.h"
#include "tests/server/testserverstore.h"

using namespace handrail;
using namespace handrail::tests;

namespace {

qint64 nextFence(TestServerStore& store, server::Database& db)
{
    return mustHave(db.transaction([&]() -> Result<qint64> {
        auto records = server::Records::lock(db, store.agency.id, store.environment);
        return records ? server::nextFence(*records, store.clock.now()) : records.error();
    }));
}

} // namespace

TEST_CASE("fences: each is greater than all before", "[gateway][fence]")
{
    TestServerStore store;
    auto db = store.open();
    const qint64 first = nextFence(store, *db);
    SECTION("within one instant")
    {
        CHECK(nextFence(store, *db) == first + 1);
        CHECK(nextFence(store, *db) == first + 2);
    }
    SECTION("when the clock goes back")
    {
        store.clock.setWall(store.clock.now().addYears(-1));
        CHECK(nextFence(store, *db) == first + 1);
    }
    SECTION("when the server's database is restored from a backup")
    {
        store.clock.advanceSeconds(1);
        const qint64 lost = nextFence(store, *db);
        mustHave(db->query(QStringLiteral("DELETE FROM fence_counter"))); // As it was before the first.
        store.clock.advanceSeconds(1);
        CHECK(nextFence(store, *db) > lost);
    }
    SECTION("and JSON keeps it exactly")
    {
        CHECK(first < (qint64(1) << 53));
    }
}
