// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/browsersignin.h"

#include "core/system/systemrandom.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QOAuth2AuthorizationCodeFlow>

using namespace Qt::Literals::StringLiterals;

namespace handrail::composition {

namespace {

QString base64Url(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// Qt writes the address of a code flow; exchanging the code is the server's. What Qt 6.4 lacks (PKCE, nonce) comes in
/// by modifyParametersFunction.
class CodeFlow : public QOAuth2AuthorizationCodeFlow
{
public:
    using QOAuth2AuthorizationCodeFlow::buildAuthenticateUrl;
};

bool isSafe(const QUrl& url)
{
    const bool here = url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && here));
}

} // namespace

BrowserSignIn::BrowserSignIn(std::chrono::milliseconds patience, QObject* parent)
    : QObject(parent)
    , m_handler(QHostAddress(QHostAddress::LocalHost), 0)
    , m_verifier(base64Url(SystemRandom().bytes(32)))
    , m_state(base64Url(SystemRandom().bytes(32)))
{
    m_handler.setCallbackText(tr("You can close this page and go back to Handrail."));
    connect(&m_handler, &QAbstractOAuthReplyHandler::callbackReceived, this, &BrowserSignIn::take);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_attempt.clear();
        m_handler.close();
        Q_EMIT timedOut();
    });
    m_timer.start(patience);
}

QString BrowserSignIn::redirectUri() const
{
    // Of the number and not the name, which may lead to another address (RFC 8252 section 8.3).
    return m_handler.isListening() ? u"http://127.0.0.1:%1/"_s.arg(m_handler.port()) : QString();
}

QString BrowserSignIn::codeChallenge() const
{
    return base64Url(QCryptographicHash::hash(m_verifier.toLatin1(), QCryptographicHash::Sha256));
}

QUrl BrowserSignIn::address(const protocol::SingleSignOnStart& start)
{
    const QUrl authorization(start.authorization, QUrl::StrictMode);
    if (!isSafe(authorization))
        return {};
    m_attempt = start.attempt;
    CodeFlow flow;
    flow.setReplyHandler(&m_handler);
    flow.setAuthorizationUrl(authorization);
    flow.setClientIdentifier(start.clientId);
    flow.setScope(start.scope);
    flow.setState(m_state);
    flow.setModifyParametersFunction(
        [this, &start](QAbstractOAuth::Stage stage, QMultiMap<QString, QVariant>* parameters) {
            if (stage != QAbstractOAuth::Stage::RequestingAuthorization)
                return;
            parameters->replace(u"redirect_uri"_s, redirectUri());
            parameters->replace(u"code_challenge"_s, codeChallenge());
            parameters->replace(u"code_challenge_method"_s, u"S256"_s);
            parameters->replace(u"nonce"_s, start.nonce);
        });
    return flow.buildAuthenticateUrl();
}

/// Anybody on this machine can open our port: without our state nothing is taken.
void BrowserSignIn::take(const QVariantMap& values)
{
    if (m_attempt.isEmpty() || values.value(u"state"_s).toString() != m_state)
        return;
    // Qt gives them as they stand in the address: an issuer's slashes are still encoded.
    const auto decoded = [&](const QString& name) {
        return QUrl::fromPercentEncoding(values.value(name).toString().toUtf8());
    };
    const QString code = decoded(u"code"_s);
    const protocol::SingleSignOnFinish finish{m_attempt, code, m_verifier, decoded(u"iss"_s)};
    m_attempt.clear();
    m_timer.stop();
    m_handler.close();
    if (code.isEmpty())
        Q_EMIT refused();
    else
        Q_EMIT answered(finish);
}

} // namespace handrail::composition
