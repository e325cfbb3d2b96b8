// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connection.h"

#include "server/http/jsonanswer.h"
#include "server/http/requesthead.h"

#include <QCoreApplication>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/write.hpp>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr std::uint32_t maxHeaderBytes = 16U * 1024;
constexpr qint64 maxBodyOfGet = 16LL * 1024;

QByteArray bytesOf(beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

/// What a refusal says, as JSON like every error of the protocol.
Response refusalAnswer(int status, const char* sentence)
{
    const ErrorCode code = status == 503 ? ErrorCode::Offline : ErrorCode::InvalidInput;
    Response response = errorAnswer({code, QCoreApplication::translate("Server", sentence)}, status);
    if (status == 405)
        response.addHeader("Allow", "GET, HEAD, POST");
    if (status == 503)
        response.addHeader("Retry-After", "5");
    return response;
}

bool isSafe(const QByteArray& text)
{
    return !text.contains('\r') && !text.contains('\n') && !text.contains('\0');
}

template <class Body>
http::response<Body> headOf(const Response& response, bool keepAlive, unsigned version)
{
    http::response<Body> message{http::status(response.status), version};
    for (const auto& [name, value] : response.headers)
        if (isSafe(name) && isSafe(value))
            message.insert(beast::string_view(name.constData(), size_t(name.size())),
                           beast::string_view(value.constData(), size_t(value.size())));
    message.set("X-Content-Type-Options", "nosniff");
    message.keep_alive(keepAlive);
    return message;
}

/// The query and the headers, for a refusal in the reader's language.
Request headOnly(const http::request_header<>& head)
{
    Request request;
    const QByteArray target = bytesOf(head.target());
    if (const qsizetype mark = target.indexOf('?'); mark >= 0)
        request.query = parseForm(target.mid(mark + 1));
    for (const auto& field : head)
        request.headers.emplace_back(bytesOf(field.name_string()), bytesOf(field.value()));
    return request;
}

QString addressOf(const beast::tcp_stream& stream)
{
    boost::system::error_code ec;
    const auto endpoint = stream.socket().remote_endpoint(ec);
    return ec ? QString() : QString::fromStdString(endpoint.address().to_string());
}

} // namespace

Connection::Connection(net::ip::tcp::socket socket, ConnectionHost& host)
    : m_stream(std::move(socket))
    , m_buffer(maxHeaderBytes + 64U * 1024)
    , m_host(host)
    , m_peer(addressOf(m_stream))
{
    m_host.connections.insert(this);
    ++m_host.open;
}

Connection::~Connection()
{
    m_host.connections.erase(this);
    --m_host.open;
}

void Connection::stop()
{
    if (m_idle)
        m_stream.cancel();
    if (m_wait)
        m_wait->cancel();
}

net::awaitable<void> Connection::run()
{
    const auto self = shared_from_this(); // Lives as long as this coroutine.
    bool more = true;
    while (more && !m_host.stopping)
        more = co_await serveOne();
    boost::system::error_code ignored;
    m_stream.socket().shutdown(net::ip::tcp::socket::shutdown_both, ignored);
}

net::awaitable<bool> Connection::serveOne()
{
    m_refusal = {};
    HeaderParser header;
    header.header_limit(maxHeaderBytes);
    header.body_limit(std::numeric_limits<std::uint64_t>::max()); // Until the route is known.
    boost::system::error_code ec;
    m_idle = true;
    m_stream.expires_after(m_host.settings.idle);
    co_await http::async_read_header(m_stream, m_buffer, header, net::redirect_error(net::use_awaitable, ec));
    m_idle = false;
    if (ec == http::error::header_limit || ec == http::error::buffer_overflow)
        co_return co_await refuse(431, "The request's header is too long.");
    if (ec.category() == http::make_error_code(http::error::bad_method).category() &&
        ec != http::error::end_of_stream && ec != http::error::partial_message)
        co_return co_await refuse(400, "The request could not be understood.");
    if (ec)
        co_return false;
    if (const auto refusal = refusalOf(header))
        co_return co_await refuse(refusal->status, refusal->sentence);

    const bool isHead = header.get().method() == http::verb::head;
    const bool isPost = header.get().method() == http::verb::post;
    const QByteArray path = bytesOf(header.get().target()).split('?').first();
    const RouteLimits limits = m_host.router.limitsOf(isPost ? "POST" : "GET", path);
    if (limits.refusal != nullptr)
        m_refusal = [refusal = limits.refusal, head = headOnly(header.get())](int status) {
            return refusal(head, status);
        };
    const auto maxBody = quint64(isPost ? limits.maxBodyBytes : maxBodyOfGet);
    if (header.content_length() && *header.content_length() > maxBody)
        co_return co_await refuse(413, "The request is too big.");
    BodyParser parser(std::move(header));
    parser.body_limit(maxBody);
    if (const bool complete = co_await readBody(parser); !complete)
        co_return false;

    const Request request = requestOf(parser);
    const Response response = co_await answer(request, limits.slow);
    const bool keepAlive = parser.get().keep_alive() && !m_host.stopping;
    co_return co_await write(response, isHead, keepAlive, parser.get().version());
}

