// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/wirefeeds.h"
#include "core/protocol/wirepeople.h"
#include "server/audit/auditreader.h"
#include "tests/server/testserver.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A server with one of each role, an administrator signed in, and a client.
struct Office
{
    TestServer server;
    User ana = server.addUser(u"ana@example.org"_s, Role::Administrator);
    User ben = server.addUser(u"ben@example.org"_s);
    QUuid device = server.store.ids.next();
    QByteArray admin = server.signIn(u"ana@example.org"_s, device);
    ClientId client{server.store.ids.next()};
    QByteArray people = "/v1/admin/people";

    Office()
    {
        auto db = server.store.open();
        const Client maria{.id = client, .givenName = u"Mariaquita"_s, .timeZone = u"UTC"_s};
        server.store.write(*db, {records::editOf("client", client.uuid(), maria)});
    }
    QByteArray pathOf(const User& user, const QByteArray& more = {}) const
    {
        return people + "/" + user.id.toString().toLatin1() + more;
    }
    QByteArray clientPath(const QByteArray& deed) const
    {
        return "/v1/admin/clients/" + client.toString().toLatin1() + "/" + deed;
    }
    TestAnswer get(const QByteArray& path) { return server.send("GET", path, admin); }
    TestAnswer post(const QByteArray& path, const QJsonObject& body = {}) { return server.post(path, admin, body); }
};

} // namespace

TEST_CASE("admin routes: people are listed, added, changed, disabled, and get new passwords", "[server][admin]")
{
    Office office;
    auto people = mustHave(protocol::readPeopleAnswer(office.get(office.people).json())).people;
    REQUIRE(people.size() == 2);
    CHECK(people.first().user.email == u"ana@example.org"_s);
    CHECK(people.first().devices == 1);

    const auto added = mustHave(protocol::readPersonAnswer(
        office.post(office.people, {{u"display_name"_s, u"Cora"_s}, {u"email"_s, u"Cora@example.org"_s}}).json()));
    CHECK(added.user.role == Role::Worker);
    CHECK(added.password.size() == 20);
    CHECK(office.server.signInAnswer(u"cora@example.org"_s, added.password, office.server.store.ids.next()).status == 200);

    const auto changed = mustHave(protocol::readPersonAnswer(
        office.post(office.pathOf(office.ben), {{u"role"_s, u"supervisor"_s}, {u"display_name"_s, u"Ben Ash"_s}}).json()));
    CHECK(changed.user.role == Role::Supervisor);
    CHECK(changed.password.isEmpty());

    const QByteArray token = office.server.signIn(u"ben@example.org"_s, office.server.store.ids.next());
    CHECK(office.post(office.pathOf(office.ben), {{u"disabled"_s, true}}).status == 200);
    CHECK(office.server.send("GET", "/v1/changes", token).status == 401);
    CHECK(office.post(office.pathOf(office.ben), {{u"disabled"_s, false}}).status == 200);
    CHECK(office.server.send("GET", "/v1/changes", token).status == 401); // they sign in anew

    const auto reset = mustHave(protocol::readPersonAnswer(office.post(office.pathOf(office.ben, "/password")).json()));
    CHECK(office.server.signInAnswer(u"ben@example.org"_s, reset.password, office.server.store.ids.next()).status == 200);
    CHECK(office.server.signInAnswer(u"ben@example.org"_s, u"correct horse"_s, office.server.store.ids.next()).status == 401);
}

