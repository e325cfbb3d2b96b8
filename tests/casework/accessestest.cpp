// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/accesses.h"
#include "tests/support/simplephones.h"
#include "tests/support/tempstore.h"

using namespace handrail;
using namespace handrail::tests;

TEST_CASE("accesses: what was looked at waits for the server's audit, and is no work that waits", "[casework][access]")
{
    TempStore store;
    const SimplePhones phones;
    casework::Desk desk{*store, store.clock, store.ids, phones, UserId(store.ids.next())};
    const ClientId client(store.ids.next());
    mustWork(casework::noteAccess(desk, Access::Deed::ClientOpened, client));
    mustWork(casework::noteAccess(desk, Access::Deed::ReportOpened));
    CHECK(mustHave(store->sync().outgoingCount()) == 0);
    const QList<Change> outgoing = mustHave(store->sync().outgoing(10));
    REQUIRE(outgoing.size() == 2);
    CHECK(outgoing[0].entity == accessEntity);
    CHECK(mustHave(readAccess(outgoing[0].fields)) == Access{Access::Deed::ClientOpened, client, store.clock.now()});
    CHECK(mustHave(readAccess(outgoing[1].fields)).deed == Access::Deed::ReportOpened);
    CHECK(outgoing[0].stamp < outgoing[1].stamp);
    mustWork(store->sync().acknowledge({outgoing[0].id, outgoing[1].id}));
    CHECK(mustHave(store->sync().outgoing(10)).isEmpty());
}
