// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/singlesignon.h"
#include "tests/server/testserver.h"
#include "tests/server/tokensigner.h"

#include <QCryptographicHash>
#include <QUrlQuery>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

QString challengeOf(const QString& verifier)
{
    return QString::fromLatin1(QCryptographicHash::hash(verifier.toUtf8(), QCryptographicHash::Sha256)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// A provider that does what the test says. Codes work once and with their verifier, as RFC 7636 has it.
class ScriptedProvider : public HttpTransport
{
public:
    HttpOutcome send(const HttpRequest& request) override
    {
        if (request.url.path().endsWith("/openid-configuration"_L1))
            return answer(200, discovery);
        if (request.url.path() == "/jwks"_L1) {
            ++keysAsked;
            return answer(200, {{u"keys"_s, keys}});
        }
        if (request.url.path() == "/me"_L1)
            return answer(request.headers.last().second == "Bearer access-1" ? 200 : 401, userInfo);
        const QUrlQuery form(QString::fromLatin1(request.body));
        const QString code = form.queryItemValue(u"code"_s);
        if (!codes.remove(code) || challengeOf(form.queryItemValue(u"code_verifier"_s)) != challenge)
            return answer(400, {{u"error"_s, u"invalid_grant"_s}});
        authorization = request.headers.last().second;
        return answer(200,
                      {{u"id_token"_s, QString::fromLatin1(signer->sign(claims))}, {u"access_token"_s, u"access-1"_s}});
    }
    static HttpOutcome answer(int status, const QJsonObject& body)
    {
        HttpOutcome outcome;
        outcome.kind = HttpOutcome::Kind::Answered;
        outcome.response.status = status;
        outcome.response.body = QJsonDocument(body).toJson();
        return outcome;
    }

    TokenSigner key = TokenSigner::rsa(u"one"_s);
    TokenSigner* signer = &key;
    QJsonArray keys{key.publicKey()};
    QJsonObject discovery{{u"issuer"_s, u"https://id.example.org"_s},
                          {u"authorization_endpoint"_s, u"https://id.example.org/auth"_s},
                          {u"token_endpoint"_s, u"https://id.example.org/token"_s},
                          {u"jwks_uri"_s, u"https://id.example.org/jwks"_s},
                          {u"authorization_response_iss_parameter_supported"_s, true}};
    QJsonObject claims;
    QJsonObject userInfo;
    QSet<QString> codes;
    QString challenge;
    QByteArray authorization;
    int keysAsked = 0;
};

struct SingleWorld
{
    TestServerStore store;
    std::unique_ptr<Database> db = store.open();
    ScriptedProvider wire;
    OidcProvider provider{{.issuer = u"https://id.example.org"_s, .clientId = u"handrail"_s, .clientSecret = u"s e"_s},
                          wire,
                          store.clock};
    User user{.id = UserId(store.ids.next()), .displayName = u"Maria"_s, .email = u"maria@example.org"_s};
    QString verifier = u"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_s;
    QUuid device = store.ids.next();

    SingleWorld() { mustWork(addUser(*db, store.agency.id, user, u"correct horse"_s, store.environment)); }

    Result<protocol::SingleSignOnStart> start(const QString& redirectUri = u"http://127.0.0.1:40123/"_s)
    {
        auto begun = startSingleSignOn(*db, {redirectUri, challengeOf(verifier), device, u"desk"_s}, provider,
                                       store.environment);
        if (begun) {
            const QDateTime now = store.clock.now();
            wire.challenge = challengeOf(verifier);
            wire.codes.insert(u"code-1"_s);
            wire.claims = {{u"iss"_s, u"https://id.example.org"_s},
                           {u"aud"_s, u"handrail"_s},
                           {u"sub"_s, u"person-7"_s},
                           {u"nonce"_s, begun->nonce},
                           {u"iat"_s, now.toSecsSinceEpoch()},
                           {u"exp"_s, now.addSecs(300).toSecsSinceEpoch()},
                           {u"email"_s, u"maria@example.org"_s},
                           {u"email_verified"_s, true}};
        }
        return begun;
    }
    Result<protocol::SignInOutcome> finish(const QByteArray& attempt,
                                           const QString& issuer = u"https://id.example.org"_s)
    {
        return finishSingleSignOn(*db, {attempt, u"code-1"_s, verifier, issuer}, provider, store.environment);
    }
    Result<protocol::SignInOutcome> signIn() { return finish(mustHave(start()).attempt); }
    bool isRefused(const QString& claim, const QJsonValue& value)
    {
        const QByteArray attempt = mustHave(start()).attempt;
        wire.claims[claim] = value;
        const auto outcome = finish(attempt);
        return !outcome && outcome.error().code == ErrorCode::NotAllowed;
    }
    int links()
    {
        auto row = mustHave(db->query(u"SELECT COUNT(*) FROM single_sign_on_link"_s));
        REQUIRE(row.next());
        return row.value(0).toInt();
    }
};

} // namespace

TEST_CASE("single sign-on: who comes in", "[server][auth][oidc][signin]")
{
    SingleWorld it;

    SECTION("a user by verified email the first time, by subject from then on")
    {
        const auto first = mustHave(it.signIn());
        REQUIRE(first.signedIn);
        CHECK(first.signedIn->user.id == it.user.id);
        CHECK(it.links() == 1);
        CHECK(it.wire.authorization == "Basic " + QByteArray("handrail:s%20e").toBase64());
        const QByteArray attempt = mustHave(it.start()).attempt;
        it.wire.claims[u"email"] = u"renamed@example.org"_s;
        it.wire.claims[u"email_verified"] = false;
        CHECK(mustHave(it.finish(attempt)).signedIn->user.id == it.user.id);
        CHECK(it.links() == 1);
    }
    SECTION("nobody whom this server has no user for: none is made")
    {
        CHECK(it.isRefused(u"email"_s, u"stranger@example.org"_s));
        CHECK(it.isRefused(u"email_verified"_s, false));
        CHECK(it.isRefused(u"email"_s, QJsonValue::Undefined));
        CHECK(it.links() == 0);
    }
    SECTION("by the email of the userinfo endpoint, where the token has none, and it speaks of the same person")
    {
        it.wire.discovery[u"userinfo_endpoint"] = u"https://id.example.org/me"_s;
        it.wire.userInfo = {{u"sub"_s, u"person-9"_s}, {u"email"_s, it.user.email}, {u"email_verified"_s, true}};
        CHECK(it.isRefused(u"email"_s, QJsonValue::Undefined));
        it.wire.userInfo[u"sub"] = u"person-7"_s;
        const QByteArray attempt = mustHave(it.start()).attempt;
        it.wire.claims.remove(u"email"_s);
        CHECK(mustHave(it.finish(attempt)).signedIn->user.id == it.user.id);
    }
    SECTION("not the next owner of an email")
    {
        mustHave(it.signIn());
        CHECK(it.isRefused(u"sub"_s, u"person-8"_s));
        CHECK(it.links() == 1);
    }
    SECTION("not who is disabled, before and after the link")
    {
        mustHave(it.signIn());
        it.store.write(*it.db, {{u"user"_s, it.user.id.uuid(), {{u"disabled"_s, true}}}});
        CHECK(it.signIn().error().code == ErrorCode::NotAllowed);
    }
    SECTION("not a user of another agency than the provider's")
    {
        OidcProvider other({.issuer = u"https://id.example.org"_s,
                            .clientId = u"handrail"_s,
                            .agency = it.store.ids.next().toString(QUuid::WithoutBraces)},
                           it.wire, it.store.clock);
        const QByteArray attempt = mustHave(it.start()).attempt;
        CHECK(finishSingleSignOn(*it.db, {attempt, u"code-1"_s, it.verifier, u"https://id.example.org"_s}, other,
                                 it.store.environment)
                  .error()
                  .code == ErrorCode::NotAllowed);
    }
}

TEST_CASE("single sign-on: attacks", "[server][auth][oidc][signin]")
{
    SingleWorld it;

    SECTION("a token with another nonce, audience or issuer, expired, or by a foreign key")
    {
        CHECK(it.isRefused(u"nonce"_s, u"other"_s));
        CHECK(it.isRefused(u"aud"_s, u"other"_s));
        CHECK(it.isRefused(u"iss"_s, u"https://evil.example.org"_s));
        CHECK(it.isRefused(u"exp"_s, 1));
        TokenSigner foreign = TokenSigner::rsa(u"one"_s);
        it.wire.signer = &foreign;
        CHECK(it.signIn().error().code == ErrorCode::NotAllowed);
        CHECK(it.links() == 0);
    }
    SECTION("an attempt works once, with its verifier, for ten minutes; a code once")
    {
        const QByteArray attempt = mustHave(it.start()).attempt;
        CHECK(it.finish(attempt).ok());
        CHECK(it.finish(attempt).error().code == ErrorCode::NotFound);
        const QByteArray replayed = mustHave(it.start()).attempt;
        it.wire.codes.clear();
        CHECK(it.finish(replayed).error().code == ErrorCode::NotAllowed);
        const QByteArray stolen = mustHave(it.start()).attempt;
        it.verifier = u"another-verifier-another-verifier-another-v"_s;
        CHECK(it.finish(stolen).error().code == ErrorCode::NotFound);
        const QByteArray late = mustHave(it.start()).attempt;
        it.store.clock.advanceMinutes(11);
        CHECK(it.finish(late).error().code == ErrorCode::NotFound);
    }
    SECTION("a mix-up: the browser brings another provider's answer, or does not say whose")
    {
        CHECK(it.finish(mustHave(it.start()).attempt, u"https://evil.example.org"_s).error().code ==
              ErrorCode::NotAllowed);
        CHECK(it.finish(mustHave(it.start()).attempt, {}).error().code == ErrorCode::NotAllowed);
    }
    SECTION("an answer that would go to another host than the device itself")
    {
        for (const QString& uri : {u"https://127.0.0.1:40123/"_s, u"http://evil.example.org:40123/"_s,
                                   u"http://127.0.0.1.evil.example.org:1/"_s, u"http://127.0.0.1@evil.example.org:1/"_s,
                                   u"http://127.0.0.1/"_s, u"handrail:/done"_s, u"x"_s})
            CHECK(it.start(uri).error().code == ErrorCode::InvalidInput);
        CHECK(it.start(u"http://[::1]:40123/"_s).ok());
        CHECK(it.start(u"http://localhost:40123/callback"_s).ok());
    }
    SECTION("a document of another issuer, or with addresses that are not safe")
    {
        it.wire.discovery[u"issuer"] = u"https://evil.example.org"_s;
        CHECK(it.start().error().code == ErrorCode::Offline);
        it.wire.discovery[u"issuer"] = u"https://id.example.org"_s;
        it.wire.discovery[u"token_endpoint"] = u"http://id.example.org/token"_s;
        CHECK(it.start().error().code == ErrorCode::Offline);
        OidcProvider plain({.issuer = u"http://id.example.org"_s, .clientId = u"handrail"_s}, it.wire, it.store.clock);
        CHECK(plain.authorizationAddress().error().code == ErrorCode::Offline);
        CHECK(isSafeAddress(QUrl(u"http://127.0.0.1:3000/x"_s)));
        CHECK_FALSE(isSafeAddress(QUrl(u"http://10.0.0.1/x"_s)));
        CHECK_FALSE(isSafeAddress(QUrl(u"https://user:pw@id.example.org"_s)));
    }
    SECTION("a provider that changes its keys is asked once more, not once a sign-in")
    {
        mustHave(it.signIn());
        CHECK(it.wire.keysAsked == 1);
        TokenSigner next = TokenSigner::ec(u"two"_s);
        it.wire.keys = {next.publicKey()};
        it.wire.signer = &next;
        CHECK(it.signIn().ok());
        CHECK(it.wire.keysAsked == 2);
        CHECK(it.signIn().ok());
        CHECK(it.wire.keysAsked == 2);
    }
}

TEST_CASE("single sign-on: passwords go only where another way in was used, and then none is asked for", "[server][auth]")
{
    SingleWorld it;
    Databases databases{it.store.settings, it.store.news};
    const RouteContext context{databases, it.store.environment, {.singleSignOn = true}};
    TestHttp http(it.store.news);
    registerSingleSignOnRoutes(http.router, context, &it.provider);
    registerSecondFactorRoutes(http.router, context);
    http.start();
    User ana{.id = UserId(it.store.ids.next()), .displayName = u"Ana"_s, .email = u"ana@example.org"_s};
    ana.role = Role::Administrator;
    mustWork(addUser(*it.db, it.store.agency.id, ana, u"correct horse"_s, it.store.environment));
    const auto account = mustHave(findAccount(*it.db, ana.email));
    const QByteArray token =
        mustHave(enter(*it.db, *account, it.store.ids.next(), u"desk"_s, it.store.environment)).token;
    const auto passwordAsked = [&] {
        return mustHave(protocol::readSignInMethods(http.raw(httpText("GET", "/v1/sign-in/methods")).json())).password;
    };
    const auto turnOff = [&] {
        return http.raw(httpText("POST", "/v1/sign-in-rule", R"({"second_factor_required":false,"password_off":true})",
                                 "Authorization: Bearer " + token + "\r\n"));
    };

    CHECK(passwordAsked());
    const TestAnswer refused = turnOff();
    CHECK(refused.status == 409);
    CHECK(refused.body.contains("once yourself first"));
    CHECK(passwordAsked());

    const auto begun = mustHave(it.start());
    it.wire.claims[u"email"_s] = ana.email;
    mustHave(it.finish(begun.attempt));
    CHECK(turnOff().status == 200);
    CHECK_FALSE(passwordAsked());

    // Another agency of this server takes them still: nobody said yet whose they are.
    mustWork(createAgency(*it.db, {.id = AgencyId(it.store.ids.next()), .programName = u"Bridges"_s, .timeZone = u"UTC"_s},
                          it.store.environment));
    CHECK(passwordAsked());
}