TEST_CASE("admin routes: what can't be right is refused with a sentence", "[server][admin]")
{
    Office office;
    CHECK(office.post(office.people, {{u"email"_s, u"x@example.org"_s}}).status == 400);
    CHECK(office.post(office.people, {{u"display_name"_s, u"X"_s}, {u"email"_s, u"x"_s}}).status == 400);
    CHECK(office.post(office.people, {{u"display_name"_s, u"X"_s}, {u"email"_s, u"ben@example.org"_s}}).status == 409);
    CHECK(office.post(office.pathOf(office.ben), {{u"role"_s, u"king"_s}}).status == 400);
    CHECK(office.post(office.pathOf(office.ben), {{u"team_id"_s, office.client.toString()}}).status == 404);
    CHECK(office.post(office.people + "/" + office.client.toString().toLatin1(), {{u"display_name"_s, u"X"_s}}).status == 404);
    CHECK(office.post(office.pathOf(office.ana), {{u"disabled"_s, true}}).status == 403);
    CHECK(office.post(office.pathOf(office.ana), {{u"role"_s, u"worker"_s}}).status == 403);
    CHECK(office.post(office.pathOf(office.ana, "/password")).status == 403);
    CHECK(office.get("/v1/admin/audit?limit=x").status == 400);
    CHECK(office.get("/v1/admin/retention?days=5").status == 400);
    CHECK(office.post("/v1/admin/clients/" + office.ben.id.toString().toLatin1() + "/erase").status == 404);
}

TEST_CASE("admin routes: the audit comes in pages, the newest first", "[server][admin][audit]")
{
    Office office;
    for (int i = 0; i < 5; ++i)
        office.post(office.pathOf(office.ben), {{u"display_name"_s, u"Ben %1"_s.arg(i)}});
    const auto first = mustHave(protocol::readAuditAnswer(office.get("/v1/admin/audit?limit=3&what=user_changed").json()));
    REQUIRE(first.items.size() == 3);
    CHECK(first.more);
    CHECK(first.items.first().who == office.ana.id.toString());
    CHECK(first.items.first().device == office.device.toString(QUuid::WithoutBraces));
    CHECK(first.items.first().about == office.ben.id.toString());
    const auto second = mustHave(protocol::readAuditAnswer(
        office.get("/v1/admin/audit?limit=3&what=user_changed&before=" + QByteArray::number(first.items.last().number)).json()));
    CHECK(second.items.size() == 2);
    CHECK_FALSE(second.more);
}

TEST_CASE("admin routes: a client is exported, and erased for good", "[server][admin][privacy]")
{
    Office office;
    const TestAnswer exported = office.get(office.clientPath("export"));
    CHECK(exported.status == 200);
    CHECK(exported.body.contains("Mariaquita"));
    CHECK(exported.head.contains("no-store"));
    const auto erased = mustHave(protocol::readErasureAnswer(office.post(office.clientPath("erase")).json()));
    CHECK(erased.clients == 1);
    CHECK(office.get(office.clientPath("export")).status == 404);
    CHECK_FALSE(office.get("/v1/changes").body.contains("Mariaquita"));
    const auto audit = mustHave(protocol::readAuditAnswer(office.get("/v1/admin/audit").json()));
    CHECK(audit.items.first().what == u"client_erased"_s);
}

TEST_CASE("admin routes: retention erases what was shown and nothing else", "[server][admin][privacy]")
{
    Office office;
    office.server.store.clock.advanceDays(60);
    const auto idle = mustHave(protocol::readRetentionAnswer(office.get("/v1/admin/retention?days=30").json()));
    CHECK(idle.total == 1);
    CHECK(idle.clients.first().name == u"Mariaquita"_s);
    CHECK(office.post("/v1/admin/retention", {{u"days"_s, 30}, {u"expected"_s, 0}}).status == 409);
    CHECK(mustHave(protocol::readErasureAnswer(office.post("/v1/admin/retention", {{u"days"_s, 30}, {u"expected"_s, 1}}).json())).clients == 1);
}

