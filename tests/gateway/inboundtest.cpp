// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/facts.h"
#include "tests/gateway/gatewayworld.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Three referrals shared, the first follow-up texted.
struct Asked
{
    Asked()
        : client(world.addClient(u"Maria"_s))
        , plan(world.share(client, 3))
    {
        REQUIRE(world.sendAll() == 1);
        world.store.clock.advanceDays(7);
        REQUIRE(world.sendAll() == 1);
    }
    ReferralStatus status(int index) { return world.statusOf(plan.share.referralIds.at(index)); }
    MessageState followUp(int index)
    {
        return world.stateOf(GatewayWorld::pick(plan, MessageKind::FollowUp, Channel::Text, index));
    }

    GatewayWorld world;
    Client client;
    SharePlan plan;
};

} // namespace

TEST_CASE("gateway replies: an answer by text", "[gateway][inbound]")
{
    Asked asked;
    GatewayWorld& world = asked.world;
    SECTION("yes completes the referral that was asked about, and no other")
    {
        world.receive(u"1"_s);
        CHECK(world.poll() == 1);
        CHECK(asked.status(0) == ReferralStatus::ServiceCompleted);
        CHECK(asked.status(1) == ReferralStatus::Unstarted);
        CHECK(asked.followUp(1) == MessageState::Waiting);
        const auto answers = world.activities(u"kind = 'answered'"_s);
        REQUIRE(answers.size() == 1);
        CHECK(answers.first().text == answerNote(Answer::Yes));
        CHECK(answers.first().via == ReplyVia::Text);
    }
    SECTION("no leaves the status")
    {
        world.receive(u"No"_s);
        world.poll();
        CHECK(asked.status(0) == ReferralStatus::Unstarted);
        CHECK(world.replies().first().answer == Answer::No);
    }
    SECTION("3 cancels the referral")
    {
        world.receive(u"3"_s);
        world.poll();
        CHECK(asked.status(0) == ReferralStatus::Canceled);
        CHECK(asked.followUp(1) == MessageState::Waiting);
    }
    SECTION("is counted once, over polls and restarts")
    {
        world.receive(u"Yes"_s);
        CHECK(world.poll() == 1);
        CHECK(world.poll() == 0);
        world.restart();
        world.store.clock.advanceDays(1);
        CHECK(world.poll() == 0);
        CHECK(world.replies().size() == 1);
        CHECK(world.activities(u"kind = 'answered'"_s).size() == 1);
    }
    SECTION("is counted once where the carrier lists it twice, since its pages shift while they are read")
    {
        world.receive(u"Yes"_s);
        world.texts.inbox.append(world.texts.inbox.first());
        CHECK(world.poll() == 1);
        CHECK(world.replies().size() == 1);
    }
    SECTION("anything else is kept and shown, and changes nothing")
    {
        world.receive(u"They were closed, what now?"_s);
        world.poll();
        CHECK(asked.status(0) == ReferralStatus::Unstarted);
        REQUIRE(world.replies().size() == 1);
        CHECK(world.replies().first().needsWorker);
        CHECK(world.activities(u"kind = 'client_message'"_s).size() == 1);
    }
}

TEST_CASE("gateway replies: STOP and START", "[gateway][inbound]")
{
    Asked asked;
    GatewayWorld& world = asked.world;
    world.receive(u"stop"_s);
    REQUIRE(world.poll() == 1);
    SECTION("STOP cancels all that waits for the number and is in the ledger")
    {
        CHECK(asked.followUp(1) == MessageState::Canceled);
        CHECK(asked.followUp(2) == MessageState::Canceled);
        CHECK(world.count(u"SELECT COUNT(*) FROM opt_out WHERE opted_out = 1 AND source = 'text_reply'"_s) == 1);
        CHECK_FALSE(world.activities(u"kind = 'opted_out'"_s).isEmpty());
    }
    SECTION("nothing more goes to the number")
    {
        const qsizetype before = world.texts.asked.size();
        world.share(asked.client, 1);
        CHECK(world.sendAll() == 0);
        CHECK(world.texts.asked.size() == before);
    }
    SECTION("YES then opts in, and answers nothing")
    {
        world.store.clock.advanceMinutes(1);
        world.receive(u"Yes"_s);
        CHECK(world.poll() == 1);
        CHECK(asked.status(0) == ReferralStatus::Unstarted);
        CHECK(world.activities(u"kind = 'answered'"_s).isEmpty());
        world.share(asked.client, 1);
        CHECK(world.sendAll() == 1);
    }
    SECTION("the carrier confirms it, so Handrail doesn't")
    {
        CHECK(world.texts.asked.size() == 2);
    }
}

