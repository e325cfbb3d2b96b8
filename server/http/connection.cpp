// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/connection.h"

#include "server/http/refusal.h"
#include "server/http/requesthead.h"

#include <algorithm>
#include <array>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/write.hpp>
#include <sstream>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr char requestId[] = "X-Request-Id";
constexpr std::uint32_t maxHeaderBytes = 16U * 1024;
constexpr qint64 maxBodyOfGet = 16LL * 1024;

QByteArray bytesOf(beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

QByteArrayView viewOf(beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

/// A GET or HEAD without a body.
template <class Parser>
bool isPlainGet(const Parser& head)
{
    const http::verb method = head.get().method();
    return (method == http::verb::get || method == http::verb::head) && !head.chunked() &&
           head.content_length().value_or(0) == 0;
}

bool isSafe(const QByteArray& text)
{
    return !text.contains('\r') && !text.contains('\n') && !text.contains('\0');
}

template <class Body>
http::response<Body> headOf(const Response& response, bool keepAlive, unsigned version, const HttpSettings& settings)
{
    http::response<Body> message{http::status(response.status), version};
    for (const auto& [name, value] : response.headers)
        if (isSafe(name) && isSafe(value))
            message.insert(beast::string_view(name.constData(), size_t(name.size())),
                           beast::string_view(value.constData(), size_t(value.size())));
    message.set("X-Content-Type-Options", "nosniff");
    if (settings.hsts)
        message.set(http::field::strict_transport_security, "max-age=31536000; includeSubDomains");
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

bool isPlainId(const QByteArray& text)
{
    return text.size() >= 4 && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                      c == '_';
           });
}

/// Bodies beyond this are read only from those who may send them.
constexpr quint64 smallBody = 64ULL * 1024;

} // namespace

Connection::Connection(Arrival arrival, IoThread& thread)
    : m_stream(std::move(arrival.socket), std::move(arrival.tls))
    , m_buffer(maxHeaderBytes + 64U * 1024)
    , m_thread(thread)
    , m_server(thread.server)
    , m_visit(std::move(arrival.visit))
{
    m_thread.connections.insert(this);
    ++m_server.open;
}

Connection::~Connection()
{
    countBody(0);
    m_thread.connections.erase(this);
    --m_server.open;
}

void Connection::endWait()
{
    if (m_wait)
        m_wait->cancel();
}

void Connection::stop()
{
    if (m_idle)
        m_stream.tcp().cancel();
    endWait();
}

net::awaitable<void> Connection::run()
{
    const auto self = shared_from_this(); // Lives as long as this coroutine.
    boost::system::error_code ec;
    if (m_stream.isTls() && m_server.stopping)
        ec = net::error::operation_aborted;
    else if (m_stream.isTls()) {
        m_idle = true;
        m_stream.tcp().expires_after(m_server.settings.idle);
        co_await m_stream.handshake(ec);
        m_idle = false;
    }
    bool more = !ec;
    while (more && !m_server.stopping)
        more = co_await serveOne();
    if (!ec) {
        m_stream.tcp().expires_after(std::chrono::seconds(2));
        co_await m_stream.sayGoodbye();
    }
    m_stream.tcp().socket().shutdown(net::ip::tcp::socket::shutdown_both, ec);
}

net::awaitable<void> Connection::turnAway()
{
    const auto self = shared_from_this();
    co_await refuse(503, "The server has no room for another connection; try again in a few seconds.");
}

void Connection::beginExchange(const HeaderParser& header)
{
    m_began = std::chrono::steady_clock::now();
    m_waited = {};
    m_exchange = {.id = m_server.settings.requestIds + QByteArray::number(++m_server.lastRequest, 16)};
    if (!header.is_header_done())
        return;
    m_exchange.method = bytesOf(header.get().method_string()).left(16);
    if (const QByteArray given = bytesOf(header.get()["X-Request-Id"]); isPlainId(given))
        m_exchange.id = given;
}

QByteArrayView Connection::buffered() const
{
    return {static_cast<const char*>(m_buffer.data().data()), qsizetype(m_buffer.size())};
}

