// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/serverlink.h"

#include "core/protocol/version.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace handrail::sync {

namespace {

constexpr int patienceMs = 20000;
/// Several megabytes over a slow line.
constexpr int snapshotPatienceMs = 60000;
/// Handing a message to the carrier is the server's errand within our request: it has time-outs of its own.
constexpr int sendPatienceMs = 90000;

Error trouble(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("Sync", sentence)};
}

Error notReached()
{
    return trouble(ErrorCode::Offline,
                   QT_TRANSLATE_NOOP("Sync", "The server can't be reached. Your work is kept on this computer and "
                                             "messages wait; both go out by themselves once it answers again."));
}

/// As good as offline for all that waits, but in words of its own: somebody has to look at it.
Error untrusted()
{
    return trouble(ErrorCode::Offline,
                   QT_TRANSLATE_NOOP("Sync", "What answers at the server's address can't prove that it is your agency's "
                                             "server, so nothing was sent to it. On a guest network, sign in to the "
                                             "network first. Otherwise tell your administrator: the server's "
                                             "certificate is not one that this computer trusts."));
}

/// The certificate is none that may be accepted, or the TLS too old: core/net names Qt's error.
bool isUntrusted(const HttpOutcome& outcome)
{
    return outcome.trouble == "SslHandshakeFailedError"_L1;
}

Error noAnswer()
{
    return trouble(ErrorCode::Offline, QT_TRANSLATE_NOOP("Sync", "The server did not answer in time. Nothing is lost; "
                                                                 "Handrail tries again by itself."));
}

Error notHandrail()
{
    return trouble(ErrorCode::ServerTrouble,
                   QT_TRANSLATE_NOOP("Sync", "What answers at the server's address is not a Handrail server, or its "
                                             "answer was cut off. Check the address and the network (a sign-in page of "
                                             "a guest network answers like this); nothing is lost."));
}

Error signInAgain()
{
    return trouble(ErrorCode::Unauthorized,
                   QT_TRANSLATE_NOOP("Sync", "The server does not know this device any more. Sign in again; your work "
                                             "on this computer is kept."));
}

Error newerServer()
{
    return trouble(ErrorCode::NewerVersion,
                   QT_TRANSLATE_NOOP("Sync", "The server is of a newer version than this Handrail. Update Handrail to "
                                             "go on; your work on this computer is kept."));
}

/// A proxy in front of the server may take less than the server does (nginx: 1 MB), and says so in HTML: a push that
/// is halved gets through.
Error tooBig()
{
    return trouble(ErrorCode::InvalidInput,
                   QT_TRANSLATE_NOOP("Sync", "The server, or what stands in front of it, does not take a message of "
                                             "this size. Ask your administrator to raise its limit to 8 MB."));
}

Error serverBroken(int status)
{
    return {ErrorCode::ServerTrouble,
            QCoreApplication::translate("Sync", "The server has trouble of its own (%1). Nothing is lost; Handrail "
                                                "tries again by itself.")
                .arg(status)};
}

/// Why an answer other than 2xx came, in the server's own words where it has some.
Error refusal(const HttpResponse& response, bool signedIn)
{
    const auto object = protocol::parseObject(response.body);
    const bool inItsWords = object.ok() && object->contains("code"_L1) && object->contains("sentence"_L1);
    if (response.status == 401 && (signedIn || !inItsWords))
        return signInAgain();
    if (response.status >= 500)
        return serverBroken(response.status);
    if (inItsWords)
        return protocol::readError(*object);
    if (response.status == 413)
        return tooBig();
    return notHandrail();
}

} // namespace

ServerLink::ServerLink(HttpTransport& transport, QUrl address, QByteArray token)
    : m_transport(transport)
    , m_address(std::move(address))
    , m_token(std::move(token))
{
}

QUrl ServerLink::urlOf(const QString& path) const
{
    QUrl url = m_address;
    url.setPath(m_address.path() + path);
    return url;
}

Result<QJsonObject> ServerLink::ask(HttpRequest request)
{
    request.headers.emplaceBack("Accept", "application/json");
    request.headers.emplaceBack(protocol::versionHeader, QByteArray::number(protocol::version));
    if (!m_token.isEmpty())
        request.headers.emplaceBack("Authorization", "Bearer " + m_token);
    request.maxResponseBytes = protocol::maxBodyBytes;
    const HttpOutcome outcome = m_transport.send(request);
    if (outcome.kind == HttpOutcome::Kind::NotSent)
        return isUntrusted(outcome) ? untrusted() : notReached();
    if (outcome.kind == HttpOutcome::Kind::Unknown)
        return noAnswer();
    if (outcome.response.header(protocol::versionHeader).toInt() > protocol::version)
        return newerServer();
    if (outcome.response.status < 200 || outcome.response.status > 299)
        return refusal(outcome.response, !m_token.isEmpty());
    auto object = protocol::parseObject(outcome.response.body);
    if (!object)
        return notHandrail();
    return object;
}

