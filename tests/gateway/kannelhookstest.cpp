// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/kannelhooks.h"
#include "tests/gateway/gatewayworld.h"
#include "tests/support/simplephones.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray secret = "a-secret-of-24-letters_0";

/// A carrier as Kannel is: it takes texts, has no list and answers no keywords. The first follow-up was texted.
struct KannelWorld : GatewayWorld
{
    KannelWorld()
    {
        texts.keywords = false;
        texts.lists = false;
        registerKannelHooks(router, *gateway, phones, {.secret = QString::fromLatin1(secret)});
        plan = std::make_unique<SharePlan>(share(addClient(u"Maria"_s), 3));
        REQUIRE(sendAll() == 1);
        store.clock.advanceDays(7);
        REQUIRE(sendAll() == 1);
        asked = texts.asked.last();
        asked.tryId = followUp().carrierId; // This carrier gives ids of its own; Kannel takes ours.
        texts.asked.clear();
    }
    Message followUp() { return message(pick(*plan, MessageKind::FollowUp, Channel::Text).id); }
    using Query = QList<std::pair<QByteArray, QByteArray>>;
    int get(const QByteArray& what, const Query& query, const QByteArray& with = secret)
    {
        return router.route({.method = "GET", .path = "/hooks/kannel/" + with + '/' + what, .query = query}).status;
    }
    int inbound(const QByteArray& text, const QByteArray& id = "k1", const QByteArray& from = "+19375550101")
    {
        Query query{{"from", from}, {"to", store.agency.sendingNumber.toLatin1()}, {"text", text}};
        if (!id.isEmpty())
            query.emplaceBack("id", id);
        return get("inbound", query);
    }
    int report(const QByteArray& status, const QByteArray& answer = {})
    {
        return get("report", {{"id", asked.reference.toLatin1()},
                              {"try", asked.tryId.toLatin1()},
                              {"status", status},
                              {"answer", answer}});
    }
    int optOuts() { return count(u"SELECT COUNT(*) FROM opt_out WHERE opted_out = 1"_s); }

    Router router;
    SimplePhones phones;
    std::unique_ptr<SharePlan> plan;
    OutgoingText asked;
};

} // namespace

TEST_CASE("kannel hooks: who may call", "[gateway][kannel]")
{
    KannelWorld world;
    SECTION("only who knows the secret: for all others there is no such path")
    {
        const KannelWorld::Query stop{
            {"from", "+19375550101"}, {"to", world.store.agency.sendingNumber.toLatin1()}, {"text", "STOP"}};
        for (const QByteArray& wrong : {QByteArray("a-secret-of-24-letters_1"), QByteArray("x"), secret + "0"}) {
            CHECK(world.get("inbound", stop, wrong) == 404);
            CHECK(world.get("report", {{"id", "x"}, {"status", "1"}}, wrong) == 404);
        }
        CHECK(world.optOuts() == 0);
    }
    SECTION("by POST as well as by GET")
    {
        const Request post{.method = "POST",
                           .path = "/hooks/kannel/" + secret + "/inbound",
                           .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                           .body = "from=%2B19375550101&to=" +
                                   QUrl::toPercentEncoding(world.store.agency.sendingNumber) + "&text=STOP&id=k1"};
        CHECK(world.router.route(post).status == 200);
        CHECK(world.optOuts() == 1);
    }
}