/// Reads until a whole head is in the buffer; answers its length.
net::awaitable<qsizetype> Connection::readHead(boost::system::error_code& ec)
{
    constexpr std::size_t atOnce = 4096;
    qsizetype seen = 0;
    while (!ec) {
        if (const qsizetype end = endOfHead(buffered(), seen); end > 0)
            co_return end;
        seen = buffered().size();
        if (seen > qsizetype(maxHeaderBytes)) {
            ec = http::error::header_limit;
            break;
        }
        m_buffer.commit(
            co_await m_stream.async_read_some(m_buffer.prepare(atOnce), net::redirect_error(net::use_awaitable, ec)));
    }
    co_return 0;
}

net::awaitable<bool> Connection::serveOne()
{
    m_refusal = {};
    HeaderParser header;
    header.header_limit(maxHeaderBytes);
    header.body_limit(std::numeric_limits<std::uint64_t>::max()); // Until the route is known.
    boost::system::error_code ec;
    m_idle = true;
    m_stream.tcp().expires_after(m_server.settings.idle);
    const qsizetype length = co_await readHead(ec);
    const bool folded = !ec && isFolded(buffered().first(length));
    if (!ec)
        m_buffer.consume(header.put(m_buffer.data(), ec));
    if (ec == http::error::need_more) {
        ec = {};
        co_await http::async_read_header(m_stream, m_buffer, header, net::redirect_error(net::use_awaitable, ec));
    }
    m_idle = false;
    beginExchange(header);
    if (folded)
        co_return co_await refuse(400, "A request's header lines can't be folded.");
    if (ec == http::error::header_limit || ec == http::error::buffer_overflow)
        co_return co_await refuse(431, "The request's header is too long.");
    if (ec.category() == http::make_error_code(http::error::bad_method).category() &&
        ec != http::error::end_of_stream && ec != http::error::partial_message)
        co_return co_await refuse(400, "The request could not be understood.");
    if (ec)
        co_return false;
    if (const auto refusal = refusalOf(header))
        co_return co_await refuse(refusal->status, refusal->sentence);

    if (isPlainGet(header))
        if (const auto kept = m_server.kept.find(viewOf(header.get().target()), m_began)) {
            const bool keepAlive = header.get().keep_alive() && !m_server.stopping && !m_server.draining;
            const bool usual = keepAlive && header.get().version() == 11 && m_exchange.method == "GET";
            if (usual) // No co_await inside of ?: with gcc 12: it waits for both.
                co_return co_await writeKept(kept->response, kept->head);
            co_return co_await write(*kept->response, keepAlive, header.get().version());
        }

    const bool isPost = header.get().method() == http::verb::post;
    const QByteArray path = bytesOf(header.get().target()).split('?').first();
    const RouteLimits limits = m_server.router.limitsOf(isPost ? "POST" : "GET", path);
    if (limits.refusal != nullptr)
        m_refusal = [refusal = limits.refusal, head = headOnly(header.get())](int status) {
            return refusal(head, status);
        };
    const auto maxBody = quint64(isPost ? limits.maxBodyBytes : maxBodyOfGet);
    if (header.content_length() && *header.content_length() > maxBody)
        co_return co_await refuse(413, "The request is too big.");
    BodyParser parser(std::move(header));
    parser.body_limit(maxBody);
    if (const bool welcome = co_await checkUpload(parser, maxBody); !welcome)
        co_return false;
    if (const bool complete = co_await readBody(parser); !complete)
        co_return false;

    const Request request = requestOf(parser);
    std::string().swap(parser.get().body()); // The request has it.
    const auto response = std::make_shared<const Response>(co_await answer(request, limits.slow));
    if (response->keep)
        m_server.kept.keep(bytesOf(parser.get().target()), response, headOfKept(*response), m_began);
    const bool keepAlive = parser.get().keep_alive() && !m_server.stopping && !m_server.draining;
    const bool more = co_await write(*response, keepAlive, parser.get().version());
    countBody(0);
    co_return more;
}

/// A big body is read only from those who may send one: who has no session can't fill the memory.
net::awaitable<bool> Connection::checkUpload(const BodyParser& parser, quint64 maxBody)
{
    const quint64 atMost = parser.chunked() ? maxBody : parser.content_length().value_or(0);
    if (atMost <= smallBody || !m_server.router.hasUploadCheck())
        co_return true;
    const Request request = requestOf(parser);
    std::optional<Response> refused;
    net::steady_timer done(m_thread.io, Moment::max());
    net::post(m_server.pool, [&] {
        refused = m_server.router.whyNoUpload(request);
        net::post(m_thread.io, [&done] { done.cancel(); });
    });
    boost::system::error_code canceled;
    co_await done.async_wait(net::redirect_error(net::use_awaitable, canceled));
    if (refused)
        co_await refuse(*refused);
    co_return !refused;
}

