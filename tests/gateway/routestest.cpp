// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/signin.h"
#include "server/gateway/gatewayroutes.h"
#include "server/gateway/gatewayworker.h"
#include "tests/gateway/gatewayworld.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A world with a router, and a device of a headless agent that has signed in.
struct RoutedWorld : GatewayWorld
{
    RoutedWorld()
    {
        registerGatewayRoutes(router, databases, *gateway, store.environment);
        const User user{.id = UserId(store.ids.next()),
                        .displayName = u"Sender"_s,
                        .email = u"sender@harbor.example"_s,
                        .role = Role::Agent};
        mustWork(addUser(*db, store.agency.id, user, u"correct horse"_s, store.environment));
        token = mustHave(signIn(*db,
                                {.email = user.email,
                                 .password = u"correct horse"_s,
                                 .deviceId = store.ids.next(),
                                 .deviceName = u"Host"_s},
                                store.environment, {}))
                    .signedIn->token;
    }
    Response post(const QByteArray& path, const QJsonObject& body)
    {
        Request request{.method = "POST", .path = path, .body = QJsonDocument(body).toJson()};
        if (!token.isEmpty())
            request.headers.emplaceBack("Authorization", "Bearer " + token);
        return router.route(request);
    }

    Router router;
    QByteArray token;
};

} // namespace

TEST_CASE("gateway routes: an agent's round", "[gateway][routes]")
{
    RoutedWorld world;
    world.share(world.addClient(u"Maria"_s), 1);
    SECTION("claims and sends")
    {
        const Response claimed = world.post("/v1/messages/claim", {{u"limit"_s, 5}});
        REQUIRE(claimed.status == 200);
        const auto leases = mustHave(protocol::readClaimAnswer(mustHave(protocol::parseObject(claimed.body)))).leases;
        REQUIRE(leases.size() == 1);
        const QByteArray path = "/v1/messages/" + leases.first().messageId.toString().toLatin1();
        const Response sent = world.post(path + "/send", protocol::toJson(GatewayWorld::written(leases.first())));
        REQUIRE(sent.status == 200);
        CHECK(mustHave(protocol::readSendAnswer(mustHave(protocol::parseObject(sent.body)))).state ==
              MessageState::Sent);
        const Response decided =
            world.post(path + "/decision", protocol::toJson(protocol::DecisionRequest{.note = u"x"_s}));
        CHECK(decided.status == 403);
    }
    SECTION("is nobody's who isn't signed in")
    {
        world.token = GENERATE("", "AAAA");
        CHECK(world.post("/v1/messages/claim", {}).status == 401);
    }
    SECTION("gets a clear refusal for what can't be right")
    {
        CHECK(world.post("/v1/messages/nonsense/send", {}).status == 404);
        const QByteArray path = "/v1/messages/" + world.store.ids.next().toString(QUuid::WithoutBraces).toLatin1();
        CHECK(world.post(path + "/send", {{u"fence"_s, u"x"_s}}).status == 400);
        CHECK(world.post(path + "/send", protocol::toJson(protocol::SendRequest{.fence = 1, .body = u"x"_s})).status ==
              404);
    }
}

TEST_CASE("gateway worker: its thread", "[gateway][worker]")
{
    GatewayWorld world;
    world.addClient(u"Maria"_s);
    SECTION("polls when it is woken, and ends at once")
    {
        GatewayWorker worker(*world.gateway, std::chrono::hours(24), std::chrono::hours(24));
        REQUIRE(worker.waitForRound(std::chrono::seconds(10)));
        world.receive(u"Hello"_s);
        REQUIRE(worker.waitForRound(std::chrono::seconds(10)));
        CHECK(world.replies().size() == 1);
    }
}