TEST_CASE("admin routes: are closed to everybody but administrators", "[server][admin]")
{
    Office office;
    office.server.addUser(u"sue@example.org"_s, Role::Supervisor);
    office.server.addUser(u"bot@example.org"_s, Role::Agent);
    const QString email = GENERATE(u"ben@example.org"_s, u"sue@example.org"_s, u"bot@example.org"_s);
    const QByteArray token = office.server.signIn(email, office.server.store.ids.next());
    for (const QByteArray& path : {office.people, QByteArray("/v1/admin/audit"), QByteArray("/v1/admin/retention?days=90"),
                                   office.clientPath("export")}) {
        CHECK(office.server.send("GET", path, token).status == 403);
        CHECK(office.server.send("GET", path, {}).status == 401);
    }
    for (const QByteArray& path : {office.people, office.pathOf(office.ben), office.pathOf(office.ben, "/password"),
                                   QByteArray("/v1/admin/retention"), office.clientPath("erase")})
        CHECK(office.server.post(path, token, {}).status == 403);
}

TEST_CASE("admin routes: signing in, being refused, leaving and a new password are in the audit", "[server][admin][audit]")
{
    Office office;
    const QUuid device = office.server.store.ids.next();
    CHECK(office.server.signInAnswer(u"ben@example.org"_s, u"wrong"_s, device).status == 401);
    CHECK(office.server.signInAnswer(u"nobody@example.org"_s, u"wrong"_s, device).status == 401);
    const QByteArray token = office.server.signIn(u"ben@example.org"_s, device);
    CHECK(office.server.post("/v1/password", token,
                             {{u"old_password"_s, u"correct horse"_s}, {u"new_password"_s, u"another horse"_s}})
              .status == 200);
    CHECK(office.server.post("/v1/sign-out", token, {}).status == 200);
    QStringList words;
    for (const protocol::AuditItem& item :
         mustHave(protocol::readAuditAnswer(office.get("/v1/admin/audit?limit=4").json())).items) {
        words.append(item.what);
        CHECK(item.device == device.toString(QUuid::WithoutBraces));
    }
    CHECK(words == QStringList{u"sign_out"_s, u"password_changed"_s, u"sign_in"_s, u"sign_in_refused"_s});
}

TEST_CASE("admin routes: directories are subscribed to, fetched and left", "[server][admin]")
{
    Office office;
    const auto feedsIn = [](const TestAnswer& answer) {
        CHECK(answer.status == 200);
        return mustHave(protocol::readFeedsAnswer(answer.json())).feeds;
    };
    CHECK(feedsIn(office.get("/v1/admin/feeds")).isEmpty());
    CHECK(office.post("/v1/admin/feeds", protocol::toJson(protocol::FeedRequest{u"county"_s, u"http://x.example"_s, 24})).status == 400);
    CHECK(office.post("/v1/admin/feeds", protocol::toJson(protocol::FeedRequest{u"county"_s, u"https://x.example"_s, 0})).status == 400);
    const auto feeds = feedsIn(office.post(
        "/v1/admin/feeds", protocol::toJson(protocol::FeedRequest{u"county"_s, u"https://x.example/services"_s, 6})));
    REQUIRE(feeds.size() == 1);
    CHECK(feeds.first().url == u"https://x.example/services"_s);
    CHECK(feeds.first().everyHours == 6);
    CHECK(feeds.first().outcome == u"waiting"_s);
    const QJsonObject county = protocol::toJson(protocol::FeedDeed{u"county"_s, true});
    CHECK(feedsIn(office.post("/v1/admin/feeds/fetch", county)).size() == 1);
    CHECK(office.post("/v1/admin/feeds/fetch", protocol::toJson(protocol::FeedDeed{u"other"_s, false})).status == 404);
    CHECK(feedsIn(office.post("/v1/admin/feeds/remove", county)).isEmpty());
    CHECK(office.post("/v1/admin/feeds/remove", county).status == 404);
    auto db = office.server.store.open();
    const auto kept = mustHave(readAudit(*db, office.server.store.agency.id, {.what = audited::feedChanged}));
    CHECK(kept.size() == 3);
    CHECK(kept.first().entry.by.who == office.ana.id.toString());
}