TEST_CASE("gateway replies: a carrier that does not answer keywords", "[gateway][inbound]")
{
    Asked asked;
    GatewayWorld& world = asked.world;
    world.texts.keywords = false;
    world.texts.asked.clear();
    SECTION("STOP is confirmed once, though the number is opted out")
    {
        world.receive(u"STOP"_s);
        world.poll();
        REQUIRE(world.texts.asked.size() == 1);
        CHECK(world.texts.asked.first().to == u"+19375550101"_s);
        CHECK(world.texts.asked.first().body.contains(u"START"_s));
    }
    SECTION("a robot that asks for help again and again gets one answer a day")
    {
        for (int i = 0; i < 5; ++i)
            world.receive(u"HELP"_s);
        CHECK(world.poll() == 5);
        CHECK(world.texts.asked.size() == 1);
        world.store.clock.advanceDays(1);
        world.receive(u"HELP"_s);
        world.poll();
        CHECK(world.texts.asked.size() == 2);
    }
    SECTION("a short code, and a sender with letters, get none")
    {
        world.receive(u"HELP"_s, u"72345"_s);
        world.receive(u"STOP"_s, u"72345"_s);
        world.receive(u"HELP"_s, u"BANKALERTS"_s);
        CHECK(world.poll() == 3);
        CHECK(world.texts.asked.isEmpty());
    }
    SECTION("STOP is confirmed though HELP was answered, which tells of STOP; HELP after it is not answered")
    {
        for (const QString& word : {u"HELP"_s, u"STOP"_s, u"STOP"_s, u"HELP"_s}) {
            world.receive(word);
            world.poll();
        }
        CHECK(world.texts.asked.size() == 2);
    }
    SECTION("who opts in and out again and again in a day is confirmed once")
    {
        for (const QString& word : {u"STOP"_s, u"START"_s, u"STOP"_s, u"START"_s, u"STOP"_s}) {
            world.receive(word);
            world.poll();
            world.store.clock.advanceSeconds(60);
        }
        CHECK(world.texts.asked.size() == 1);
    }
    SECTION("the confirmation is the only text that leaves to an opted-out number")
    {
        world.receive(u"STOP"_s);
        world.poll();
        REQUIRE(world.texts.asked.size() == 1);
        world.store.clock.advanceDays(1);
        CHECK(world.claim().isEmpty());
        CHECK(world.texts.asked.size() == 1);
    }
    SECTION("the answer is in the language of the last text to the number")
    {
        Message last = GatewayWorld::pick(asked.plan, MessageKind::FollowUp, Channel::Text, 2);
        world.store.write(*world.db, {Edit{u"message"_s, last.id.uuid(), QJsonObject{{u"language"_s, u"es"_s}}}});
        world.receive(u"AYUDA"_s);
        world.receive(u"HELP"_s);
        world.poll();
        REQUIRE(world.texts.asked.size() == 1);
        CHECK(world.texts.asked.first().body.contains(u"Responda STOP"_s));
    }
}

