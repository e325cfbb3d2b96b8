// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"

#include "server/http/connection.h"
#include "server/http/reloadsignal.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <future>
#include <thread>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(logHttp, "handrail.server.http")

namespace handrail::server {

/// One connection's trouble must not end the others.
static void logTrouble(std::exception_ptr trouble)
{
    try {
        if (trouble)
            std::rethrow_exception(trouble);
    } catch (const std::exception& exception) {
        qCCritical(logHttp) << "a connection failed:" << exception.what();
    }
}

struct HttpServer::Inside
{
    Inside(HttpSettings given, const Router& router, News& news)
        : settings(std::move(given))
        , host{settings, router, news, io, pool, slowPool}
        , pool(size_t(settings.threads))
        , slowPool(size_t(settings.slowThreads))
    {
    }

    net::awaitable<void> acceptAll();
    void take(net::ip::tcp::socket socket);
    void beginDrain();
    void beginStop();
    void askToStop();

    void listenToSignals();
    void listenToReloads();
    void reloadTls();
    void watchTlsFiles();

    HttpSettings settings;
    ConnectionHost host; // Before io: what io still holds when it goes signs off here.
    net::io_context io{1};
    net::thread_pool pool;
    net::thread_pool slowPool;
    net::ip::tcp::acceptor acceptor{io};
    net::signal_set signals{io};
    net::signal_set reloads{io};
    net::steady_timer watch{io};
    net::steady_timer drained{io};
    std::atomic<bool> asked = false;
    std::thread thread;
    std::promise<void> stopAsked;
    std::promise<void> ended;
    std::future<void> end{ended.get_future()};
};

HttpServer::HttpServer(HttpSettings settings, const Router& router, News& news)
    : m_inside(std::make_unique<Inside>(std::move(settings), router, news))
{
}

HttpServer::~HttpServer()
{
    stop();
}

net::awaitable<void> HttpServer::Inside::acceptAll()
{
    while (acceptor.is_open()) {
        boost::system::error_code ec;
        net::ip::tcp::socket socket(io);
        co_await acceptor.async_accept(socket, net::redirect_error(net::use_awaitable, ec));
        if (ec == net::error::operation_aborted || !acceptor.is_open())
            co_return;
        if (ec) {
            // No file handle left, or the peer went away: a moment later there may be one again.
            qCWarning(logHttp) << "a connection could not be accepted:" << ec.value();
            net::steady_timer pause(io, std::chrono::milliseconds(100));
            co_await pause.async_wait(net::redirect_error(net::use_awaitable, ec));
            continue;
        }
        socket.set_option(net::ip::tcp::no_delay(true), ec);
        take(std::move(socket));
    }
}

void HttpServer::Inside::take(net::ip::tcp::socket socket)
{
    boost::system::error_code ec;
    const auto peer = socket.remote_endpoint(ec);
    if (ec)
        return;
    const auto word = host.door.mayComeIn(QHostAddress(QString::fromStdString(peer.address().to_string())));
    if (word != Doorkeeper::Word::ComeIn && settings.meter != nullptr)
        settings.meter->turnedAway(word == Doorkeeper::Word::TooManyOfOne);
    // Saying so takes a while, too; beyond some, and where TLS would have to be agreed on first, they are just closed.
    if (word != Doorkeeper::Word::ComeIn && (host.tls.wanted() || !host.door.mayBeAnswered()))
        return;
    const bool welcome = word == Doorkeeper::Word::ComeIn;
    const auto connection = std::make_shared<Connection>(std::move(socket), peer.address(), welcome, host);
    if (welcome)
        net::co_spawn(
            io, [connection] { return connection->run(); }, logTrouble);
    else
        net::co_spawn(
            io, [connection] { return connection->turnAway(); }, logTrouble);
}

void HttpServer::Inside::listenToSignals()
{
    signals.add(SIGTERM);
    signals.add(SIGINT);
    signals.async_wait([this](const boost::system::error_code& ec, int) {
        if (!ec)
            beginDrain();
    });
}

void HttpServer::Inside::reloadTls()
{
    if (const auto read = host.tls.read(); !read)
        qCWarning(logHttp, "the old certificate stays: %s", qUtf8Printable(read.error().sentence));
    else
        qCInfo(logHttp, "the certificate was read again");
}

void HttpServer::Inside::listenToReloads()
{
    reloads.async_wait([this](const boost::system::error_code& ec, int) {
        if (ec)
            return;
        if (host.tls.wanted())
            reloadTls();
        listenToReloads();
    });
}

/// Programs that renew certificates replace the files, and not all know how to tell a server.
void HttpServer::Inside::watchTlsFiles()
{
    watch.expires_after(std::chrono::seconds(5));
    watch.async_wait([this](const boost::system::error_code& ec) {
        if (ec || host.stopping)
            return;
        if (host.tls.changed())
            reloadTls();
        watchTlsFiles();
    });
}

/// So that a balancer that asks /readyz sends nobody here any more before connections are refused.
void HttpServer::Inside::beginDrain()
{
    host.draining = true;
    qCInfo(logHttp, "asked to stop");
    for (Connection* connection : host.connections)
        connection->endWait();
    drained.expires_after(settings.drain);
    drained.async_wait([this](const boost::system::error_code& ec) {
        if (!ec)
            beginStop();
    });
}

void HttpServer::Inside::askToStop()
{
    if (!asked.exchange(true))
        stopAsked.set_value();
}

void HttpServer::Inside::beginStop()
{
    if (host.stopping)
        return;
    host.stopping = true;
    host.draining = true;
    askToStop();
    boost::system::error_code ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    reloads.cancel(ignored);
    watch.cancel();
    drained.cancel();
    for (Connection* connection : host.connections)
        connection->stop();
}

Result<quint16> HttpServer::listen()
{
    Inside& in = *m_inside;
    if (auto read = in.host.tls.read(); !read)
        return read.error();
    boost::system::error_code ec;
    const auto address = net::ip::make_address(in.settings.address.toStdString(), ec);
    const net::ip::tcp::endpoint endpoint(address, in.settings.port);
    if (!ec)
        in.acceptor.open(endpoint.protocol(), ec);
    if (!ec)
        in.acceptor.set_option(net::socket_base::reuse_address(true), ec);
    if (!ec)
        in.acceptor.bind(endpoint, ec);
    if (!ec)
        in.acceptor.listen(net::socket_base::max_listen_connections, ec);
    if (ec)
        return Error{ErrorCode::StorageTrouble,
                     QCoreApplication::translate("Server", "The server can't listen on %1, port %2: %3.")
                         .arg(in.settings.address)
                         .arg(in.settings.port)
                         .arg(QString::fromStdString(ec.message()))};
    return in.acceptor.local_endpoint().port();
}

void HttpServer::start()
{
    Inside& in = *m_inside;
    if (in.settings.stopOnSignals)
        in.listenToSignals();
    if (const int reload = reloadSignal(); in.settings.stopOnSignals && reload != 0) {
        in.reloads.add(reload);
        in.listenToReloads();
    }
    if (in.host.tls.wanted())
        in.watchTlsFiles();
    net::co_spawn(
        in.io, [&in] { return in.acceptAll(); }, logTrouble);
    in.thread = std::thread([&in] {
        in.io.run();
        in.ended.set_value();
    });
}

void HttpServer::waitForStop()
{
    m_inside->stopAsked.get_future().wait();
}

void HttpServer::stop(const std::function<void()>& hurry)
{
    Inside& in = *m_inside;
    if (!in.thread.joinable())
        return;
    net::post(in.io, [&in] { in.beginStop(); });
    const auto ends = [&in](std::chrono::milliseconds limit) {
        return in.end.wait_for(limit) == std::future_status::ready;
    };
    bool ended = ends(in.settings.grace);
    if (!ended && hurry) {
        hurry();
        ended = ends(std::chrono::seconds(2));
    }
    if (!ended)
        in.io.stop();
    in.thread.join();
    in.pool.join();
    in.slowPool.join();
}

bool HttpServer::isStopping() const
{
    return m_inside->host.draining;
}

int HttpServer::connections() const
{
    return m_inside->host.open;
}

int HttpServer::waiting() const
{
    return m_inside->host.waiting;
}

int HttpServer::queued() const
{
    return m_inside->host.queued;
}

} // namespace handrail::server
