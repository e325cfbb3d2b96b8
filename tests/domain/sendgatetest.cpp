// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sendgate.h"
#include "tests/domain/rulesworld.h"

using namespace handrail;
using namespace Qt::Literals::StringLiterals;
using tests::at;
using tests::RulesWorld;
using Verdict = GateDecision::Verdict;

namespace {

/// A follow-up text that may leave now.
SendGateContext passing(RulesWorld& world, const Address& address)
{
    const Referral referral = world.referral(world.maria);
    return {.message = world.followUp(referral, address),
            .consent = Consent{.id = ConsentId(world.ids.next()),
                               .shareId = world.share,
                               .clientId = world.maria,
                               .workerId = world.worker,
                               .givenAt = world.now.addDays(-7),
                               .addresses = {world.phone, world.email}},
            .referralStatus = ReferralStatus::Unstarted,
            .timeZone = u"America/New_York"_s,
            .now = world.now};
}

SendGateContext initial(RulesWorld& world, const Address& address)
{
    SendGateContext context = passing(world, address);
    context.message.kind = MessageKind::Initial;
    context.message.referralId.reset();
    context.referralStatus.reset();
    return context;
}

/// A decision against sending has a reason that a worker can read.
Verdict verdictOf(const SendGateContext& context)
{
    const GateDecision decision = passSendGate(context);
    if (decision.verdict == Verdict::Send)
        CHECK(decision.reason.isEmpty());
    else
        CHECK(decision.reason.endsWith(u'.'));
    CHECK(decision.notBefore.isValid() == (decision.verdict == Verdict::Later));
    return decision.verdict;
}

} // namespace

TEST_CASE("gate: every kind and channel", "[R3][R9][R10]")
{
    RulesWorld world;
    const bool text = GENERATE(true, false);
    const bool first = GENERATE(true, false);
    const Address address = text ? Address(world.phone) : Address(world.email);
    SendGateContext context = first ? initial(world, address) : passing(world, address);

    SECTION("passes with consent, in time")
    {
        CHECK(verdictOf(context) == Verdict::Send);
    }
    SECTION("is refused without a consent record")
    {
        context.consent.reset();
        CHECK(verdictOf(context) == Verdict::Refuse);
    }
    SECTION("is refused where the consent does not name this address and channel")
    {
        context.consent->addresses = {text ? Address(world.email) : Address(world.phone), world.otherPhone};
        CHECK(verdictOf(context) == Verdict::Refuse);
        context.consent->addresses.clear();
        CHECK(verdictOf(context) == Verdict::Refuse);
    }
    SECTION("is refused where the consent is another share's or client's")
    {
        context.consent->shareId = ShareId(world.ids.next());
        CHECK(verdictOf(context) == Verdict::Refuse);
        context.consent->shareId = world.share;
        context.consent->clientId = world.jon;
        CHECK(verdictOf(context) == Verdict::Refuse);
    }
    SECTION("is canceled where the consent was withdrawn")
    {
        context.consentWithdrawn = true;
        CHECK(verdictOf(context) == Verdict::Cancel);
    }
    SECTION("is refused where the address is opted out")
    {
        context.optedOut = true;
        CHECK(verdictOf(context) == Verdict::Refuse);
    }
    SECTION("is not sent a second time")
    {
        context.message.state =
            GENERATE(MessageState::Sending, MessageState::Unknown, MessageState::Sent, MessageState::Delivered,
                     MessageState::Refused, MessageState::Canceled, MessageState::Expired);
        CHECK(verdictOf(context) == Verdict::Refuse);
    }
    SECTION("is refused where time is not known")
    {
        context.now = QDateTime();
        CHECK(verdictOf(context) == Verdict::Refuse);
    }
    SECTION("waits where it is not due")
    {
        context.now = context.message.dueAt.addSecs(-1);
        const GateDecision decision = passSendGate(context);
        CHECK(decision.verdict == Verdict::Later);
        CHECK(decision.notBefore == context.message.dueAt);
    }
}

