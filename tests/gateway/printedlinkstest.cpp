// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/printedlinks.h"
#include "server/auth/signin.h"
#include "server/gateway/gatewayroutes.h"
#include "server/pages/gatewaypagesource.h"
#include "tests/gateway/gatewayworld.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

struct PaperWorld : GatewayWorld
{
    Client client = addClient(u"María"_s);
    SharePlan plan = share(client, 3);
    protocol::PrintedLinkRequest request{client.id, plan.share.referralIds, u"es"_s, true};

    Result<protocol::PrintedLinkAnswer> mint()
    {
        return mintPrintedLink(*db, store.environment, desk, request, gateway->settings());
    }
    Result<LinkPage> open(const QString& link)
    {
        return openLink(*db, store.environment, link.section(u'/', -1).toLatin1(), LinkKind::Resources);
    }
};

} // namespace

TEST_CASE("printed links: open the page of the referrals' resources", "[gateway][links]")
{
    PaperWorld world;
    const auto answer = mustHave(world.mint());
    CHECK(answer.link.startsWith(u"https://h.example/r/"_s));
    CHECK(answer.expiresAt == world.store.clock.now().addDays(90));
    const LinkPage page = mustHave(world.open(answer.link));
    REQUIRE(page.sites.size() == 3);
    CHECK(page.sites[0].serviceName == u"Service 0"_s);
    CHECK(page.sites[2].serviceName == u"Service 2"_s);
    CHECK(page.language == u"es"_s);
    CHECK(page.clientGivenName == u"María"_s);
    CHECK(page.agency.programName == world.store.agency.programName);

    SECTION("nothing is sent and no message comes of it")
    {
        CHECK(world.count(u"SELECT count(*) FROM printed_link"_s) == 1);
        CHECK(world.count(u"SELECT count(*) FROM intent"_s) == 0);
        CHECK(world.count(u"SELECT count(*) FROM link_token"_s) == 0);
    }
    SECTION("the order of the sheet is the order of the page")
    {
        std::reverse(world.request.referralIds.begin(), world.request.referralIds.end());
        CHECK(mustHave(world.open(mustHave(world.mint()).link)).sites[0].serviceName == u"Service 2"_s);
    }
    SECTION("may be shown again without asking, until somebody revokes it")
    {
        GatewayPageSource source(world.databases, world.store.environment);
        const QByteArray token = answer.link.section(u'/', -1).toLatin1();
        const auto keep = mustHave(source.resources(token)).keep;
        REQUIRE(keep);
        CHECK(world.store.news.count(keep->topic) == keep->seen);
        const auto links = mustHave(printedLinksOf(*world.db, world.desk, world.client.id)).links;
        mustHave(revokePrintedLink(*world.db, world.desk, links.first().id));
        CHECK(world.store.news.count(keep->topic) > keep->seen);
        CHECK(source.resources(token).error().code == ErrorCode::NotFound);
    }
    SECTION("without the first name where it isn't wanted")
    {
        world.request.withFirstName = false;
        CHECK(mustHave(world.open(mustHave(world.mint()).link)).clientGivenName.isEmpty());
    }
    SECTION("the database has no token, only its hash")
    {
        const QString token = answer.link.section(u'/', -1);
        auto row = mustHave(world.db->query(u"SELECT token_hash FROM printed_link"_s));
        REQUIRE(row.next());
        CHECK(row.value(0).toString() == linkHash(token.toLatin1()));
    }
    SECTION("is a page of resources only: no question, no unsubscribing")
    {
        const QByteArray token = answer.link.section(u'/', -1).toLatin1();
        CHECK(openLink(*world.db, world.store.environment, token, LinkKind::FollowUp).error() == noSuchLink());
        CHECK(openLink(*world.db, world.store.environment, token, LinkKind::Unsubscribe).error() == noSuchLink());
    }
    SECTION("expires after 90 days")
    {
        world.store.clock.advanceDays(90);
        CHECK(world.open(answer.link).error() == noSuchLink());
    }
    SECTION("is listed for its client: by whom, when, until when")
    {
        world.store.clock.advanceMinutes(5);
        mustHave(world.mint());
        const auto list = mustHave(printedLinksOf(*world.db, world.desk, world.client.id)).links;
        REQUIRE(list.size() == 2);
        CHECK(list[0].madeAt > list[1].madeAt);
        CHECK(list[1].referralIds == world.plan.share.referralIds);
        CHECK(list[1].madeBy == world.worker);
        CHECK(list[1].expiresAt == answer.expiresAt);
        CHECK_FALSE(list[1].revoked);
        CHECK(mustHave(printedLinksOf(*world.db, world.desk, world.addClient(u"Ana"_s).id)).links.isEmpty());
    }
    SECTION("can be revoked, once and for all")
    {
        const QString kept = mustHave(world.mint()).link;
        const QString id = linkHash(answer.link.section(u'/', -1).toLatin1());
        CHECK(mustHave(revokePrintedLink(*world.db, world.desk, id)).revoked);
        CHECK(world.open(answer.link).error() == noSuchLink());
        CHECK(mustHave(revokePrintedLink(*world.db, world.desk, id)).revoked);
        CHECK(world.open(kept).ok());
    }
    SECTION("is revoked by nobody of another agency")
    {
        server::Session stranger = world.desk;
        stranger.agencyId = AgencyId(world.store.ids.next());
        const QString id = linkHash(answer.link.section(u'/', -1).toLatin1());
        CHECK(revokePrintedLink(*world.db, stranger, id).error().code == ErrorCode::NotFound);
        CHECK(mustHave(printedLinksOf(*world.db, stranger, world.client.id)).links.isEmpty());
        CHECK(world.open(answer.link).ok());
    }
    SECTION("is listed with the client that its client was merged into, who can get one for both's referrals")
    {
        const Client kept = world.addClient(u"Maria"_s);
        world.store.write(*world.db, {{u"client"_s, world.client.id.uuid(), {{u"merged_into"_s, kept.id.toString()}}}});
        CHECK(mustHave(printedLinksOf(*world.db, world.desk, kept.id)).links.size() == 1);
        world.request.clientId = kept.id;
        CHECK(world.mint().ok());
    }
}

