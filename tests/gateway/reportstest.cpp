// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/twiliocodes.h"
#include "server/gateway/reference.h"
#include "tests/gateway/gatewayworld.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;
using Kind = SendOutcome::Kind;

namespace {

/// A share of three referrals whose first text the carrier took as SM1.
struct Reported
{
    Reported()
        : plan(world.share(world.addClient(u"Maria"_s), 3))
        , initial(GatewayWorld::pick(plan, MessageKind::Initial, Channel::Text))
    {
        REQUIRE(world.sendAll() == 1);
    }
    bool report(const QString& status, int code = 0, const QString& carrierId = u"SM1"_s)
    {
        return mustHave(world.gateway->report(world.texts.asked.last().reference,
                                              {carrierId, twilioStatus(status, code)}));
    }
    MessageState state() { return world.stateOf(initial); }

    GatewayWorld world;
    SharePlan plan;
    Message initial;
};

} // namespace

TEST_CASE("gateway reports: what the carrier says later reaches state, activity and reason", "[gateway][reports]")
{
    Reported it;
    SECTION("delivered")
    {
        CHECK(it.report(u"delivered"_s));
        CHECK(it.state() == MessageState::Delivered);
        CHECK(it.world.events(MessageState::Delivered).size() == 3);
    }
    SECTION("undelivered, in words")
    {
        CHECK(it.report(u"undelivered"_s, 30005));
        CHECK(it.state() == MessageState::Refused);
        CHECK(it.world.message(it.initial.id).reason.contains(u"not in service"_s));
        const auto events = it.world.events(MessageState::Refused);
        REQUIRE(events.size() == 3);
        CHECK(events.first().text.contains(u"not in service"_s));
        CHECK(it.world.count(u"SELECT COUNT(*) FROM opt_out"_s) == 0);
    }
    SECTION("words on the way change nothing that a worker sees")
    {
        for (const QString& status : {u"queued"_s, u"sending"_s, u"sent"_s, u"accepted"_s, u"something new"_s})
            CHECK_FALSE(it.report(status));
        CHECK(it.state() == MessageState::Sent);
        CHECK(it.world.events(MessageState::Sent).size() == 3);
    }
    SECTION("an unknown reference is nobody's message")
    {
        const QString other = referenceOf(it.world.store.agency.id, MessageId(it.world.store.ids.next()));
        for (const QString& reference : {other, u""_s, u"x.y"_s, other + u'0', QString(73, u'.')})
            CHECK(it.world.gateway->report(reference, {}).error().code == ErrorCode::NotFound);
    }
}

TEST_CASE("gateway reports: statuses never go back", "[gateway][reports]")
{
    Reported it;
    SECTION("after delivered, whatever comes late or again")
    {
        REQUIRE(it.report(u"delivered"_s));
        for (const QString& status : {u"queued"_s, u"sent"_s, u"delivered"_s})
            CHECK_FALSE(it.report(status));
        CHECK_FALSE(it.report(u"undelivered"_s, 30008));
        CHECK_FALSE(it.report(u"failed"_s, 30036));
        CHECK(it.state() == MessageState::Delivered);
        CHECK(it.world.events(MessageState::Delivered).size() == 3);
    }
    SECTION("after a failure: a later segment's success does not hide it")
    {
        REQUIRE(it.report(u"undelivered"_s, 30003));
        CHECK_FALSE(it.report(u"sent"_s));
        CHECK_FALSE(it.report(u"delivered"_s));
        CHECK(it.state() == MessageState::Refused);
    }
    SECTION("a report that bears another text's id is not believed")
    {
        CHECK_FALSE(it.report(u"undelivered"_s, 30005, u"SM9"_s));
        CHECK(it.state() == MessageState::Sent);
    }
}

