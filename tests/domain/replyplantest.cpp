// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/replyplan.h"
#include "tests/domain/rulesworld.h"

using namespace handrail;
using namespace Qt::Literals::StringLiterals;
using tests::RulesWorld;
using AutoReply = ReplyPlan::AutoReply;

namespace {

AnswerContext answerByLink(RulesWorld& world, const Referral& referral, Answer answer)
{
    return {.referral = referral,
            .message = world.followUp(referral, world.email, MessageState::Sent),
            .answer = answer,
            .via = ReplyVia::Link,
            .reply = {.id = ReplyId(world.ids.next()), .receivedAt = world.now},
            .unsentFollowUps = {world.followUp(referral, world.phone), world.followUp(referral, world.email)},
            .newId = world.newId()};
}

TextReplyContext inbound(RulesWorld& world, const QString& body)
{
    return {.from = world.phone,
            .body = body,
            .carrierId = u"SM1"_s,
            .receivedAt = world.now,
            .clientsOfNumber = {world.maria},
            .newId = world.newId()};
}

/// A follow-up that was texted `daysAgo` days ago.
OpenQuestion asked(RulesWorld& world, const ClientId& client, int daysAgo)
{
    const Referral referral = world.referral(client);
    return {.message = world.followUp(referral, world.phone, MessageState::Delivered),
            .referral = referral,
            .sentAt = world.now.addDays(-daysAgo)};
}

/// What must hold for a reply that decided nothing.
void checkNothingDecided(const ReplyPlan& plan)
{
    CHECK(plan.statusChanges.isEmpty());
    CHECK(plan.cancel.isEmpty());
    CHECK_FALSE(plan.optOut);
    CHECK_FALSE(plan.reply.answer);
    CHECK(plan.autoReply == AutoReply::None);
}

} // namespace

TEST_CASE("answers: what each does", "[R6]")
{
    RulesWorld world;
    const Referral referral = world.referral(world.maria, ReferralStatus::InReview);

    SECTION("yes completes the referral")
    {
        const ReplyPlan plan = planAnswer(answerByLink(world, referral, Answer::Yes));
        CHECK(plan.statusChanges == QList{StatusChange{referral.id, ReferralStatus::ServiceCompleted}});
        CHECK(plan.activities.first().text == u"Yes, I’ve received services"_s);
    }
    SECTION("no longer interested cancels it")
    {
        const ReplyPlan plan = planAnswer(answerByLink(world, referral, Answer::NoLongerInterested));
        CHECK(plan.statusChanges == QList{StatusChange{referral.id, ReferralStatus::Canceled}});
        CHECK(plan.activities.first().text == u"I’m no longer interested in services"_s);
    }
    SECTION("no leaves the status and the follow-up on the other channel alone")
    {
        const ReplyPlan plan = planAnswer(answerByLink(world, referral, Answer::No));
        CHECK(plan.statusChanges.isEmpty());
        CHECK(plan.cancel.isEmpty());
        CHECK(plan.activities.first().text == u"No, I did not receive services"_s);
        CHECK(plan.activities.first().fromStatus == ReferralStatus::InReview);
        CHECK(plan.activities.first().toStatus == ReferralStatus::InReview);
    }
    SECTION("yes and no longer interested cancel the unsent follow-ups of that referral on every channel")
    {
        const auto answer = GENERATE(Answer::Yes, Answer::NoLongerInterested);
        AnswerContext context = answerByLink(world, referral, answer);
        const QList<Message> own = context.unsentFollowUps;
        context.unsentFollowUps.append(world.followUp(world.referral(world.maria), world.phone));
        context.unsentFollowUps.append(world.followUp(referral, world.phone, MessageState::Sent));
        const ReplyPlan plan = planAnswer(context);
        CHECK(plan.cancel == QList{own[0].id, own[1].id});
        CHECK(plan.cancelReason.endsWith(u'.'));
    }
}

