// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"

#include "server/http/connection.h"
#include "server/http/reloadsignal.h"
#include "server/http/tlsfiles.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
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
        , server{settings, router, news, pool, slowPool}
        , threads(ioThreads(server))
        , pool(size_t(settings.threads))
        , slowPool(size_t(settings.slowThreads))
    {
    }

    static std::vector<std::unique_ptr<IoThread>> ioThreads(ServerCommons& server);
    IoThread& nextThread();
    void onEach(const std::function<void(IoThread&)>& deed);

    net::awaitable<void> acceptAll();
    void take(net::ip::tcp::socket socket, IoThread& thread);
    void beginDrain();
    void beginStop();
    void askToStop();

    void listenToSignals();
    void listenToReloads();
    void reloadTls();
    void watchTlsFiles();

    HttpSettings settings;
    ServerCommons server; // Before the threads, whose connections sign off here.
    std::vector<std::unique_ptr<IoThread>> threads;
    net::thread_pool pool;
    net::thread_pool slowPool;
    net::io_context& io{threads.front()->io}; ///< The first thread also lets in, and hears signals.
    size_t lastThread = 0;
    net::ip::tcp::acceptor acceptor{io};
    net::signal_set signals{io};
    net::signal_set reloads{io};
    net::steady_timer watch{io};
    net::steady_timer drained{io};
    TlsFiles tls{settings.tlsCertificate, settings.tlsKey};
    std::atomic<bool> asked = false;
    std::vector<net::executor_work_guard<net::io_context::executor_type>> open; ///< A thread without connections waits.
    std::vector<std::thread> running;
    std::atomic<size_t> busy = 0; ///< Threads that have not ended.
    std::promise<void> stopAsked;
    std::promise<void> ended;
    std::future<void> end{ended.get_future()};
};

std::vector<std::unique_ptr<IoThread>> HttpServer::Inside::ioThreads(ServerCommons& server)
{
    constexpr int most = 4; // More are of use only where nothing else is: a handler costs far more than its bytes.
    const int wanted = server.settings.ioThreads;
    const int count = wanted > 0 ? wanted : std::clamp(int(std::thread::hardware_concurrency()), 1, most);
    std::vector<std::unique_ptr<IoThread>> threads;
    for (int i = 0; i < count; ++i)
        threads.push_back(std::make_unique<IoThread>(server));
    return threads;
}

IoThread& HttpServer::Inside::nextThread()
{
    lastThread = (lastThread + 1) % threads.size();
    return *threads[lastThread];
}

/// Each thread does it for its own connections.
void HttpServer::Inside::onEach(const std::function<void(IoThread&)>& deed)
{
    for (const auto& thread : threads)
        net::post(thread->io, [deed, &thread = *thread] { deed(thread); });
}

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
        IoThread& thread = nextThread();
        net::ip::tcp::socket socket(thread.io);
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
        take(std::move(socket), thread);
    }
}

void HttpServer::Inside::take(net::ip::tcp::socket socket, IoThread& thread)
{
    boost::system::error_code ec;
    const auto endpoint = socket.remote_endpoint(ec);
    if (ec)
        return;
    const QHostAddress peer(QString::fromStdString(endpoint.address().to_string()));
    const auto word = server.door.mayComeIn(peer);
    const bool welcome = word == Doorkeeper::Word::ComeIn;
    if (!welcome && settings.meter != nullptr)
        settings.meter->turnedAway(word == Doorkeeper::Word::TooManyOfOne);
    // Saying so takes a while, too; beyond some, and where TLS would have to be agreed on first, they are just closed.
    if (!welcome && (tls.wanted() || !server.door.mayBeAnswered()))
        return;
    const auto arrival = std::make_shared<Arrival>(
        Arrival{std::move(socket), Doorkeeper::Visit(server.door, peer, welcome), tls.context()});
    net::post(thread.io, [arrival, &thread, welcome] {
        const auto connection = std::make_shared<Connection>(std::move(*arrival), thread);
        net::co_spawn(
            thread.io, [connection, welcome] { return welcome ? connection->run() : connection->turnAway(); },
            logTrouble);
    });
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
    if (const auto read = tls.read(); !read)
        qCWarning(logHttp, "the old certificate stays: %s", qUtf8Printable(read.error().sentence));
    else
        qCInfo(logHttp, "the certificate was read again");
}

void HttpServer::Inside::listenToReloads()
{
    reloads.async_wait([this](const boost::system::error_code& ec, int) {
        if (ec)
            return;
        if (tls.wanted())
            reloadTls();
        listenToReloads();
    });
}

/// Programs that renew certificates replace the files, and not all know how to tell a server.
void HttpServer::Inside::watchTlsFiles()
{
    watch.expires_after(std::chrono::seconds(5));
    watch.async_wait([this](const boost::system::error_code& ec) {
        if (ec || server.stopping)
            return;
        if (tls.changed())
            reloadTls();
        watchTlsFiles();
    });
}

/// So that a balancer that asks /readyz sends nobody here any more before connections are refused.
void HttpServer::Inside::beginDrain()
{
    server.draining = true;
    qCInfo(logHttp, "asked to stop");
    onEach([](IoThread& thread) {
        for (Connection* connection : thread.connections)
            connection->endWait();
    });
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
    if (server.stopping)
        return;
    server.stopping = true;
    server.draining = true;
    askToStop();
    boost::system::error_code ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    reloads.cancel(ignored);
    watch.cancel();
    drained.cancel();
    onEach([](IoThread& thread) {
        for (Connection* connection : thread.connections)
            connection->stop();
    });
    open.clear();
}

Result<quint16> HttpServer::listen()
{
    Inside& in = *m_inside;
    if (auto read = in.tls.read(); !read)
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
    if (in.tls.wanted())
        in.watchTlsFiles();
    net::co_spawn(
        in.io, [&in] { return in.acceptAll(); }, logTrouble);
    in.busy = in.threads.size();
    for (const auto& thread : in.threads)
        in.open.push_back(net::make_work_guard(thread->io));
    for (const auto& thread : in.threads)
        in.running.emplace_back([&in, &io = thread->io] {
            io.run();
            if (--in.busy == 0)
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
    if (in.running.empty())
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
        for (const auto& thread : in.threads)
            thread->io.stop();
    for (std::thread& thread : in.running)
        thread.join();
    in.running.clear();
    in.pool.join();
    in.slowPool.join();
}

bool HttpServer::isStopping() const
{
    return m_inside->server.draining;
}

int HttpServer::connections() const
{
    return m_inside->server.open;
}

int HttpServer::waiting() const
{
    return m_inside->server.waiting;
}

int HttpServer::queued() const
{
    return m_inside->server.queued;
}

} // namespace handrail::server
