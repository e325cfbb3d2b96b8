// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpserver.h"

// Boost 1.74 uses std::exchange in its coroutine headers without including it.
#include <utility>

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <set>

namespace handrail::server {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

class Connection;

/// What all connections share. Belongs to the thread that runs `io`, but for the atomics.
struct ConnectionHost
{
    const HttpSettings& settings;
    const Router& router;
    News& news;
    net::io_context& io;
    net::thread_pool& pool;
    net::thread_pool& slowPool;
    std::atomic<int> queued = 0;
    std::atomic<int> open = 0;
    std::set<Connection*> connections;
    bool stopping = false;
};

/// One client's connection, from its first byte to its last.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    Connection(net::ip::tcp::socket socket, ConnectionHost& host);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    net::awaitable<void> run();
    /// The server stops: an idle connection ends now, a waiting one answers now.
    void stop();

private:
    using HeaderParser = http::request_parser<http::empty_body>;
    using BodyParser = http::request_parser<http::string_body>;

    net::awaitable<bool> serveOne();
    net::awaitable<bool> readBody(BodyParser& parser);
    net::awaitable<Response> answer(const Request& request, bool slow);
    net::awaitable<Response> runHandler(const Request& request, bool slow);
    net::awaitable<void> waitForNews(const WaitForNews& wait, std::chrono::steady_clock::time_point until);
    net::awaitable<bool> write(const Response& response, bool isHead, bool keepAlive, unsigned version);
    net::awaitable<bool> refuse(int status, const char* sentence);
    net::awaitable<void> closeGently();
    [[nodiscard]] Request requestOf(const BodyParser& parser) const;
    [[nodiscard]] Response refusalWith(int status, const char* sentence) const;

    beast::tcp_stream m_stream;
    beast::flat_buffer m_buffer;
    ConnectionHost& m_host;
    QString m_peer;
    std::shared_ptr<net::steady_timer> m_wait;
    bool m_idle = false;
    std::function<Response(int status)> m_refusal; ///< Of the route that is asked for, where it has one of its own.
};

} // namespace handrail::server
