// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/guesses.h"
#include "tests/server/testserver.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// As if the request came by a proxy from that address.
TestAnswer signInFrom(TestServer& server, const QByteArray& address, const QString& email, const QString& password,
                      const QUuid& device)
{
    const auto body =
        QJsonDocument(protocol::toJson(protocol::SignInRequest{email, password, device, u"desk"_s})).toJson();
    Request request{.method = "POST", .path = "/v1/sign-in", .query = {}, .headers = {}, .body = body};
    request.remoteAddress = QString::fromLatin1(address);
    const Response response = server.http.router.route(request);
    return {response.status, {}, response.body};
}

int rows(Database& db)
{
    auto row = mustHave(db.query(u"SELECT COUNT(*) FROM guess"_s));
    REQUIRE(row.next());
    return row.value(0).toInt();
}

} // namespace

TEST_CASE("guesses: how often", "[server][auth][signin]")
{
    TestServerStore store;
    auto db = store.open();
    const GuessLimit three{.what = u"a"_s, .most = 3, .windowSeconds = 60};
    const auto mayTry = [&](Database& connection) {
        return mustHave(Guesses(connection, store.environment).begin({three}));
    };

    SECTION("as many as the limit says within its window, by all connections together")
    {
        auto other = store.open();
        CHECK(mayTry(*db));
        CHECK(mayTry(*other));
        CHECK(mayTry(*db));
        CHECK_FALSE(mayTry(*other));
        CHECK_FALSE(mayTry(*db));
        store.clock.advanceMinutes(2);
        CHECK(mayTry(*other));
    }
    SECTION("a right one is forgiven and clears its own count, not the others'")
    {
        const GuessLimit wide{.what = u"wide"_s, .most = 2, .windowSeconds = 60};
        CHECK(mustHave(Guesses(*db, store.environment).begin({wide, three})));
        Guesses right(*db, store.environment);
        CHECK(mustHave(right.begin({wide, three})));
        mustWork(right.succeeded(u"a"_s));
        CHECK(rows(*db) == 1);
        CHECK(mustHave(Guesses(*db, store.environment).begin({wide, three})));
        CHECK_FALSE(mustHave(Guesses(*db, store.environment).begin({wide, three})));
    }
    SECTION("keeps neither emails nor addresses, and forgets after the longest window")
    {
        CHECK(mustHave(
            Guesses(*db, store.environment).begin(signInLimits(u"198.51.100.7"_s, u"maria@example.org"_s, {}))));
        auto kept = mustHave(db->query(u"SELECT counted FROM guess"_s));
        while (kept.next())
            CHECK(kept.value(0).toString().size() == 64);
        kept.finish();
        store.clock.advanceMinutes(61);
        mustWork(Guesses(*db, store.environment).forgetOld());
        CHECK(rows(*db) == 0);
    }
}

TEST_CASE("guesses: signing in", "[server][auth][signin]")
{
    TestServer server;
    const User user = server.addUser(u"maria@example.org"_s);
    const QUuid device = server.store.ids.next();
    const auto status = [&](const QByteArray& address, const QString& email, const QString& password,
                            const QUuid& from) { return signInFrom(server, address, email, password, from).status; };

    SECTION("a second process on the database counts on where the first stopped")
    {
        TestServer second(server.shared);
        for (int i = 0; i < 5; ++i) {
            CHECK(signInFrom(server, "192.0.2.1", user.email, u"guess"_s, device).status == 401);
            CHECK(signInFrom(second, "192.0.2.1", user.email, u"guess"_s, device).status == 401);
        }
        CHECK(signInFrom(server, "192.0.2.1", user.email, u"correct horse"_s, device).status == 429);
        CHECK(signInFrom(second, "192.0.2.1", user.email, u"correct horse"_s, device).status == 429);
        CHECK(status("192.0.2.2", user.email, u"correct horse"_s, device) == 200);
    }
    SECTION("guesses from many addresses stop new devices for a while, never one that the user had before")
    {
        CHECK(status("192.0.2.1", user.email, u"correct horse"_s, device) == 200);
        for (int i = 0; i < 30; ++i)
            CHECK(status("203.0.113." + QByteArray::number(i), user.email, u"guess"_s, QUuid::createUuid()) == 401);
        CHECK(status("203.0.113.99", user.email, u"correct horse"_s, QUuid::createUuid()) == 429);
        CHECK(status("192.0.2.1", user.email, u"correct horse"_s, device) == 200);
        SECTION("and an email that nobody has is answered alike")
        {
            for (int i = 0; i < 30; ++i)
                CHECK(status("203.0.113." + QByteArray::number(i), u"nobody@example.org"_s, u"guess"_s, device) == 401);
            CHECK(status("203.0.113.99", u"nobody@example.org"_s, u"guess"_s, device) == 429);
        }
    }
    SECTION("one address that tries many emails is stopped, and holds up nobody else")
    {
        for (int i = 0; i < 100; ++i)
            CHECK(status("198.51.100.7", u"user%1@example.org"_s.arg(i), u"guess"_s, device) == 401);
        CHECK(status("198.51.100.7", u"another@example.org"_s, u"guess"_s, device) == 429);
        CHECK(status("198.51.100.8", user.email, u"correct horse"_s, device) == 200);
    }
    SECTION("right passwords use nothing up")
    {
        for (int i = 0; i < 12; ++i)
            CHECK(status("192.0.2.1", user.email, u"correct horse"_s, device) == 200);
    }
}
