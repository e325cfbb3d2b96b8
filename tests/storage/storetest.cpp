// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/codec.h"
#include "tests/support/tempstore.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("local store: a first start", "[storage]")
{
    TempStore store;
    const Client client{.id = ClientId(store.ids.next()),
                        .givenName = u"José"_s,
                        .familyName = u"Núñez"_s,
                        .language = u"es"_s,
                        .timeZone = u"America/New_York"_s};
    mustWork(store->edits().commit({records::editOf("client", client.id.uuid(), client)}));
    CHECK(mustHave(store->clients().client(client.id)) == client);
    CHECK(mustHave(store->clients().find(u"nunez jo"_s, {})).size() == 1);
    CHECK(mustHave(store->sync().outgoingCount()) == 1);

    store.reopen();
    CHECK(mustHave(store->clients().client(client.id)) == client);
}