TEST_CASE("answers: what is recorded", "[R6][R8][R11]")
{
    RulesWorld world;
    const Referral referral = world.referral(world.maria);
    const AnswerContext context = answerByLink(world, referral, Answer::Yes);
    const ReplyPlan plan = planAnswer(context);

    SECTION("the reply knows client, referral, message and answer")
    {
        CHECK(plan.reply.id == context.reply.id);
        CHECK(plan.reply.via == ReplyVia::Link);
        CHECK(plan.reply.clientId == world.maria);
        CHECK(plan.reply.referralId == referral.id);
        CHECK(plan.reply.messageId == context.message.id);
        CHECK(plan.reply.answer == Answer::Yes);
        CHECK_FALSE(plan.reply.needsWorker);
        CHECK_FALSE(plan.optOut);
    }
    SECTION("the activity says who, what, when, and by which message, channel and rule")
    {
        REQUIRE(plan.activities.size() == 1);
        const Activity& activity = plan.activities.first();
        CHECK(activity.kind == ActivityKind::Answered);
        CHECK(activity.clientId == world.maria);
        CHECK(activity.referralId == referral.id);
        CHECK(activity.at == world.now);
        CHECK(activity.byClient);
        CHECK_FALSE(activity.workerId);
        CHECK(activity.channel == Channel::Email);
        CHECK(activity.via == ReplyVia::Link);
        CHECK(activity.messageId == context.message.id);
        CHECK(activity.replyId == context.reply.id);
        CHECK(activity.rule == u"R6"_s);
        CHECK(activity.answer == Answer::Yes);
        CHECK(activity.fromStatus == ReferralStatus::Unstarted);
        CHECK(activity.toStatus == ReferralStatus::ServiceCompleted);
    }
    SECTION("a later answer is recorded too and decides")
    {
        Referral completed = referral;
        completed.status = ReferralStatus::ServiceCompleted;
        const ReplyPlan later = planAnswer(answerByLink(world, completed, Answer::NoLongerInterested));
        CHECK(later.statusChanges == QList{StatusChange{referral.id, ReferralStatus::Canceled}});
        const ReplyPlan again = planAnswer(answerByLink(world, completed, Answer::Yes));
        CHECK(again.statusChanges.isEmpty());
        CHECK(again.activities.size() == 1);
    }
}

TEST_CASE("text answers: which question", "[R8]")
{
    RulesWorld world;
    TextReplyContext context = inbound(world, u"1"_s);

    SECTION("is the latest unanswered one, whatever the order they come in")
    {
        context.questions = {asked(world, world.maria, 3), asked(world, world.maria, 1), asked(world, world.maria, 2)};
        CHECK(planTextReply(context).reply.referralId == context.questions[1].referral.id);
        context.questions[1].answered = true;
        CHECK(planTextReply(context).reply.referralId == context.questions[2].referral.id);
    }
    SECTION("leaves the other referrals alone")
    {
        context.questions = {asked(world, world.maria, 1), asked(world, world.maria, 2)};
        const Message own = world.followUp(context.questions[0].referral, world.email);
        const Message other = world.followUp(context.questions[1].referral, world.email);
        context.unsentFollowUps = {other, own};
        const ReplyPlan plan = planTextReply(context);
        CHECK(plan.statusChanges ==
              QList{StatusChange{context.questions[0].referral.id, ReferralStatus::ServiceCompleted}});
        CHECK(plan.cancel == QList{own.id});
    }
    SECTION("its answer is traced to message, channel, rule and reply")
    {
        context.questions = {asked(world, world.maria, 1)};
        const ReplyPlan plan = planTextReply(context);
        REQUIRE(plan.activities.size() == 1);
        const Activity& activity = plan.activities.first();
        CHECK(activity.kind == ActivityKind::Answered);
        CHECK(activity.rule == u"R8"_s);
        CHECK(activity.channel == Channel::Text);
        CHECK(activity.via == ReplyVia::Text);
        CHECK(activity.messageId == context.questions[0].message.id);
        CHECK(activity.replyId == plan.reply.id);
        CHECK(plan.reply.from == Address(world.phone));
        CHECK(plan.reply.body == u"1"_s);
        CHECK(plan.reply.carrierId == u"SM1"_s);
        CHECK(plan.reply.receivedAt == world.now);
        CHECK_FALSE(plan.reply.needsWorker);
    }
    SECTION("no and no longer interested do what they do by link")
    {
        context.questions = {asked(world, world.maria, 1)};
        context.body = u"2"_s;
        CHECK(planTextReply(context).statusChanges.isEmpty());
        CHECK(planTextReply(context).reply.answer == Answer::No);
        context.body = u"Ya no me interesa"_s;
        CHECK(planTextReply(context).statusChanges ==
              QList{StatusChange{context.questions[0].referral.id, ReferralStatus::Canceled}});
    }
}

