// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/httptransport.h"
#include "server/auth/idtoken.h"

#include <mutex>

namespace handrail::server {

/// The organisation's OpenID Connect provider, as the configuration names it.
struct OidcSettings
{
    QString issuer; ///< https://login.example.org, or http on loopback; empty: no single sign-on.
    QString clientId;
    QString clientSecret; ///< Empty: a public client, which PKCE alone protects.
    QString agency;       ///< Whose people it knows: the agency's id; empty: of every agency of this server.
    QString name;         ///< What people call it, for the button.
};

/// https, or http on this machine: tokens and keys travel nowhere else.
bool isSafeAddress(const QUrl& url);
/// Whether a host's name can only be this machine's own loopback.
bool isThisMachine(const QString& host);

/// Talks to the provider: discovery, keys, codes. Keeps what it learned for an hour; a key that it does not know makes
/// it ask once more. Safe to use from any thread; every call may wait for the provider.
class OidcProvider
{
public:
    /// All must outlive this object.
    OidcProvider(OidcSettings settings, HttpTransport& transport, const Clock& clock);

    [[nodiscard]] const OidcSettings& settings() const { return m_settings; }
    /// Where the browser goes.
    Result<QString> authorizationAddress();
    /// RFC 9207: `given` is the `iss` of the answer that the browser brought. NotAllowed for another provider's.
    Result<void> checkIssuer(const QString& given);
    /// Exchanges the code and checks the ID token that comes for it. NotAllowed: the provider refuses the code, or what
    /// it answers can't be trusted; Offline: it does not answer.
    Result<IdToken> redeem(const QString& code, const QString& verifier, const QString& redirectUri,
                           const QString& nonce);

private:
    struct Known
    {
        QJsonObject discovery;
        QJsonArray keys;
        qint64 atMs = 0;
    };
    Result<Known> known(bool anew = false);
    struct Tokens
    {
        QByteArray id;
        QByteArray access;
    };
    Result<QJsonObject> get(const QUrl& url, const QByteArray& accessToken = {});
    Result<QJsonObject> fetchDiscovery();
    Result<Tokens> exchange(const QUrl& endpoint, const QString& code, const QString& verifier,
                            const QString& redirectUri);
    /// Strict providers tell the email at their userinfo endpoint only (OpenID Connect Core 5.4).
    Result<IdToken> withEmail(IdToken token, const QUrl& endpoint, const QByteArray& accessToken);

    OidcSettings m_settings;
    HttpTransport& m_transport;
    const Clock& m_clock;
    std::mutex m_mutex;
    std::optional<Known> m_known;
};

} // namespace handrail::server
