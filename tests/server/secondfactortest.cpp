// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/secondfactor.h"
#include "core/protocol/wiresignin.h"
#include "server/auth/sealed.h"
#include "server/auth/signinrules.h"
#include "server/auth/totp.h"
#include "tests/server/testserver.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

QDateTime second(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC);
}

/// Base32 back to bytes, as an authenticator app does.
QByteArray bytesOf(const QString& base32Text)
{
    const QString alphabet = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_s;
    QByteArray bytes;
    quint32 bits = 0;
    int count = 0;
    for (const QChar sign : base32Text) {
        bits = (bits << 5) | quint32(alphabet.indexOf(sign));
        count += 5;
        if (count >= 8) {
            bytes.append(char((bits >> (count - 8)) & 0xff));
            count -= 8;
        }
    }
    return bytes;
}

/// A server with a user who has a second factor, and the phone that shows its codes.
struct FactorWorld
{
    TestServer server;
    User user = server.addUser(u"maria@example.org"_s);
    QUuid device = server.store.ids.next();
    QByteArray token = server.signIn(user.email, device);
    QByteArray secret;
    QStringList recoveryCodes;

    void setUp()
    {
        const auto answer = mustHave(protocol::readSetUpAnswer(
            server.post("/v1/second-factor/set-up", token, {{u"password"_s, u"correct horse"_s}}).json()));
        secret = bytesOf(answer.secret);
        CHECK(answer.uri.startsWith(u"otpauth://totp/Harbor%20House:maria%40example.org?secret="_s + answer.secret));
        recoveryCodes = mustHave(protocol::readRecoveryCodesAnswer(
                                     server.post("/v1/second-factor/confirm", token, {{u"code"_s, code()}}).json()))
                            .codes;
        nextCode();
    }
    QString code() { return totpCode(secret, server.store.clock.now()); }
    void nextCode() { server.store.clock.advanceMinutes(1); }
    TestAnswer password(const QString& typed = u"correct horse"_s, const QUuid& at = QUuid::createUuid())
    {
        return server.post("/v1/sign-in", {},
                           protocol::toJson(protocol::SignInRequest{user.email, typed, at, u"desk"_s, true}));
    }
    QByteArray challenge(const QUuid& at = QUuid::createUuid())
    {
        const auto outcome = mustHave(protocol::readSignInOutcome(password(u"correct horse"_s, at).json()));
        CHECK_FALSE(outcome.signedIn);
        REQUIRE(outcome.next);
        return outcome.next->challenge;
    }
    TestAnswer answer(const QByteArray& toChallenge, const QString& typed)
    {
        return server.post("/v1/sign-in/second-factor", {},
                           protocol::toJson(protocol::SecondFactorRequest{toChallenge, typed}));
    }
    protocol::SecondFactorReport report()
    {
        return mustHave(protocol::readSecondFactorReport(server.send("GET", "/v1/second-factor", token).json()));
    }
    void require(bool secondFactor, bool passwordOff = false)
    {
        mustWork(setSignInRule(*server.store.open(), server.store.agency.id, {secondFactor, passwordOff}));
    }
    QString wrong()
    {
        const QString right = code();
        return (right.startsWith(u'0') ? u'1' : u'0') + right.mid(1);
    }
};

} // namespace