TEST_CASE("text answers: nothing that may be decided", "[R8]")
{
    RulesWorld world;
    TextReplyContext context = inbound(world, u"yes"_s);

    SECTION("two clients with open questions share the number: the workers of both are asked")
    {
        context.questions = {asked(world, world.maria, 1), asked(world, world.jon, 2), asked(world, world.maria, 4)};
        context.clientsOfNumber = {world.maria, world.jon};
        const ReplyPlan plan = planTextReply(context);
        checkNothingDecided(plan);
        CHECK(plan.reply.needsWorker);
        CHECK_FALSE(plan.reply.clientId);
        REQUIRE(plan.activities.size() == 2);
        CHECK(plan.activities[0].kind == ActivityKind::ClientMessage);
        CHECK(plan.activities[0].clientId == world.maria);
        CHECK(plan.activities[0].referralId == context.questions[0].referral.id);
        CHECK(plan.activities[1].clientId == world.jon);
        CHECK(plan.activities[1].text == u"yes"_s);
    }
    SECTION("two clients who were merged are one: it is the answer to the latest question")
    {
        context.questions = {asked(world, world.maria, 2), asked(world, world.jon, 1)};
        context.clientsOfNumber = {world.maria};
        context.keptOnes = {{world.jon, world.maria}};
        const ReplyPlan plan = planTextReply(context);
        CHECK_FALSE(plan.reply.needsWorker);
        REQUIRE(plan.statusChanges.size() == 1);
        const bool firstIsLater = context.questions[0].sentAt > context.questions[1].sentAt;
        CHECK(plan.statusChanges.first().referralId == context.questions[firstIsLater ? 0 : 1].referral.id);
    }
    SECTION("where only one of two clients has an open question, it is that one's answer")
    {
        context.questions = {asked(world, world.maria, 1), asked(world, world.jon, 2)};
        context.questions[0].answered = true;
        context.clientsOfNumber = {world.maria, world.jon};
        const ReplyPlan plan = planTextReply(context);
        CHECK(plan.reply.clientId == world.jon);
        CHECK(plan.statusChanges.size() == 1);
    }
    SECTION("an answer without an open question is kept for the worker")
    {
        const bool answeredBefore = GENERATE(false, true);
        if (answeredBefore) {
            context.questions = {asked(world, world.maria, 1)};
            context.questions[0].answered = true;
        }
        const ReplyPlan plan = planTextReply(context);
        checkNothingDecided(plan);
        CHECK(plan.reply.needsWorker);
        CHECK(plan.reply.clientId == world.maria);
        REQUIRE(plan.activities.size() == 1);
        CHECK(plan.activities.first().kind == ActivityKind::ClientMessage);
    }
    SECTION("anything else is kept, shown to the workers as a client's message, and changes nothing")
    {
        context.body = u"yes but they were closed"_s;
        context.questions = {asked(world, world.maria, 1)};
        context.clientsOfNumber = {world.maria, world.jon};
        const ReplyPlan plan = planTextReply(context);
        checkNothingDecided(plan);
        CHECK(plan.reply.needsWorker);
        CHECK(plan.reply.body == context.body);
        REQUIRE(plan.activities.size() == 2);
        for (const Activity& activity : plan.activities) {
            CHECK(activity.kind == ActivityKind::ClientMessage);
            CHECK(activity.text == context.body);
            CHECK(activity.byClient);
            CHECK(activity.rule == u"R8"_s);
            CHECK(activity.replyId == plan.reply.id);
        }
    }
    SECTION("from a number that nobody knows it is kept all the same")
    {
        context.clientsOfNumber.clear();
        context.body = u"who is this?"_s;
        const ReplyPlan plan = planTextReply(context);
        CHECK(plan.reply.needsWorker);
        CHECK(plan.activities.isEmpty());
    }
    SECTION("a picture without words is a message")
    {
        context.body.clear();
        const ReplyPlan plan = planTextReply(context);
        CHECK(plan.reply.needsWorker);
        CHECK_FALSE(plan.activities.first().text.isEmpty());
    }
    SECTION("ten million characters are cut to what the store keeps")
    {
        context.body = QString(10'000'000, u'x');
        const ReplyPlan plan = planTextReply(context);
        CHECK(plan.reply.body.size() <= 8000);
        CHECK(plan.activities.first().text.size() <= 8000);
    }
}