Result<QJsonObject> ServerLink::post(const QString& path, const QJsonObject& body)
{
    return ask({.method = "POST",
                .url = urlOf(path),
                .headers = {{"Content-Type", "application/json"}},
                .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
                .timeoutMs = path.endsWith("/send"_L1) || path.endsWith("/test"_L1) ? sendPatienceMs : patienceMs});
}

Result<protocol::SignInAnswer> ServerLink::signIn(const protocol::SignInRequest& request)
{
    const auto answer = post(u"/v1/sign-in"_s, protocol::toJson(request));
    return answer ? protocol::readSignInAnswer(*answer) : answer.error();
}

Result<protocol::SignInOutcome> ServerLink::beginSignIn(protocol::SignInRequest request)
{
    request.knowsSecondFactor = true;
    const auto answer = post(u"/v1/sign-in"_s, protocol::toJson(request));
    return answer ? protocol::readSignInOutcome(*answer) : answer.error();
}

Result<protocol::SignInOutcome> ServerLink::sendCode(const protocol::SecondFactorRequest& request)
{
    const auto answer = post(u"/v1/sign-in/second-factor"_s, protocol::toJson(request));
    return answer ? protocol::readSignInOutcome(*answer) : answer.error();
}

Result<protocol::SignInMethods> ServerLink::signInMethods()
{
    const auto answer = ask({.url = urlOf(u"/v1/sign-in/methods"_s), .timeoutMs = patienceMs});
    return answer ? protocol::readSignInMethods(*answer) : answer.error();
}

Result<protocol::SingleSignOnStart> ServerLink::startSingleSignOn(const protocol::SingleSignOnRequest& request)
{
    const auto answer = post(u"/v1/sign-in/oidc/start"_s, toJson(request));
    return answer ? protocol::readSingleSignOnStart(*answer) : answer.error();
}

Result<protocol::SignInOutcome> ServerLink::finishSingleSignOn(const protocol::SingleSignOnFinish& request)
{
    const auto answer = post(u"/v1/sign-in/oidc"_s, toJson(request));
    return answer ? protocol::readSignInOutcome(*answer) : answer.error();
}

Result<protocol::DevicesAnswer> ServerLink::devices(const std::optional<UserId>& user)
{
    QUrl url = urlOf(u"/v1/devices"_s);
    if (user)
        url.setQuery(u"user="_s + user->toString());
    const auto answer = ask({.url = url, .timeoutMs = patienceMs});
    return answer ? protocol::readDevicesAnswer(*answer) : answer.error();
}

Result<void> ServerLink::revokeDevice(const DeviceId& device, bool wipe)
{
    const auto answer = post(u"/v1/devices/%1/revoke"_s.arg(device.toString()),
                             wipe ? QJsonObject{{u"wipe"_s, true}} : QJsonObject());
    return answer ? Result<void>() : answer.error();
}

Result<bool> ServerLink::wipeOrdered()
{
    const auto answer = post(u"/v1/wipe"_s, {});
    return answer ? Result<bool>((*answer)[u"wipe"].toBool()) : answer.error();
}

Result<protocol::SecondFactorReport> ServerLink::secondFactor()
{
    const auto answer = ask({.url = urlOf(u"/v1/second-factor"_s), .timeoutMs = patienceMs});
    return answer ? protocol::readSecondFactorReport(*answer) : answer.error();
}

Result<protocol::SetUpAnswer> ServerLink::setUpSecondFactor(const protocol::SetUpRequest& request)
{
    const auto answer = post(u"/v1/second-factor/set-up"_s, toJson(request));
    return answer ? protocol::readSetUpAnswer(*answer) : answer.error();
}

Result<protocol::RecoveryCodesAnswer> ServerLink::confirmSecondFactor(const protocol::ConfirmRequest& request)
{
    const auto answer = post(u"/v1/second-factor/confirm"_s, toJson(request));
    return answer ? protocol::readRecoveryCodesAnswer(*answer) : answer.error();
}

Result<void> ServerLink::turnOffSecondFactor(const protocol::TurnOffRequest& request)
{
    const auto answer = post(u"/v1/second-factor/off"_s, toJson(request));
    return answer ? Result<void>() : answer.error();
}

