// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/triage.h"
#include "tests/casework/deskworld.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;
using Meaning = ReplyReading::Meaning;

namespace {

/// Three referrals of Maria shared by text and email; the follow-up about the first was texted, and she wrote back what
/// no rule understands.
struct TriageWorld : DeskWorld
{
    QList<Referral> referrals = refer();
    ShareId share = mustHave(casework::share(desk, panelFor(referrals), fullForm()));
    ReplyId reply{ids.next()};
    const Address phone = *PhoneNumber::fromE164(u"+19375550101");

    TriageWorld()
    {
        for (const Message& message : messagesOf(share))
            if (message.kind == MessageKind::Initial && message.channel() == Channel::Text)
                deliver(message);
        clock.advanceDays(7);
        deliver(followUp(0, Channel::Text));
        clock.advanceMinutes(30);
        write(reply, u"they were so kind to us"_s);
        clock.advanceMinutes(30);
    }
    Message followUp(int index, Channel channel)
    {
        for (const Message& message : messagesOf(share))
            if (message.referralId == referrals[index].id && message.channel() == channel)
                return message;
        FAIL("no such follow-up");
        throw 0;
    }
    void deliver(const Message& message)
    {
        store.putFields(u"message"_s, message.id.uuid(),
                        {{u"state"_s, u"delivered"_s}, {u"state_at"_s, clock.now().toMSecsSinceEpoch()}});
    }
    /// As the server does: the reply, and an activity of each client whom it may be from.
    void write(const ReplyId& id, const QString& body, const QList<ClientId>& others = {})
    {
        Reply made{.id = id, .via = ReplyVia::Text, .from = phone};
        made.body = body;
        made.receivedAt = clock.now();
        made.needsWorker = true;
        if (others.isEmpty())
            made.clientId = office.client.id;
        store.put("reply", id.uuid(), made);
        for (const ClientId& client : QList<ClientId>{office.client.id} + others) {
            Activity message{.id = ActivityId(ids.next()), .clientId = client};
            message.kind = ActivityKind::ClientMessage;
            message.at = clock.now();
            message.byClient = true;
            message.replyId = id;
            message.text = body;
            store.put("activity", message.id.uuid(), message);
        }
    }
    int waiting() { return mustHave(store.replies().countWaiting({.worker = office.worker.id, .team = {}})); }
    ReferralStatus status(int index) { return mustHave(store.referrals().referral(referrals[index].id))->status; }
    Result<ReplyReadingId> read(Meaning meaning, int referral = 0)
    {
        return recordReading(desk, reply,
                             {.meaning = meaning,
                              .client = office.client.id,
                              .referral = referrals[referral].id,
                              .note = u"on the phone"_s});
    }
};

} // namespace

TEST_CASE("triage: a message with all that helps to understand it", "[casework][triage]")
{
    TriageWorld world;
    CHECK(world.waiting() == 1);
    const TriageItem item = mustHave(readTriage(world.desk, world.reply));

    SECTION("the client, the open question first, then the other open referrals")
    {
        REQUIRE(item.clients.size() == 1);
        CHECK(item.clients[0].name == u"Maria Lopez"_s);
        REQUIRE(item.clients[0].referrals.size() == 3);
        CHECK(item.clients[0].referrals[0].referral.id == world.referrals[0].id);
        CHECK(item.clients[0].referrals[0].question.has_value());
        CHECK_FALSE(item.clients[0].referrals[1].question.has_value());
        CHECK(item.clients[0].referrals[0].siteName == u"Food Pantry (Second Harvest)"_s);
    }
    SECTION("what passed between us and the number, oldest first")
    {
        REQUIRE(item.history.size() == 3);
        CHECK(item.history[0].kind == MessageKind::Initial);
        CHECK(item.history[1].kind == MessageKind::FollowUp);
        CHECK(item.history[1].siteName == u"Food Pantry (Second Harvest)"_s);
        CHECK(item.history[2].byClient);
        CHECK(item.history[2].words == u"they were so kind to us"_s);
    }
    SECTION("a message that is gone is said to be so")
    {
        CHECK(readTriage(world.desk, ReplyId(world.ids.next())).error().code == ErrorCode::NotFound);
    }
}