TEST_CASE("second factor: codes", "[server][auth]")
{
    const QByteArray secret("12345678901234567890");

    SECTION("are those of RFC 6238, appendix B, the last six digits")
    {
        const std::vector<std::pair<qint64, QString>> vectors = {{59, u"287082"_s},         {1111111109, u"081804"_s},
                                                                 {1111111111, u"050471"_s}, {1234567890, u"005924"_s},
                                                                 {2000000000, u"279037"_s}, {20000000000, u"353130"_s}};
        for (const auto& [time, code] : vectors) {
            INFO(time);
            CHECK(totpCode(secret, second(time)) == code);
            CHECK(totpStep(secret, code, second(time), 0) == time / 30);
        }
    }
    SECTION("hold one step either side, and once")
    {
        const QString code = totpCode(secret, second(1111111111));
        CHECK(totpStep(secret, code, second(1111111111 + 30), 0));
        CHECK(totpStep(secret, code, second(1111111111 - 30), 0));
        CHECK_FALSE(totpStep(secret, code, second(1111111111 + 60), 0));
        CHECK_FALSE(totpStep(secret, code, second(1111111111 - 60), 0));
        CHECK_FALSE(totpStep(secret, code, second(1111111111), 1111111111 / 30));
        CHECK(totpStep(secret, code, second(1111111111), 1111111111 / 30 - 1));
    }
    SECTION("are six digits, with or without a space")
    {
        CHECK(totpStep(secret, u"050 471"_s, second(1111111111), 0));
        for (const QString& typed : {u""_s, u"50471"_s, u"0504711"_s, u"05047x"_s, u"14050471"_s, u"٠٥٠٤٧١"_s})
            CHECK_FALSE(totpStep(secret, typed, second(1111111111), 0));
        CHECK_FALSE(totpStep({}, u"050471"_s, second(1111111111), 0));
    }
    SECTION("come from a secret that an app can read")
    {
        CHECK(base32(secret) == u"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"_s);
        CHECK(bytesOf(base32(secret)) == secret);
        CHECK(totpUri(secret, u"Harbor & House"_s, u"a@b.org"_s) ==
              u"otpauth://totp/Harbor%20%26%20House:a%40b.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
              "&issuer=Harbor%20%26%20House&algorithm=SHA1&digits=6&period=30"_s);
    }
}

TEST_CASE("second factor: secrets at rest", "[server][auth]")
{
    CountingRandom random;
    const QByteArray key = sealingKey(u"words of the key file"_s);
    CHECK(key.size() == 32);
    const QString kept = seal("secret", key, "maria", random);
    CHECK_FALSE(kept.contains(QString::fromLatin1(QByteArray("secret").toBase64())));
    CHECK(mustHave(unseal(kept, key, "maria")) == "secret");
    CHECK(unseal(kept, sealingKey(u"other words"_s), "maria").error().code == ErrorCode::KeyTrouble);
    CHECK(unseal(kept, {}, "maria").error().code == ErrorCode::KeyTrouble);
    CHECK(unseal(kept, key, "ben").error().code == ErrorCode::KeyTrouble);
    CHECK(unseal(kept.chopped(4), key, "maria").error().code == ErrorCode::KeyTrouble);
    CHECK(unseal({}, key, "maria").error().code == ErrorCode::KeyTrouble);
    // Without a key file it stays readable, also after one was given.
    CHECK(mustHave(unseal(seal("secret", {}, "maria", random), key, "maria")) == "secret");
}

TEST_CASE("second factor: set up in settings", "[server][auth][signin]")
{
    FactorWorld it;
    CHECK(it.report() == protocol::SecondFactorReport{});

    SECTION("asks for the password, and counts guesses at it")
    {
        for (int i = 0; i < 10; ++i)
            CHECK(it.server.post("/v1/second-factor/set-up", it.token, {{u"password"_s, u"guess"_s}}).status == 403);
        CHECK(it.server.post("/v1/second-factor/set-up", it.token, {{u"password"_s, u"correct horse"_s}}).status ==
              429);
    }
    SECTION("is not on before a code came")
    {
        CHECK(it.server.post("/v1/second-factor/confirm", it.token, {{u"code"_s, u"123456"_s}}).status == 409);
        CHECK(it.server.post("/v1/second-factor/set-up", it.token, {{u"password"_s, u"correct horse"_s}}).status ==
              200);
        CHECK(it.server.post("/v1/second-factor/confirm", it.token, {{u"code"_s, u"abcdef"_s}}).status == 403);
        CHECK_FALSE(it.report().on);
        CHECK(it.password().json().contains(u"token"_s));
    }
    SECTION("gives ten recovery codes, which the server keeps as hashes")
    {
        it.setUp();
        CHECK(it.report() == protocol::SecondFactorReport{true, false, 10});
        CHECK(QSet<QString>(it.recoveryCodes.begin(), it.recoveryCodes.end()).size() == 10);
        auto db = it.server.store.open();
        auto kept = mustHave(db->query(u"SELECT code_hash FROM recovery_code"_s));
        int hashes = 0;
        for (; kept.next(); ++hashes)
            CHECK(kept.value(0).toString().size() == 64);
        CHECK(hashes == 10);
        CHECK(it.server.post("/v1/second-factor/set-up", it.token, {{u"password"_s, u"correct horse"_s}}).status ==
              409);
    }
    SECTION("goes off by password and code together")
    {
        it.setUp();
        const auto off = [&](const QString& password, const QString& code) {
            return it.server.post("/v1/second-factor/off", it.token, {{u"password"_s, password}, {u"code"_s, code}})
                .status;
        };
        CHECK(off(u"guess"_s, it.code()) == 403);
        CHECK(off(u"correct horse"_s, it.wrong()) == 403);
        CHECK(it.report().on);
        CHECK(off(u"correct horse"_s, it.code()) == 200);
        CHECK_FALSE(it.report().on);
        CHECK(it.password().json().contains(u"token"_s));
    }
    SECTION("stays on where the agency asks everybody for one")
    {
        it.setUp();
        it.require(true);
        CHECK(
            it.server
                .post("/v1/second-factor/off", it.token, {{u"password"_s, u"correct horse"_s}, {u"code"_s, it.code()}})
                .status == 403);
        CHECK(it.report() == protocol::SecondFactorReport{true, true, 10});
    }
}

