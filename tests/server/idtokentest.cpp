// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/idtoken.h"
#include "tests/server/tokensigner.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 25), QTime(9, 0), Qt::UTC);
const IdTokenWish wish{u"https://id.example.org"_s, u"handrail"_s, u"nonce-1"_s, now};

QJsonObject goodClaims()
{
    return {{u"iss"_s, wish.issuer},
            {u"aud"_s, wish.clientId},
            {u"sub"_s, u"person-7"_s},
            {u"nonce"_s, wish.nonce},
            {u"iat"_s, now.toSecsSinceEpoch()},
            {u"exp"_s, now.addSecs(300).toSecsSinceEpoch()},
            {u"email"_s, u"Maria@Example.org"_s},
            {u"email_verified"_s, true}};
}

bool isTaken(const QByteArray& token, const QJsonArray& keys)
{
    return verifyIdToken(token, keys, wish).ok();
}

QByteArray part(const QByteArray& json)
{
    return json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

TEST_CASE("ID tokens: what is taken", "[server][auth][oidc]")
{
    const TokenSigner rsa = TokenSigner::rsa(u"one"_s);
    const TokenSigner ec = TokenSigner::ec(u"two"_s);
    const QJsonArray keys{rsa.publicKey(), ec.publicKey()};

    SECTION("one that RS256 or ES256 signed, with the person it names")
    {
        for (const TokenSigner* signer : {&rsa, &ec}) {
            const IdToken token = mustHave(verifyIdToken(signer->sign(goodClaims()), keys, wish));
            CHECK(token.subject == u"person-7"_s);
            CHECK(token.email == u"maria@example.org"_s);
            CHECK(token.emailVerified);
            CHECK_FALSE(keyIdOf(signer->sign(goodClaims())).isEmpty());
        }
    }
    SECTION("an email counts as verified only where it says so, as a boolean")
    {
        QJsonObject claims = goodClaims();
        claims[u"email_verified"] = u"true"_s;
        CHECK_FALSE(mustHave(verifyIdToken(rsa.sign(claims), keys, wish)).emailVerified);
        claims.remove(u"email_verified"_s);
        CHECK_FALSE(mustHave(verifyIdToken(rsa.sign(claims), keys, wish)).emailVerified);
    }
}

TEST_CASE("ID tokens: attacks", "[server][auth][oidc]")
{
    const TokenSigner rsa = TokenSigner::rsa(u"one"_s);
    const QJsonArray keys{rsa.publicKey()};
    const auto with = [&](const QString& name, const QJsonValue& value) {
        QJsonObject claims = goodClaims();
        claims[name] = value;
        return rsa.sign(claims);
    };
    REQUIRE(isTaken(rsa.sign(goodClaims()), keys));

    SECTION("a foreign key, under our key's name, and no key at all")
    {
        CHECK_FALSE(isTaken(TokenSigner::rsa(u"one"_s).sign(goodClaims()), keys));
        CHECK_FALSE(isTaken(rsa.sign(goodClaims()), {}));
        CHECK_FALSE(isTaken(TokenSigner::ec(u"one"_s).sign(goodClaims()), keys));
    }
    SECTION("alg none, however it is written, with and without a signature")
    {
        const QByteArray body = part(QJsonDocument(goodClaims()).toJson(QJsonDocument::Compact));
        for (const char* alg : {"none", "None", "NONE", "", "HS256", "RS384", "ES512", "PS256"}) {
            const QByteArray head = part(QByteArray(R"({"kid":"one","alg":")") + alg + "\"}");
            CHECK_FALSE(isTaken(head + '.' + body + '.', keys));
            CHECK_FALSE(isTaken(head + '.' + body + '.' + rsa.sign(goodClaims()).split('.').last(), keys));
        }
    }
    SECTION("HS256 with the public key as the secret")
    {
        CHECK_FALSE(isTaken(TokenSigner::shared(u"one"_s, QJsonDocument(rsa.publicKey()).toJson(QJsonDocument::Compact))
                                .sign(goodClaims()),
                            keys));
        CHECK_FALSE(isTaken(TokenSigner::shared(u"one"_s, "0123456789abcdef0123456789abcdef").sign(goodClaims()),
                            QJsonArray{QJsonObject{{u"kty"_s, u"oct"_s},
                                                   {u"kid"_s, u"one"_s},
                                                   {u"k"_s, u"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY"_s}}}));
    }
    SECTION("other issuer, audience, nonce; two audiences without a word on who asked")
    {
        CHECK_FALSE(isTaken(with(u"iss"_s, u"https://id.example.org/"_s), keys));
        CHECK_FALSE(isTaken(with(u"iss"_s, u"https://evil.example.org"_s), keys));
        CHECK_FALSE(isTaken(with(u"aud"_s, u"somebody"_s), keys));
        CHECK_FALSE(isTaken(with(u"aud"_s, QJsonArray{wish.clientId, u"somebody"_s}), keys));
        CHECK(isTaken(with(u"aud"_s, QJsonArray{wish.clientId}), keys));
        CHECK_FALSE(isTaken(with(u"azp"_s, u"somebody"_s), keys));
        CHECK_FALSE(isTaken(with(u"nonce"_s, u"nonce-2"_s), keys));
        CHECK_FALSE(isTaken(with(u"nonce"_s, QJsonValue::Undefined), keys));
        CHECK_FALSE(isTaken(with(u"sub"_s, u""_s), keys));
    }
    SECTION("expired, of the future, without times")
    {
        CHECK_FALSE(isTaken(with(u"exp"_s, now.addSecs(-61).toSecsSinceEpoch()), keys));
        CHECK(isTaken(with(u"exp"_s, now.addSecs(-30).toSecsSinceEpoch()), keys));
        CHECK_FALSE(isTaken(with(u"iat"_s, now.addSecs(120).toSecsSinceEpoch()), keys));
        CHECK_FALSE(isTaken(with(u"nbf"_s, now.addSecs(120).toSecsSinceEpoch()), keys));
        CHECK_FALSE(isTaken(with(u"exp"_s, QJsonValue::Undefined), keys));
        CHECK_FALSE(isTaken(with(u"exp"_s, u"9999999999"_s), keys));
    }
    SECTION("claims that were changed, and what is no token")
    {
        QByteArray token = rsa.sign(goodClaims());
        QJsonObject claims = goodClaims();
        claims[u"sub"] = u"person-8"_s;
        QList<QByteArray> parts = token.split('.');
        parts[1] = part(QJsonDocument(claims).toJson(QJsonDocument::Compact));
        CHECK_FALSE(isTaken(parts.join('.'), keys));
        for (const QByteArray& wrong : {QByteArray(), QByteArray(".."), QByteArray("a.b.c"),
                                        token.left(token.size() / 2), token + ".x", QByteArray(100000, 'a')})
            CHECK_FALSE(isTaken(wrong, keys));
    }
    SECTION("padding in the midst of a part or of a key, at which cjose would end the process")
    {
        QList<QByteArray> parts = rsa.sign(goodClaims()).split('.');
        for (const int part : {1, 2}) {
            QList<QByteArray> padded = parts;
            padded[part][4] = '=';
            CHECK_FALSE(isTaken(padded.join('.'), keys));
        }
        QJsonObject key = rsa.publicKey();
        key[u"n"] = QString(key[u"n"].toString()).replace(4, 1, u'=');
        CHECK_FALSE(isTaken(parts.join('.'), QJsonArray{key}));
    }
    SECTION("a key for encryption, or for another algorithm, does not sign")
    {
        QJsonObject key = rsa.publicKey();
        key[u"use"] = u"enc"_s;
        CHECK_FALSE(isTaken(rsa.sign(goodClaims()), {key}));
        key[u"use"] = u"sig"_s;
        CHECK(isTaken(rsa.sign(goodClaims()), {key}));
        key[u"alg"] = u"PS256"_s;
        CHECK_FALSE(isTaken(rsa.sign(goodClaims()), {key}));
    }
}
