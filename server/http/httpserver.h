// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpmeter.h"
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
    int ioThreads = 0;                             ///< That move bytes; 0: as many as processors, at most 4.
    int threads = 4;                               ///< That answer requests; each has a database connection.
    int slowThreads = 4;                           ///< For the routes that wait for carriers.
    int maxConnections = 20000;                    ///< More are answered 503, or closed.
    int maxPerAddress = 1000;                      ///< Connections of one address; 0: no limit.
    bool countThisMachine = false;                 ///< The limit holds for 127.0.0.1 and ::1, too.
    int maxQueued = 2000;                          ///< Requests that wait for a thread; more are answered 503.
    qint64 maxBodyBytes = 128LL * 1024 * 1024;     ///< Of all bodies that are in memory at once.
    bool stopOnSignals = false;                    ///< SIGTERM and SIGINT end waitForStop().
    QStringList trustedProxies;                    ///< Whose X-Forwarded-For is believed; not counted by address.
    QString tlsCertificate;                        ///< PEM files; empty: plain HTTP.
    QString tlsKey;
    bool hsts = false;           ///< Browsers are told to come by https only.
    QByteArray requestIds = "r"; ///< What the ids of requests begin with, so that those of two processes differ.
    HttpMeter* meter = nullptr;
    std::chrono::milliseconds idle{15000};  ///< From a connection's start or last answer to a whole request header.
    std::chrono::milliseconds body{60000};  ///< For a request's body, and for an answer to leave.
    std::chrono::milliseconds drain{0};     ///< Goes on answering for so long after the signal, isStopping() already.
    std::chrono::milliseconds grace{10000}; ///< For what is under way when the server stops.
};

/// HTTP/1.1 by Boost.Beast: a few threads move bytes, each for connections of its own, and a pool answers. Bounded in every direction: header 16 KB, body as
/// the route says, time as the settings say; a request that two programs could read differently is refused (RFC 9112
/// section 11.2). TLS 1.2 and 1.3 by files, which are read again when they change or at SIGHUP.
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
    /// Blocks until a signal asks the server to stop, and the drain's time is over; then call stop().
    void waitForStop();
    /// Takes no more connections, closes idle ones, lets requests end within the grace. `hurry` is called when it is
    /// over and requests are still under way: to end what they wait for; they get two seconds more for their answers.
    /// Returns when all handlers have returned.
    void stop(const std::function<void()>& hurry = {});
    /// From the signal on.
    [[nodiscard]] bool isStopping() const;
    /// For tests and health: how many are open now.
    [[nodiscard]] int connections() const;
    [[nodiscard]] int waiting() const; ///< Requests that wait for news.
    [[nodiscard]] int queued() const;  ///< Requests that a thread works on or that wait for one.

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace handrail::server
