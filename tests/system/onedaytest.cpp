// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/clients.h"
#include "core/casework/referrals.h"
#include "core/casework/sharing.h"
#include "tests/system/realprograms.h"

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// Two sites of the imported directory for one new client, shared by email.
ShareId shareTwoSites(casework::Desk& desk)
{
    const auto found = mustHave(desk.store.directory().find(QString(), {0, 2}));
    REQUIRE(found.size() == 2);
    const ClientId client = mustHave(
        casework::saveClient(desk, {.givenName = u"Ana"_s,
                                    .familyName = u"Ruiz"_s,
                                    .language = u"en"_s,
                                    .timeZone = u"America/New_York"_s,
                                    .contactPoints = {{.channel = Channel::Email, .typed = u"ana@mail.example"_s}}}));
    const auto referrals = mustHave(casework::createReferrals(desk, client, QList{found[0].id, found[1].id}));
    const auto panel = mustHave(casework::prepareShare(desk, client, QList{referrals[0].id, referrals[1].id}));
    return mustHave(
        casework::share(desk, panel, {.email = true, .emailTyped = u"ana@mail.example"_s, .consent = true}));
}

} // namespace

TEST_CASE("one day: desk, server and headless agent as real programs", "[system]")
{
    RealServer server;
    server.addUser(u"dana@opendoor.example"_s, u"worker"_s);
    server.addUser(u"night@opendoor.example"_s, u"agent"_s);
    Computer desk(server, u"dana@opendoor.example"_s);

    SECTION("one email goes out for two referrals, and the desk sees that it did")
    {
        const ShareId share = desk.atDesk(shareTwoSites);
        desk.turn();
        CHECK(server.mails().size() == 1);
        const auto messages =
            desk.atDesk([&](casework::Desk& d) { return mustHave(d.store.shares().messagesOf(share)); });
        REQUIRE(messages.size() == 3);
        CHECK(messages[0].state == MessageState::Sent);
        CHECK(messages[1].state == MessageState::Waiting);
        CHECK(messages[2].state == MessageState::Waiting);
    }
    SECTION("a second turn, and the agent of another host, send nothing twice")
    {
        Computer night(server, u"night@opendoor.example"_s);
        desk.atDesk(shareTwoSites);
        desk.turn();
        night.turn();
        desk.turn();
        CHECK(server.mails().size() == 1);
    }
    SECTION("the headless host has what the desk did, and the desk's outbox is empty")
    {
        Computer night(server, u"night@opendoor.example"_s);
        const ShareId share = desk.atDesk(shareTwoSites);
        desk.turn();
        night.turn();
        const auto atDesk = desk.atDesk([&](casework::Desk& d) { return mustHave(d.store.shares().share(share)); });
        const auto atNight = night.atDesk([&](casework::Desk& d) { return mustHave(d.store.shares().share(share)); });
        REQUIRE(atDesk);
        CHECK(atNight == atDesk);
        CHECK(desk.atDesk([](casework::Desk& d) { return mustHave(d.store.sync().outgoingCount()); }) == 0);
        CHECK(desk.atDesk([](casework::Desk& d) { return mustHave(d.store.sync().refused()).size(); }) == 0);
    }
    SECTION("news reach a running agent at once, though it polls once an hour")
    {
        Computer night(server, u"night@opendoor.example"_s);
        QProcess agent;
        night.start(agent);
        for (int i = 0; i < 2; ++i) { // The first may come with the turn that it begins with; the second is news.
            const ShareId share = desk.atDesk(shareTwoSites);
            desk.turn();
            const auto arrived = [&] {
                return night.atDesk([&](casework::Desk& d) { return mustHave(d.store.shares().share(share)); })
                    .has_value();
            };
            CHECK(QTest::qWaitFor(arrived, patienceMs));
        }
        agent.terminate();
        CHECK(agent.waitForFinished(patienceMs));
    }
    SECTION("a consent that is withdrawn before the turn sends nothing")
    {
        const ShareId share = desk.atDesk(shareTwoSites);
        desk.atDesk([&](casework::Desk& d) {
            mustWork(casework::withdrawConsent(d, share, u"changed her mind"_s));
            return true;
        });
        desk.turn();
        CHECK(server.mails().isEmpty());
    }
}