Result<protocol::PushAnswer> ServerLink::push(const QList<Change>& changes)
{
    const auto answer = post(u"/v1/changes"_s, toJson(protocol::PushRequest{changes}));
    return answer ? protocol::readPushAnswer(*answer) : answer.error();
}

Result<protocol::PullAnswer> ServerLink::pull(qint64 since, int limit, int waitSeconds, const QString& sight)
{
    QUrl url = urlOf(u"/v1/changes"_s);
    QUrlQuery query;
    query.addQueryItem(u"since"_s, QString::number(since));
    query.addQueryItem(u"limit"_s, QString::number(limit));
    if (waitSeconds > 0)
        query.addQueryItem(u"wait"_s, QString::number(waitSeconds));
    if (!sight.isEmpty())
        query.addQueryItem(u"sight"_s, sight);
    url.setQuery(query);
    const auto answer = ask({.url = url, .timeoutMs = patienceMs + waitSeconds * 1000});
    if (!answer)
        return answer.error();
    auto page = protocol::readPullAnswer(*answer);
    if (page)
        m_serverTime = page->serverTime;
    return page;
}

Result<protocol::SnapshotAnswer> ServerLink::snapshot(const QString& cursor)
{
    QUrl url = urlOf(u"/v1/snapshot"_s);
    QUrlQuery query;
    if (!cursor.isEmpty())
        query.addQueryItem(u"cursor"_s, cursor);
    url.setQuery(query);
    const auto answer = ask({.url = url, .timeoutMs = snapshotPatienceMs});
    return answer ? protocol::readSnapshotAnswer(*answer) : answer.error();
}

Result<protocol::ClaimAnswer> ServerLink::claim(int limit)
{
    const auto answer = post(u"/v1/messages/claim"_s, {{u"limit"_s, limit}});
    return answer ? protocol::readClaimAnswer(*answer) : answer.error();
}

Result<protocol::SendAnswer> ServerLink::send(const MessageId& id, const protocol::SendRequest& request)
{
    const auto answer = post(u"/v1/messages/%1/send"_s.arg(id.toString()), toJson(request));
    return answer ? protocol::readSendAnswer(*answer) : answer.error();
}

Result<void> ServerLink::release(const MessageId& id, const protocol::ReleaseRequest& request)
{
    const auto answer = post(u"/v1/messages/%1/release"_s.arg(id.toString()), toJson(request));
    return answer ? Result<void>() : answer.error();
}

Result<void> ServerLink::decide(const MessageId& id, const protocol::DecisionRequest& request)
{
    const auto answer = post(u"/v1/messages/%1/decision"_s.arg(id.toString()), toJson(request));
    return answer ? Result<void>() : answer.error();
}

Result<protocol::PrintedLinkAnswer> ServerLink::printedLink(const protocol::PrintedLinkRequest& request)
{
    const auto answer = post(u"/v1/printed-links"_s, toJson(request));
    return answer ? protocol::readPrintedLinkAnswer(*answer) : answer.error();
}

Result<protocol::PrintedLinkList> ServerLink::printedLinks(const ClientId& client)
{
    QUrl url = urlOf(u"/v1/printed-links"_s);
    url.setQuery(u"client="_s + client.toString());
    const auto answer = ask({.url = url, .timeoutMs = patienceMs});
    return answer ? protocol::readPrintedLinkList(*answer) : answer.error();
}

Result<protocol::PrintedLink> ServerLink::revokePrintedLink(const QString& id)
{
    const auto answer = post(u"/v1/printed-links/%1/revoke"_s.arg(id), {});
    return answer ? protocol::readPrintedLink(*answer) : answer.error();
}

Result<void> ServerLink::changePassword(const protocol::PasswordRequest& request)
{
    const auto answer = post(u"/v1/password"_s, toJson(request));
    return answer ? Result<void>() : answer.error();
}

Result<void> ServerLink::signOut()
{
    const auto answer = post(u"/v1/sign-out"_s, {});
    return answer ? Result<void>() : answer.error();
}

Result<protocol::GatewayReport> ServerLink::gatewayReport()
{
    const auto answer = ask({.url = urlOf(u"/v1/gateway"_s), .timeoutMs = patienceMs});
    return answer ? protocol::readGatewayReport(*answer) : answer.error();
}

Result<protocol::TestMessageAnswer> ServerLink::sendTest(const protocol::TestMessageRequest& request)
{
    const auto answer = post(u"/v1/gateway/test"_s, toJson(request));
    return answer ? protocol::readTestMessageAnswer(*answer) : answer.error();
}

} // namespace handrail::sync