void Connection::countBody(qint64 bytes)
{
    m_server.bodyBytes += bytes - m_bodyBytes;
    m_bodyBytes = bytes;
}

net::awaitable<bool> Connection::readBody(BodyParser& parser)
{
    boost::system::error_code ec;
    m_stream.tcp().expires_after(m_server.settings.body);
    if (!parser.is_done() && beast::iequals(parser.get()[http::field::expect], "100-continue")) {
        http::response<http::empty_body> goOn{http::status::continue_, 11};
        co_await http::async_write(m_stream, goOn, net::redirect_error(net::use_awaitable, ec));
    }
    while (!ec && !parser.is_done()) {
        co_await http::async_read_some(m_stream, m_buffer, parser, net::redirect_error(net::use_awaitable, ec));
        countBody(qint64(parser.get().body().size()));
        if (m_server.bodyBytes > m_server.settings.maxBodyBytes)
            co_return co_await refuse(503, "The server is busy; try again in a few seconds.");
    }
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
    request.id = m_exchange.id;
    request.method = message.method() == http::verb::post ? "POST" : "GET";
    const QByteArray target = bytesOf(message.target());
    const qsizetype mark = target.indexOf('?');
    request.path = mark < 0 ? target : target.left(mark);
    if (mark >= 0)
        request.query = parseForm(target.mid(mark + 1));
    QList<QByteArray> forwarded;
    for (const auto& field : message) {
        request.headers.emplace_back(bytesOf(field.name_string()), bytesOf(field.value()));
        if (beast::iequals(field.name_string(), "X-Forwarded-For"))
            forwarded.append(bytesOf(field.value()));
    }
    request.body = QByteArray(message.body().data(), qsizetype(message.body().size()));
    request.remoteAddress = clientOf(m_visit.peer(), forwarded, m_server.trusted);
    request.secure = m_stream.isTls() ||
                     (m_server.trusted.has(m_visit.peer()) && request.header("X-Forwarded-Proto").trimmed().toLower() == "https");
    return request;
}

net::awaitable<Response> Connection::answer(const Request& request, bool slow)
{
    Response response = co_await runHandler(request, slow);
    if (!response.wait)
        co_return response;
    const Moment until = std::chrono::steady_clock::now() + std::chrono::seconds(response.wait->seconds);
    while (response.wait && !m_server.stopping && !m_server.draining && std::chrono::steady_clock::now() < until) {
        const WaitForNews wait = *response.wait;
        const Moment began = std::chrono::steady_clock::now();
        co_await waitForNews(wait, until);
        co_await waitForRoom(until);
        m_waited += std::chrono::steady_clock::now() - began;
        response = co_await runHandler(request, slow);
    }
    co_return response;
}

net::awaitable<Response> Connection::runHandler(const Request& request, bool slow)
{
    if (m_server.queued >= m_server.settings.maxQueued)
        co_return refusalWith(503, "The server is busy; try again in a few seconds.");
    ++m_server.queued;
    Response response;
    // Only the post below ends this wait, on this connection's thread: all three outlive it.
    net::steady_timer done(m_thread.io, Moment::max());
    net::post(slow ? m_server.slowPool : m_server.pool, [&] {
        response = m_server.router.route(request);
        --m_server.queued;
        net::post(m_thread.io, [&done] { done.cancel(); });
    });
    boost::system::error_code canceled;
    co_await done.async_wait(net::redirect_error(net::use_awaitable, canceled));
    co_return response;
}

net::awaitable<void> Connection::sleepUntil(Moment until)
{
    m_wait = std::make_shared<net::steady_timer>(m_thread.io, until);
    boost::system::error_code canceled;
    co_await m_wait->async_wait(net::redirect_error(net::use_awaitable, canceled));
    m_wait.reset();
}

net::awaitable<void> Connection::waitForNews(const WaitForNews& wait, Moment until)
{
    m_wait = std::make_shared<net::steady_timer>(m_thread.io, until);
    const quint64 number = m_server.news.listen(
        wait.topic, wait.seen, [timer = m_wait, &io = m_thread.io] { net::post(io, [timer] { timer->cancel(); }); });
    ++m_server.waiting;
    boost::system::error_code canceled;
    co_await m_wait->async_wait(net::redirect_error(net::use_awaitable, canceled));
    --m_server.waiting;
    m_server.news.forget(wait.topic, number);
    m_wait.reset();
}

