// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/mailintake.h"
#include "server/gateway/outgoingmail.h"
#include "tests/gateway/fakemailbox.h"
#include "tests/gateway/gatewayworld.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Three referrals shared by text and email; the initial ones are sent.
struct Mailed
{
    Mailed()
        : client(world.addClient(u"Maria"_s))
        , plan(world.share(client, 3, true))
    {
        REQUIRE(world.sendAll() == 2);
    }
    [[nodiscard]] Message initial() const { return GatewayWorld::pick(plan, MessageKind::Initial, Channel::Email); }
    [[nodiscard]] Message followUp(int i) const
    {
        return GatewayWorld::pick(plan, MessageKind::FollowUp, Channel::Email, i);
    }
    [[nodiscard]] QString idOf(const Message& message) const { return message.id.toString() + u"@agency.example"_s; }
    InboundMail report(const Message& about, DeliveryAction action, const QString& status)
    {
        return {.from = u"MAILER-DAEMON@mx.test"_s,
                .automatic = true,
                .reports = {{.action = action, .status = status, .aboutIds = {about.id.toString()}}}};
    }
    InboundMail reply(const QString& text)
    {
        return {.from = u"maria@client.example"_s,
                .answers = {u"someone-elses@x.test"_s, idOf(initial())},
                .subject = u"Re: Harbor House"_s,
                .text = text};
    }
    MailRound poll() { return mustHave(MailIntake(world.databases, box, world.store.environment).poll()); }

    GatewayWorld world;
    FakeMailbox box;
    Client client;
    SharePlan plan;
};

} // namespace

TEST_CASE("gateway mail: a bounce for good", "[gateway][mail]")
{
    Mailed mailed;
    GatewayWorld& world = mailed.world;
    mailed.box.put(mailed.report(mailed.initial(), DeliveryAction::Failed, u"5.1.1"_s));
    REQUIRE(mailed.poll().reports == 1);
    SECTION("ends the message with the reason in plain words, in every referral's activity")
    {
        CHECK(world.stateOf(mailed.initial()) == MessageState::Refused);
        CHECK(world.message(mailed.initial().id).reason == u"This email address does not exist."_s);
        CHECK(world.events(MessageState::Refused).size() == 3);
    }
    SECTION("stops the follow-ups to that address, not the texts")
    {
        for (int i = 0; i < 3; ++i) {
            CHECK(world.stateOf(mailed.followUp(i)) == MessageState::Canceled);
            CHECK(world.stateOf(GatewayWorld::pick(mailed.plan, MessageKind::FollowUp, Channel::Text, i)) ==
                  MessageState::Waiting);
        }
    }
    SECTION("is remembered: a new share's email to it does not leave, until a worker resets the address")
    {
        const qsizetype before = world.mail.asked.size();
        const SharePlan second = world.share(mailed.client, 1, true);
        world.sendAll();
        const Message refused = GatewayWorld::pick(second, MessageKind::Initial, Channel::Email);
        CHECK(world.stateOf(refused) == MessageState::Refused);
        CHECK(world.message(refused.id).reason.contains(u"does not exist"_s));
        CHECK(world.mail.asked.size() == before);

        const Activity note{.id = ActivityId(world.store.ids.next()),
                            .kind = ActivityKind::Note,
                            .clientId = mailed.client.id,
                            .referralId = mailed.plan.share.referralIds.first(),
                            .at = world.store.clock.now(),
                            .workerId = world.worker,
                            .channel = Channel::Email,
                            .messageId = mailed.initial().id,
                            .rule = bounceResetRule};
        world.store.write(*world.db, {records::editOf("activity", note.id.uuid(), note)});
        world.share(mailed.client, 1, true);
        world.sendAll();
        CHECK(world.mail.asked.size() == before + 1);
    }
    SECTION("is remembered for the client that this one was merged into")
    {
        const qsizetype before = world.mail.asked.size();
        const Client kept = world.addClient(u"Maria"_s);
        world.store.write(*world.db,
                          {{u"client"_s, mailed.client.id.uuid(), {{u"merged_into"_s, kept.id.toString()}}}});
        const SharePlan second = world.share(kept, 1, true);
        world.sendAll();
        const Message refused = GatewayWorld::pick(second, MessageKind::Initial, Channel::Email);
        CHECK(world.stateOf(refused) == MessageState::Refused);
        CHECK(world.mail.asked.size() == before);
    }
    SECTION("counts once, over polls, restarts and a mailbox that was made anew")
    {
        CHECK(mailed.poll().reports == 0);
        mailed.box.validity = 8;
        for (InboundMail& mail : mailed.box.mails)
            mail.uid += 100;
        CHECK(mailed.poll().seen == 1);
        CHECK(world.events(MessageState::Refused).size() == 3);
    }
}

