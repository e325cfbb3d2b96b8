// SPDX-License-Identifier: GPL-3.0-or-later
// What the server does for each request, on SQLite, without the network.
#include "benchmarks/madeup.h"
#include "core/protocol/wire.h"
#include "server/pages/gatewaypagesource.h"
#include "server/pages/pages.h"
#include "server/routes/routes.h"
#include "tests/counts/counted.h"
#include "tests/gateway/gatewayworld.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The server's routes, asked as the HTTP front asks them.
struct CountedServer
{
    TestServerStore store;
    Databases databases{store.settings, store.news};
    RouteContext context{databases, store.environment};
    Router router;
    QByteArray token;
    bench::MadeUpAgency agency;
    QUuid device = store.ids.next();

    CountedServer()
    {
        registerAccountRoutes(router, context);
        registerSyncRoutes(router, context);
        auto db = store.open();
        const User user{.id = UserId(store.ids.next()),
                        .displayName = u"Maria"_s,
                        .email = u"maria@harbor.example"_s,
                        .role = Role::Administrator};
        mustWork(addUser(*db, store.agency.id, user, u"correct horse"_s, store.environment));
        const auto answer = ask("POST", "/v1/sign-in",
                                QJsonDocument(protocol::toJson(protocol::SignInRequest{
                                                  user.email, u"correct horse"_s, device, u"desk"_s}))
                                    .toJson());
        token = mustHave(protocol::readSignInAnswer(QJsonDocument::fromJson(answer.body).object())).token;
        agency.beginning(20);
    }
    Response ask(const QByteArray& method, const QByteArray& path, const QByteArray& body = {})
    {
        Request request{.method = method, .path = path, .body = body};
        if (const auto mark = path.indexOf('?'); mark > 0) {
            request.path = path.left(mark);
            request.query = parseForm(path.mid(mark + 1));
        }
        request.headers = {{"Handrail-Protocol", "2"}, {"Authorization", "Bearer " + token}};
        Response response = router.route(request);
        INFO(response.body.toStdString());
        REQUIRE(response.status == 200);
        return response;
    }
    /// The body of a push of about `count` changes by this device.
    QByteArray pushBody(int count)
    {
        QJsonArray changes;
        for (Change change : agency.clients(count / 5)) {
            if (change.entity != u"client"_s && change.entity != u"contact_point"_s)
                continue;
            change.stamp.device = device;
            changes.append(protocol::toJson(change));
        }
        return QJsonDocument(QJsonObject{{u"changes"_s, changes}}).toJson(QJsonDocument::Compact);
    }
};

} // namespace

TEST_CASE("counts: the server's sync", "[counts]")
{
    CountedServer server;
    QList<QByteArray> bodies = {server.pushBody(150), server.pushBody(150)};
    counted("server-push-90", [&] {
        const auto answer = server.ask("POST", "/v1/changes", bodies.takeFirst());
        REQUIRE_FALSE(answer.body.contains("refused"));
    });
    counted("server-pull-page", [&] { server.ask("GET", "/v1/changes?since=0&limit=150"); });
    counted("server-snapshot-page", [&] { server.ask("GET", "/v1/snapshot"); });
    const QByteArray pulled = server.ask("GET", "/v1/changes?since=0&limit=150").body;
    counted("read-pulled-page", [&] {
        mustHave(protocol::readPullAnswer(QJsonDocument::fromJson(pulled).object()));
    });
}

TEST_CASE("counts: the gateway and the clients' pages", "[counts]")
{
    GatewayWorld world;
    const Client client = world.addClient(u"Maria"_s);
    QByteArray token;
    counted("gateway-claim-and-send", [&] {
        world.share(client, 1);
        for (const auto& lease : world.claim()) {
            token = lease.link.section(u'/', -1).toLatin1();
            world.send(lease);
        }
    });
    REQUIRE(token.size() == 22);
    Router router;
    GatewayPageSource source(world.databases, world.store.environment);
    registerPages(router, source);
    counted("page-of-resources", [&] {
        REQUIRE(router.route({.method = "GET", .path = "/r/" + token}).status == 200);
    });
}
