// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/idtoken.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <cjose/cjose.h>
#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(logIdToken, "handrail.server.idtoken")

namespace handrail::server {

namespace {

constexpr qint64 forgivenSeconds = 60;
constexpr qsizetype longestToken = 16 * 1024;
constexpr size_t leastRsaBits = 2048;

struct Release
{
    void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
    void operator()(cjose_jwk_t* jwk) const { cjose_jwk_release(jwk); }
};
using Jws = std::unique_ptr<cjose_jws_t, Release>;
using Jwk = std::unique_ptr<cjose_jwk_t, Release>;

Error refused(const char* why)
{
    qCWarning(logIdToken) << "an ID token was refused:" << why;
    return {ErrorCode::NotAllowed,
            QCoreApplication::translate("Server",
                                        "What your organisation’s sign-in answered can’t be trusted, so it was not "
                                        "used. Try again, and tell your administrator if it stays so.")};
}

QJsonObject headerOf(const QByteArray& token)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        token.left(token.indexOf('.')), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? QJsonDocument::fromJson(*decoded).object() : QJsonObject();
}

/// Whether a text can be base64url without padding. cjose ends the process by an assertion where padding stands in the midst.
bool isBase64Url(const QByteArray& text)
{
    return text.size() % 4 != 1 && std::ranges::all_of(text, [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
           });
}

/// The algorithm decides which keys may be tried at all: a public key is never taken for a shared secret.
Jwk keyFor(const QString& algorithm, const QJsonObject& key)
{
    const bool isRsa = algorithm == "RS256"_L1;
    const QString stated = key[u"alg"].toString();
    if (key[u"use"].toString(u"sig"_s) != "sig"_L1 || (!stated.isEmpty() && stated != algorithm) ||
        key[u"kty"].toString() != (isRsa ? "RSA"_L1 : "EC"_L1) || (!isRsa && key[u"crv"].toString() != "P-256"_L1))
        return {};
    for (const QLatin1String number : {"n"_L1, "e"_L1, "x"_L1, "y"_L1})
        if (!isBase64Url(key[number].toString().toUtf8()))
            return {};
    const QByteArray json = QJsonDocument(key).toJson(QJsonDocument::Compact);
    cjose_err error{};
    Jwk jwk(cjose_jwk_import(json.constData(), size_t(json.size()), &error));
    if (!jwk || cjose_jwk_get_kty(jwk.get(), &error) != (isRsa ? CJOSE_JWK_KTY_RSA : CJOSE_JWK_KTY_EC) ||
        (isRsa && cjose_jwk_get_keysize(jwk.get(), &error) < leastRsaBits))
        return {};
    return jwk;
}

/// The claims where one of the keys signed them.
std::optional<QJsonObject> signedClaims(const QByteArray& token, const QString& algorithm, const QString& keyId,
                                        const QJsonArray& keys)
{
    for (const QJsonValue& value : keys) {
        const QJsonObject key = value.toObject();
        if (!keyId.isEmpty() && key[u"kid"].toString() != keyId)
            continue;
        const Jwk jwk = keyFor(algorithm, key);
        cjose_err error{};
        // A token is read anew for each key: verifying marks it.
        const Jws jws(cjose_jws_import(token.constData(), size_t(token.size()), &error));
        if (!jwk || !jws || !cjose_jws_verify(jws.get(), jwk.get(), &error))
            continue;
        uint8_t* bytes = nullptr;
        size_t length = 0;
        if (!cjose_jws_get_plaintext(jws.get(), &bytes, &length, &error))
            continue;
        return QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char*>(bytes), qsizetype(length))).object();
    }
    return std::nullopt;
}

bool isForUs(const QJsonObject& claims, const QString& clientId)
{
    const QJsonValue audience = claims[u"aud"];
    const bool several = audience.isArray() && audience.toArray().size() > 1;
    const bool named = audience.isArray() ? audience.toArray().contains(clientId) : audience.toString() == clientId;
    const QJsonValue party = claims[u"azp"];
    return named && !clientId.isEmpty() && (party.isUndefined() ? !several : party.toString() == clientId);
}

bool isOfNow(const QJsonObject& claims, const QDateTime& now)
{
    const double seconds = double(now.toSecsSinceEpoch());
    const double expires = claims[u"exp"].toDouble(0);
    const double issued = claims[u"iat"].toDouble(-1);
    const double notBefore = claims[u"nbf"].toDouble(0);
    return expires > seconds - forgivenSeconds && issued >= 0 && issued <= seconds + forgivenSeconds &&
           notBefore <= seconds + forgivenSeconds;
}

} // namespace

QString keyIdOf(const QByteArray& token)
{
    return headerOf(token)[u"kid"].toString();
}

Result<IdToken> verifyIdToken(const QByteArray& token, const QJsonArray& keys, const IdTokenWish& wish)
{
    if (token.size() > longestToken || token.count('.') != 2)
        return refused("it is no signed token");
    if (!std::ranges::all_of(token.split('.'), isBase64Url))
        return refused("its parts are no base64url");
    const QJsonObject header = headerOf(token);
    const QString algorithm = header[u"alg"].toString();
    if (algorithm != "RS256"_L1 && algorithm != "ES256"_L1)
        return refused("its algorithm is not one that we take");
    if (header.contains("crit"_L1))
        return refused("its header asks for something that we do not know");
    const auto claims = signedClaims(token, algorithm, header[u"kid"].toString(), keys);
    if (!claims)
        return refused("none of the provider's keys signed it");
    if ((*claims)[u"iss"].toString() != wish.issuer || wish.issuer.isEmpty())
        return refused("it is of another issuer");
    if (!isForUs(*claims, wish.clientId))
        return refused("it is for somebody else");
    if (!isOfNow(*claims, wish.now))
        return refused("it is expired, or of the future");
    if (wish.nonce.isEmpty() || (*claims)[u"nonce"].toString() != wish.nonce)
        return refused("it answers another question (nonce)");
    const QString subject = (*claims)[u"sub"].toString();
    if (subject.isEmpty() || subject.size() > 255)
        return refused("it names nobody");
    return IdToken{subject, (*claims)[u"email"].toString().trimmed().toLower(),
                   (*claims)[u"email_verified"].toBool(false)};
}

} // namespace handrail::server