net::awaitable<bool> Connection::readBody(BodyParser& parser)
{
    boost::system::error_code ec;
    m_stream.expires_after(m_host.settings.body);
    if (!parser.is_done() && beast::iequals(parser.get()[http::field::expect], "100-continue")) {
        http::response<http::empty_body> goOn{http::status::continue_, 11};
        co_await http::async_write(m_stream, goOn, net::redirect_error(net::use_awaitable, ec));
    }
    if (!ec && !parser.is_done())
        co_await http::async_read(m_stream, m_buffer, parser, net::redirect_error(net::use_awaitable, ec));
    if (ec == http::error::body_limit)
        co_return co_await refuse(413, "The request is too big.");
    if (ec && ec.category() == http::make_error_code(http::error::bad_chunk).category() &&
        ec != http::error::partial_message)
        co_return co_await refuse(400, "The request could not be understood.");
    co_return !ec;
}

Request Connection::requestOf(const BodyParser& parser) const
{
    const auto& message = parser.get();
    Request request;
    request.method = message.method() == http::verb::post ? "POST" : "GET";
    const QByteArray target = bytesOf(message.target());
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.left(mark);
    if (mark >= 0)
        request.query = parseForm(target.mid(mark + 1));
    for (const auto& field : message)
        request.headers.emplace_back(bytesOf(field.name_string()), bytesOf(field.value()));
    request.body = QByteArray(message.body().data(), qsizetype(message.body().size()));
    request.remoteAddress = m_peer;
    // The last entry is the one our own proxy wrote; those before it are anybody's word.
    if (m_host.settings.trustedProxies.contains(m_peer))
        if (const QByteArray forwarded = request.header("X-Forwarded-For"); !forwarded.isEmpty())
            request.remoteAddress = QString::fromLatin1(forwarded.split(',').last().trimmed()).left(64);
    return request;
}

net::awaitable<Response> Connection::answer(const Request& request, bool slow)
{
    Response response = co_await runHandler(request, slow);
    if (!response.wait)
        co_return response;
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(response.wait->seconds);
    while (response.wait && !m_host.stopping && std::chrono::steady_clock::now() < until) {
        const WaitForNews wait = *response.wait;
        co_await waitForNews(wait, until);
        response = co_await runHandler(request, slow);
    }
    co_return response;
}

net::awaitable<Response> Connection::runHandler(const Request& request, bool slow)
{
    if (m_host.queued >= m_host.settings.maxQueued)
        co_return refusalWith(503, "The server is busy; try again in a few seconds.");
    ++m_host.queued;
    Response response;
    // Only the post below ends this wait, on the one thread that runs io: all three outlive it.
    net::steady_timer done(m_host.io, net::steady_timer::time_point::max());
    net::post(slow ? m_host.slowPool : m_host.pool, [&] {
        response = m_host.router.route(request);
        --m_host.queued;
        net::post(m_host.io, [&done] { done.cancel(); });
    });
    boost::system::error_code canceled;
    co_await done.async_wait(net::redirect_error(net::use_awaitable, canceled));
    co_return response;
}

net::awaitable<void> Connection::waitForNews(const WaitForNews& wait, std::chrono::steady_clock::time_point until)
{
    m_wait = std::make_shared<net::steady_timer>(m_host.io, until);
    const quint64 number = m_host.news.listen(
        wait.topic, wait.seen, [timer = m_wait, &io = m_host.io] { net::post(io, [timer] { timer->cancel(); }); });
    boost::system::error_code canceled;
    co_await m_wait->async_wait(net::redirect_error(net::use_awaitable, canceled));
    m_host.news.forget(wait.topic, number);
    m_wait.reset();
}

net::awaitable<bool> Connection::write(const Response& response, bool isHead, bool keepAlive, unsigned version)
{
    boost::system::error_code ec;
    m_stream.expires_after(m_host.settings.body);
    const bool mayHaveBody = response.status >= 200 && response.status != 204 && response.status != 304;
    if (isHead || !mayHaveBody) {
        auto message = headOf<http::empty_body>(response, keepAlive, version);
        if (mayHaveBody)
            message.content_length(std::uint64_t(response.body.size()));
        co_await http::async_write(m_stream, message, net::redirect_error(net::use_awaitable, ec));
    } else {
        auto message = headOf<http::span_body<const char>>(response, keepAlive, version);
        message.body() = beast::span<const char>(response.body.constData(), size_t(response.body.size()));
        message.content_length(std::uint64_t(response.body.size()));
        co_await http::async_write(m_stream, message, net::redirect_error(net::use_awaitable, ec));
    }
    co_return !ec && keepAlive;
}

Response Connection::refusalWith(int status, const char* sentence) const
{
    return m_refusal ? m_refusal(status) : refusalAnswer(status, sentence);
}

net::awaitable<bool> Connection::refuse(int status, const char* sentence)
{
    const Response response = refusalWith(status, sentence);
    co_await write(response, false, false, 11);
    co_await closeGently();
    co_return false;
}

/// Closing at once while the peer still sends would reset the connection, and the refusal would be lost on the way.
net::awaitable<void> Connection::closeGently()
{
    constexpr auto longest = std::chrono::seconds(2);
    constexpr size_t mostBytes = 1024UL * 1024;
    boost::system::error_code ec;
    m_stream.socket().shutdown(net::ip::tcp::socket::shutdown_send, ec);
    m_stream.expires_after(longest);
    std::array<char, 4096> rest{};
    for (size_t total = 0; !ec && total < mostBytes;)
        total += co_await m_stream.async_read_some(net::buffer(rest), net::redirect_error(net::use_awaitable, ec));
}

} // namespace handrail::server