TEST_CASE("gate: initial messages", "[R4]")
{
    RulesWorld world;
    SECTION("go at once, whatever the hour or zone")
    {
        SendGateContext context = initial(world, world.phone);
        context.message.dueAt = context.now = at("2026-10-13T06:00:00Z");
        CHECK(verdictOf(context) == Verdict::Send);
        context.timeZone.clear();
        CHECK(verdictOf(context) == Verdict::Send);
    }
}

TEST_CASE("gate: follow-ups", "[R5][R6]")
{
    RulesWorld world;
    const bool text = GENERATE(true, false);
    SendGateContext context = passing(world, text ? Address(world.phone) : Address(world.email));

    SECTION("are canceled once the client answered or a worker closed the referral")
    {
        context.answered = true;
        CHECK(verdictOf(context) == Verdict::Cancel);
        context.answered = false;
        context.referralStatus = ReferralStatus::ServiceCompleted;
        CHECK(verdictOf(context) == Verdict::Cancel);
        context.referralStatus = ReferralStatus::Canceled;
        CHECK(verdictOf(context) == Verdict::Cancel);
        context.referralStatus = ReferralStatus::ServiceInProgress;
        CHECK(verdictOf(context) == Verdict::Send);
    }
    SECTION("are refused where their referral is not known")
    {
        context.referralStatus.reset();
        CHECK(verdictOf(context) == Verdict::Refuse);
        context.referralStatus = ReferralStatus::Unstarted;
        context.message.referralId.reset();
        CHECK(verdictOf(context) == Verdict::Refuse);
    }
    SECTION("never leave outside the window")
    {
        context.now = at("2026-10-13T01:00:00Z");
        const GateDecision decision = passSendGate(context);
        CHECK(decision.verdict == Verdict::Later);
        CHECK(decision.notBefore == at("2026-10-13T12:00:00Z"));
    }
    SECTION("one a day for a share and channel")
    {
        context.lastFollowUpSentAt = at("2026-10-12T12:00:00Z");
        const GateDecision decision = passSendGate(context);
        CHECK(decision.verdict == Verdict::Later);
        CHECK(decision.notBefore == at("2026-10-13T12:00:00Z"));
    }
    SECTION("expire when more than 14 days late")
    {
        context.now = context.message.dueAt.addDays(14);
        CHECK(verdictOf(context) == Verdict::Send);
        context.now = context.now.addSecs(1);
        CHECK(verdictOf(context) == Verdict::Expire);
    }
    SECTION("are refused where zone or window make no sense")
    {
        context.timeZone = GENERATE(as<QString>{}, u""_s, u"Nowhere/City"_s);
        CHECK(verdictOf(context) == Verdict::Refuse);
        context.timeZone = u"America/New_York"_s;
        context.window = {QTime(21, 0), QTime(8, 0)};
        CHECK(verdictOf(context) == Verdict::Refuse);
    }
    SECTION("refusal and cancelation come before waiting")
    {
        context.now = at("2026-10-13T06:00:00Z");
        context.optedOut = true;
        CHECK(verdictOf(context) == Verdict::Refuse);
        context.optedOut = false;
        context.answered = true;
        CHECK(verdictOf(context) == Verdict::Cancel);
    }
}

TEST_CASE("gate: an email address in other letters", "[R3]")
{
    RulesWorld world;
    SendGateContext context = initial(world, Address(mustHave(EmailAddress::parse(u"maria@example.org"))));
    CHECK(verdictOf(context) == Verdict::Send);
}