TEST_CASE("kannel hooks: an inbound text", "[gateway][kannel]")
{
    KannelWorld world;
    SECTION("answers the open question, once, however often Kannel brings it")
    {
        CHECK(world.inbound("YES") == 200);
        CHECK(world.inbound("YES") == 200);
        REQUIRE(world.replies().size() == 1);
        CHECK(world.replies().first().answer == Answer::Yes);
    }
    SECTION("STOP stops at once, is confirmed once, and a second one is not")
    {
        CHECK(world.inbound("STOP", "k1") == 200);
        CHECK(world.optOuts() == 1);
        CHECK(world.count(u"SELECT COUNT(*) FROM message WHERE state = 'canceled'"_s) == 2);
        REQUIRE(world.texts.asked.size() == 1);
        CHECK(world.texts.asked.first().to == u"+19375550101"_s);
        CHECK(world.inbound("STOP", "k1") == 200);
        CHECK(world.inbound("STOP", "k2") == 200);
        CHECK(world.texts.asked.size() == 1);
    }
    SECTION("without an id counts once within a minute, and anew after it: a client may say yes every week")
    {
        CHECK(world.inbound("hello", {}) == 200);
        world.store.clock.advanceSeconds(20);
        CHECK(world.inbound("hello", {}) == 200);
        CHECK(world.replies().size() == 1);
        CHECK(world.inbound("hello?", {}) == 200);
        CHECK(world.inbound("hello", {}, "+19375550102") == 200);
        CHECK(world.replies().size() == 3);
        world.store.clock.advanceSeconds(90);
        CHECK(world.inbound("hello", {}) == 200);
        CHECK(world.replies().size() == 4);
    }
    SECTION("from a number as some SMS centers write it is the client's")
    {
        CHECK(world.inbound("STOP", "k1", "9375550101") == 200);
        CHECK(world.count(u"SELECT COUNT(*) FROM opt_out WHERE address = '+19375550101'"_s) == 1);
    }
    SECTION("from a short code or a sender with letters is kept and not answered")
    {
        CHECK(world.inbound("HELP", "k1", "72345") == 200);
        CHECK(world.inbound("HELP", "k2", "INFO-BANK") == 200);
        CHECK(world.replies().size() == 2);
        CHECK(world.texts.asked.isEmpty());
    }
    SECTION("to a number that nobody here has yet is asked for again; one that lacks its sender is not")
    {
        CHECK(world.get("inbound", {{"from", "+19375550101"}, {"to", "+19379999999"}, {"text", "1"}}) == 503);
        CHECK(world.get("inbound", {{"text", "1"}}) == 200);
        CHECK(world.replies().isEmpty());
    }
}

TEST_CASE("kannel hooks: a delivery report", "[gateway][kannel]")
{
    KannelWorld world;
    SECTION("brings the text to its end, and never back: reports come in any order and more than once")
    {
        CHECK(world.report("8", "ACK/") == 200);
        CHECK(world.followUp().state == MessageState::Sent);
        CHECK(world.report("1") == 200);
        CHECK(world.followUp().state == MessageState::Delivered);
        for (const char* late : {"8", "4", "2", "16", "1"})
            CHECK(world.report(late) == 200);
        CHECK(world.followUp().state == MessageState::Delivered);
        CHECK(world.events(MessageState::Delivered).size() == 1);
    }
    SECTION("of failure says so in words")
    {
        CHECK(world.report("2") == 200);
        CHECK(world.followUp().state == MessageState::Refused);
        CHECK(world.followUp().reason.contains(u"could not deliver"_s));
    }
    SECTION("of a kind that nobody knows changes nothing and is taken")
    {
        for (const char* unknown : {"32", "0", "5"})
            CHECK(world.report(unknown) == 200);
        CHECK(world.followUp().state == MessageState::Sent);
    }
    SECTION("of nobody's text is taken, so that it does not come again")
    {
        CHECK(world.get("report", {{"id", "nonsense"}, {"status", "1"}}) == 200);
        CHECK(world.get("report", {{"id", "x"}}) == 200);
    }
    SECTION("that Kannel let it go when the contact hours ended lets it wait for the next ones, and go once more")
    {
        CHECK(world.report("16", "NACK/validity expired") == 200);
        CHECK(world.followUp().state == MessageState::Waiting);
        world.store.clock.advanceDays(1);
        REQUIRE(world.sendAll() == 1);
        CHECK(world.followUp().state == MessageState::Sent);
        // Kannel was not answered in time and tells it again: that was about the first try.
        CHECK(world.report("16", "NACK/validity expired") == 200);
        CHECK(world.followUp().state == MessageState::Sent);
    }
}

TEST_CASE("kannel hooks: a text that may be on its way", "[gateway][kannel]")
{
    KannelWorld world;
    const auto plan = world.share(world.addClient(u"Luis"_s), 1);
    world.texts.willAnswer({.kind = SendOutcome::Kind::Unknown});
    const protocol::Lease lease = world.claimOne();
    REQUIRE(world.send(lease) == MessageState::Unknown);
    world.asked = world.texts.asked.last();
    world.asked.tryId.clear();
    const auto state = [&] { return world.message(lease.messageId).state; };

    SECTION("is settled by its report, and never sent again")
    {
        CHECK(world.report("8", "ACK/") == 200);
        CHECK(state() == MessageState::Sent);
        CHECK(world.claim().isEmpty());
    }
    SECTION("is held after ten minutes without one, and even then its report counts")
    {
        world.store.clock.advanceMinutes(5);
        CHECK(world.reconcile() == 0);
        CHECK(state() == MessageState::Unknown);
        world.store.clock.advanceMinutes(6);
        CHECK(world.reconcile() == 1);
        CHECK(state() == MessageState::Held);
        CHECK(world.texts.lookUps == 0);
        CHECK(world.report("1") == 200);
        CHECK(state() == MessageState::Delivered);
    }
}