TEST_CASE("second factor: signing in", "[server][auth][signin]")
{
    FactorWorld it;
    it.setUp();

    SECTION("gives no token before the code, and the token with it")
    {
        const TestAnswer first = it.password();
        CHECK(first.status == 200);
        CHECK_FALSE(first.json().contains(u"token"_s));
        const TestAnswer done = it.answer(it.challenge(it.device), it.code());
        const auto outcome = mustHave(protocol::readSignInOutcome(done.json()));
        REQUIRE(outcome.signedIn);
        CHECK(outcome.signedIn->user.id == it.user.id);
        CHECK(it.server.send("GET", "/v1/changes", outcome.signedIn->token).status == 200);
        CHECK(it.server.send("GET", "/v1/changes", it.token).status == 401); // The same device, anew.
    }
    SECTION("takes a code once, even for two sign-ins at the same time")
    {
        const QByteArray one = it.challenge();
        const QByteArray two = it.challenge();
        CHECK(it.answer(one, it.code()).status == 200);
        CHECK(it.answer(two, it.code()).status == 401);
        it.nextCode();
        CHECK(it.answer(two, it.code()).status == 200);
    }
    SECTION("takes a challenge once, for five minutes, for five codes")
    {
        const QByteArray used = it.challenge();
        CHECK(it.answer(used, it.code()).status == 200);
        it.nextCode();
        CHECK(it.answer(used, it.code()).status == 404);
        const QByteArray late = it.challenge();
        it.server.store.clock.advanceMinutes(6);
        CHECK(it.answer(late, it.code()).status == 404);
        const QByteArray guessed = it.challenge();
        for (int i = 0; i < 5; ++i)
            CHECK(it.answer(guessed, it.wrong()).status == 401);
        CHECK(it.answer(guessed, it.code()).status == 404);
        CHECK(it.answer("made-up", it.code()).status == 404);
    }
    SECTION("who knows the password gets ten codes an hour, however many challenges")
    {
        for (int i = 0; i < 10; ++i)
            CHECK(it.answer(it.challenge(), it.wrong()).status == 401);
        CHECK(it.answer(it.challenge(), it.code()).status == 403);
        // The user's own desk is not locked out by that.
        CHECK(it.answer(it.challenge(it.device), it.code()).status == 200);
    }
    SECTION("takes each recovery code once, as it was typed")
    {
        CHECK(it.answer(it.challenge(), it.recoveryCodes[3].toUpper().replace(u'-', u' ')).status == 200);
        CHECK(it.answer(it.challenge(), it.recoveryCodes[3]).status == 401);
        CHECK(it.answer(it.challenge(), it.recoveryCodes[4]).status == 200);
        const QByteArray token =
            mustHave(protocol::readSignInOutcome(it.answer(it.challenge(it.device), it.recoveryCodes[5]).json()))
                .signedIn->token;
        it.token = token;
        CHECK(it.report().recoveryCodesLeft == 7);
    }
    SECTION("a wrong password looks as it does without a second factor")
    {
        const TestAnswer wrong = it.password(u"guess"_s);
        CHECK(wrong.status == 401);
        CHECK(wrong.body == it.server.signInAnswer(u"nobody@example.org"_s, u"guess"_s, it.device).body);
    }
    SECTION("a desktop that does not know second factors is told to be updated, and gets nothing")
    {
        const TestAnswer old = it.server.signInAnswer(it.user.email, u"correct horse"_s, it.device);
        CHECK(old.status == 426);
        CHECK_FALSE(old.json().contains(u"token"_s));
        CHECK(it.server.signInAnswer(it.user.email, u"guess"_s, it.device).status == 401);
    }
    SECTION("ends with the account, and with a new password")
    {
        const QByteArray before = it.challenge();
        mustWork(setPassword(*it.server.store.open(), it.server.store.agency.id, it.user.id, u"another horse"_s, it.server.store.environment));
        CHECK(it.answer(before, it.code()).status == 404);
        mustWork(setPassword(*it.server.store.open(), it.server.store.agency.id, it.user.id, u"correct horse"_s, it.server.store.environment));
        const QByteArray again = it.challenge();
        it.server.store.write(*it.server.store.open(), {{u"user"_s, it.user.id.uuid(), {{u"disabled"_s, true}}}});
        CHECK(it.answer(again, it.code()).status == 404);
        CHECK(it.password().status == 401);
    }
    SECTION("an administrator resets it for who lost everything, nobody else does")
    {
        const User admin = it.server.addUser(u"admin@example.org"_s, Role::Administrator);
        const QByteArray admins = it.server.signIn(admin.email, it.server.store.ids.next());
        const QByteArray path = "/v1/users/" + it.user.id.toString().toLatin1() + "/second-factor/reset";
        CHECK(it.server.post(path, it.token, {}).status == 403);
        CHECK(it.server.post("/v1/users/x/second-factor/reset", admins, {}).status == 404);
        CHECK(
            it.server.post("/v1/users/" + admin.id.toString().toLatin1() + "/second-factor/reset", admins, {}).status ==
            403);
        CHECK(it.server.post(path, admins, {}).status == 200);
        CHECK(it.password().json().contains(u"token"_s));
    }
}

