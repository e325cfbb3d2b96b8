// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/session.h"
#include "tests/sync/fakeworld.h"
#include "tests/sync/memorysecrets.h"

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;
namespace facts = sync::facts;

TEST_CASE("sign-in: a new profile", "[sync][sign-in]")
{
    FakeWorld world;
    FakeDevice& desk = world.addDevice();
    SyncStore& store = desk.store.sync();
    MemorySecrets secrets;
    sync::SignInForm form{u"h.example"_s, u" dana@agency.example "_s, u"correct horse"_s, u"Front desk"_s};
    const auto signIn = [&] { return sync::signIn(form, desk.wire, store, secrets, world.ids); };

    SECTION("has nobody signed in, and no token")
    {
        CHECK_FALSE(mustHave(sync::readSession(store)));
        CHECK(sync::readToken(secrets).error().code == ErrorCode::Unauthorized);
    }
    SECTION("knows its worker, agency and server afterwards, and has the token in the keychain alone")
    {
        const sync::Session session = mustHave(signIn());
        CHECK(session.user == world.server.worker.id);
        CHECK(session.agency == world.server.agency);
        CHECK(session.userName == u"Dana Worker"_s);
        CHECK(mustHave(sync::readSession(store)) == session);
        CHECK(mustHave(sync::readToken(secrets)) == "good-token");
    }
    SECTION("signs out with the data kept: no token any more, and nothing to be shown until the next sign-in")
    {
        const sync::Session session = mustHave(signIn());
        mustWork(sync::signOut(store, secrets));
        CHECK(sync::readToken(secrets).error().code == ErrorCode::Unauthorized);
        CHECK(mustHave(store.fact(facts::signedOut)) == u"yes"_s);
        CHECK(mustHave(sync::readSession(store)) == session);
        mustHave(signIn());
        CHECK(mustHave(store.fact(facts::signedOut)).isEmpty());
        CHECK(mustHave(sync::readToken(secrets)) == "good-token");
    }
    SECTION("keeps its device id through a second sign-in")
    {
        mustHave(signIn());
        const QString device = mustHave(store.fact(facts::deviceId));
        mustHave(signIn());
        CHECK_FALSE(device.isEmpty());
        CHECK(mustHave(store.fact(facts::deviceId)) == device);
    }
    SECTION("stays empty when the password is wrong, and says so in the server's words")
    {
        form.password = u"guess"_s;
        const auto refused = signIn();
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error() == Error{ErrorCode::Unauthorized, u"The email address or the password is wrong."_s});
        CHECK_FALSE(mustHave(sync::readSession(store)));
    }
    SECTION("stays empty when the keychain takes no token")
    {
        secrets.locked = true;
        CHECK(signIn().error().code == ErrorCode::KeyTrouble);
        CHECK_FALSE(mustHave(sync::readSession(store)));
    }
    SECTION("stays empty when the server is away")
    {
        desk.wire.script = {FakeLink::Fault::NotSent};
        CHECK(signIn().error().code == ErrorCode::Offline);
        CHECK_FALSE(mustHave(sync::readSession(store)));
    }
    SECTION("asks for what is missing before it asks the server")
    {
        form.password.clear();
        CHECK(signIn().error().code == ErrorCode::InvalidInput);
        CHECK(desk.wire.requests.isEmpty());
    }
    SECTION("that was reached by https never goes back to plain http, not even on this machine")
    {
        const sync::Session before = mustHave(signIn());
        CHECK(before.server.scheme() == u"https"_s);
        const auto asked = desk.wire.requests.size();
        form.server = u"http://127.0.0.1:8080"_s;
        CHECK(signIn().error().code == ErrorCode::InvalidInput);
        CHECK(sync::beginSignIn(form, desk.wire, store, secrets, world.ids).error().code == ErrorCode::InvalidInput);
        CHECK(sync::finishSignIn(form, {}, desk.wire, store, secrets).error().code == ErrorCode::InvalidInput);
        CHECK(sync::startSingleSignOn(form.server, {}, desk.wire, store, world.ids).error().code ==
              ErrorCode::InvalidInput);
        CHECK(sync::finishSingleSignOn(form.server, {}, desk.wire, store, secrets).error().code ==
              ErrorCode::InvalidInput);
        CHECK(desk.wire.requests.size() == asked); // nothing was sent there
        CHECK(mustHave(sync::readSession(store)) == before);
        form.server = u"https://moved.example"_s;
        mustHave(signIn());
    }
    SECTION("is not given to another worker, whose clients may be others")
    {
        const sync::Session mine = mustHave(signIn());
        world.server.worker.id = UserId(world.ids.next());
        world.server.token = "token-of-another";
        CHECK(signIn().error().code == ErrorCode::Conflict);
        CHECK(mustHave(sync::readSession(store)) == mine);
        CHECK(mustHave(sync::readToken(secrets)) == "good-token");
    }
}