TEST_CASE("STOP: stops all texts to the number", "[R8][R9]")
{
    RulesWorld world;
    TextReplyContext context = inbound(world, u"Stop texting me"_s);
    context.clientsOfNumber = {world.maria, world.jon};
    context.questions = {asked(world, world.maria, 1)};
    const Message first = world.initial(world.maria, world.phone);
    const Message second = world.followUp(world.referral(world.jon), world.phone);
    const Message held = world.followUp(world.referral(world.maria), world.phone, MessageState::Held);
    const Message gone = world.followUp(world.referral(world.maria), world.phone, MessageState::Sending);
    const Message elsewhere = world.followUp(world.referral(world.maria), world.otherPhone);
    context.unsentToNumber = {first, second, held, gone, elsewhere};

    SECTION("the ledger has it, with the words")
    {
        const ReplyPlan plan = planTextReply(context);
        REQUIRE(plan.optOut);
        CHECK(plan.optOut->optedOut);
        CHECK(plan.optOut->address == Address(world.phone));
        CHECK(plan.optOut->source == OptOut::Source::TextReply);
        CHECK(plan.optOut->words == u"Stop texting me"_s);
        CHECK(plan.optOut->at == world.now);
    }
    SECTION("all that waits for the number is canceled, whoever it is for")
    {
        const ReplyPlan plan = planTextReply(context);
        CHECK(plan.cancel == QList{first.id, second.id, held.id});
        CHECK_FALSE(plan.cancelReason.isEmpty());
    }
    SECTION("every client of the number has it in the activity, with the rule; no worker is asked")
    {
        const ReplyPlan plan = planTextReply(context);
        REQUIRE(plan.activities.size() == 2);
        for (const Activity& activity : plan.activities) {
            CHECK(activity.kind == ActivityKind::OptedOut);
            CHECK(activity.rule == u"R9"_s);
            CHECK(activity.channel == Channel::Text);
            CHECK(activity.replyId == plan.reply.id);
        }
        CHECK_FALSE(plan.reply.needsWorker);
        CHECK(plan.statusChanges.isEmpty());
        CHECK_FALSE(plan.reply.answer);
    }
    SECTION("one confirmation is due, and none for a second STOP")
    {
        CHECK(planTextReply(context).autoReply == AutoReply::StopConfirmation);
        context.optedOut = true;
        const ReplyPlan again = planTextReply(context);
        CHECK(again.autoReply == AutoReply::None);
        CHECK_FALSE(again.optOut);
        CHECK(again.activities.isEmpty());
        CHECK(again.cancel.size() == 3);
    }
    SECTION("it holds for a number that nobody knows")
    {
        context.clientsOfNumber.clear();
        context.questions.clear();
        const ReplyPlan plan = planTextReply(context);
        CHECK(plan.optOut);
        CHECK(plan.activities.isEmpty());
    }
}