TEST_CASE("gateway mail: what a mail server reports besides", "[gateway][mail]")
{
    Mailed mailed;
    GatewayWorld& world = mailed.world;
    SECTION("a delay is told, and changes nothing")
    {
        mailed.box.put(mailed.report(mailed.initial(), DeliveryAction::Delayed, u"4.2.2"_s));
        CHECK(mailed.poll().reports == 1);
        CHECK(world.stateOf(mailed.initial()) == MessageState::Sent);
        CHECK(world.stateOf(mailed.followUp(0)) == MessageState::Waiting);
        CHECK(world.activities(u"text LIKE '%mailbox is full%'"_s).size() == 1);
    }
    SECTION("giving up after days of trying ends the message alone")
    {
        mailed.box.put(mailed.report(mailed.initial(), DeliveryAction::Failed, u"4.4.1"_s));
        mailed.poll();
        CHECK(world.stateOf(mailed.initial()) == MessageState::Refused);
        CHECK(world.stateOf(mailed.followUp(0)) == MessageState::Waiting);
    }
    SECTION("delivery is delivery")
    {
        mailed.box.put(mailed.report(mailed.initial(), DeliveryAction::Delivered, u"2.0.0"_s));
        mailed.poll();
        CHECK(world.stateOf(mailed.initial()) == MessageState::Delivered);
    }
    SECTION("an email of unknown fate that a report speaks of was taken")
    {
        world.mail.script.push_back({.kind = SendOutcome::Kind::Unknown});
        const SharePlan second = world.share(mailed.client, 1, true);
        world.sendAll();
        const Message unknown = GatewayWorld::pick(second, MessageKind::Initial, Channel::Email);
        REQUIRE(world.stateOf(unknown) == MessageState::Unknown);
        mailed.box.put(mailed.report(unknown, DeliveryAction::Relayed, u"2.0.0"_s));
        mailed.poll();
        CHECK(world.stateOf(unknown) == MessageState::Sent);
    }
    SECTION("about nothing of ours, about what never left, or with our subject alone: nothing")
    {
        mailed.box.put({.from = u"MAILER-DAEMON@mx.test"_s,
                        .subject = u"Undelivered: Harbor House"_s,
                        .reports = {{.status = u"5.1.1"_s, .aboutIds = {u"unknown@x.test"_s}}}});
        mailed.box.put(mailed.report(mailed.followUp(0), DeliveryAction::Failed, u"5.1.1"_s));
        CHECK(mailed.poll().strangers == 2);
        CHECK(world.stateOf(mailed.initial()) == MessageState::Sent);
        CHECK(world.stateOf(mailed.followUp(0)) == MessageState::Waiting);
    }
    SECTION("a bounce that names the mail by the address it came to alone")
    {
        InboundMail bounce = mailed.report(mailed.initial(), DeliveryAction::Failed, u"5.1.1"_s);
        bounce.reports[0].aboutIds.clear();
        bounce.to = {u"help+"_s + mailed.initial().id.toString() + u"@agency.example"_s};
        mailed.box.put(bounce);
        CHECK(mailed.poll().reports == 1);
        CHECK(world.stateOf(mailed.initial()) == MessageState::Refused);
    }
    SECTION("a refusal by our own mail server for the address is a bounce at once")
    {
        world.mail.script.push_back({.kind = SendOutcome::Kind::Refused, .reason = u"Gone."_s, .bounced = true});
        const SharePlan second = world.share(mailed.client, 1, true);
        world.sendAll();
        CHECK(world.activities(u"rule = 'bounce'"_s).size() == 1);
        world.store.clock.advanceDays(7);
        world.sendAll();
        CHECK(world.stateOf(GatewayWorld::pick(second, MessageKind::FollowUp, Channel::Email)) ==
              MessageState::Refused);
    }
}

