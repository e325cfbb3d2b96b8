// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/gatewayworld.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("gateway claim: what is due", "[gateway][claim]")
{
    GatewayWorld world;
    const Client client = world.addClient(u"Maria"_s);
    const SharePlan plan = world.share(client, 3, true);
    SECTION("is one initial message a channel at first, with fresh links")
    {
        const auto leases = world.claim();
        REQUIRE(leases.size() == 2);
        for (const auto& lease : leases) {
            const bool isMail = lease.messageId == GatewayWorld::pick(plan, MessageKind::Initial, Channel::Email).id;
            CHECK(lease.link.startsWith(u"https://h.example/r/"_s));
            CHECK(lease.link.size() == 20 + 22);
            CHECK(lease.unsubscribeLink.startsWith(u"https://h.example/u/"_s) == isMail);
            CHECK(lease.serverTime == world.store.clock.now());
            CHECK(lease.expiresAt > lease.serverTime);
        }
        CHECK(world.count(u"SELECT COUNT(*) FROM link_token WHERE LENGTH(token_hash) = 64"_s) == 3);
    }
    SECTION("is nobody else's while a lease holds, and another's when it has run out")
    {
        CHECK(world.claim().size() == 2);
        CHECK(mustHave(world.gateway->claim(world.desk, 20)).leases.isEmpty());
        world.store.clock.advanceMinutes(3);
        CHECK(mustHave(world.gateway->claim(world.desk, 20)).leases.size() == 2);
    }
    SECTION("is the same device's again after a crash of its agent, with a greater fence")
    {
        const auto first = world.claim();
        const auto second = world.claim();
        REQUIRE(second.size() == 2);
        CHECK(second.first().fence > first.last().fence);
        CHECK(world.trySend(first.first()).error().code == ErrorCode::Conflict);
    }
    SECTION("comes with initial messages before older follow-ups")
    {
        CHECK(world.sendAll() == 2);
        world.store.clock.advanceDays(7);
        world.share(world.addClient(u"Ana"_s), 1);
        const auto leases = world.claim();
        REQUIRE(leases.size() == 3);
        CHECK(leases[0].link.contains(u"/r/"_s));
        CHECK(leases[1].link.contains(u"/f/"_s));
        CHECK(leases[2].link.contains(u"/f/"_s));
    }
    SECTION("is no more than asked for")
    {
        CHECK(mustHave(world.gateway->claim(world.agent, 1)).leases.size() == 1);
    }
}

TEST_CASE("gateway claim: whose messages", "[gateway][claim]")
{
    GatewayWorld world;
    world.share(world.addClient(u"Maria"_s), 1);
    SECTION("a desk's agent gets its worker's")
    {
        CHECK(mustHave(world.gateway->claim(world.desk, 20)).leases.size() == 1);
    }
    SECTION("and not those of a colleague, whose records it doesn't have")
    {
        server::Session colleague = world.desk;
        colleague.userId = UserId(world.store.ids.next());
        colleague.deviceId = DeviceId(world.store.ids.next());
        CHECK(mustHave(world.gateway->claim(colleague, 20)).leases.isEmpty());
    }
    SECTION("never another agency's")
    {
        server::Session stranger = world.agent;
        stranger.agencyId = AgencyId(world.store.ids.next());
        CHECK_FALSE(world.gateway->claim(stranger, 20).ok());
    }
}

TEST_CASE("gateway claim: what the gate does not let out", "[gateway][claim]")
{
    GatewayWorld world;
    const Client client = world.addClient(u"Maria"_s);
    const SharePlan plan = world.share(client, 2);
    const Message initial = GatewayWorld::pick(plan, MessageKind::Initial, Channel::Text);
    const Message followUp = GatewayWorld::pick(plan, MessageKind::FollowUp, Channel::Text);
    SECTION("an opted-out number is refused at once, and each referral shows it")
    {
        world.optOut(world.phone);
        CHECK(world.claim().isEmpty());
        CHECK(world.stateOf(initial) == MessageState::Refused);
        CHECK_FALSE(world.message(initial.id).reason.isEmpty());
        CHECK(world.events(MessageState::Refused).size() == 2);
    }
    SECTION("a withdrawn consent cancels")
    {
        world.withdraw(plan);
        CHECK(world.claim().isEmpty());
        CHECK(world.stateOf(initial) == MessageState::Canceled);
    }
    SECTION("a message without consent is refused")
    {
        mustHave(world.db->query(u"DELETE FROM consent"_s));
        CHECK(world.claim().isEmpty());
        CHECK(world.stateOf(initial) == MessageState::Refused);
    }
    SECTION("a follow-up of a completed referral is canceled")
    {
        world.sendAll();
        world.setStatus(*followUp.referralId, ReferralStatus::ServiceCompleted);
        world.store.clock.advanceDays(7);
        CHECK(world.claim().isEmpty());
        CHECK(world.stateOf(followUp) == MessageState::Canceled);
    }
    SECTION("a follow-up more than 14 days late expires")
    {
        world.sendAll();
        world.store.clock.advanceDays(30);
        CHECK(world.claim().isEmpty());
        CHECK(world.stateOf(followUp) == MessageState::Expired);
        CHECK(world.events(MessageState::Expired).size() == 2);
    }
    SECTION("a late follow-up waits for the window, and leaves when it opens")
    {
        world.sendAll();
        world.store.clock.setWall(QDateTime(QDate(2026, 10, 13), QTime(3, 0), Qt::UTC)); // 23:00 in New York
        CHECK(world.claim().isEmpty());
        CHECK(world.stateOf(followUp) == MessageState::Waiting);
        world.store.clock.setWall(QDateTime(QDate(2026, 10, 13), QTime(12, 1), Qt::UTC)); // 8:01 in New York
        CHECK(world.claimOne().messageId == followUp.id);
    }
}