TEST_CASE("START, YES and HELP", "[R8][R9]")
{
    RulesWorld world;
    TextReplyContext context = inbound(world, u"START"_s);
    context.questions = {asked(world, world.maria, 1)};

    SECTION("START opts in again where opted out")
    {
        context.optedOut = true;
        const ReplyPlan plan = planTextReply(context);
        REQUIRE(plan.optOut);
        CHECK_FALSE(plan.optOut->optedOut);
        REQUIRE(plan.activities.size() == 1);
        CHECK(plan.activities.first().kind == ActivityKind::OptedOut);
        CHECK(plan.statusChanges.isEmpty());
    }
    SECTION("START changes nothing where not opted out")
    {
        const ReplyPlan plan = planTextReply(context);
        checkNothingDecided(plan);
        CHECK(plan.activities.isEmpty());
        CHECK_FALSE(plan.reply.needsWorker);
    }
    SECTION("YES opts in where opted out and answers nothing")
    {
        context.optedOut = true;
        context.body = u"Yes"_s;
        const ReplyPlan plan = planTextReply(context);
        REQUIRE(plan.optOut);
        CHECK_FALSE(plan.optOut->optedOut);
        CHECK(plan.statusChanges.isEmpty());
        CHECK_FALSE(plan.reply.answer);
    }
    SECTION("HELP asks for help and becomes no note")
    {
        context.body = u"help"_s;
        const ReplyPlan plan = planTextReply(context);
        CHECK(plan.autoReply == AutoReply::Help);
        CHECK(plan.activities.isEmpty());
        CHECK(plan.statusChanges.isEmpty());
    }
}

TEST_CASE("opt-outs by other ways", "[R9][R10]")
{
    RulesWorld world;
    OptOutContext context{
        .address = world.email,
        .source = OptOut::Source::EmailOneClick,
        .at = world.now,
        .clients = {world.maria, world.jon, world.maria},
        .unsentToAddress = {world.initial(world.maria, world.email), world.initial(world.maria, world.phone)},
        .newId = world.newId()};

    SECTION("an unsubscribed email address is entered, canceled and shown once a client")
    {
        const OptOutPlan plan = planOptOut(context);
        REQUIRE(plan.optOut);
        CHECK(plan.optOut->optedOut);
        CHECK(plan.optOut->source == OptOut::Source::EmailOneClick);
        CHECK(plan.cancel == QList{context.unsentToAddress[0].id});
        REQUIRE(plan.activities.size() == 2);
        CHECK(plan.activities[0].rule == u"R10"_s);
        CHECK(plan.activities[0].byClient);
        CHECK(plan.activities[0].channel == Channel::Email);
    }
    SECTION("the same address in other letters is the same address")
    {
        context.unsentToAddress = {
            world.initial(world.maria, Address(mustHave(EmailAddress::parse(u"maria@EXAMPLE.org"))))};
        CHECK(planOptOut(context).cancel.size() == 1);
    }
    SECTION("a second time nothing is entered, and nothing is left waiting")
    {
        context.alreadyOptedOut = true;
        const OptOutPlan plan = planOptOut(context);
        CHECK_FALSE(plan.optOut);
        CHECK(plan.activities.isEmpty());
        CHECK(plan.cancel.size() == 1);
    }
    SECTION("the carrier's and a worker's word count for texts")
    {
        context.address = world.phone;
        context.source = OptOut::Source::CarrierRefusal;
        CHECK(planOptOut(context).activities.first().rule == u"R9"_s);
        CHECK_FALSE(planOptOut(context).activities.first().byClient);
        context.source = OptOut::Source::WorkerSaid;
        context.worker = world.worker;
        CHECK(planOptOut(context).activities.first().workerId == world.worker);
    }
}

