// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/twiliocodes.h"
#include "tests/gateway/gatewayworld.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;
using Kind = SendOutcome::Kind;
using Decision = protocol::DecisionRequest::Decision;

namespace {

/// A share of one referral whose text the carrier left unknown.
struct UnknownText
{
    explicit UnknownText(bool lost)
    {
        world.texts.losesUnknown = lost;
        world.texts.willAnswer({.kind = Kind::Unknown, .reason = u"No word from the carrier."_s});
        plan = std::make_unique<SharePlan>(world.share(world.addClient(u"Maria"_s), 1));
        initial = std::make_unique<Message>(GatewayWorld::pick(*plan, MessageKind::Initial, Channel::Text));
        REQUIRE(world.send(world.claimOne()) == MessageState::Unknown);
    }
    MessageState state() { return world.stateOf(*initial); }

    GatewayWorld world;
    std::unique_ptr<SharePlan> plan;
    std::unique_ptr<Message> initial;
};

} // namespace

TEST_CASE("gateway look-up: an unknown text that the carrier has", "[gateway][lookup]")
{
    UnknownText unknown(false);
    GatewayWorld& world = unknown.world;
    SECTION("is found by its link, and sent")
    {
        world.texts.accepted.first().body += u" (the carrier adds a word)"_s;
        CHECK(world.reconcile() == 1);
        CHECK(unknown.state() == MessageState::Sent);
        CHECK(world.message(unknown.initial->id).carrierId == u"SM1"_s);
        CHECK(world.events(MessageState::Sent).size() == 1);
    }
    SECTION("is never handed out in the meantime")
    {
        world.store.clock.advanceMinutes(5);
        CHECK(world.claim().isEmpty());
    }
    SECTION("stays unknown while the carrier can't be asked, for a day")
    {
        world.texts.listTrouble = true;
        world.store.clock.advanceMinutes(60);
        CHECK(world.reconcile() == 0);
        CHECK(unknown.state() == MessageState::Unknown);
        world.store.clock.advanceDays(1);
        CHECK(world.reconcile() == 1);
        CHECK(unknown.state() == MessageState::Held);
    }
    SECTION("is refused where the carrier could not deliver it")
    {
        world.texts.accepted.first().status = twilioStatus(u"undelivered"_s, 30005);
        world.reconcile();
        CHECK(unknown.state() == MessageState::Refused);
        CHECK(world.message(unknown.initial->id).reason.contains(u"not in service"_s));
    }
}

TEST_CASE("gateway look-up: an unknown text that the carrier does not have", "[gateway][lookup]")
{
    UnknownText unknown(true);
    GatewayWorld& world = unknown.world;
    SECTION("is looked for during ten minutes, then held with a sentence")
    {
        world.store.clock.advanceMinutes(9);
        CHECK(world.reconcile() == 0);
        CHECK(unknown.state() == MessageState::Unknown);
        world.store.clock.advanceMinutes(1);
        CHECK(world.reconcile() == 1);
        CHECK(unknown.state() == MessageState::Held);
        CHECK_FALSE(world.message(unknown.initial->id).reason.isEmpty());
        CHECK(world.events(MessageState::Held).size() == 1);
        CHECK(world.claim().isEmpty());
    }
    SECTION("is not confused with another text to the same number")
    {
        world.texts.accepted.append(CarrierText{.carrierId = u"SM9"_s, .to = u"+19375550101"_s, .body = u"Hello"_s});
        world.reconcile();
        CHECK(unknown.state() == MessageState::Unknown);
    }
}

