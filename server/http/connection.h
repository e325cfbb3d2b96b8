// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/doorkeeper.h"
#include "server/http/forwarded.h"
#include "server/http/httpmeter.h"
#include "server/http/httpserver.h"
#include "server/http/keptanswers.h"
#include "server/http/stream.h"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <set>

namespace handrail::server {

namespace http = boost::beast::http;

class Connection;

/// What all connections share, whichever thread they belong to.
struct ServerCommons
{
    const HttpSettings& settings;
    const Router& router;
    News& news;
    net::thread_pool& pool;
    net::thread_pool& slowPool;
    std::atomic<int> queued = 0;
    std::atomic<int> open = 0;
    std::atomic<int> waiting = 0; ///< For news.
    std::atomic<bool> draining = false;
    std::atomic<bool> stopping = false;
    std::atomic<qint64> bodyBytes = 0; ///< Of all requests that are being read or answered.
    std::atomic<quint64> lastRequest = 0;
    Doorkeeper door{settings};
    TrustedProxies trusted{settings.trustedProxies};
    KeptAnswers kept{news};
};

/// One thread that moves bytes, and the connections that are its own. Only that thread touches it, but for posting to
/// `io`.
struct IoThread
{
    explicit IoThread(ServerCommons& commons)
        : server(commons)
    {
    }

    ServerCommons& server;
    std::set<Connection*> connections; // Before io: what io still holds when it goes signs off here.
    net::io_context io{1};
};

/// Who comes in: the socket, and what was settled at the door.
struct Arrival
{
    net::ip::tcp::socket socket;
    Doorkeeper::Visit visit;
    std::shared_ptr<net::ssl::context> tls; ///< Null: plain HTTP.
};

/// One client's connection, from its first byte to its last. Lives on its thread.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    Connection(Arrival arrival, IoThread& thread);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    net::awaitable<void> run();
    /// There is no room for it: answers 503 to whatever it asks, and ends.
    net::awaitable<void> turnAway();
    /// A waiting request answers now.
    void endWait();
    /// The server stops: an idle connection ends now, a waiting one answers now.
    void stop();

private:
    using HeaderParser = http::request_parser<http::empty_body>;
    using BodyParser = http::request_parser<http::string_body>;
    using Moment = std::chrono::steady_clock::time_point;

    [[nodiscard]] QByteArrayView buffered() const;
    net::awaitable<qsizetype> readHead(boost::system::error_code& ec);
    net::awaitable<bool> serveOne();
    net::awaitable<bool> checkUpload(const BodyParser& parser, quint64 maxBody);
    net::awaitable<bool> readBody(BodyParser& parser);
    net::awaitable<Response> answer(const Request& request, bool slow);
    net::awaitable<Response> runHandler(const Request& request, bool slow);
    net::awaitable<void> waitForNews(const WaitForNews& wait, Moment until);
    net::awaitable<void> waitForRoom(Moment until);
    net::awaitable<void> sleepUntil(Moment until);
    net::awaitable<bool> write(const Response& response, bool keepAlive, unsigned version);
    net::awaitable<bool> writeKept(std::shared_ptr<const Response> response, QByteArray head);
    [[nodiscard]] QByteArray headOfKept(const Response& response) const;
    void count(const Response& response);
    net::awaitable<bool> refuse(int status, const char* sentence);
    net::awaitable<bool> refuse(const Response& response);
    net::awaitable<void> closeGently();
    [[nodiscard]] Request requestOf(const BodyParser& parser) const;
    [[nodiscard]] Response refusalWith(int status, const char* sentence) const;
    void beginExchange(const HeaderParser& header);
    void countBody(qint64 bytes);

    Stream m_stream;
    beast::flat_buffer m_buffer;
    IoThread& m_thread;
    ServerCommons& m_server;
    Doorkeeper::Visit m_visit;
    std::shared_ptr<net::steady_timer> m_wait;
    Exchange m_exchange; ///< Of the request that is being read or answered.
    Moment m_began;
    std::chrono::steady_clock::duration m_waited{0}; ///< For news, of the time since then.
    qint64 m_bodyBytes = 0;
    bool m_idle = false;
    std::function<Response(int status)> m_refusal; ///< Of the route that is asked for, where it has one of its own.
};

} // namespace handrail::server
