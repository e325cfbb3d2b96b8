// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/mailplans.h"
#include "core/domain/bounce.h"
#include "core/domain/sendgate.h"
#include "core/domain/shareplan.h"
#include "tests/domain/rulesworld.h"

using namespace handrail;
using namespace Qt::Literals::StringLiterals;
using tests::RulesWorld;

namespace {

MailReplyContext replyTo(RulesWorld& world, const Message& message, const QString& own)
{
    return {.from = world.email,
            .own = own,
            .body = own + u"\n> quoted"_s,
            .subject = u"Re: How did it go?"_s,
            .carrierId = u"key"_s,
            .receivedAt = world.now,
            .message = message,
            .clients = {message.clientId},
            .newId = world.newId()};
}

int countOf(const QList<Activity>& activities, ActivityKind kind)
{
    return int(std::ranges::count(activities, kind, &Activity::kind));
}

} // namespace

TEST_CASE("mail plans: a client's mail", "[mailplans][R8][R10]")
{
    RulesWorld world;
    const Referral referral = world.referral(world.maria);
    const Message asked = world.followUp(referral, world.email, MessageState::Sent);
    SECTION("is shown to the worker beside its question, and decides nothing, not even «Yes»")
    {
        const ReplyPlan plan = planMailReply(replyTo(world, asked, u"Yes"_s));
        CHECK(plan.reply.via == ReplyVia::Email);
        CHECK(plan.reply.body == u"Yes"_s);
        CHECK(plan.reply.needsWorker);
        CHECK(plan.reply.messageId == asked.id);
        CHECK(plan.statusChanges.isEmpty());
        CHECK_FALSE(plan.reply.answer.has_value());
        REQUIRE(plan.activities.size() == 1);
        CHECK(plan.activities[0].kind == ActivityKind::ClientMessage);
        CHECK(plan.activities[0].referralId == referral.id);
        CHECK(plan.activities[0].text == u"Yes"_s);
        CHECK_FALSE(plan.optOut.has_value());
    }
    SECTION("of which nothing can be told to be the client's own is shown as it is")
    {
        CHECK(planMailReply(replyTo(world, asked, {})).reply.body == u"> quoted"_s);
    }
    SECTION("that asks for no more stops all email to the address that was written to, for good")
    {
        MailReplyContext context = replyTo(world, asked, u"Please unsubscribe me. And call me."_s);
        context.from = mustHave(EmailAddress::parse(u"other@example.org"));
        const Message waiting = world.followUp(world.referral(world.maria), world.email);
        context.unsentToAddress = {waiting};
        const ReplyPlan plan = planMailReply(context);
        REQUIRE(plan.optOut.has_value());
        CHECK(plan.optOut->address == Address(world.email));
        CHECK(plan.optOut->source == OptOut::Source::EmailReply);
        CHECK(plan.cancel == QList{waiting.id});
        CHECK(countOf(plan.activities, ActivityKind::OptedOut) == 1);
        CHECK(countOf(plan.activities, ActivityKind::ClientMessage) == 1);
    }
    SECTION("that says nothing but STOP needs nobody to read it")
    {
        const ReplyPlan plan = planMailReply(replyTo(world, asked, u"Stop."_s));
        CHECK(plan.optOut.has_value());
        CHECK_FALSE(plan.reply.needsWorker);
        CHECK(countOf(plan.activities, ActivityKind::ClientMessage) == 0);
    }
    SECTION("from an address that two clients have goes to both workers")
    {
        MailReplyContext context = replyTo(world, asked, u"Hello?"_s);
        context.message.reset();
        context.clients = {world.maria, world.jon};
        const ReplyPlan plan = planMailReply(context);
        CHECK(countOf(plan.activities, ActivityKind::ClientMessage) == 2);
        CHECK_FALSE(plan.reply.clientId.has_value());
    }
}

