// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/servertrust.h"
#include "core/ports/httptransport.h"

#include <QNetworkAccessManager>
#include <atomic>

class QNetworkReply;

namespace handrail {

/// HTTP by Qt. Lives in one thread, which must not be the GUI's: `send` blocks there, on an event loop of its own.
/// Follows no redirect, keeps no cookie and no cache, asks for no compression (so that a small answer can't unpack into
/// a huge one). TLS 1.2 or newer with the certificate checked, or nothing: plain HTTP goes to this machine alone. Where a kept-alive connection turns out to be dead, Qt sends the request
/// once more: fit for the idempotent requests of our protocol, not for calling a carrier.
class QtTransport : public HttpTransport
{
public:
    explicit QtTransport(const ServerTrust& trust = {});
    ~QtTransport() override;
    QtTransport(const QtTransport&) = delete;
    QtTransport& operator=(const QtTransport&) = delete;

    HttpOutcome send(const HttpRequest& request) override;

    /// Ends the request under way, and every later one at once, as NotSent or Unknown. For stopping; from any thread.
    void cancel();

private:
    HttpOutcome wait(QNetworkReply& reply, const HttpRequest& request);

    QNetworkAccessManager m_manager;
    QSslConfiguration m_tls;
    QNetworkReply* m_current = nullptr; ///< Touched in this transport's own thread only.
    std::atomic_bool m_cancelled = false;
};

} // namespace handrail