TEST_CASE("gateway reports: a report settles what was unknown", "[gateway][reports][lookup]")
{
    GatewayWorld world;
    world.texts.willAnswer({.kind = Kind::Unknown, .reason = u"No word from the carrier."_s});
    const SharePlan plan = world.share(world.addClient(u"Maria"_s), 1);
    const Message initial = GatewayWorld::pick(plan, MessageKind::Initial, Channel::Text);
    REQUIRE(world.send(world.claimOne()) == MessageState::Unknown);
    const QString reference = world.texts.asked.first().reference;
    SECTION("any word proves that the carrier has it")
    {
        CHECK(mustHave(world.gateway->report(reference, {u"SM1"_s, twilioStatus(u"queued"_s, 0)})));
        CHECK(world.stateOf(initial) == MessageState::Sent);
        CHECK(world.message(initial.id).carrierId == u"SM1"_s);
        CHECK(world.reconcile() == 0);
        CHECK(world.texts.asked.size() == 1);
    }
    SECTION("even when it was held already")
    {
        world.texts.accepted.clear();
        world.store.clock.advanceMinutes(11);
        world.reconcile();
        REQUIRE(world.stateOf(initial) == MessageState::Held);
        CHECK(mustHave(world.gateway->report(reference, {u"SM1"_s, twilioStatus(u"delivered"_s, 0)})));
        CHECK(world.stateOf(initial) == MessageState::Delivered);
    }
}

TEST_CASE("gateway reports: a report that overtakes the answer to our call", "[gateway][reports]")
{
    GatewayWorld world;
    const SharePlan plan = world.share(world.addClient(u"Maria"_s), 1);
    const Message initial = GatewayWorld::pick(plan, MessageKind::Initial, Channel::Text);
    world.texts.beforeSend = [&](const OutgoingText& text) {
        CHECK(mustHave(world.gateway->report(text.reference, {u"SM1"_s, twilioStatus(u"delivered"_s, 0)})));
    };
    world.sendAll();
    CHECK(world.stateOf(initial) == MessageState::Delivered);
    CHECK(world.message(initial.id).carrierId == u"SM1"_s);
}

TEST_CASE("gateway reports: an opt-out that only a status tells of", "[gateway][reports][R9]")
{
    Reported it;
    const int code = GENERATE(21610, 30004);
    CHECK(it.report(u"undelivered"_s, code));
    CHECK(it.state() == MessageState::Refused);
    CHECK(it.world.count(u"SELECT COUNT(*) FROM opt_out WHERE opted_out = 1 AND source = 'carrier_status'"_s) == 1);
    CHECK(it.world.count(u"SELECT COUNT(*) FROM message WHERE state = 'canceled'"_s) == 3);
    SECTION("counts once, however often it comes")
    {
        CHECK_FALSE(it.report(u"undelivered"_s, code));
        CHECK(it.world.count(u"SELECT COUNT(*) FROM opt_out"_s) == 1);
    }
}