TEST_CASE("printed links: only for referrals of that client", "[gateway][links]")
{
    PaperWorld world;
    SECTION("another client's referral")
    {
        const Client other = world.addClient(u"Ana"_s);
        world.request.referralIds.append(world.share(other, 1).share.referralIds.first());
    }
    SECTION("one that has not arrived yet")
    {
        world.request.referralIds.append(ReferralId(world.store.ids.next()));
    }
    SECTION("another agency's desk")
    {
        world.desk.agencyId = AgencyId(world.store.ids.next());
    }
    const auto answer = world.mint();
    REQUIRE_FALSE(answer.ok());
    CHECK(answer.error().code == ErrorCode::NotFound);
    CHECK(world.count(u"SELECT count(*) FROM printed_link"_s) == 0);
}

TEST_CASE("printed links: by their route, for signed-in desks alone", "[gateway][links][routes]")
{
    PaperWorld world;
    Router router;
    registerGatewayRoutes(router, world.databases, *world.gateway, world.store.environment);
    const User user{.id = world.worker, .displayName = u"Dana"_s, .email = u"dana@harbor.example"_s};
    mustWork(addUser(*world.db, world.store.agency.id, user, u"correct horse"_s, world.store.environment));
    const QByteArray token = mustHave(signIn(*world.db,
                                             {.email = user.email,
                                              .password = u"correct horse"_s,
                                              .deviceId = world.store.ids.next(),
                                              .deviceName = u"Desk"_s},
                                             world.store.environment, {}))
                                 .signedIn->token;
    Request request{.method = "POST", .path = "/v1/printed-links"};
    request.body = QJsonDocument(protocol::toJson(world.request)).toJson();
    CHECK(router.route(request).status == 401);
    request.headers.emplaceBack("Authorization", "Bearer " + token);
    const Response answer = router.route(request);
    REQUIRE(answer.status == 200);
    const auto read = mustHave(protocol::readPrintedLinkAnswer(mustHave(protocol::parseObject(answer.body))));
    CHECK(mustHave(world.open(read.link)).sites.size() == 3);
    Request list{.method = "GET", .path = "/v1/printed-links"};
    list.query = {{"client", world.client.id.toString().toLatin1()}};
    CHECK(router.route(list).status == 401);
    list.headers = request.headers;
    const auto links =
        mustHave(protocol::readPrintedLinkList(mustHave(protocol::parseObject(router.route(list).body))));
    REQUIRE(links.links.size() == 1);
    Request revoke{.method = "POST", .path = "/v1/printed-links/" + links.links[0].id.toLatin1() + "/revoke"};
    revoke.body = "{}";
    CHECK(router.route(revoke).status == 401);
    revoke.headers = request.headers;
    CHECK(router.route(revoke).status == 200);
    CHECK(world.open(read.link).error() == noSuchLink());
    list.query = {{"client", "nobody"}};
    CHECK(router.route(list).status == 400);
    revoke.path = "/v1/printed-links/unknown/revoke";
    CHECK(router.route(revoke).status == 404);
    request.body = R"({"client_id": "nonsense", "referral_ids": []})";
    CHECK(router.route(request).status == 400);
}
