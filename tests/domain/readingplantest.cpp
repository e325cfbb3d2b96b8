// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/readingplan.h"
#include "tests/domain/rulesworld.h"

using namespace handrail;
using namespace Qt::Literals::StringLiterals;
using tests::at;
using tests::RulesWorld;
using Meaning = ReplyReading::Meaning;

namespace {

/// Maria wrote «yes they were nice»; her referral to the pantry has a text and an email follow-up to come.
struct ReadingWorld : RulesWorld
{
    Referral pantry = referral(maria, ReferralStatus::InReview);
    Message question = followUp(pantry, phone, MessageState::Delivered);
    ReadingContext context{.reply = {.id = ReplyId(ids.next()),
                                     .via = ReplyVia::Text,
                                     .from = phone,
                                     .clientId = maria,
                                     .body = u" yes  they were nice "_s,
                                     .receivedAt = now.addSecs(-3600),
                                     .needsWorker = true},
                           .meaning = Meaning::Yes,
                           .client = maria,
                           .referral = pantry,
                           .question = question.id,
                           .note = {},
                           .worker = worker,
                           .now = now,
                           .clientsOfAddress = {maria},
                           .unsentFollowUps = {followUp(pantry, phone), followUp(pantry, email)},
                           .unsentToAddress = {followUp(referral(maria), phone)},
                           .newId = newId()};

    ReadingPlan plan() { return mustHave(planReading(context)); }
    ErrorCode refusal() { return planReading(context).error().code; }
};

} // namespace

TEST_CASE("reading a client's message: an answer", "[R6][R8]")
{
    ReadingWorld world;
    SECTION("yes completes the referral, cancels its follow-ups and says who read what")
    {
        world.context.note = u" she called too "_s;
        const ReadingPlan plan = world.plan();
        CHECK(plan.statusChange == StatusChange{world.pantry.id, ReferralStatus::ServiceCompleted});
        CHECK(plan.cancel.size() == 2);
        CHECK(plan.reading.meaning == Meaning::Yes);
        CHECK(plan.reading.referralId == world.pantry.id);
        CHECK(plan.reading.workerId == world.worker);
        CHECK(plan.reading.note == u"she called too"_s);
        REQUIRE(plan.activities.size() == 1);
        const Activity& read = plan.activities.first();
        CHECK(read.kind == ActivityKind::ReplyRead);
        CHECK(read.id.uuid() == plan.reading.id.uuid());
        CHECK(read.workerId == world.worker);
        CHECK_FALSE(read.byClient);
        CHECK(read.channel == Channel::Text);
        CHECK(read.messageId == world.question.id);
        CHECK(read.replyId == world.context.reply.id);
        CHECK(read.rule == u"R8"_s);
        CHECK(read.answer == Answer::Yes);
        CHECK(read.fromStatus == ReferralStatus::InReview);
        CHECK(read.toStatus == ReferralStatus::ServiceCompleted);
        CHECK(read.text == u"“yes they were nice” – she called too"_s);
    }
    SECTION("no leaves status and follow-ups alone")
    {
        world.context.meaning = Meaning::No;
        const ReadingPlan plan = world.plan();
        CHECK_FALSE(plan.statusChange);
        CHECK(plan.cancel.isEmpty());
        CHECK(plan.activities.first().answer == Answer::No);
    }
    SECTION("no longer interested cancels the referral")
    {
        world.context.meaning = Meaning::NoLongerInterested;
        const ReadingPlan plan = world.plan();
        CHECK(plan.statusChange == StatusChange{world.pantry.id, ReferralStatus::Canceled});
        CHECK(plan.cancel.size() == 2);
    }
    SECTION("needs a referral, and one of this client")
    {
        world.context.referral.reset();
        CHECK(world.refusal() == ErrorCode::InvalidInput);
        world.context.referral = world.referral(world.jon);
        CHECK(world.refusal() == ErrorCode::InvalidInput);
        world.context.referral = world.pantry;
        world.context.client.reset();
        CHECK(world.refusal() == ErrorCode::InvalidInput);
    }
    SECTION("is read once, with a note of bounded length")
    {
        world.context.readAlready = true;
        CHECK(world.refusal() == ErrorCode::Conflict);
        world.context.readAlready = false;
        world.context.note = QString(2001, u'x');
        CHECK(world.refusal() == ErrorCode::InvalidInput);
        world.context.note.chop(1);
        world.context.reply.body = QString(8000, u'y');
        CHECK(world.plan().activities.first().text.size() < 2400);
    }
}

TEST_CASE("reading a client's message: no more messages, or something else", "[R8][R9][R10]")
{
    ReadingWorld world;
    SECTION("an opt-out enters the ledger and cancels all that waits for the number")
    {
        world.context.meaning = Meaning::OptOut;
        const ReadingPlan plan = world.plan();
        REQUIRE(plan.optOut);
        CHECK(plan.optOut->optedOut);
        CHECK(plan.optOut->source == OptOut::Source::WorkerSaid);
        CHECK(plan.optOut->address == Address(world.phone));
        CHECK(plan.cancel == QList{world.context.unsentToAddress.first().id});
        CHECK_FALSE(plan.statusChange);
        CHECK_FALSE(plan.reading.referralId);
        CHECK(plan.activities.size() == 2);
    }
    SECTION("an opt-out needs an address")
    {
        world.context.meaning = Meaning::OptOut;
        world.context.reply.from.reset();
        CHECK(world.refusal() == ErrorCode::InvalidInput);
    }
    SECTION("something else changes nothing")
    {
        world.context.meaning = Meaning::Other;
        const ReadingPlan plan = world.plan();
        CHECK_FALSE(plan.statusChange);
        CHECK_FALSE(plan.optOut);
        CHECK(plan.cancel.isEmpty());
        CHECK(plan.activities.size() == 1);
        CHECK_FALSE(plan.activities.first().answer);
    }
    SECTION("of nobody we know is done with, without an activity")
    {
        world.context.meaning = Meaning::Other;
        world.context.client.reset();
        CHECK(world.plan().activities.isEmpty());
    }
}

TEST_CASE("revert: a reading is taken back", "[R8]")
{
    ReadingWorld world;
    const auto taken = [&](const ReadingPlan& plan, const std::optional<Referral>& now) {
        return planRevert({.activity = plan.activities.first(),
                           .referral = now,
                           .worker = world.worker,
                           .now = world.now.addDays(1),
                           .newId = world.newId()});
    };
    Referral now = world.pantry;

    SECTION("with the status that it set")
    {
        now.status = ReferralStatus::ServiceCompleted;
        const RevertPlan back = mustHave(taken(world.plan(), now));
        CHECK(back.statusChange == StatusChange{now.id, ReferralStatus::InReview});
        CHECK(back.activity.kind == ActivityKind::Reverted);
        CHECK(back.activity.replyId == world.context.reply.id);
    }
    SECTION("while a status that was set by hand since stays")
    {
        now.status = ReferralStatus::Unstarted;
        CHECK_FALSE(mustHave(taken(world.plan(), now)).statusChange);
    }
    SECTION("also one that changed nothing, or is about no referral")
    {
        world.context.meaning = Meaning::No;
        CHECK_FALSE(mustHave(taken(world.plan(), now)).statusChange);
        world.context.meaning = GENERATE(Meaning::Other, Meaning::OptOut);
        const RevertPlan back = mustHave(taken(world.plan(), std::nullopt));
        CHECK_FALSE(back.statusChange);
        CHECK_FALSE(back.activity.referralId);
    }
}