TEST_CASE("gateway reports: 30036, the contact hours ended first", "[gateway][reports][R5]")
{
    GatewayWorld world;
    const SharePlan plan = world.share(world.addClient(u"Maria"_s), 1);
    REQUIRE(world.sendAll() == 1);
    // 20:40 in New York on the day of the follow-up.
    world.store.clock.setWall(QDateTime(QDate(2026, 10, 13), QTime(0, 40), Qt::UTC));
    REQUIRE(world.sendAll() == 1);
    const Message followUp = GatewayWorld::pick(plan, MessageKind::FollowUp, Channel::Text);
    const OutgoingText asked = world.texts.asked.last();
    CHECK(asked.validitySeconds <= 20 * 60);
    world.store.clock.advanceMinutes(21);
    REQUIRE(mustHave(world.gateway->report(asked.reference, {u"SM2"_s, twilioStatus(u"failed"_s, 30036)})));

    SECTION("waits again, which is no failure, and tells why")
    {
        const Message waiting = world.message(followUp.id);
        CHECK(waiting.state == MessageState::Waiting);
        CHECK(waiting.carrierId.isEmpty());
        CHECK(waiting.reason.contains(u"contact hours"_s));
        CHECK(world.events(MessageState::Refused).isEmpty());
    }
    SECTION("goes out the next morning, not in the night")
    {
        world.store.clock.advanceMinutes(120);
        CHECK(world.claim().isEmpty());
        world.store.clock.setWall(QDateTime(QDate(2026, 10, 13), QTime(12, 1), Qt::UTC)); // 08:01
        CHECK(world.sendAll() == 1);
        CHECK(world.message(followUp.id).carrierId == u"SM3"_s);
        SECTION("and what still comes about the first try is old news")
        {
            for (const QString& status : {u"failed"_s, u"undelivered"_s})
                CHECK_FALSE(mustHave(world.gateway->report(asked.reference, {u"SM2"_s, twilioStatus(status, 30036)})));
            CHECK_FALSE(mustHave(world.gateway->report(asked.reference, {u"SM2"_s, twilioStatus(u"failed"_s, 30005)})));
            CHECK(world.stateOf(followUp) == MessageState::Sent);
        }
    }
    SECTION("an unknown second try is not mistaken for the first one")
    {
        world.store.clock.setWall(QDateTime(QDate(2026, 10, 13), QTime(12, 1), Qt::UTC));
        world.texts.losesUnknown = true;
        world.texts.willAnswer({.kind = Kind::Unknown});
        world.sendAll();
        REQUIRE(world.stateOf(followUp) == MessageState::Unknown);
        world.reconcile();
        CHECK(world.stateOf(followUp) == MessageState::Unknown);
        CHECK_FALSE(mustHave(world.gateway->report(asked.reference, {u"SM2"_s, twilioStatus(u"failed"_s, 30036)})));
        CHECK(world.stateOf(followUp) == MessageState::Unknown);
    }
    SECTION("is not tried for ever")
    {
        for (int day = 13; day < 24; ++day) {
            world.store.clock.setWall(QDateTime(QDate(2026, 10, day), QTime(14, 0), Qt::UTC));
            if (world.sendAll() == 1)
                mustHave(world.gateway->report(asked.reference, {world.message(followUp.id).carrierId,
                                                                 twilioStatus(u"failed"_s, 30036)}));
        }
        CHECK(world.stateOf(followUp) == MessageState::Refused);
        CHECK(world.texts.asked.size() <= 7);
    }
}

TEST_CASE("gateway reports: trouble that an administrator must mend stops the sender", "[gateway][reports][pace]")
{
    Reported it;
    CHECK(it.report(u"undelivered"_s, 30034));
    CHECK(it.state() == MessageState::Waiting);
    CHECK(it.world.message(it.initial.id).reason.contains(u"administrator"_s));
    const auto answer = mustHave(it.world.gateway->claim(it.world.agent, 20));
    CHECK(answer.leases.isEmpty());
}

TEST_CASE("gateway reports: statuses by polling", "[gateway][reports]")
{
    Reported it;
    SECTION("reach the message as a webhook's do, once")
    {
        it.world.texts.accepted.first().status = twilioStatus(u"undelivered"_s, 30006);
        CHECK(mustHave(it.world.gateway->pollStatuses()) == 1);
        CHECK(it.state() == MessageState::Refused);
        CHECK(it.world.message(it.initial.id).reason.contains(u"landline"_s));
        CHECK(mustHave(it.world.gateway->pollStatuses()) == 0);
    }
    SECTION("bring an opt-out")
    {
        it.world.texts.accepted.first().status = twilioStatus(u"failed"_s, 21610);
        CHECK(mustHave(it.world.gateway->pollStatuses()) == 1);
        CHECK(it.world.count(u"SELECT COUNT(*) FROM opt_out WHERE opted_out = 1"_s) == 1);
    }
    SECTION("leave alone what is still on the way")
    {
        CHECK(mustHave(it.world.gateway->pollStatuses()) == 0);
        CHECK(it.state() == MessageState::Sent);
    }
    SECTION("aren't asked for where nothing is open, or after three days")
    {
        it.world.store.clock.advanceDays(4);
        it.world.texts.listTrouble = true;
        CHECK(mustHave(it.world.gateway->pollStatuses()) == 0);
    }
    SECTION("whose list can't be had come the next time")
    {
        it.world.texts.listTrouble = true;
        CHECK(mustHave(it.world.gateway->pollStatuses()) == 0);
        it.world.texts.listTrouble = false;
        it.world.texts.accepted.first().status = twilioStatus(u"delivered"_s, 0);
        CHECK(mustHave(it.world.gateway->pollStatuses()) == 1);
    }
}
