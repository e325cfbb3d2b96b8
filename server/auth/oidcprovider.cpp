// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/oidcprovider.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QUrlQuery>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(logOidc, "handrail.server.oidc")

namespace handrail::server {

namespace {

constexpr qint64 keptMs = 3600LL * 1000;
constexpr int patienceMs = 10000;
constexpr qint64 largestAnswer = 256LL * 1024;

QString tr(const char* text)
{
    return QCoreApplication::translate("Server", text);
}

Error unreachable(const char* what)
{
    qCWarning(logOidc) << "the organisation's sign-in can't be used:" << what;
    return {ErrorCode::Offline,
            tr("Your organisation’s sign-in does not answer the Handrail server. Try again in a few "
               "minutes, or sign in with your password.")};
}

Error codeRefused()
{
    return {ErrorCode::NotAllowed, tr("Your organisation’s sign-in did not confirm this. Start again.")};
}

QByteArray formEncoded(const std::vector<std::pair<QString, QString>>& fields)
{
    QByteArray body;
    for (const auto& [name, value] : fields)
        body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    return body;
}

} // namespace

bool isSafeAddress(const QUrl& url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isThisMachine(url.host()));
}

bool isThisMachine(const QString& host)
{
    return host == "127.0.0.1"_L1 || host == "::1"_L1 || host == "localhost"_L1;
}

OidcProvider::OidcProvider(OidcSettings settings, HttpTransport& transport, const Clock& clock)
    : m_settings(std::move(settings))
    , m_transport(transport)
    , m_clock(clock)
{
}

Result<QJsonObject> OidcProvider::get(const QUrl& url, const QByteArray& accessToken)
{
    if (!isSafeAddress(url))
        return unreachable("an address of its is neither https nor on this machine");
    HttpRequest request{.url = url,
                        .headers = {{"Accept", "application/json"}},
                        .timeoutMs = patienceMs,
                        .maxResponseBytes = largestAnswer};
    if (!accessToken.isEmpty())
        request.headers.emplaceBack("Authorization", "Bearer " + accessToken);
    const HttpOutcome outcome = m_transport.send(request);
    if (outcome.kind != HttpOutcome::Kind::Answered || outcome.response.status != 200)
        return unreachable("it gives no document");
    const QJsonDocument document = QJsonDocument::fromJson(outcome.response.body);
    if (!document.isObject())
        return unreachable("its document is not JSON");
    return document.object();
}

/// OpenID Connect Discovery 4.3: the document must name the very issuer that it was asked of.
Result<QJsonObject> OidcProvider::fetchDiscovery()
{
    auto document = get(QUrl(m_settings.issuer + u"/.well-known/openid-configuration"_s));
    if (!document)
        return document;
    if ((*document)[u"issuer"].toString() != m_settings.issuer)
        return unreachable("its document names another issuer");
    for (const QLatin1String name : {"authorization_endpoint"_L1, "token_endpoint"_L1, "jwks_uri"_L1})
        if (!isSafeAddress(QUrl((*document)[name].toString(), QUrl::StrictMode)))
            return unreachable("an address in its document is neither https nor on this machine");
    return document;
}

Result<OidcProvider::Known> OidcProvider::known(bool anew)
{
    const std::lock_guard lock(m_mutex);
    const qint64 now = m_clock.monotonicMs();
    if (m_known && !anew && now - m_known->atMs < keptMs)
        return *m_known;
    const auto discovery = fetchDiscovery();
    if (!discovery)
        return discovery.error();
    const auto keys = get(QUrl((*discovery)[u"jwks_uri"].toString()));
    if (!keys)
        return keys.error();
    m_known = Known{*discovery, (*keys)[u"keys"].toArray(), now};
    return *m_known;
}

Result<QString> OidcProvider::authorizationAddress()
{
    const auto provider = known();
    return provider ? Result<QString>(provider->discovery[u"authorization_endpoint"].toString()) : provider.error();
}