TEST_CASE("mail plans: what a mail server reports", "[mailplans]")
{
    RulesWorld world;
    const Message sent = world.followUp(world.referral(world.maria), world.email, MessageState::Sent);
    const Message mine = world.followUp(world.referral(world.maria), world.email);
    const Message others = world.followUp(world.referral(world.jon), world.email);
    const Message text = world.followUp(world.referral(world.maria), world.phone);
    MailNewsContext context{.message = sent,
                            .status = u"5.1.1"_s,
                            .at = world.now,
                            .unsentToAddress = {mine, others, text},
                            .newId = world.newId()};
    SECTION("a failure for good ends the message and all that waits for the address, for every client of it")
    {
        const MailNewsPlan plan = planMailNews(context);
        CHECK(plan.state == MessageState::Refused);
        CHECK(plan.reason == u"This email address does not exist."_s);
        CHECK(plan.bounced);
        CHECK(plan.cancel == QList{mine.id, others.id});
        CHECK(std::ranges::count(plan.activities, bounceRule, &Activity::rule) == 1);
    }
    SECTION("giving up for now ends the message alone")
    {
        context.status = u"4.4.1"_s;
        const MailNewsPlan plan = planMailNews(context);
        CHECK(plan.state == MessageState::Refused);
        CHECK_FALSE(plan.bounced);
        CHECK(plan.cancel.isEmpty());
    }
    SECTION("a delay is only told")
    {
        context.action = DeliveryAction::Delayed;
        context.status = u"4.2.2"_s;
        const MailNewsPlan plan = planMailNews(context);
        CHECK_FALSE(plan.state.has_value());
        REQUIRE(plan.activities.size() == 1);
        CHECK(plan.activities[0].text.contains(u"mailbox is full"_s));
        CHECK(plan.cancel.isEmpty());
    }
    SECTION("any report proves that a mail server has what was unknown or held")
    {
        context.message.state = GENERATE(MessageState::Unknown, MessageState::Held);
        context.action = GENERATE(DeliveryAction::Relayed, DeliveryAction::Delayed);
        CHECK(planMailNews(context).state == MessageState::Sent);
    }
    SECTION("delivered is delivered, and a state never goes back")
    {
        context.action = DeliveryAction::Delivered;
        CHECK(planMailNews(context).state == MessageState::Delivered);
        context.message.state = MessageState::Refused;
        CHECK_FALSE(planMailNews(context).state.has_value());
    }
}

TEST_CASE("bounces: an address that sends mail back", "[bounce]")
{
    RulesWorld world;
    const Message first = world.followUp(world.referral(world.maria), world.email, MessageState::Refused);
    const Message second = world.followUp(world.referral(world.maria), world.email, MessageState::Refused);
    const BounceEvent one{{world.email, first.id, first.referralId, u"Gone."_s, world.now}};
    const BounceEvent two{{world.email, second.id, second.referralId, u"Full."_s, world.now.addDays(1)}};
    SECTION("is known by its latest trouble, whatever its case")
    {
        const auto standing = standingBounces({one, two});
        const Bounce* found = bounceOf(mustHave(EmailAddress::parse(u"maria@example.org")), standing);
        REQUIRE(found != nullptr);
        CHECK(found->reason == u"Full."_s);
        CHECK(bounceOf(world.phone, standing) == nullptr);
    }
    SECTION("takes mail again once a worker says so, until it sends mail back again")
    {
        BounceEvent reset = one;
        reset.reset = true;
        CHECK(standingBounces({one, reset}).isEmpty());
        CHECK(standingBounces({one, reset, two}).size() == 1);
    }
    SECTION("is let through the gate no more")
    {
        const Consent consent{.id = ConsentId(world.ids.next()),
                              .shareId = world.share,
                              .clientId = world.maria,
                              .workerId = world.worker,
                              .givenAt = world.now,
                              .addresses = {world.email}};
        SendGateContext context{
            .message = world.initial(world.maria, world.email), .consent = consent, .now = world.now};
        CHECK(passSendGate(context).verdict == GateDecision::Verdict::Send);
        context.bounced = u"This email address does not exist."_s;
        CHECK(passSendGate(context).verdict == GateDecision::Verdict::Refuse);
        CHECK(passSendGate(context).reason.contains(context.bounced));
    }
    SECTION("comes last in the dialog, and says why")
    {
        Client client{.id = world.maria};
        client.contactPoints = {
            {ContactPointId(world.ids.next()), world.maria, world.email, {}, true},
            {ContactPointId(world.ids.next()), world.maria, mustHave(EmailAddress::parse(u"new@example.org"))}};
        const auto offered = suggestAddresses(client, Channel::Email, {}, std::nullopt, {one.bounce});
        REQUIRE(offered.size() == 2);
        CHECK(offered[1].bounced);
        CHECK(offered[1].why.startsWith(u"Emails come back since"_s));
    }
}