TEST_CASE("triage: what a worker says goes into the records at once", "[casework][triage]")
{
    TriageWorld world;
    const int before = world.store.commits();

    SECTION("yes: status, canceled follow-ups and activity in one transaction; the message leaves the list")
    {
        const ReplyReadingId id = mustHave(world.read(Meaning::Yes));
        CHECK(world.store.commits() == before + 1);
        CHECK(world.status(0) == ReferralStatus::ServiceCompleted);
        CHECK(world.status(1) == ReferralStatus::Unstarted);
        CHECK(world.followUp(0, Channel::Email).state == MessageState::Canceled);
        CHECK(world.followUp(1, Channel::Text).state == MessageState::Waiting);
        CHECK(world.waiting() == 0);
        const Activity read = world.activitiesOf(world.referrals[0].id).last();
        CHECK(read.kind == ActivityKind::ReplyRead);
        CHECK(read.id.uuid() == id.uuid());
        CHECK(read.messageId == world.followUp(0, Channel::Text).id);
        CHECK(read.text == u"“they were so kind to us” – on the phone"_s);
        const TriageItem item = mustHave(readTriage(world.desk, world.reply));
        CHECK(item.reading->meaning == Meaning::Yes);
        CHECK(item.readBy == u"Dana Reyes"_s);
    }
    SECTION("taken back in one step: the status is as before and the message waits again")
    {
        const ReplyReadingId id = mustHave(world.read(Meaning::Yes));
        mustWork(revertChange(world.desk, ActivityId(id.uuid())));
        CHECK(world.status(0) == ReferralStatus::Unstarted);
        CHECK(world.waiting() == 1);
        CHECK_FALSE(revertChange(world.desk, ActivityId(id.uuid())).ok());
        // It can be read anew, and the reading that was taken back doesn't count.
        mustHave(world.read(Meaning::No));
        CHECK(world.waiting() == 0);
        CHECK(mustHave(world.store.replies().readingOf(world.reply))->meaning == Meaning::No);
    }
    SECTION("only once")
    {
        mustHave(world.read(Meaning::No));
        CHECK(world.read(Meaning::Yes).error().code == ErrorCode::Conflict);
        CHECK(world.status(0) == ReferralStatus::Unstarted);
    }
    SECTION("no more messages: the number is opted out and nothing waits for it")
    {
        const ReplyReadingId id = mustHave(world.read(Meaning::OptOut));
        CHECK(mustHave(world.store.shares().optedOut({world.phone})).size() == 1);
        CHECK(mustHave(world.store.shares().unsentTo(world.phone)).isEmpty());
        CHECK(world.followUp(1, Channel::Email).state == MessageState::Waiting);
        CHECK(mustHave(readTriage(world.desk, world.reply)).optedOut);
        // Taking that back brings the message back, not the permission to text.
        mustWork(revertChange(world.desk, ActivityId(id.uuid())));
        CHECK(world.waiting() == 1);
        CHECK(mustHave(world.store.shares().optedOut({world.phone})).size() == 1);
    }
    SECTION("something else: nothing changes")
    {
        mustHave(world.read(Meaning::Other));
        CHECK(world.waiting() == 0);
        CHECK(world.status(0) == ReferralStatus::Unstarted);
        CHECK(world.followUp(0, Channel::Email).state == MessageState::Waiting);
    }
    SECTION("an answer without a referral, or about one that is gone, is refused and writes nothing")
    {
        CHECK(recordReading(world.desk, world.reply, {.meaning = Meaning::Yes, .client = {}, .referral = {}, .note = {}})
                  .error()
                  .code == ErrorCode::InvalidInput);
        const ReadingForm gone{.meaning = Meaning::Yes,
                               .client = world.office.client.id,
                               .referral = ReferralId(world.ids.next()),
                               .note = {}};
        CHECK(recordReading(world.desk, world.reply, gone).error().code == ErrorCode::NotFound);
        CHECK(world.store.commits() == before);
        CHECK(world.waiting() == 1);
    }
}

TEST_CASE("triage: two clients who share a number", "[casework][triage]")
{
    TriageWorld world;
    const ClientId second = mustHave(saveClient(world.desk, {.givenName = u"Jon"_s,
                                                             .familyName = u"Abbot"_s,
                                                             .language = u"en"_s,
                                                             .timeZone = u"America/New_York"_s,
                                                             .contactPoints = {}}));
    const ReplyId shared(world.ids.next());
    world.write(shared, u"yes"_s, {second});
    const TriageItem item = mustHave(readTriage(world.desk, shared));
    REQUIRE(item.clients.size() == 2);
    CHECK(item.clients[0].name == u"Jon Abbot"_s);
    CHECK(item.clients[0].referrals.isEmpty());
    CHECK(item.clients[1].referrals.size() == 3);
    mustHave(recordReading(world.desk, shared,
                           {.meaning = Meaning::Yes,
                            .client = item.clients[1].id,
                            .referral = item.clients[1].referrals[0].referral.id,
                            .note = {}}));
    CHECK(world.status(0) == ReferralStatus::ServiceCompleted);
}