TEST_CASE("gateway mail: what a client writes", "[gateway][mail]")
{
    Mailed mailed;
    GatewayWorld& world = mailed.world;
    SECTION("is shown to the worker, without our own words, and decides nothing")
    {
        mailed.box.put(mailed.reply(u"Yes! They were kind.\n\nOn 5 Oct 2026, Harbor wrote:\n> Did you? Yes or No\n"_s));
        CHECK(mailed.poll().replies == 1);
        REQUIRE(world.replies().size() == 1);
        CHECK(world.replies().first().body == u"Yes! They were kind."_s);
        CHECK(world.replies().first().needsWorker);
        CHECK(world.replies().first().via == ReplyVia::Email);
        CHECK(world.activities(u"kind = 'client_message'"_s).size() == 1);
        CHECK(world.activities(u"kind = 'answered'"_s).isEmpty());
        for (const ReferralId& id : mailed.plan.share.referralIds)
            CHECK(world.statusOf(id) == ReferralStatus::Unstarted);
    }
    SECTION("counts once, though it comes twice under different numbers")
    {
        const InboundMail mail = mailed.box.put(mailed.reply(u"Hello"_s));
        mailed.box.put(mail);
        const MailRound round = mailed.poll();
        CHECK(round.replies == 1);
        CHECK(round.seen == 1);
        CHECK(world.replies().size() == 1);
    }
    SECTION("from the client's address is the client's, though it answers nothing")
    {
        InboundMail mail = mailed.reply(u"My number changed."_s);
        mail.answers.clear();
        mail.subject = u"New phone"_s;
        mail.from = u"MARIA@Client.Example"_s;
        mailed.box.put(mail);
        CHECK(mailed.poll().replies == 1);
        CHECK(world.replies().first().clientId == mailed.client.id);
        CHECK(world.replies().first().body.contains(u"New phone"_s));
    }
    SECTION("asking for no more opts the address out for good, with all that waits")
    {
        mailed.box.put(mailed.reply(u"Please unsubscribe me"_s));
        mailed.poll();
        CHECK(world.count(u"SELECT COUNT(*) FROM opt_out WHERE opted_out = 1 AND source = 'email_reply'"_s) == 1);
        CHECK(world.stateOf(mailed.followUp(0)) == MessageState::Canceled);
        CHECK(world.stateOf(GatewayWorld::pick(mailed.plan, MessageKind::FollowUp, Channel::Text)) ==
              MessageState::Waiting);
    }
    SECTION("of a stranger is left alone: nothing of it is kept")
    {
        InboundMail mail = mailed.reply(u"Buy now"_s);
        mail.answers.clear();
        mail.from = u"news@shop.test"_s;
        mailed.box.put(mail);
        CHECK(mailed.poll().strangers == 1);
        CHECK(world.replies().isEmpty());
        CHECK(mailed.box.marked.isEmpty());
    }
    SECTION("an out-of-office note is ignored and counted")
    {
        InboundMail mail = mailed.reply(u"I am away. Stop by the desk. Yes."_s);
        mail.automatic = true;
        mailed.box.put(mail);
        CHECK(mailed.poll().automatic == 1);
        CHECK(world.replies().isEmpty());
        CHECK(world.count(u"SELECT COUNT(*) FROM opt_out"_s) == 0);
    }
    SECTION("many mails come in steps, and trouble with the mailbox loses none")
    {
        for (int i = 0; i < 10; ++i)
            mailed.box.put(mailed.reply(u"Mail %1"_s.arg(i)));
        mailed.box.trouble = true;
        CHECK_FALSE(MailIntake(world.databases, mailed.box, world.store.environment).poll().ok());
        mailed.box.trouble = false;
        CHECK(mailed.poll().replies == 10);
        CHECK(mailed.box.readings >= 4);
        CHECK(mailed.box.marked.size() == 10);
        CHECK(mailed.poll().replies == 0);
    }
    SECTION("a monstrous one is bounded, and the next one counts")
    {
        mailed.box.put(mailed.reply(QString(60'000, u'x')));
        mailed.box.put(mailed.reply(u"Next"_s));
        CHECK(mailed.poll().replies == 2);
    }
}

TEST_CASE("gateway mail: unsubscribing by mail", "[gateway][mail][R10]")
{
    Mailed mailed;
    GatewayWorld& world = mailed.world;
    SECTION("the mailto: in our header opts the address out, whoever sends it, within one poll")
    {
        world.gateway = std::make_unique<Gateway>(
            world.databases, Carriers{&world.texts, &world.mail},
            GatewaySettings{.publicUrl = u"https://h.example"_s, .readsMail = true}, world.store.environment);
        world.share(mailed.client, 1, true);
        world.sendAll();
        const QString mailto = world.mail.asked.last().unsubscribeMailto;
        REQUIRE(mailto.startsWith(u"mailto:"_s + world.store.agency.sendingAddress + u"?subject=unsubscribe%20"_s));
        mailed.box.put({.from = u"someone@else.test"_s, .subject = u"unsubscribe "_s + mailto.right(22)});
        CHECK(mailed.poll().optOuts == 1);
        CHECK(world.count(u"SELECT COUNT(*) FROM opt_out WHERE channel = 'email' AND opted_out = 1"_s) == 1);
        CHECK(world.stateOf(mailed.followUp(0)) == MessageState::Canceled);
    }
    SECTION("a made-up one opts nobody out")
    {
        mailed.box.put({.from = u"someone@else.test"_s, .subject = u"unsubscribe "_s + QString(22, u'a')});
        CHECK(mailed.poll().strangers == 1);
        CHECK(world.count(u"SELECT COUNT(*) FROM opt_out"_s) == 0);
    }
    SECTION("a complaint to the mail provider is a wish for no more")
    {
        mailed.box.put({.from = u"feedback@provider.test"_s,
                        .answers = {mailed.idOf(mailed.initial())},
                        .automatic = true,
                        .complaint = true});
        CHECK(mailed.poll().optOuts == 1);
        CHECK(world.count(u"SELECT COUNT(*) FROM opt_out WHERE channel = 'email'"_s) == 1);
    }
    SECTION("no mailto: where nobody reads the mailbox")
    {
        CHECK(world.mail.asked.last().unsubscribeMailto.isEmpty());
    }
}

TEST_CASE("gateway mail: two agencies on one server", "[gateway][mail]")
{
    Mailed mailed;
    GatewayWorld& world = mailed.world;
    Agency other = world.store.agency;
    other.id = AgencyId(world.store.ids.next());
    other.programName = u"Other House"_s;
    other.sendingAddress = u"help@other.example"_s;
    mustWork(createAgency(*world.db, other, world.store.environment));
    SECTION("a reply goes to the agency whose mail it answers")
    {
        mailed.box.put(mailed.reply(u"Hello"_s));
        CHECK(mailed.poll().replies == 1);
        CHECK(world.count(
                  u"SELECT COUNT(*) FROM reply WHERE agency_id <> '%1'"_s.arg(world.store.agency.id.toString())) == 0);
    }
}

TEST_CASE("gateway mail: what goes out", "[gateway][mail]")
{
    Mailed mailed;
    const OutgoingMail& sent = mailed.world.mail.asked.first();
    SECTION("has the message's own id, for all tries, bounces and replies")
    {
        CHECK(sent.messageId.startsWith(mailed.initial().id.toString() + u'@'));
        CHECK(sent.envelopeId == mailed.initial().id.toString());
        CHECK(sent.date == mailed.world.store.clock.now());
        CHECK(sent.returnPath.isEmpty());
    }
    SECTION("comes back to the address that the settings name")
    {
        const OutgoingMail mail =
            outgoingMail(mailed.world.store.agency, mailed.initial(), {}, u"https://h.example/u/x"_s,
                         {.mailReturnPath = u"bounces+*@agency.example"_s}, mailed.world.store.clock.now());
        CHECK(mail.returnPath == u"bounces+"_s + mailed.initial().id.toString() + u"@agency.example"_s);
    }
}

TEST_CASE("gateway mail: a mail server that asks to try later", "[gateway][mail]")
{
    GatewayWorld world;
    for (int i = 0; i < 3; ++i)
        world.mail.script.push_back({.kind = SendOutcome::Kind::TryLater, .reason = u"Later."_s});
    const SharePlan plan = world.share(world.addClient(u"Maria"_s), 1, true);
    const Message initial = GatewayWorld::pick(plan, MessageKind::Initial, Channel::Email);
    world.sendAll();
    REQUIRE(world.stateOf(initial) == MessageState::Waiting);
    CHECK(world.message(initial.id).reason == u"Later."_s);
    SECTION("gets the same mail again, less and less often, until it takes it")
    {
        QList<int> minutes;
        for (int minute = 1; minute < 60 && world.stateOf(initial) == MessageState::Waiting; ++minute) {
            const qsizetype before = world.mail.asked.size();
            world.store.clock.advanceMinutes(1);
            world.sendAll();
            if (world.mail.asked.size() > before)
                minutes.append(minute);
        }
        CHECK(world.stateOf(initial) == MessageState::Sent);
        REQUIRE(minutes.size() == 3);
        CHECK(minutes[1] - minutes[0] > minutes[0]);
        CHECK(minutes[2] - minutes[1] > minutes[1] - minutes[0]);
        for (const OutgoingMail& mail : world.mail.asked)
            CHECK(mail.messageId == world.mail.asked.first().messageId);
    }
}

TEST_CASE("gateway mail: an email whose fate is unknown", "[gateway][mail]")
{
    GatewayWorld world;
    world.mail.script.push_back({.kind = SendOutcome::Kind::Unknown, .reason = u"Silence."_s});
    const SharePlan plan = world.share(world.addClient(u"Maria"_s), 1, true);
    const Message initial = GatewayWorld::pick(plan, MessageKind::Initial, Channel::Email);
    world.sendAll();
    REQUIRE(world.stateOf(initial) == MessageState::Unknown);
    SECTION("is held for a worker after ten minutes, and never sent again by itself")
    {
        for (int i = 0; i < 30; ++i) {
            world.store.clock.advanceMinutes(1);
            world.sendAll();
            world.reconcile();
        }
        CHECK(world.stateOf(initial) == MessageState::Held);
        CHECK(world.mail.asked.size() == 1);
    }
}