TEST_CASE("second factor: asked for by the agency", "[server][auth][signin]")
{
    FactorWorld it;
    it.require(true);

    SECTION("who has none sets one up on the way in")
    {
        const auto step = mustHave(protocol::readSignInOutcome(it.password().json())).next;
        REQUIRE(step);
        it.secret = bytesOf(step->secret);
        CHECK(step->uri.startsWith(u"otpauth://"_s));
        CHECK(it.answer(step->challenge, it.wrong()).status == 401);
        const auto done = mustHave(protocol::readSignInOutcome(it.answer(step->challenge, it.code()).json()));
        CHECK(done.signedIn);
        CHECK(done.recoveryCodes.size() == 10);
        it.nextCode();
        CHECK(it.answer(it.challenge(), it.code()).status == 200);
    }
    SECTION("a headless agent signs in by its password alone")
    {
        const User agent = it.server.addUser(u"agent@example.org"_s, Role::Agent);
        CHECK(it.server.signInAnswer(agent.email, u"correct horse"_s, it.server.store.ids.next()).status == 200);
    }
    SECTION("is an administrator's to say")
    {
        const User admin = it.server.addUser(u"admin@example.org"_s, Role::Administrator);
        it.require(false);
        const QByteArray admins = it.server.signIn(admin.email, it.server.store.ids.next());
        const QJsonObject rule{{u"second_factor_required"_s, true}, {u"password_off"_s, false}};
        CHECK(it.server.post("/v1/sign-in-rule", it.token, rule).status == 403);
        CHECK(it.server.send("GET", "/v1/sign-in-rule", it.token).status == 403);
        CHECK(it.server.post("/v1/sign-in-rule", admins, {{u"password_off"_s, false}}).status == 400);
        CHECK(it.server.post("/v1/sign-in-rule", admins, rule).json() == rule);
        CHECK(it.server.send("GET", "/v1/sign-in-rule", admins).json() == rule);
    }
    SECTION("password off holds only where the server knows another way in")
    {
        it.require(false, true);
        CHECK(it.password().status == 200);
        const SignInSettings joined{.singleSignOn = true};
        auto db = it.server.store.open();
        const protocol::SignInRequest request{it.user.email, u"correct horse"_s, it.device, u"desk"_s, true};
        CHECK(signIn(*db, request, it.server.store.environment, joined).error().code == ErrorCode::NotAllowed);
    }
}
