// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/clients.h"
#include "core/casework/referrals.h"
#include "tests/system/realprograms.h"

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

UserId userNamed(casework::Desk& desk, const QString& email)
{
    for (const User& user : mustHave(desk.store.agencies().users()))
        if (user.email == email)
            return user.id;
    FAIL("no such user at this desk");
    return desk.worker;
}

int clientsNamed(Computer& computer, const QString& words)
{
    return computer.atDesk([&](casework::Desk& desk) { return mustHave(desk.store.clients().count(words)); });
}

} // namespace

TEST_CASE("a client given to another worker leaves one desk and arrives at the other", "[system][sight]")
{
    RealServer server;
    server.addUser(u"ana@opendoor.example"_s, u"worker"_s);
    server.addUser(u"ben@opendoor.example"_s, u"worker"_s);
    Computer anas(server, u"ana@opendoor.example"_s), bens(server, u"ben@opendoor.example"_s);

    const ClientId client = anas.atDesk([&](casework::Desk& desk) {
        const ClientId made = mustHave(casework::saveClient(
            desk, {.givenName = u"Wilhelmina"_s, .language = u"en"_s, .timeZone = u"UTC"_s, .contactPoints = {}}));
        mustWork(casework::assignClient(desk, made, userNamed(desk, u"ana@opendoor.example"_s), std::nullopt));
        const auto sites = mustHave(desk.store.directory().find(QString(), {0, 1}));
        mustHave(casework::createReferrals(desk, made, QList{sites[0].id}));
        return made;
    });
    anas.turn();
    bens.turn();
    CHECK(clientsNamed(anas, u"wilhelmina"_s) == 1);
    CHECK(clientsNamed(bens, u"wilhelmina"_s) == 0);

    anas.atDesk([&](casework::Desk& desk) {
        mustWork(casework::assignClient(desk, client, userNamed(desk, u"ben@opendoor.example"_s), std::nullopt));
        return 0;
    });
    anas.turn();
    bens.turn();
    CHECK(clientsNamed(anas, u"wilhelmina"_s) == 0);
    CHECK(clientsNamed(bens, u"wilhelmina"_s) == 1);
    const auto referralsOf = [&](Computer& computer) {
        return computer.atDesk([&](casework::Desk& desk) {
            ReferralQuery query;
            query.client = client;
            return mustHave(desk.store.referrals().count(query));
        });
    };
    CHECK(referralsOf(anas) == 0);
    CHECK(referralsOf(bens) == 1);
    CHECK(anas.atDesk([&](casework::Desk& desk) { return mustHave(desk.store.activities().count({})); }) == 0);
}