TEST_CASE("gateway replies: a number that two clients share", "[gateway][inbound]")
{
    Asked asked;
    GatewayWorld& world = asked.world;
    const Client other = world.addClient(u"Ana"_s);
    const SharePlan second = world.share(other, 1);
    REQUIRE(world.sendAll() == 1);
    world.store.clock.advanceDays(7);
    REQUIRE(world.sendAll() >= 1);
    SECTION("with a question open for both: nothing is decided, both workers are asked")
    {
        world.receive(u"1"_s);
        CHECK(world.poll() == 1);
        CHECK(asked.status(0) == ReferralStatus::Unstarted);
        CHECK(world.statusOf(second.share.referralIds.first()) == ReferralStatus::Unstarted);
        CHECK(world.replies().first().needsWorker);
        CHECK(world.activities(u"kind = 'client_message'"_s).size() == 2);
    }
    SECTION("where the two were merged they are one: the latest question is answered, in either direction of the merge")
    {
        const bool otherGoes = GENERATE(true, false);
        const ClientId gone = otherGoes ? other.id : asked.client.id;
        const ClientId kept = otherGoes ? asked.client.id : other.id;
        world.store.write(*world.db, {Edit{u"client"_s, gone.uuid(), {{u"merged_into"_s, kept.toString()}}}});
        world.receive(u"1"_s);
        CHECK(world.poll() == 1);
        CHECK(world.statusOf(second.share.referralIds.first()) == ReferralStatus::ServiceCompleted);
        CHECK_FALSE(world.replies().first().needsWorker);
        // The record that was merged keeps its own: nothing is rewritten.
        CHECK(world.activities(u"kind = 'answered'"_s).first().clientId == other.id);
        // A stop is one line of the one client.
        world.receive(u"STOP"_s);
        world.poll();
        const auto stops = world.activities(u"kind = 'opted_out'"_s);
        REQUIRE(stops.size() == 1);
        CHECK(stops.first().clientId == kept);
    }
    SECTION("where both were merged into each other at two desks, it is one client as well")
    {
        world.store.write(*world.db,
                          {Edit{u"client"_s, other.id.uuid(), {{u"merged_into"_s, asked.client.id.toString()}}},
                           Edit{u"client"_s, asked.client.id.uuid(), {{u"merged_into"_s, other.id.toString()}}}});
        world.receive(u"1"_s);
        CHECK(world.poll() == 1);
        CHECK_FALSE(world.replies().first().needsWorker);
    }
    SECTION("where one was merged into somebody whom the server doesn't have, they are two")
    {
        world.store.write(
            *world.db,
            {Edit{u"client"_s, other.id.uuid(), {{u"merged_into"_s, world.store.ids.next().toString(QUuid::WithoutBraces)}}}});
        world.receive(u"1"_s);
        world.poll();
        CHECK(world.replies().first().needsWorker);
    }
}

