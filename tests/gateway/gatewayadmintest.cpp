// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/gatewayadmin.h"
#include "server/auth/signin.h"
#include "tests/gateway/gatewayworld.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

struct AdminWorld : GatewayWorld
{
    GatewayAdmin admin{databases, {&texts, &mail}, {u"api.example"_s, u"smtp.example"_s}, store.environment};
    Session boss{store.agency.id, UserId(store.ids.next()), DeviceId(store.ids.next()), Role::Administrator};

    Result<protocol::TestMessageAnswer> test(Channel channel, const QString& address)
    {
        return admin.sendTest(boss, {channel, address});
    }
};

} // namespace

TEST_CASE("gateway: a test message", "[gateway][admin]")
{
    AdminWorld world;

    SECTION("is one fixed text to the number that was typed")
    {
        const auto answer = mustHave(world.test(Channel::Text, u"+19375550142"_s));
        CHECK(answer.taken);
        REQUIRE(world.texts.asked.size() == 1);
        CHECK(world.texts.asked.first().to == u"+19375550142"_s);
        CHECK(world.texts.asked.first().from == world.store.agency.sendingNumber);
        CHECK(world.texts.asked.first().body ==
              u"Harbor House: This is a test message. If you can read it, sending works. Nothing to do."_s);
    }
    SECTION("or one mail")
    {
        CHECK(mustHave(world.test(Channel::Email, u"boss@harbor.example"_s)).taken);
        REQUIRE(world.mail.asked.size() == 1);
        CHECK(world.mail.asked.first().toAddress == u"boss@harbor.example"_s);
        CHECK(world.mail.asked.first().fromAddress == u"help@harbor.example"_s);
        CHECK(world.mail.asked.first().messageId.endsWith(u"@harbor.example"_s));
    }
    SECTION("comes back with the carrier's verdict in words")
    {
        world.texts.willAnswer({.kind = SendOutcome::Kind::Refused, .reason = u"The number can’t get texts."_s});
        world.texts.willAnswer({.kind = SendOutcome::Kind::TryLater});
        world.texts.willAnswer({.kind = SendOutcome::Kind::Unknown});
        const QStringList said = {u"The carrier refused the test message: The number can’t get texts."_s,
                                  u"The carrier does not take messages at the moment. Messages wait and go out by "
                                  "themselves; try the test again later."_s,
                                  u"The carrier did not answer in time, so the test message may or may not arrive."_s};
        for (const QString& sentence : said) {
            const auto answer = mustHave(world.test(Channel::Text, u"+19375550142"_s));
            CHECK_FALSE(answer.taken);
            CHECK(answer.sentence == sentence);
        }
    }
    SECTION("never goes to an address that opted out")
    {
        const OptOut out{.id = OptOutId(world.store.ids.next()),
                         .address = *PhoneNumber::fromE164(u"+19375550142"_s),
                         .at = world.store.clock.now()};
        world.store.write(*world.db, {records::editOf("opt_out", out.id.uuid(), out)});
        const auto refused = world.test(Channel::Text, u"+19375550142"_s);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == ErrorCode::NotAllowed);
        CHECK(refused.error().sentence.contains(u"opted out"_s));
        CHECK(world.texts.asked.isEmpty());
    }
    SECTION("nor to a client, who has not consented to it")
    {
        world.addClient(u"Maria"_s);
        CHECK(world.test(Channel::Text, world.phone.e164()).error().code == ErrorCode::NotAllowed);
        CHECK(world.texts.asked.isEmpty());
    }
    SECTION("is refused for what is no address, and for everybody but an administrator")
    {
        CHECK(world.test(Channel::Text, u"937 555 0142"_s).error().code == ErrorCode::InvalidInput);
        CHECK(world.test(Channel::Email, u"boss"_s).error().code == ErrorCode::InvalidInput);
        for (const Role role : {Role::Worker, Role::Supervisor, Role::Agent}) {
            world.boss.role = role;
            CHECK(world.test(Channel::Text, u"+19375550142"_s).error().code == ErrorCode::NotAllowed);
        }
        CHECK(world.texts.asked.isEmpty());
    }
    SECTION("says so where there is no carrier")
    {
        GatewayAdmin bare(world.databases, {}, {}, world.store.environment);
        const auto answer = mustHave(bare.sendTest(world.boss, {Channel::Text, u"+19375550142"_s}));
        CHECK_FALSE(answer.taken);
        CHECK(answer.sentence.startsWith(u"The server has no carrier for texts."_s));
    }
}

TEST_CASE("gateway: how sending stands", "[gateway][admin]")
{
    AdminWorld world;
    world.share(world.addClient(u"Maria"_s), 1, true);
    const auto before = mustHave(world.admin.report(world.boss));
    CHECK(before.texts.joined);
    CHECK(before.texts.name == u"api.example"_s);
    CHECK(before.texts.from == u"+19375550100"_s);
    CHECK(before.texts.waiting == 1);
    CHECK(before.mail.waiting == 1);
    CHECK(before.texts.lastSentAt.isNull());

    for (const protocol::Lease& lease : world.claim())
        mustHave(world.trySend(lease));
    const auto after = mustHave(world.admin.report(world.boss));
    CHECK(after.texts.waiting == 0);
    CHECK(after.texts.sentToday == 1);
    CHECK(after.texts.lastSentAt == world.store.clock.now());
    CHECK(after.texts.failedToday == 0);

    world.store.clock.advanceDays(2);
    CHECK(mustHave(world.admin.report(world.boss)).texts.sentToday == 0);
    CHECK(world.admin.report(world.desk).error().code == ErrorCode::NotAllowed);
}

TEST_CASE("gateway admin routes: a signed-in administrator's, five tests in ten minutes", "[gateway][admin]")
{
    AdminWorld world;
    Router router;
    registerGatewayAdminRoutes(router, world.databases, world.admin, world.store.environment);
    const User user{.id = UserId(world.store.ids.next()),
                    .displayName = u"Boss"_s,
                    .email = u"boss@harbor.example"_s,
                    .role = Role::Administrator};
    mustWork(addUser(*world.db, world.store.agency.id, user, u"correct horse"_s, world.store.environment));
    const auto token = mustHave(signIn(*world.db, {user.email, u"correct horse"_s, world.store.ids.next(), u"desk"_s},
                                       world.store.environment, {}))
                           .signedIn->token;
    const auto ask = [&](const QByteArray& method, const QByteArray& path, const QByteArray& body) {
        return router.route(
            {.method = method, .path = path, .headers = {{"Authorization", "Bearer " + token}}, .body = body});
    };
    const QByteArray body = R"({"channel": "text", "address": "+19375550142"})";

    const Response report = ask("GET", "/v1/gateway", {});
    CHECK(report.status == 200);
    CHECK(mustHave(protocol::readGatewayReport(mustHave(protocol::parseObject(report.body)))).texts.joined);
    CHECK(router.route({.method = "GET", .path = "/v1/gateway"}).status == 401);
    CHECK(ask("POST", "/v1/gateway/test", R"({"channel": "fax", "address": "1"})").status == 400);
    for (int i = 0; i < 5; ++i)
        CHECK(ask("POST", "/v1/gateway/test", body).status == 200);
    CHECK(ask("POST", "/v1/gateway/test", body).status == 429);
    CHECK(world.texts.asked.size() == 5);
    world.store.clock.advanceMinutes(11);
    CHECK(ask("POST", "/v1/gateway/test", body).status == 200);
}