/// Thousands who wait for the same news wake at once: those who ask something new go before them.
net::awaitable<void> Connection::waitForRoom(Moment until)
{
    while (m_server.queued >= m_server.settings.maxQueued / 2 && !m_server.stopping && !m_server.draining &&
           std::chrono::steady_clock::now() < until)
        co_await sleepUntil(std::chrono::steady_clock::now() + std::chrono::milliseconds(20));
}

net::awaitable<bool> Connection::write(const Response& response, bool keepAlive, unsigned version)
{
    boost::system::error_code ec;
    m_stream.tcp().expires_after(m_server.settings.body);
    const bool mayHaveBody = response.status >= 200 && response.status != 204 && response.status != 304;
    const auto head = [&](auto message) {
        message.set(requestId, beast::string_view(m_exchange.id.constData(), size_t(m_exchange.id.size())));
        if (mayHaveBody)
            message.content_length(std::uint64_t(response.body.size()));
        return message;
    };
    if (m_exchange.method == "HEAD" || !mayHaveBody) {
        const auto message = head(headOf<http::empty_body>(response, keepAlive, version, m_server.settings));
        http::serializer<false, http::empty_body> serializer{message};
        co_await http::async_write(m_stream, serializer, net::redirect_error(net::use_awaitable, ec));
    } else {
        auto message = head(headOf<http::span_body<const char>>(response, keepAlive, version, m_server.settings));
        message.body() = beast::span<const char>(response.body.constData(), size_t(response.body.size()));
        co_await http::async_write(m_stream, message, net::redirect_error(net::use_awaitable, ec));
    }
    count(response);
    co_return !ec && keepAlive;
}

/// As Beast writes it, but for X-Request-Id and the empty line.
QByteArray Connection::headOfKept(const Response& response) const
{
    auto message = headOf<http::empty_body>(response, true, 11, m_server.settings);
    message.content_length(std::uint64_t(response.body.size()));
    std::ostringstream text;
    text << message.base();
    const std::string bytes = text.str();
    return {bytes.data(), qsizetype(bytes.size()) - 2};
}

/// An answer that is ready goes out in one piece: it costs the system's call, and little else.
net::awaitable<bool> Connection::writeKept(std::shared_ptr<const Response> response, QByteArray head)
{
    head += requestId;
    head += ": " + m_exchange.id + "\r\n\r\n";
    const std::array<net::const_buffer, 2> bytes{
        net::buffer(head.constData(), size_t(head.size())),
        net::buffer(response->body.constData(), size_t(response->body.size()))};
    boost::system::error_code ec;
    m_stream.tcp().expires_after(m_server.settings.body);
    co_await net::async_write(m_stream, bytes, net::redirect_error(net::use_awaitable, ec));
    count(*response);
    co_return !ec;
}

/// The exchange is over.
void Connection::count(const Response& response)
{
    if (m_server.settings.meter == nullptr)
        return;
    m_exchange.route = response.route;
    m_exchange.status = response.status;
    m_exchange.took =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - m_began - m_waited);
    m_server.settings.meter->exchanged(m_exchange);
}

Response Connection::refusalWith(int status, const char* sentence) const
{
    return m_refusal ? m_refusal(status) : refusalAnswer(status, sentence);
}

net::awaitable<bool> Connection::refuse(int status, const char* sentence)
{
    co_return co_await refuse(refusalWith(status, sentence));
}

net::awaitable<bool> Connection::refuse(const Response& response)
{
    co_await write(response, false, 11);
    co_await closeGently();
    co_return false;
}

/// Closing at once while the peer still sends would reset the connection, and the refusal would be lost on the way.
net::awaitable<void> Connection::closeGently()
{
    constexpr auto longest = std::chrono::seconds(2);
    constexpr size_t mostBytes = 1024UL * 1024;
    boost::system::error_code ec;
    m_stream.tcp().expires_after(longest);
    co_await m_stream.sayGoodbye();
    m_stream.tcp().socket().shutdown(net::ip::tcp::socket::shutdown_send, ec);
    std::array<char, 4096> rest{};
    for (size_t total = 0; !ec && total < mostBytes;)
        total +=
            co_await m_stream.tcp().async_read_some(net::buffer(rest), net::redirect_error(net::use_awaitable, ec));
}

} // namespace handrail::server
