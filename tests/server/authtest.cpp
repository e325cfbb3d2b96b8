// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/passwordhash.h"
#include "tests/server/testserver.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("accounts: passwords", "[server][auth]")
{
    const QString hash = mustHave(hashPassword(u"pässwort"_s));
    CHECK(hash.startsWith(u"$argon2id$v=19$m=19456,t=2,p=1$"_s));
    CHECK(passwordMatches(hash, u"pässwort"_s));
    CHECK(passwordMatches(hash, u"pa\u0308sswort"_s)); // The same letters, typed on another keyboard.
    CHECK_FALSE(passwordMatches(hash, u"passwort"_s));
    CHECK_FALSE(passwordMatches(hash, u""_s));
    CHECK_FALSE(passwordMatches(u"no hash"_s, u"no hash"_s));
    CHECK_FALSE(passwordMatches(hashOfNobody(), u""_s));
    CHECK(mustHave(hashPassword(u"pässwort"_s)) != hash);
}

TEST_CASE("accounts: signing in", "[server][auth]")
{
    TestServer server;
    const User user = server.addUser(u"Maria@Example.org"_s);
    const QUuid device = server.store.ids.next();

    SECTION("gives the device a token that opens its agency's changes")
    {
        const TestAnswer answer = server.signInAnswer(u"maria@example.org"_s, u"correct horse"_s, device);
        const auto signedIn = mustHave(protocol::readSignInAnswer(answer.json()));
        CHECK(signedIn.user.id == user.id);
        CHECK(signedIn.agencyId == server.store.agency.id);
        CHECK(signedIn.token.size() == 43);
        CHECK(answer.head.contains("Handrail-Protocol: 2\r\n"));
        CHECK(answer.head.contains("Cache-Control: no-store\r\n"));
        CHECK(server.send("GET", "/v1/changes", signedIn.token).status == 200);
    }
    SECTION("keeps no token that a thief of the database could use")
    {
        const QByteArray token = server.signIn(user.email, device);
        auto db = server.store.open();
        auto row = mustHave(db->query(u"SELECT token_hash FROM device"_s));
        REQUIRE(row.next());
        CHECK_FALSE(row.value(0).toString().contains(QString::fromLatin1(token)));
        CHECK(server.send("GET", "/v1/changes", row.value(0).toString().toLatin1()).status == 401);
    }
    SECTION("answers an unknown email as it answers a wrong password")
    {
        const TestAnswer wrong = server.signInAnswer(user.email, u"wrong password"_s, device);
        const TestAnswer unknown = server.signInAnswer(u"nobody@example.org"_s, u"wrong password"_s, device);
        CHECK(wrong.status == 401);
        CHECK(unknown.status == 401);
        CHECK(wrong.body == unknown.body);
    }
    SECTION("a disabled user is out at once, and looks like a wrong password")
    {
        const QByteArray token = server.signIn(user.email, device);
        server.store.write(*server.store.open(), {{u"user"_s, user.id.uuid(), {{u"disabled"_s, true}}}});
        CHECK(server.send("GET", "/v1/changes", token).status == 401);
        CHECK(server.signInAnswer(user.email, u"correct horse"_s, device).body ==
              server.signInAnswer(user.email, u"wrong password"_s, device).body);
    }
    SECTION("a token ends by signing out, by a new sign-in of the device, by a new password, and after 90 days unused")
    {
        const QByteArray first = server.signIn(user.email, device);
        const QByteArray second = server.signIn(user.email, device);
        CHECK(server.send("GET", "/v1/changes", first).status == 401);
        CHECK(server.post("/v1/sign-out", second, {}).status == 200);
        CHECK(server.send("GET", "/v1/changes", second).status == 401);

        const QByteArray third = server.signIn(user.email, device);
        server.store.clock.advanceDays(89);
        CHECK(server.send("GET", "/v1/changes", third).status == 200);
        server.store.clock.advanceDays(89);
        CHECK(server.send("GET", "/v1/changes", third).status == 200);
        server.store.clock.advanceDays(91);
        CHECK(server.send("GET", "/v1/changes", third).status == 401);

        const QByteArray fourth = server.signIn(user.email, device);
        mustWork(setPassword(*server.store.open(), server.store.agency.id, user.id, u"another horse"_s,
                             server.store.environment));
        CHECK(server.send("GET", "/v1/changes", fourth).status == 401);
        CHECK(server.signInAnswer(user.email, u"correct horse"_s, device).status == 401);
        CHECK(server.signInAnswer(user.email, u"another horse"_s, device).status == 200);
    }
    SECTION("slows down who guesses, and forgets after a while")
    {
        for (int i = 0; i < 10; ++i)
            CHECK(server.signInAnswer(user.email, u"guess"_s, device).status == 401);
        const TestAnswer limited = server.signInAnswer(user.email, u"correct horse"_s, device);
        CHECK(limited.status == 429);
        CHECK(limited.head.contains("Retry-After: 900\r\n"));
        server.store.clock.advanceMinutes(16);
        CHECK(server.signInAnswer(user.email, u"correct horse"_s, device).status == 200);
    }
    SECTION("refuses what is no request")
    {
        CHECK(server.send("POST", "/v1/sign-in", {}, "<html>").status == 400);
        CHECK(server.send("POST", "/v1/sign-in", {}, R"({"email": 7})").status == 400);
        CHECK(server.send("POST", "/v1/sign-in", {}, QByteArray(20000, '[')).status == 413);
        CHECK(server.http.raw(httpText("POST", "/v1/sign-in", "{}", "Handrail-Protocol: 99\r\n")).status == 426);
    }
}

TEST_CASE("accounts: adding users", "[server][auth]")
{
    TestServerStore store;
    auto db = store.open();
    User user{.id = UserId(store.ids.next()), .displayName = u"Maria"_s, .email = u"maria@example.org"_s};
    CHECK(addUser(*db, store.agency.id, user, u"short"_s, store.environment).error().code == ErrorCode::InvalidInput);
    mustWork(addUser(*db, store.agency.id, user, u"long enough now"_s, store.environment));
    user.id = UserId(store.ids.next());
    user.email = u"MARIA@example.org"_s;
    CHECK(addUser(*db, store.agency.id, user, u"long enough now"_s, store.environment).error().code == ErrorCode::Conflict);
    user.email = u"maria"_s;
    CHECK(addUser(*db, store.agency.id, user, u"long enough now"_s, store.environment).error().code ==
          ErrorCode::InvalidInput);
    CHECK(makePassword(store.random).size() == 20);
    CHECK(makePassword(store.random) != makePassword(store.random));
}
