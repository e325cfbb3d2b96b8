// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"

#include "server/http/connection.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>
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
    void beginStop();

    void listenToSignals();

    HttpSettings settings;
    ConnectionHost host; // Before io: what io still holds when it goes signs off here.
    net::io_context io{1};
    net::thread_pool pool;
    net::thread_pool slowPool;
    net::ip::tcp::acceptor acceptor{io};
    net::signal_set signals{io};
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
        if (host.open >= settings.maxConnections)
            continue;
        socket.set_option(net::ip::tcp::no_delay(true), ec);
        const auto connection = std::make_shared<Connection>(std::move(socket), host);
        net::co_spawn(
            io, [connection] { return connection->run(); }, logTrouble);
    }
}

void HttpServer::Inside::listenToSignals()
{
    signals.add(SIGTERM);
    signals.add(SIGINT);
    signals.async_wait([this](const boost::system::error_code& ec, int) {
        if (!ec)
            beginStop();
    });
}

void HttpServer::Inside::beginStop()
{
    if (host.stopping)
        return;
    host.stopping = true;
    stopAsked.set_value();
    boost::system::error_code ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    for (Connection* connection : host.connections)
        connection->stop();
}

Result<quint16> HttpServer::listen()
{
    Inside& in = *m_inside;
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

void HttpServer::stop()
{
    Inside& in = *m_inside;
    if (!in.thread.joinable())
        return;
    net::post(in.io, [&in] { in.beginStop(); });
    if (in.end.wait_for(in.settings.grace) != std::future_status::ready)
        in.io.stop();
    in.thread.join();
    in.pool.join();
    in.slowPool.join();
}

int HttpServer::connections() const
{
    return m_inside->host.open;
}

} // namespace handrail::server
