// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/links.h"
#include "tests/gateway/gatewayworld.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The links as the pages use them.
struct Links
{
    Result<LinkPage> resources(const QByteArray& token) { return open(token, LinkKind::Resources); }
    Result<LinkPage> question(const QByteArray& token) { return open(token, LinkKind::FollowUp); }
    Result<LinkPage> unsubscribing(const QByteArray& token) { return open(token, LinkKind::Unsubscribe); }
    Result<LinkPage> answer(const QByteArray& token, Answer answer)
    {
        const auto recorded = recordAnswer(*world.db, world.store.environment, token, answer);
        return recorded ? question(token) : recorded.error();
    }
    Result<LinkPage> stopMail(const QByteArray& token, OptOut::Source source)
    {
        const auto stopped = unsubscribe(*world.db, world.store.environment, token, source);
        return stopped ? unsubscribing(token) : stopped.error();
    }
    Result<LinkPage> open(const QByteArray& token, LinkKind kind)
    {
        return openLink(*world.db, world.store.environment, token, kind);
    }

    GatewayWorld& world;
};

QByteArray tokenOf(const QString& link)
{
    return link.section(u'/', -1).toLatin1();
}

} // namespace

TEST_CASE("links: the page of an initial message", "[gateway][links]")
{
    GatewayWorld world;
    const SharePlan plan = world.share(world.addClient(u"Maria"_s), 3);
    const auto token = tokenOf(world.claimOne().link);
    Links pages{world};
    SECTION("shows the share's sites in basket order, and no more of the client than a first name")
    {
        const auto page = mustHave(pages.resources(token));
        REQUIRE(page.sites.size() == 3);
        CHECK(page.sites[0].serviceName == u"Service 0"_s);
        CHECK(page.sites[2].serviceName == u"Service 2"_s);
        CHECK(page.clientGivenName == u"Maria"_s);
        CHECK(page.agency.programName == u"Harbor House"_s);
    }
    SECTION("is unknown, expired, revoked, malformed or of another kind with one error")
    {
        const Error unknown = pages.resources(QByteArray(22, 'A')).error();
        CHECK(unknown.code == ErrorCode::NotFound);
        CHECK(pages.resources("").error() == unknown);
        CHECK(pages.resources(QByteArray(10'000, 'A')).error() == unknown);
        CHECK(pages.question(token).error() == unknown);
        CHECK(pages.unsubscribing(token).error() == unknown);
        CHECK(pages.answer(token, Answer::Yes).error() == unknown);
        world.store.clock.advanceDays(91);
        CHECK(pages.resources(token).error() == unknown);
        world.store.clock.advanceDays(-2);
        CHECK(pages.resources(token).ok());
        mustHave(world.db->query(u"UPDATE link_token SET revoked = 1"_s));
        CHECK(pages.resources(token).error() == unknown);
    }
    SECTION("has a token that the database doesn't")
    {
        CHECK(world.count(u"SELECT COUNT(*) FROM link_token WHERE token_hash = '%1'"_s.arg(linkHash(token))) == 1);
        CHECK(world.count(
                  u"SELECT COUNT(*) FROM link_token WHERE token_hash = '%1'"_s.arg(QString::fromLatin1(token))) == 0);
    }
}

TEST_CASE("links: an answer", "[gateway][links]")
{
    GatewayWorld world;
    const SharePlan plan = world.share(world.addClient(u"Maria"_s), 2, true);
    world.sendAll();
    world.store.clock.advanceDays(7);
    const auto leases = world.claim();
    REQUIRE(leases.size() == 2); // by text and by email, about the first referral
    const bool textFirst = leases.first().unsubscribeLink.isEmpty();
    const auto lease = leases.at(textFirst ? 0 : 1);
    const ReferralId referral = plan.share.referralIds.first();
    const QByteArray token = tokenOf(lease.link);
    Links pages{world};
    SECTION("is not given by looking")
    {
        CHECK(mustHave(pages.question(token)).sites.first().serviceName == u"Service 0"_s);
        CHECK_FALSE(mustHave(pages.question(token)).answer.has_value());
        CHECK(world.replies().isEmpty());
    }
    SECTION("yes completes the referral, and cancels its other follow-up")
    {
        CHECK(mustHave(pages.answer(token, Answer::Yes)).answer == Answer::Yes);
        CHECK(world.statusOf(referral) == ReferralStatus::ServiceCompleted);
        CHECK(world.stateOf(GatewayWorld::pick(plan, MessageKind::FollowUp, Channel::Email)) == MessageState::Canceled);
        CHECK(world.stateOf(GatewayWorld::pick(plan, MessageKind::FollowUp, Channel::Text, 1)) ==
              MessageState::Waiting);
        const auto answers = world.activities(u"kind = 'answered'"_s);
        REQUIRE(answers.size() == 1);
        CHECK(answers.first().via == ReplyVia::Link);
        CHECK(answers.first().byClient);
    }
    SECTION("given twice is kept once")
    {
        mustHave(pages.answer(token, Answer::No));
        mustHave(pages.answer(token, Answer::No));
        CHECK(world.replies().size() == 1);
    }
    SECTION("may be changed: each is kept, the latest decides")
    {
        mustHave(pages.answer(token, Answer::Yes));
        world.store.clock.advanceMinutes(1);
        CHECK(mustHave(pages.answer(token, Answer::NoLongerInterested)).answer == Answer::NoLongerInterested);
        CHECK(world.statusOf(referral) == ReferralStatus::Canceled);
        CHECK(world.replies().size() == 2);
    }
    SECTION("counts again where a worker has reopened the referral")
    {
        mustHave(pages.answer(token, Answer::Yes));
        world.setStatus(referral, ReferralStatus::InReview);
        world.store.clock.advanceMinutes(1);
        mustHave(pages.answer(token, Answer::Yes));
        CHECK(world.statusOf(referral) == ReferralStatus::ServiceCompleted);
    }
    SECTION("closes the question for texts, too")
    {
        world.send(lease);
        mustHave(pages.answer(token, Answer::No));
        world.store.clock.advanceMinutes(1);
        world.receive(u"Yes"_s);
        world.poll();
        CHECK(world.statusOf(referral) == ReferralStatus::Unstarted);
        CHECK(world.replies().size() == 2);
    }
}

TEST_CASE("links: unsubscribing", "[gateway][links]")
{
    GatewayWorld world;
    const Client client = world.addClient(u"Maria"_s);
    const SharePlan plan = world.share(client, 2, true);
    world.sendAll();
    REQUIRE(world.mail.asked.size() == 1);
    const QByteArray token = tokenOf(world.mail.asked.first().unsubscribeUrl);
    Links pages{world};
    SECTION("is not done by looking")
    {
        CHECK_FALSE(mustHave(pages.unsubscribing(token)).optedOut);
    }
    SECTION("stops all email to the address, however it is written, and no text")
    {
        CHECK(mustHave(pages.stopMail(token, OptOut::Source::EmailOneClick)).optedOut);
        CHECK(world.stateOf(GatewayWorld::pick(plan, MessageKind::FollowUp, Channel::Email)) == MessageState::Canceled);
        CHECK(world.stateOf(GatewayWorld::pick(plan, MessageKind::FollowUp, Channel::Text)) == MessageState::Waiting);
        world.email = *EmailAddress::parse(u"MARIA@client.example");
        world.share(client, 1, true);
        CHECK(world.sendAll() == 1);
        CHECK(world.mail.asked.size() == 1);
    }
    SECTION("twice is fine and kept once")
    {
        mustHave(pages.stopMail(token, OptOut::Source::EmailLink));
        mustHave(pages.stopMail(token, OptOut::Source::EmailLink));
        CHECK(world.count(u"SELECT COUNT(*) FROM opt_out"_s) == 1);
    }
    SECTION("is for good: a later entry that opts in changes nothing")
    {
        mustHave(pages.stopMail(token, OptOut::Source::EmailLink));
        world.store.clock.advanceDays(1);
        world.optOut(world.email, false);
        world.share(client, 1, true);
        world.sendAll();
        CHECK(world.mail.asked.size() == 1);
    }
}
