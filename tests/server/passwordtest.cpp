// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/wireadmin.h"
#include "tests/server/testserver.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("accounts: a user's own new password", "[server][auth]")
{
    TestServer server;
    const User user = server.addUser(u"maria@example.org"_s);
    const QUuid device = server.store.ids.next();
    const QUuid other = server.store.ids.next();
    const QByteArray token = server.signIn(user.email, device);
    const QByteArray elsewhere = server.signIn(user.email, other);
    const auto change = [&](const QString& before, const QString& after) {
        return server.post("/v1/password", token, protocol::toJson(protocol::PasswordRequest{before, after}));
    };

    SECTION("holds from now on, and signs out every other device")
    {
        REQUIRE(change(u"correct horse"_s, u"battery staple"_s).status == 200);
        CHECK(server.send("GET", "/v1/changes", token).status == 200);
        CHECK(server.send("GET", "/v1/changes", elsewhere).status == 401);
        CHECK(server.signInAnswer(user.email, u"correct horse"_s, other).status == 401);
        CHECK(server.signInAnswer(user.email, u"battery staple"_s, other).status == 200);
    }
    SECTION("is kept as Argon2id")
    {
        REQUIRE(change(u"correct horse"_s, u"battery staple"_s).status == 200);
        auto db = server.store.open();
        auto row = mustHave(db->query(u"SELECT hash FROM password"_s));
        REQUIRE(row.next());
        CHECK(row.value(0).toString().startsWith(u"$argon2id$"_s));
    }
    SECTION("needs the old one, and leaves everything as it is without")
    {
        const TestAnswer refused = change(u"wrong horse"_s, u"battery staple"_s);
        CHECK(refused.status == 403);
        CHECK(protocol::readError(refused.json()).sentence == u"The old password is not right."_s);
        CHECK(server.send("GET", "/v1/changes", elsewhere).status == 200);
        CHECK(server.signInAnswer(user.email, u"correct horse"_s, other).status == 200);
    }
    SECTION("is not to be found out by trying, neither by a stolen device")
    {
        for (int i = 0; i < 10; ++i)
            CHECK(change(u"guess"_s, u"battery staple"_s).status == 403);
        CHECK(change(u"correct horse"_s, u"battery staple"_s).status == 429);
        server.store.clock.advanceMinutes(16);
        CHECK(change(u"correct horse"_s, u"battery staple"_s).status == 200);
    }
    SECTION("is another one, long enough, and asked for by somebody who is signed in")
    {
        CHECK(change(u"correct horse"_s, u"correct horse"_s).status == 400);
        CHECK(change(u"correct horse"_s, u"short"_s).status == 400);
        CHECK(change(u"correct horse"_s, u""_s).status == 400);
        CHECK(server.post("/v1/password", {}, {}).status == 401);
        CHECK(server.send("GET", "/v1/changes", elsewhere).status == 200);
    }
}