TEST_CASE("revert: one step back", "[R8]")
{
    RulesWorld world;
    const Referral before = world.referral(world.maria, ReferralStatus::InReview);
    const ReplyPlan answered = planAnswer(answerByLink(world, before, Answer::Yes));
    Referral now = before;
    now.status = ReferralStatus::ServiceCompleted;
    RevertContext context{.activity = answered.activities.first(),
                          .referral = now,
                          .worker = world.worker,
                          .now = world.now.addDays(1),
                          .newId = world.newId()};

    SECTION("sets the status that was, and is recorded as such")
    {
        const RevertPlan plan = mustHave(planRevert(context));
        CHECK(plan.statusChange == StatusChange{before.id, ReferralStatus::InReview});
        CHECK(plan.activity.kind == ActivityKind::Reverted);
        CHECK(plan.activity.revertsId == context.activity.id);
        CHECK(plan.activity.workerId == world.worker);
        CHECK(plan.activity.at == context.now);
        CHECK(plan.activity.fromStatus == ReferralStatus::ServiceCompleted);
        CHECK(plan.activity.toStatus == ReferralStatus::InReview);
        CHECK(plan.activity.messageId == context.activity.messageId);
    }
    SECTION("not twice")
    {
        context.revertedAlready = true;
        const auto plan = planRevert(context);
        REQUIRE_FALSE(plan);
        CHECK(plan.error().code == ErrorCode::Conflict);
    }
    SECTION("not where the status has moved on")
    {
        context.referral->status = ReferralStatus::Canceled;
        const auto plan = planRevert(context);
        REQUIRE_FALSE(plan);
        CHECK(plan.error().code == ErrorCode::Conflict);
    }
    SECTION("not an activity that changed nothing, was a worker's, or is another referral's")
    {
        context.activity = planAnswer(answerByLink(world, before, Answer::No)).activities.first();
        CHECK_FALSE(planRevert(context));
        context.activity = answered.activities.first();
        context.activity.kind = ActivityKind::StatusChanged;
        CHECK_FALSE(planRevert(context));
        context.activity = answered.activities.first();
        context.referral->id = ReferralId(world.ids.next());
        CHECK_FALSE(planRevert(context));
        context.referral.reset();
        CHECK_FALSE(planRevert(context));
    }
}

TEST_CASE("status by hand", "[R6]")
{
    RulesWorld world;
    const Referral referral = world.referral(world.maria);
    StatusContext context{.referral = referral,
                          .to = ReferralStatus::InReview,
                          .reason = u" called the pantry "_s,
                          .worker = world.worker,
                          .now = world.now,
                          .unsentFollowUps = {world.followUp(referral, world.phone),
                                              world.followUp(world.referral(world.maria), world.phone)},
                          .newId = world.newId()};

    SECTION("is an activity with who, from, to and why")
    {
        const StatusPlan plan = planStatus(context);
        CHECK(plan.statusChange == StatusChange{referral.id, ReferralStatus::InReview});
        REQUIRE(plan.activities.size() == 1);
        const Activity& activity = plan.activities.first();
        CHECK(activity.kind == ActivityKind::StatusChanged);
        CHECK(activity.workerId == world.worker);
        CHECK(activity.fromStatus == ReferralStatus::Unstarted);
        CHECK(activity.toStatus == ReferralStatus::InReview);
        CHECK(activity.text == u"called the pantry"_s);
        CHECK(plan.cancel.isEmpty());
    }
    SECTION("completing or canceling cancels that referral's unsent follow-ups")
    {
        context.to = GENERATE(ReferralStatus::ServiceCompleted, ReferralStatus::Canceled);
        const StatusPlan plan = planStatus(context);
        CHECK(plan.cancel == QList{context.unsentFollowUps[0].id});
        CHECK_FALSE(plan.cancelReason.isEmpty());
    }
    SECTION("the status that it has already is no change")
    {
        context.to = ReferralStatus::Unstarted;
        const StatusPlan plan = planStatus(context);
        CHECK_FALSE(plan.statusChange);
        CHECK(plan.activities.isEmpty());
    }
    SECTION("a closed referral may be reopened")
    {
        context.referral.status = ReferralStatus::Canceled;
        context.to = ReferralStatus::Unstarted;
        CHECK(planStatus(context).statusChange);
        CHECK(planStatus(context).cancel.isEmpty());
    }
}
