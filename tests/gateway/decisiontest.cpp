// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gateway/gatewayworld.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;
using Kind = SendOutcome::Kind;
using Decision = protocol::DecisionRequest::Decision;

namespace {

/// A share of one referral by text and email. What the worker orders is asked of the gateway as the desk does.
struct DecisionWorld : GatewayWorld
{
    SharePlan plan = share(addClient(u"Maria"_s), 1, true);
    Message initial = pick(plan, MessageKind::Initial, Channel::Text);
    Message followUp = pick(plan, MessageKind::FollowUp, Channel::Text);
    Message mailFollowUp = pick(plan, MessageKind::FollowUp, Channel::Email);

    Result<protocol::SendAnswer> order(const Message& about, Decision decision, const QString& note = {})
    {
        return gateway->decide(desk, about.id, {decision, note});
    }
    /// The carrier refuses the next text.
    void refuseNext(bool optedOut = false)
    {
        texts.willAnswer({.kind = Kind::Refused,
                          .carrierId = u"SM-refused"_s,
                          .carrierCode = optedOut ? 21610 : 30005,
                          .reason = u"The number can’t be reached."_s,
                          .optedOut = optedOut});
    }
    void sendInitial()
    {
        sendAll();
        store.clock.advanceDays(7);
    }
};

} // namespace

TEST_CASE("gateway decision: a refused message", "[gateway][decision]")
{
    DecisionWorld world;
    world.refuseNext();
    world.sendAll();
    REQUIRE(world.stateOf(world.initial) == MessageState::Refused);

    SECTION("stays refused by itself, for good")
    {
        world.store.clock.advanceDays(2);
        CHECK(world.claim().isEmpty());
        CHECK(world.reconcile() == 0);
        CHECK(world.stateOf(world.initial) == MessageState::Refused);
    }
    SECTION("goes out once more where a worker says so, with name and note")
    {
        world.store.clock.advanceMinutes(5);
        CHECK(mustHave(world.order(world.initial, Decision::SendAgain, u"Her phone was off"_s)).state ==
              MessageState::Waiting);
        const auto events = world.events(MessageState::Waiting);
        REQUIRE(events.size() == 1);
        CHECK(events.first().workerId == world.worker);
        CHECK(events.first().text == u"Her phone was off"_s);
        CHECK(world.sendAll() == 1);
        CHECK(world.stateOf(world.initial) == MessageState::Sent);
        CHECK(world.texts.asked.size() == 2);
        CHECK(world.count(u"SELECT COUNT(*) FROM intent"_s) == 3);
        CHECK(world.order(world.initial, Decision::SendAgain).error().code == ErrorCode::Conflict);
    }
    SECTION("may be refused again, and decided again")
    {
        mustHave(world.order(world.initial, Decision::SendAgain));
        world.refuseNext();
        world.sendAll();
        CHECK(world.stateOf(world.initial) == MessageState::Refused);
        mustHave(world.order(world.initial, Decision::GiveUp));
        CHECK(world.stateOf(world.initial) == MessageState::Canceled);
        CHECK(world.claim().isEmpty());
    }
    SECTION("is not mistaken for its first try where the second one's end is unknown")
    {
        world.texts.accepted.append(CarrierText{.carrierId = u"SM-refused"_s,
                                                .to = u"+19375550101"_s,
                                                .body = world.texts.asked.first().body,
                                                .status = {.state = MessageState::Refused, .carrierCode = 30005}});
        mustHave(world.order(world.initial, Decision::SendAgain));
        world.texts.losesUnknown = true;
        world.texts.willAnswer({.kind = Kind::Unknown});
        world.sendAll();
        REQUIRE(world.stateOf(world.initial) == MessageState::Unknown);
        world.reconcile();
        CHECK(world.stateOf(world.initial) == MessageState::Unknown);
        world.store.clock.advanceMinutes(11);
        world.reconcile();
        CHECK(world.stateOf(world.initial) == MessageState::Held);
    }
    SECTION("never past a withdrawn consent")
    {
        world.withdraw(world.plan);
        const auto answer = world.order(world.initial, Decision::SendAgain);
        CHECK(answer.error().code == ErrorCode::NotAllowed);
        CHECK(answer.error().sentence.contains(u"withdrawn"_s));
        CHECK(world.stateOf(world.initial) == MessageState::Refused);
        CHECK(world.events(MessageState::Waiting).isEmpty());
    }
    SECTION("never to an address that has opted out since")
    {
        world.optOut(world.phone);
        CHECK(world.order(world.initial, Decision::SendAgain).error().code == ErrorCode::NotAllowed);
        CHECK(world.stateOf(world.initial) == MessageState::Refused);
        // Giving up is always possible.
        CHECK(mustHave(world.order(world.initial, Decision::GiveUp)).state == MessageState::Canceled);
    }
    SECTION("not by an agent")
    {
        CHECK(world.gateway->decide(world.agent, world.initial.id, {Decision::SendAgain, {}}).error().code ==
              ErrorCode::NotAllowed);
    }
}

