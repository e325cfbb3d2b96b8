// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonArray>

namespace handrail::server {

/// What an ID token must say to be the answer to our question.
struct IdTokenWish
{
    QString issuer;
    QString clientId;
    QString nonce;
    QDateTime now; ///< UTC, by our clock; a minute either way is forgiven.
};

/// Whom a provider's ID token names.
struct IdToken
{
    QString subject; ///< The provider's name for the person, for ever.
    QString email;   ///< Empty where it says none.
    bool emailVerified = false;
};

/// Checks an ID token (OpenID Connect Core 3.1.3.7): signature by one of `keys` (a JWK set's), RS256 or ES256 and
/// nothing else, whatever its header says; issuer, audience, times, nonce. NotAllowed where anything is wrong: what,
/// stands in the log only.
Result<IdToken> verifyIdToken(const QByteArray& token, const QJsonArray& keys, const IdTokenWish& wish);

/// The key that the token's header names; empty where it names none. For asking for newer keys.
QString keyIdOf(const QByteArray& token);

} // namespace handrail::server