TEST_CASE("gateway replies: strangers and trouble", "[gateway][inbound]")
{
    Asked asked;
    GatewayWorld& world = asked.world;
    SECTION("a number nobody knows is kept")
    {
        world.receive(u"Hello?"_s, u"+19375559999"_s);
        CHECK(world.poll() == 1);
        CHECK(world.replies().size() == 1);
    }
    SECTION("a sender with letters is kept for a worker")
    {
        world.receive(u"Your code is 1234"_s, u"BANK"_s);
        CHECK(world.poll() == 1);
        REQUIRE(world.replies().size() == 1);
        CHECK(world.replies().first().needsWorker);
    }
    SECTION("a monstrous text is bounded, and the next one counts")
    {
        world.receive(QString(100'000, u'x') + QChar(u'\0'));
        world.receive(u"Yes"_s);
        CHECK(world.poll() == 2);
        CHECK(asked.status(0) == ReferralStatus::ServiceCompleted);
    }
    SECTION("a carrier that can't be asked loses nothing")
    {
        world.receive(u"Yes"_s);
        world.texts.listTrouble = true;
        CHECK(world.poll() == 0);
        world.texts.listTrouble = false;
        CHECK(world.poll() == 1);
    }
    SECTION("texts apply in the order they came")
    {
        world.receive(u"Yes"_s);
        world.store.clock.advanceMinutes(1);
        world.receive(u"STOP"_s);
        std::ranges::reverse(world.texts.inbox);
        CHECK(world.poll() == 2);
        CHECK(asked.status(0) == ReferralStatus::ServiceCompleted);
        CHECK(asked.followUp(1) == MessageState::Canceled);
    }
}

TEST_CASE("gateway inbound: a worker reads a message as an answer", "[gateway][inbound][reading]")
{
    GatewayWorld world;
    const SharePlan plan = world.share(world.addClient(u"Maria"_s), 1, true);
    const ReferralId referral = plan.share.referralIds.first();
    world.sendAll();
    world.store.clock.advanceDays(7);
    // The text asks; the email waits because the mail server is busy.
    world.mail.script.push_back({.kind = SendOutcome::Kind::TryLater, .reason = u"Busy."_s});
    world.sendAll();
    const Message mail = GatewayWorld::pick(plan, MessageKind::FollowUp, Channel::Email);
    REQUIRE(world.stateOf(mail) == MessageState::Waiting);
    world.store.clock.advanceMinutes(5);
    world.receive(u"oh yes they were so kind"_s);
    REQUIRE(world.poll() == 1);
    REQUIRE(world.replies().last().needsWorker);
    world.store.clock.advanceMinutes(90);

    const auto read = [&](ReplyReading::Meaning meaning) {
        const ReplyReading reading{.id = ReplyReadingId(world.store.ids.next()),
                                   .replyId = world.replies().last().id,
                                   .workerId = world.worker,
                                   .meaning = meaning,
                                   .clientId = plan.share.clientId,
                                   .referralId = referral,
                                   .at = world.store.clock.now(),
                                   .note = {}};
        world.store.write(*world.db, {records::editOf("reply_reading", reading.id.uuid(), reading)});
        return reading.id;
    };
    const auto isAnswered = [&] {
        server::RecordReader reader(*world.db, world.store.agency.id);
        return mustHave(server::questionsTo(reader, Address(world.phone))).first().answered;
    };
    CHECK_FALSE(isAnswered());

    SECTION("as yes: the question is answered, and what still waited is canceled at the gate")
    {
        read(ReplyReading::Meaning::Yes);
        CHECK(isAnswered());
        CHECK(world.claim().isEmpty());
        CHECK(world.stateOf(mail) == MessageState::Canceled);
        // A later YES finds no open question: a worker reads it.
        world.receive(u"YES"_s);
        world.poll();
        CHECK(world.replies().last().needsWorker);
    }
    SECTION("as no: the question is answered, the other channel still asks")
    {
        read(ReplyReading::Meaning::No);
        CHECK(isAnswered());
        CHECK(world.sendAll() == 1);
        CHECK(world.stateOf(mail) == MessageState::Sent);
    }
    SECTION("as something else: nothing changes")
    {
        read(ReplyReading::Meaning::Other);
        CHECK_FALSE(isAnswered());
        CHECK(world.sendAll() == 1);
    }
    SECTION("and takes that back: the question is open again")
    {
        const ReplyReadingId id = read(ReplyReading::Meaning::Yes);
        Activity reverted{.id = ActivityId(world.store.ids.next()), .clientId = plan.share.clientId};
        reverted.kind = ActivityKind::Reverted;
        reverted.at = world.store.clock.now();
        reverted.workerId = world.worker;
        reverted.revertsId = ActivityId(id.uuid());
        world.store.write(*world.db, {records::editOf("activity", reverted.id.uuid(), reverted)});
        CHECK_FALSE(isAnswered());
        CHECK(world.sendAll() == 1);
    }
    SECTION("of before this share counts for nothing here")
    {
        read(ReplyReading::Meaning::Yes);
        const SharePlan later = world.share(world.addClient(u"Maria"_s), 1);
        server::RecordReader reader(*world.db, world.store.agency.id);
        CHECK_FALSE(mustHave(server::lastAnswer(reader, later.share.id, referral)));
        CHECK(mustHave(server::lastAnswer(reader, plan.share.id, referral)) == Answer::Yes);
    }
}

TEST_CASE("gateway inbound: a server that was away", "[gateway][inbound]")
{
    Asked asked;
    GatewayWorld& world = asked.world;
    REQUIRE(world.poll() == 0);

    SECTION("for five days takes in what came on the first of them")
    {
        world.receive(u"STOP"_s);
        world.store.clock.advanceDays(5);
        CHECK(world.poll() == 1);
        CHECK(world.replies().size() == 1);
    }
    SECTION("takes nothing in twice")
    {
        world.receive(u"1"_s);
        CHECK(world.poll() == 1);
        world.store.clock.advanceDays(1);
        CHECK(world.poll() == 0);
        CHECK(world.replies().size() == 1);
    }
    SECTION("and whose clock jumped ahead and back meanwhile misses nothing of in between")
    {
        const QDateTime trueTime = world.store.clock.now();
        world.store.clock.setWall(trueTime.addDays(9));
        CHECK(world.poll() == 0);
        world.store.clock.setWall(trueTime);
        world.receive(u"1"_s);
        CHECK(world.poll() == 1);
        world.store.clock.setWall(trueTime.addSecs(-11 * 3600));
        CHECK(world.poll() == 0);
        world.store.clock.setWall(trueTime.addDays(4));
        CHECK(world.poll() == 0);
        CHECK(world.replies().size() == 1);
    }
    SECTION("whose carrier did not answer meanwhile asks it for all of that time")
    {
        world.receive(u"1"_s);
        world.texts.listTrouble = true;
        for (int day = 0; day < 6; ++day) {
            world.store.clock.advanceDays(1);
            world.poll();
        }
        world.texts.listTrouble = false;
        CHECK(world.poll() == 1);
    }
}