TEST_CASE("sending again by a person's decision", "[R3][R5][R9][R10]")
{
    RulesWorld world;
    const bool text = GENERATE(true, false);
    const Address address = text ? Address(world.phone) : Address(world.email);
    SendGateContext context = passing(world, address);
    context.message.state = GENERATE(MessageState::Refused, MessageState::Expired, MessageState::Held);
    context.now = context.message.dueAt.addDays(20);
    const auto refusal = [&] { return dueWhenSentAgain(context); };

    SECTION("a follow-up is due anew, so that it does not expire at once, and the gate takes it from there")
    {
        const QDateTime due = mustHave(dueWhenSentAgain(context));
        CHECK(due == context.now);
        context.message.dueAt = due;
        context.message.state = MessageState::Waiting;
        CHECK(verdictOf(context) == Verdict::Send);
        // 02:00 in New York: by hand or not, no follow-up leaves outside the window.
        context.now = at("2026-11-02T07:00:00Z");
        context.message.dueAt = context.now;
        CHECK(verdictOf(context) == Verdict::Later);
    }
    SECTION("an initial message goes at once")
    {
        context = initial(world, address);
        context.message.state = MessageState::Refused;
        CHECK(mustHave(dueWhenSentAgain(context)) == context.message.dueAt);
    }
    SECTION("never to an opted-out address")
    {
        context.optedOut = true;
        CHECK(refusal().error().code == ErrorCode::NotAllowed);
        CHECK(refusal().error().sentence.contains(text ? u"opted out"_s : u"unsubscribed"_s));
    }
    SECTION("never past withdrawn, missing or another's consent")
    {
        context.consentWithdrawn = true;
        CHECK(refusal().error().code == ErrorCode::NotAllowed);
        context.consentWithdrawn = false;
        context.consent->addresses = {world.otherPhone};
        CHECK(refusal().error().code == ErrorCode::NotAllowed);
        context.consent.reset();
        CHECK(refusal().error().code == ErrorCode::NotAllowed);
    }
    SECTION("not where the question is answered, or the referral is closed")
    {
        context.answered = true;
        CHECK(refusal().error().code == ErrorCode::NotAllowed);
        context.answered = false;
        context.referralStatus = ReferralStatus::ServiceCompleted;
        CHECK(refusal().error().code == ErrorCode::NotAllowed);
    }
    SECTION("not what has moved on")
    {
        context.message.state = GENERATE(MessageState::Waiting, MessageState::Sending, MessageState::Unknown,
                                         MessageState::Sent, MessageState::Delivered, MessageState::Canceled);
        CHECK(refusal().error().code == ErrorCode::Conflict);
    }
}

