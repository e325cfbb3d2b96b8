// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>
#include <utility>

namespace handrail {

struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int timeoutMs = 15000;
    qint64 maxResponseBytes = 32LL * 1024 * 1024;
};

struct HttpResponse
{
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Names as received; compare without case.
    QByteArray body;

    /// The first header of that name, or empty.
    [[nodiscard]] QByteArray header(const QByteArray& name) const
    {
        for (const auto& [key, value] : headers)
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        return {};
    }
};

/// What became of a request. Whether it may have been carried out matters more than why it failed.
struct HttpOutcome
{
    enum class Kind {
        Answered, ///< A whole response came back, whatever its status.
        NotSent,  ///< It surely did not reach the other side: no route, refused, TLS failure, name not found.
        Unknown,  ///< It may have been carried out: time-out, reset, or a broken response after it left.
    } kind = Kind::Unknown;
    HttpResponse response;
    QString trouble; ///< For the log; names no person and no secret.
};

/// HTTP reduced to one function. It blocks for up to the request's time-out, so it is never called in a GUI thread;
/// docs/decisions/0003-blocking-ports.md says why it isn't a callback.
class HttpTransport
{
public:
    virtual ~HttpTransport() = default;
    virtual HttpOutcome send(const HttpRequest& request) = 0;
};

} // namespace handrail