TEST_CASE("gateway claim: a message that can't be read", "[gateway][claim]")
{
    GatewayWorld world;
    const Client client = world.addClient(u"Maria"_s);
    const SharePlan broken = world.share(client, 1);
    const SharePlan whole = world.share(client, 1);
    mustHave(world.db->query(u"UPDATE message SET address = 'not a number' WHERE share_id = ? AND kind = 'initial'"_s,
                             {server::bound(broken.share.id)}));
    SECTION("is held with a sentence, and blocks nobody")
    {
        const auto leases = mustHave(world.gateway->claim(world.agent, 1)).leases;
        REQUIRE(leases.size() == 1);
        CHECK(leases.first().messageId == GatewayWorld::pick(whole, MessageKind::Initial, Channel::Text).id);
        CHECK(world.count(u"SELECT COUNT(*) FROM message WHERE state = 'held' AND reason <> ''"_s) == 1);
    }
    SECTION("because its share can't be, is held, too")
    {
        mustHave(world.db->query(u"UPDATE share SET addresses = '[{\"channel\":\"email\",\"address\":\"x\"}]' WHERE id = ?"_s,
                                 {server::bound(broken.share.id)}));
        mustHave(world.db->query(u"UPDATE message SET address = '+19375550101' WHERE share_id = ?"_s,
                                 {server::bound(broken.share.id)}));
        const auto leases = mustHave(world.gateway->claim(world.agent, 1)).leases;
        REQUIRE(leases.size() == 1);
        CHECK(leases.first().messageId == GatewayWorld::pick(whole, MessageKind::Initial, Channel::Text).id);
        CHECK(world.count(u"SELECT COUNT(*) FROM message WHERE state = 'held' AND reason <> ''"_s) == 1);
    }
}

TEST_CASE("gateway claim: an agency that leaves sending to its headless agent", "[gateway][claim]")
{
    GatewayWorld world;
    world.share(world.addClient(u"Maria"_s), 1);
    world.store.agency.sendingAgents = SendingAgents::Headless;
    mustWork(server::saveAgency(*world.db, world.store.agency, world.store.environment));
    SECTION("gives a desk's agent nothing, and says how much is left to the other")
    {
        for (const Role role : {Role::Worker, Role::Supervisor, Role::Administrator}) {
            server::Session desk = world.desk;
            desk.role = role;
            const auto answer = mustHave(world.gateway->claim(desk, 20));
            CHECK(answer.leases.isEmpty());
            CHECK(answer.leftToHeadless == 1);
        }
    }
    SECTION("gives the headless one all")
    {
        const auto answer = mustHave(world.gateway->claim(world.agent, 20));
        CHECK(answer.leases.size() == 1);
        CHECK(answer.leftToHeadless == 0);
    }
    SECTION("and back")
    {
        world.store.agency.sendingAgents = SendingAgents::Any;
        mustWork(server::saveAgency(*world.db, world.store.agency, world.store.environment));
        CHECK(mustHave(world.gateway->claim(world.desk, 20)).leases.size() == 1);
    }
}

TEST_CASE("gateway claim: trouble that stops the carrier is told with every claim", "[gateway][claim][pace]")
{
    GatewayWorld world;
    world.share(world.addClient(u"Maria"_s), 1);
    world.texts.willAnswer({.kind = SendOutcome::Kind::TryLater,
                            .carrierCode = 30034,
                            .reason = u"The number is not registered."_s,
                            .administrator = true,
                            .retryAfterSeconds = 300});
    const auto first = mustHave(world.gateway->claim(world.agent, 20));
    CHECK(first.carrierTrouble.isEmpty());
    CHECK(world.send(first.leases.first()) == MessageState::Waiting);
    world.store.clock.advanceSeconds(200);
    const auto second = mustHave(world.gateway->claim(world.agent, 20));
    CHECK(second.leases.isEmpty());
    CHECK(second.carrierTrouble == u"The number is not registered."_s);
    world.store.clock.advanceMinutes(10);
    CHECK(world.sendAll() == 1);
    CHECK(mustHave(world.gateway->claim(world.agent, 20)).carrierTrouble.isEmpty());
}