TEST_CASE("send states: allowed steps", "[sending]")
{
    using S = MessageState;
    const QList<S> all = {S::Waiting,   S::Sending, S::Unknown,  S::Held,   S::Sent,
                          S::Delivered, S::Refused, S::Canceled, S::Expired};

    SECTION("final states are final, even for a person")
    {
        for (const S from : {S::Delivered, S::Canceled})
            for (const S to : all)
                CHECK_FALSE(maySendStateStep(from, to, true));
    }
    SECTION("a refused or expired one moves by a person's decision alone: back to waiting, or set aside")
    {
        for (const S from : {S::Refused, S::Expired})
            for (const S to : all) {
                CHECK_FALSE(maySendStateStep(from, to));
                CHECK(maySendStateStep(from, to, true) == (to == S::Waiting || to == S::Canceled));
            }
        for (const S state : all)
            CHECK(awaitsDecision(state) == (state == S::Held || state == S::Refused || state == S::Expired));
    }
    SECTION("no state steps to itself")
    {
        for (const S state : all)
            CHECK_FALSE(maySendStateStep(state, state, true));
    }
    SECTION("from unknown there is no way back to waiting, not for a person either")
    {
        CHECK_FALSE(maySendStateStep(S::Unknown, S::Waiting, true));
        CHECK_FALSE(maySendStateStep(S::Unknown, S::Sending, true));
        CHECK_FALSE(maySendStateStep(S::Unknown, S::Canceled, true));
        CHECK(maySendStateStep(S::Unknown, S::Held));
        CHECK(maySendStateStep(S::Unknown, S::Sent));
        CHECK(maySendStateStep(S::Unknown, S::Delivered));
    }
    SECTION("from held only a person sends again; late news still counts")
    {
        CHECK_FALSE(maySendStateStep(S::Held, S::Waiting));
        CHECK_FALSE(maySendStateStep(S::Held, S::Sending));
        CHECK(maySendStateStep(S::Held, S::Waiting, true));
        CHECK(maySendStateStep(S::Held, S::Delivered));
        CHECK(maySendStateStep(S::Held, S::Canceled));
    }
    SECTION("a waiting one that nobody can write is held")
    {
        CHECK(maySendStateStep(S::Waiting, S::Held));
    }
    SECTION("nothing goes back from sent")
    {
        CHECK(maySendStateStep(S::Sent, S::Delivered));
        CHECK(maySendStateStep(S::Sent, S::Refused));
        for (const S to : {S::Waiting, S::Sending, S::Unknown, S::Held, S::Canceled, S::Expired})
            CHECK_FALSE(maySendStateStep(S::Sent, to, true));
    }
    SECTION("the way of a message that goes well, and of one that does not")
    {
        CHECK(maySendStateStep(S::Waiting, S::Sending));
        CHECK(maySendStateStep(S::Sending, S::Sent));
        CHECK(maySendStateStep(S::Sending, S::Unknown));
        CHECK(maySendStateStep(S::Sending, S::Waiting));
        CHECK(maySendStateStep(S::Waiting, S::Expired));
        CHECK(maySendStateStep(S::Waiting, S::Canceled));
        CHECK(maySendStateStep(S::Waiting, S::Held));
        CHECK_FALSE(maySendStateStep(S::Waiting, S::Sent));
        CHECK_FALSE(maySendStateStep(S::Sending, S::Canceled));
    }
    SECTION("waiting and held are unsent, the others not")
    {
        for (const S state : all)
            CHECK(isUnsent(state) == (state == S::Waiting || state == S::Held));
    }
}

TEST_CASE("send states: what a carrier says later", "[sending]")
{
    using S = MessageState;
    const QList<S> all = {S::Waiting,   S::Sending, S::Unknown,  S::Held,   S::Sent,
                          S::Delivered, S::Refused, S::Canceled, S::Expired};
    const QList<std::optional<S>> words = {std::nullopt, S::Sent, S::Delivered, S::Refused};

    SECTION("never moves what is final, nor what waits")
    {
        for (const S now : {S::Delivered, S::Refused, S::Canceled, S::Expired, S::Waiting})
            for (const auto& word : words)
                for (const bool neverLeft : {false, true})
                    CHECK_FALSE(stateAfterReport(now, word, neverLeft).has_value());
    }
    SECTION("settles what was unknown or held, whichever word it is")
    {
        for (const S now : {S::Unknown, S::Held, S::Sending}) {
            CHECK(stateAfterReport(now, std::nullopt, false) == S::Sent);
            CHECK(stateAfterReport(now, S::Sent, false) == S::Sent);
            CHECK(stateAfterReport(now, S::Delivered, false) == S::Delivered);
            CHECK(stateAfterReport(now, S::Refused, false) == S::Refused);
        }
    }
    SECTION("takes what is sent only forward")
    {
        CHECK_FALSE(stateAfterReport(S::Sent, std::nullopt, false).has_value());
        CHECK_FALSE(stateAfterReport(S::Sent, S::Sent, false).has_value());
        CHECK(stateAfterReport(S::Sent, S::Delivered, false) == S::Delivered);
        CHECK(stateAfterReport(S::Sent, S::Refused, false) == S::Refused);
    }
    SECTION("brings back what never left, and only that")
    {
        CHECK(stateAfterReport(S::Sent, S::Refused, true) == S::Waiting);
        CHECK(stateAfterReport(S::Unknown, S::Refused, true) == S::Waiting);
        CHECK(stateAfterReport(S::Sent, S::Delivered, true) == S::Delivered);
        for (const S now : all)
            CHECK(mayGoAgain(now) == (now == S::Sending || now == S::Unknown || now == S::Held || now == S::Sent));
    }
}
