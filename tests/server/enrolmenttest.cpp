// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/enrolment.h"
#include "core/protocol/wiresignin.h"
#include "server/auth/signinrules.h"
#include "tests/server/testserver.h"

#include <QUrl>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

struct EnrolmentWorld
{
    TestServer server;
    User user = server.addUser(u"maria@example.org"_s);

    QString makeCode(int hours = 72)
    {
        return mustHave(makeEnrolmentCode(*server.store.open(), server.store.agency.id, user.id, hours,
                                          server.store.environment));
    }
    int signIn(const QString& typed, const QString& email = u"maria@example.org"_s)
    {
        return server
            .post("/v1/sign-in", {},
                  protocol::toJson(protocol::SignInRequest{email, typed, QUuid::createUuid(), u"desk"_s, true}))
            .status;
    }
};

} // namespace

TEST_CASE("an enrolment code signs one device in, once", "[server][auth][signin]")
{
    EnrolmentWorld world;
    const QString code = world.makeCode();
    CHECK(code.size() == 23);

    SECTION("as it is typed, in capitals and without the lines")
    {
        CHECK(world.signIn(code.toUpper().remove(u'-')) == 200);
        CHECK(world.signIn(code) == 401);
        CHECK(world.signIn(u"correct horse"_s) == 200);
    }
    SECTION("and not after its time")
    {
        world.server.store.clock.advanceMinutes(72 * 60 + 1);
        CHECK(world.signIn(code) == 401);
    }
    SECTION("and not after a new one was made, or the password was reset")
    {
        const QString second = world.makeCode();
        CHECK(world.signIn(code) == 401);
        mustWork(setPassword(*world.server.store.open(), world.server.store.agency.id, world.user.id, u"battery staple"_s,
                             world.server.store.environment));
        CHECK(world.signIn(second) == 401);
    }
    SECTION("and nobody else")
    {
        world.server.addUser(u"ben@example.org"_s);
        CHECK(world.signIn(code, u"ben@example.org"_s) == 401);
        CHECK(world.signIn(code, u"nobody@example.org"_s) == 401);
        CHECK(world.signIn(code) == 200);
    }
    SECTION("and is not kept as it is")
    {
        const auto db = world.server.store.open();
        auto kept = mustHave(db->query(u"SELECT code_hash FROM enrolment_code"_s));
        REQUIRE(kept.next());
        CHECK(kept.value(0).toString().size() == 64);
    }
}

TEST_CASE("an enrolment code asks for the second factor that a password would", "[server][auth][signin]")
{
    EnrolmentWorld world;
    mustWork(setSignInRule(*world.server.store.open(), world.server.store.agency.id, {true, false}));
    const auto answer = world.server.post(
        "/v1/sign-in", {},
        protocol::toJson(protocol::SignInRequest{world.user.email, world.makeCode(), QUuid::createUuid(), u"desk"_s, true}));
    const auto outcome = mustHave(protocol::readSignInOutcome(answer.json()));
    CHECK_FALSE(outcome.signedIn);
    CHECK(outcome.next);
}

TEST_CASE("what enrols is an address with email and code", "[server][auth]")
{
    const QUrl url(enrolmentAddress(u"https://handrail.example.org"_s, u"maria+1@example.org"_s, u"abcde-fghij"_s));
    CHECK(url.userName(QUrl::FullyDecoded) == u"maria+1@example.org"_s);
    CHECK(url.password() == u"abcde-fghij"_s);
    CHECK(url.host() == u"handrail.example.org"_s);
}

TEST_CASE("a code works for an hour to two weeks", "[server][auth]")
{
    EnrolmentWorld world;
    const int hours = GENERATE(0, -1, longestEnrolmentHours + 1);
    CHECK_FALSE(makeEnrolmentCode(*world.server.store.open(), world.server.store.agency.id, world.user.id, hours,
                                  world.server.store.environment));
    CHECK_FALSE(makeEnrolmentCode(*world.server.store.open(), world.server.store.agency.id, UserId(QUuid::createUuid()), 1,
                                  world.server.store.environment));
}