Result<void> OidcProvider::checkIssuer(const QString& given)
{
    const auto provider = known();
    if (!provider)
        return provider.error();
    const bool must = provider->discovery[u"authorization_response_iss_parameter_supported"].toBool(false);
    if (given == m_settings.issuer || (given.isEmpty() && !must))
        return {};
    qCWarning(logOidc) << "the browser brought the answer of another issuer";
    return codeRefused();
}

Result<OidcProvider::Tokens> OidcProvider::exchange(const QUrl& endpoint, const QString& code, const QString& verifier,
                                                    const QString& redirectUri)
{
    HttpRequest request{
        .method = "POST",
        .url = endpoint,
        .headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}},
        .body = formEncoded({{u"grant_type"_s, u"authorization_code"_s},
                             {u"code"_s, code},
                             {u"redirect_uri"_s, redirectUri},
                             {u"client_id"_s, m_settings.clientId},
                             {u"code_verifier"_s, verifier}}),
        .timeoutMs = patienceMs,
        .maxResponseBytes = largestAnswer};
    if (!m_settings.clientSecret.isEmpty()) // RFC 6749 section 2.3.1: both are form-encoded first.
        request.headers.emplaceBack("Authorization", "Basic " + (QUrl::toPercentEncoding(m_settings.clientId) + ':' +
                                                                 QUrl::toPercentEncoding(m_settings.clientSecret))
                                                                    .toBase64());
    const HttpOutcome outcome = m_transport.send(request);
    if (outcome.kind != HttpOutcome::Kind::Answered || outcome.response.status >= 500)
        return unreachable("it does not exchange the code");
    if (outcome.response.status != 200) {
        qCWarning(logOidc) << "the code was refused with" << outcome.response.status;
        return codeRefused();
    }
    const QJsonObject answer = QJsonDocument::fromJson(outcome.response.body).object();
    const Tokens tokens{answer[u"id_token"].toString().toLatin1(), answer[u"access_token"].toString().toLatin1()};
    return tokens.id.isEmpty() ? Result<Tokens>(codeRefused()) : tokens;
}

Result<IdToken> OidcProvider::redeem(const QString& code, const QString& verifier, const QString& redirectUri,
                                     const QString& nonce)
{
    auto provider = known();
    if (!provider)
        return provider.error();
    const auto tokens = exchange(QUrl(provider->discovery[u"token_endpoint"].toString()), code, verifier, redirectUri);
    if (!tokens)
        return tokens.error();
    const QString keyId = keyIdOf(tokens->id);
    const bool isKnown = std::ranges::any_of(
        provider->keys, [&](const auto& key) { return key.toObject()[u"kid"].toString() == keyId; });
    if (!isKnown && !keyId.isEmpty()) {
        provider = known(true); // Providers change their keys; asked once a sign-in at most.
        if (!provider)
            return provider.error();
    }
    const auto token =
        verifyIdToken(tokens->id, provider->keys, {m_settings.issuer, m_settings.clientId, nonce, m_clock.now()});
    const QString userInfo = provider->discovery[u"userinfo_endpoint"].toString();
    if (!token || !token->email.isEmpty() || userInfo.isEmpty() || tokens->access.isEmpty())
        return token;
    return withEmail(*token, QUrl(userInfo, QUrl::StrictMode), tokens->access);
}

Result<IdToken> OidcProvider::withEmail(IdToken token, const QUrl& endpoint, const QByteArray& accessToken)
{
    const auto claims = get(endpoint, accessToken);
    if (!claims)
        return claims.error();
    // Core 5.3.2: what is said of somebody else is not used.
    if ((*claims)[u"sub"].toString() == token.subject) {
        token.email = (*claims)[u"email"].toString().trimmed().toLower();
        token.emailVerified = (*claims)[u"email_verified"].toBool(false);
    }
    return token;
}

} // namespace handrail::server
