// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Boost 1.74 uses std::exchange in its coroutine headers without including it.
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <memory>
#include <variant>

namespace handrail::server {

namespace net = boost::asio;
namespace beast = boost::beast;

/// A connection's bytes, with TLS or without: what Beast reads from and writes to either way.
class Stream
{
    using Plain = beast::tcp_stream;
    using Tls = beast::ssl_stream<beast::tcp_stream>;

public:
    using executor_type = Plain::executor_type;

    /// `tls`: null for plain HTTP.
    Stream(net::ip::tcp::socket socket, std::shared_ptr<net::ssl::context> tls)
        : m_context(std::move(tls))
        , m_stream(m_context ? Either(std::in_place_type<Tls>, std::move(socket), *m_context)
                             : Either(std::in_place_type<Plain>, std::move(socket)))
    {
    }

    executor_type get_executor() { return tcp().get_executor(); }
    /// For time-outs, canceling and the socket.
    beast::tcp_stream& tcp()
    {
        if (auto* tls = std::get_if<Tls>(&m_stream))
            return tls->next_layer();
        return std::get<Plain>(m_stream);
    }
    [[nodiscard]] bool isTls() const { return std::holds_alternative<Tls>(m_stream); }

    net::awaitable<void> handshake(boost::system::error_code& ec)
    {
        if (auto* tls = std::get_if<Tls>(&m_stream))
            co_await tls->async_handshake(net::ssl::stream_base::server, net::redirect_error(net::use_awaitable, ec));
    }
    /// TLS's goodbye; a peer that does not hear it could take a cut connection for the end.
    net::awaitable<void> sayGoodbye()
    {
        boost::system::error_code ignored;
        if (auto* tls = std::get_if<Tls>(&m_stream))
            co_await tls->async_shutdown(net::redirect_error(net::use_awaitable, ignored));
    }

    template <class Buffers, class Token>
    auto async_read_some(const Buffers& buffers, Token&& token)
    {
        if (auto* tls = std::get_if<Tls>(&m_stream))
            return tls->async_read_some(buffers, std::forward<Token>(token));
        return std::get<Plain>(m_stream).async_read_some(buffers, std::forward<Token>(token));
    }
    template <class Buffers, class Token>
    auto async_write_some(const Buffers& buffers, Token&& token)
    {
        if (auto* tls = std::get_if<Tls>(&m_stream))
            return tls->async_write_some(buffers, std::forward<Token>(token));
        return std::get<Plain>(m_stream).async_write_some(buffers, std::forward<Token>(token));
    }

private:
    using Either = std::variant<Plain, Tls>;
    std::shared_ptr<net::ssl::context> m_context; // Before the stream that uses it.
    Either m_stream;
};

} // namespace handrail::server
