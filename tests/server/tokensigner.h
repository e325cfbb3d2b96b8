// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <cjose/cjose.h>
#include <cstdlib>
#include <memory>

namespace handrail::tests {

/// Signs ID tokens as a provider does, and as an attacker would.
class TokenSigner
{
public:
    static TokenSigner rsa(const QString& keyId)
    {
        const uint8_t exponent[] = {0x01, 0x00, 0x01};
        cjose_err error{};
        return {cjose_jwk_create_RSA_random(2048, exponent, sizeof exponent, &error), "RS256", keyId};
    }
    static TokenSigner ec(const QString& keyId)
    {
        cjose_err error{};
        return {cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &error), "ES256", keyId};
    }
    static TokenSigner shared(const QString& keyId, const QByteArray& secret)
    {
        cjose_err error{};
        return {cjose_jwk_create_oct_spec(reinterpret_cast<const uint8_t*>(secret.constData()), size_t(secret.size()),
                                          &error),
                "HS256", keyId};
    }
    [[nodiscard]] QJsonObject publicKey() const
    {
        cjose_err error{};
        char* json = cjose_jwk_to_json(m_key.get(), false, &error);
        QJsonObject key = QJsonDocument::fromJson(json).object();
        std::free(json);
        key.insert(QStringLiteral("kid"), m_keyId);
        return key;
    }
    [[nodiscard]] QByteArray sign(const QJsonObject& claims) const
    {
        cjose_err error{};
        const QByteArray payload = QJsonDocument(claims).toJson(QJsonDocument::Compact);
        cjose_header_t* header = cjose_header_new(&error);
        REQUIRE(cjose_header_set(header, CJOSE_HDR_ALG, m_algorithm, &error));
        REQUIRE(cjose_header_set(header, CJOSE_HDR_KID, m_keyId.toUtf8().constData(), &error));
        cjose_jws_t* jws = cjose_jws_sign(m_key.get(), header, reinterpret_cast<const uint8_t*>(payload.constData()),
                                          size_t(payload.size()), &error);
        REQUIRE(jws != nullptr);
        const char* text = nullptr;
        REQUIRE(cjose_jws_export(jws, &text, &error));
        QByteArray token(text);
        cjose_jws_release(jws);
        cjose_header_release(header);
        return token;
    }

private:
    struct Release
    {
        void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
    };
    TokenSigner(cjose_jwk_t* key, const char* algorithm, QString keyId)
        : m_key(key)
        , m_algorithm(algorithm)
        , m_keyId(std::move(keyId))
    {
        REQUIRE(key != nullptr);
    }
    std::unique_ptr<cjose_jwk_t, Release> m_key;
    const char* m_algorithm;
    QString m_keyId;
};

} // namespace handrail::tests
