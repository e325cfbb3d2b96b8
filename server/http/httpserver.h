// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/store/news.h"

#include <QStringList>
#include <chrono>
#include <memory>

namespace handrail::server {

struct HttpSettings
{
    QString address = QStringLiteral("127.0.0.1"); ///< An IP address of this machine.
    quint16 port = 0;                              ///< 0: a free one.
    int threads = 4;                               ///< That answer requests; each has a database connection.
    int slowThreads = 4;                           ///< For the routes that wait for carriers.
    int maxConnections = 20000;                    ///< More are closed at once.
    int maxQueued = 2000;                          ///< Requests that wait for a thread; more are answered 503.
    bool stopOnSignals = false;                    ///< SIGTERM and SIGINT end waitForStop().
    QStringList trustedProxies;                    ///< Whose X-Forwarded-For is believed.
    std::chrono::milliseconds idle{15000};  ///< From a connection's start or last answer to a whole request header.
    std::chrono::milliseconds body{60000};  ///< For a request's body, and for an answer to leave.
    std::chrono::milliseconds grace{10000}; ///< For what is under way when the server stops.
};

/// HTTP/1.1 by Boost.Beast: one thread moves bytes, a pool answers. Bounded in every direction: header 16 KB, body as
/// the route says, time as the settings say; a request that two programs could read differently is refused (RFC 9112
/// section 11.2). Speaks plain HTTP: on loopback, or behind a proxy that ends TLS.
class HttpServer
{
public:
    /// `router` and `news` must outlive the server; routes are added before
    /// start().
    HttpServer(HttpSettings settings, const Router& router, News& news);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Takes the port, which is the answer; connections wait until start().
    Result<quint16> listen();
    /// Answers connections, on threads of its own. Only after listen() went well.
    void start();
    /// Blocks until a signal asks the server to stop; then call stop().
    void waitForStop();
    /// Takes no more connections, closes idle ones, lets requests end within the grace. Returns when all is done.
    void stop();
    /// For tests and health: how many are open now.
    [[nodiscard]] int connections() const;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace handrail::server
