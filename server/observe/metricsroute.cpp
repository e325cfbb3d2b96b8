// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/observe/metricsroute.h"

#include "server/http/jsonanswer.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace handrail::server {

namespace {

/// Hashed, so that how long comparing takes says nothing about the token.
QByteArray hashOf(const QByteArray& token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

} // namespace

void registerMetricsRoute(Router& router, Metrics& metrics, const QString& token, std::function<void()> refresh)
{
    const QByteArray wanted = token.isEmpty() ? QByteArray() : hashOf("Bearer " + token.toUtf8());
    router.add("GET", "/metrics", [&metrics, wanted, refresh = std::move(refresh)](const Request& request) {
        if (!wanted.isEmpty() && hashOf(request.header("Authorization")) != wanted)
            return errorAnswer({ErrorCode::Unauthorized,
                                QCoreApplication::translate("Server", "These numbers are for those with a token.")});
        refresh();
        return Response{.status = 200,
                        .headers = {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"},
                                    {"Cache-Control", "no-store"}},
                        .body = metrics.text()};
    });
}

} // namespace handrail::server
