// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/qttransport.h"

#include "core/net/systemproxies.h"

#include <QEventLoop>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QThread>
#include <QTimer>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

using Kind = HttpOutcome::Kind;

QNetworkRequest prepared(const HttpRequest& request, const QSslConfiguration& tls)
{
    QNetworkRequest prepared(request.url);
    prepared.setSslConfiguration(tls);
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    prepared.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    prepared.setRawHeader("Accept-Encoding", "identity");
    for (const auto& [name, value] : request.headers)
        prepared.setRawHeader(name, value);
    return prepared;
}

/// Only what surely happened before the request left; everything else may have been carried out.
bool surelyNotSent(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProtocolUnknownError:
        return true;
    default:
        return false;
    }
}

/// Qt reports the statuses from 400 as errors too; for us they are answers like any other.
bool isAnswer(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError ||
           (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError) ||
           (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

/// Names of the enumeration only: Qt's own text of an error has the address in it.
QString nameOf(QNetworkReply::NetworkError error)
{
    return QVariant::fromValue(error).toString();
}

} // namespace

QtTransport::QtTransport(const ServerTrust& trust)
    : m_tls(trust.configuration())
{
    m_manager.setProxyFactory(new SystemProxies);
}

QtTransport::~QtTransport() = default;

HttpOutcome QtTransport::send(const HttpRequest& request)
{
    Q_ASSERT(QThread::currentThread() == m_manager.thread());
    if (m_cancelled)
        return {.kind = Kind::NotSent, .trouble = u"stopped"_s};
    const QString scheme = request.url.scheme();
    if (scheme != "https"_L1 && (scheme != "http"_L1 || !isLoopback(request.url)))
        return {.kind = Kind::NotSent, .trouble = u"plain HTTP is for this machine alone"_s};
    const bool hasBody = !request.body.isEmpty() || request.method != "GET";
    const std::unique_ptr<QNetworkReply> reply(
        m_manager.sendCustomRequest(prepared(request, m_tls), request.method, hasBody ? request.body : QByteArray()));
    return wait(*reply, request);
}

HttpOutcome QtTransport::wait(QNetworkReply& reply, const HttpRequest& request)
{
    HttpOutcome outcome;
    QEventLoop loop;
    const auto giveUp = [&](const QString& why) {
        if (outcome.trouble.isEmpty())
            outcome.trouble = why;
        reply.abort();
    };
    const auto collect = [&] {
        outcome.response.body += reply.readAll();
        if (outcome.response.body.size() > request.maxResponseBytes)
            giveUp(u"the answer is larger than %1 bytes"_s.arg(request.maxResponseBytes));
    };
    QObject::connect(&reply, &QNetworkReply::readyRead, &loop, collect);
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(request.timeoutMs, &loop, [&] { giveUp(u"no answer within %1 ms"_s.arg(request.timeoutMs)); });
    m_current = &reply;
    if (!reply.isFinished())
        loop.exec();
    m_current = nullptr;

    if (m_cancelled && outcome.trouble.isEmpty() && reply.error() == QNetworkReply::OperationCanceledError)
        outcome.trouble = u"stopped"_s;
    if (!outcome.trouble.isEmpty())
        return {.kind = Kind::Unknown, .trouble = outcome.trouble};
    collect();
    const auto error = reply.error();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!outcome.trouble.isEmpty() || status == 0 || !isAnswer(error))
        return {.kind = surelyNotSent(error) ? Kind::NotSent : Kind::Unknown,
                .trouble = outcome.trouble.isEmpty() ? nameOf(error) : outcome.trouble};
    outcome.kind = Kind::Answered;
    outcome.response.status = status;
    for (const auto& [name, value] : reply.rawHeaderPairs())
        outcome.response.headers.append({name, value});
    return outcome;
}

void QtTransport::cancel()
{
    m_cancelled = true;
    // Queued, so that the reply is touched in its own thread; send() looks at the flag first, so no request slips past.
    QMetaObject::invokeMethod(
        &m_manager,
        [this] {
            if (m_current != nullptr)
                m_current->abort();
        },
        Qt::QueuedConnection);
}

} // namespace handrail