TEST_CASE("gateway look-up: a worker decides about a held message", "[gateway][lookup]")
{
    UnknownText unknown(true);
    GatewayWorld& world = unknown.world;
    world.store.clock.advanceMinutes(10);
    REQUIRE(world.reconcile() == 1);
    SECTION("to send it again: it goes out once more, and the worker's name stands beside it")
    {
        const auto answer =
            mustHave(world.gateway->decide(world.desk, unknown.initial->id, {Decision::SendAgain, u"She got none"_s}));
        CHECK(answer.state == MessageState::Waiting);
        const auto events = world.events(MessageState::Waiting);
        REQUIRE(events.size() == 1);
        CHECK(events.first().workerId == world.worker);
        CHECK(events.first().text == u"She got none"_s);
        CHECK(world.sendAll() == 1);
        CHECK(world.texts.accepted.size() == 1);
    }
    SECTION("to give up: it is canceled")
    {
        mustHave(world.gateway->decide(world.desk, unknown.initial->id, {Decision::GiveUp, {}}));
        CHECK(unknown.state() == MessageState::Canceled);
        CHECK_FALSE(world.message(unknown.initial->id).reason.isEmpty());
        CHECK(world.events(MessageState::Canceled).first().workerId == world.worker);
    }
    SECTION("only once")
    {
        mustHave(world.gateway->decide(world.desk, unknown.initial->id, {Decision::GiveUp, {}}));
        const auto again = world.gateway->decide(world.desk, unknown.initial->id, {Decision::SendAgain, {}});
        CHECK(again.error().code == ErrorCode::Conflict);
    }
    SECTION("which no agent may do")
    {
        const auto answer = world.gateway->decide(world.agent, unknown.initial->id, {Decision::SendAgain, {}});
        CHECK(answer.error().code == ErrorCode::NotAllowed);
        CHECK(unknown.state() == MessageState::Held);
    }
}

TEST_CASE("gateway look-up: the server dies while the carrier is called", "[gateway][lookup]")
{
    GatewayWorld world;
    const SharePlan plan = world.share(world.addClient(u"Maria"_s), 1);
    const Message initial = GatewayWorld::pick(plan, MessageKind::Initial, Channel::Text);
    const auto lease = world.claimOne();
    SECTION("after the carrier took it: found by the next server, sent once")
    {
        world.texts.crashAfterSend = true;
        CHECK_THROWS_AS(world.trySend(lease), Crash);
        world.texts.crashAfterSend = false;
        world.restart();
        CHECK(world.stateOf(initial) == MessageState::Sending);
        CHECK(world.reconcile() == 0); // The call may still be under way in another process.
        CHECK(world.send(lease) == MessageState::Sending);
        world.store.clock.advanceMinutes(3);
        CHECK(world.claim().isEmpty());
        CHECK(world.reconcile() == 1);
        CHECK(world.stateOf(initial) == MessageState::Sent);
        CHECK(world.texts.accepted.size() == 1);
        CHECK(world.texts.asked.size() == 1);
    }
    SECTION("before it: held, not sent again by itself")
    {
        world.texts.beforeSend = [](const OutgoingText&) { throw Crash(); };
        CHECK_THROWS_AS(world.trySend(lease), Crash);
        world.texts.beforeSend = nullptr;
        world.restart();
        world.store.clock.advanceMinutes(11);
        CHECK(world.reconcile() == 1);
        CHECK(world.stateOf(initial) == MessageState::Held);
        CHECK(world.texts.accepted.isEmpty());
        CHECK(world.claim().isEmpty());
    }
}

TEST_CASE("gateway look-up: an unknown email", "[gateway][lookup]")
{
    GatewayWorld world;
    const SharePlan plan = world.share(world.addClient(u"Maria"_s), 1, true);
    const Message mail = GatewayWorld::pick(plan, MessageKind::Initial, Channel::Email);
    world.mail.script.push_back({.kind = Kind::Unknown});
    world.sendAll();
    REQUIRE(world.stateOf(mail) == MessageState::Unknown);
    SECTION("can't be looked up, so it is held after ten minutes")
    {
        CHECK(world.reconcile() == 0);
        world.store.clock.advanceMinutes(10);
        CHECK(world.reconcile() == 1);
        CHECK(world.stateOf(mail) == MessageState::Held);
    }
}

TEST_CASE("gateway release: an agent that can't write a message", "[gateway][lookup]")
{
    GatewayWorld world;
    const SharePlan plan = world.share(world.addClient(u"Maria"_s), 1);
    const auto lease = world.claimOne();
    SECTION("leaves it held with the problem")
    {
        const auto answer = mustHave(
            world.gateway->release(world.agent, lease.messageId, {lease.fence, u"The template lacks {link}."_s}));
        CHECK(answer.state == MessageState::Held);
        CHECK(world.message(lease.messageId).reason == u"The template lacks {link}."_s);
    }
    SECTION("needs its lease for it")
    {
        const auto answer = world.gateway->release(world.desk, lease.messageId, {lease.fence, u"No."_s});
        CHECK(answer.error().code == ErrorCode::Conflict);
        CHECK(world.message(lease.messageId).state == MessageState::Waiting);
    }
}