TEST_CASE("gateway decision: refused because the client opted out", "[gateway][decision]")
{
    DecisionWorld world;
    world.refuseNext(true);
    world.sendAll();
    REQUIRE(world.stateOf(world.initial) == MessageState::Refused);
    CHECK(world.order(world.initial, Decision::SendAgain).error().code == ErrorCode::NotAllowed);
    CHECK(world.claim().isEmpty());

    SECTION("until the client opts in again")
    {
        world.optOut(world.phone, false);
        CHECK(world.order(world.initial, Decision::SendAgain).ok());
        CHECK(world.sendAll() == 1);
    }
}

TEST_CASE("gateway decision: an expired follow-up", "[gateway][decision]")
{
    DecisionWorld world;
    world.sendAll();
    world.store.clock.advanceDays(7 + 14);
    world.store.clock.advanceMinutes(1);
    world.claim();
    REQUIRE(world.stateOf(world.followUp) == MessageState::Expired);
    REQUIRE(world.stateOf(world.mailFollowUp) == MessageState::Expired);

    SECTION("may be sent by hand, and does not expire again at once")
    {
        CHECK(mustHave(world.order(world.followUp, Decision::SendAgain)).state == MessageState::Waiting);
        CHECK(world.message(world.followUp.id).dueAt == world.store.clock.now());
        CHECK(world.sendAll() == 1);
        CHECK(world.stateOf(world.followUp) == MessageState::Sent);
        CHECK(world.stateOf(world.mailFollowUp) == MessageState::Expired);
    }
    SECTION("still waits for the window")
    {
        world.store.clock.advanceMinutes(10 * 60); // 22:01 in New York
        mustHave(world.order(world.followUp, Decision::SendAgain));
        CHECK(world.sendAll() == 0);
        CHECK(world.stateOf(world.followUp) == MessageState::Waiting);
        world.store.clock.advanceMinutes(10 * 60); // 08:01 the next morning
        CHECK(world.sendAll() == 1);
    }
    SECTION("not where the client has answered, or the referral is closed")
    {
        world.setStatus(world.plan.share.referralIds.first(), ReferralStatus::ServiceCompleted);
        CHECK(world.order(world.followUp, Decision::SendAgain).error().code == ErrorCode::NotAllowed);
        CHECK(world.stateOf(world.followUp) == MessageState::Expired);
    }
}

TEST_CASE("gateway decision: a waiting message", "[gateway][decision]")
{
    DecisionWorld world;
    SECTION("is called off, also while an agent writes it")
    {
        const auto leases = world.claim();
        CHECK(mustHave(world.order(world.initial, Decision::GiveUp, u"She calls instead"_s)).state ==
              MessageState::Canceled);
        for (const auto& lease : leases)
            if (lease.messageId == world.initial.id)
                CHECK(world.send(lease) == MessageState::Canceled);
        CHECK(world.texts.asked.isEmpty());
        CHECK(world.message(world.initial.id).reason == u"She calls instead"_s);
    }
    SECTION("needs no order to be sent")
    {
        CHECK(world.order(world.initial, Decision::SendAgain).error().code == ErrorCode::Conflict);
    }
    SECTION("that has gone out can't be called off")
    {
        world.sendAll();
        CHECK(world.order(world.initial, Decision::GiveUp).error().code == ErrorCode::Conflict);
        CHECK(world.stateOf(world.initial) == MessageState::Sent);
    }
}
