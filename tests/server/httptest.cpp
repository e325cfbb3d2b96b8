// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/testserver.h"

#include <QTest>
#include <atomic>
#include <future>
#include <thread>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A server whose only routes say what they got.
struct EchoServer
{
    News news;
    std::atomic<int> handled = 0;
    TestHttp http;

    explicit EchoServer(HttpSettings settings = {})
        : http(news, std::move(settings))
    {
        const auto echo = [this](const Request& request) {
            ++handled;
            return Response::text(200, request.params.value("name") + "|" + request.queryValue("q").value_or("-") +
                                           "|" + request.body);
        };
        http.router.add("GET", "/echo/{name}", echo);
        http.router.add("POST", "/echo/{name}", echo, {.maxBodyBytes = 1000});
        http.router.add("GET", "/trouble", [](const Request&) -> Response { throw std::runtime_error("inside"); });
        http.router.add("GET", "/news", [this](const Request&) {
            ++handled;
            Response response = Response::text(200, QByteArray::number(news.count("a")));
            if (news.count("a") == 0)
                response.wait = WaitForNews{"a", 0, 20};
            return response;
        });
        http.start();
    }
};

} // namespace

TEST_CASE("http: requests", "[server][http]")
{
    EchoServer server;

    SECTION("reach their route with what stands in the address, and keep the connection")
    {
        const auto socket = server.http.connect();
        sendTo(*socket, httpText("GET", "/echo/a%20b?q=1%202+3"));
        CHECK(readAnswer(*socket).body == "a b|1 2 3|");
        sendTo(*socket, httpText("POST", "/echo/c", "hello"));
        CHECK(readAnswer(*socket).body == "c|-|hello");
        sendTo(*socket, "POST /echo/d HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
        CHECK(readAnswer(*socket).body == "d|-|abc");
    }
    SECTION("two at once are answered in order")
    {
        const auto socket = server.http.connect();
        sendTo(*socket, httpText("GET", "/echo/1") + httpText("GET", "/echo/2"));
        QByteArray all;
        while (all.count("HTTP/1.1") < 2 && socket->waitForReadyRead(5000))
            all += socket->readAll();
        CHECK(all.indexOf("1|-|") > 0);
        CHECK(all.indexOf("2|-|") > all.indexOf("1|-|"));
    }
    SECTION("HEAD is a GET without its body")
    {
        const TestAnswer answer = server.http.raw(httpText("HEAD", "/echo/abc"), true);
        CHECK(answer.status == 200);
        CHECK(answer.head.contains("Content-Length: 6\r\n"));
        CHECK(answer.body.isEmpty());
    }
    SECTION("unknown ones are told so")
    {
        CHECK(server.http.raw(httpText("GET", "/nothing")).status == 404);
        CHECK(server.http.raw(httpText("GET", "/echo/")).status == 404);
        const TestAnswer wrong = server.http.raw(httpText("POST", "/news", "x"));
        CHECK(wrong.status == 405);
        CHECK(wrong.head.contains("Allow: GET\r\n"));
        CHECK(server.http.raw(httpText("DELETE", "/echo/a")).status == 405);
        CHECK(server.http.raw(httpText("BREW", "/echo/a")).status == 405);
    }
    SECTION("a handler's trouble is an answer that says nothing of the inside")
    {
        const TestAnswer answer = server.http.raw(httpText("GET", "/trouble"));
        CHECK(answer.status == 500);
        CHECK_FALSE(answer.body.contains("inside"));
    }
}

TEST_CASE("http: what could be read in two ways is refused, and the connection ends", "[server][http]")
{
    EchoServer server;
    const QByteArray hidden = "GET /echo/hidden HTTP/1.1\r\nHost: x\r\n\r\n";
    const auto [name, request] = GENERATE_COPY(table<std::string, QByteArray>({
        {"both lengths",
         "POST /echo/a HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" +
             hidden},
        {"both lengths, the other order",
         "POST /echo/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" +
             hidden},
        {"two lengths", "POST /echo/a HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 40\r\n\r\n" + hidden},
        {"the same length twice",
         "POST /echo/a HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n" + hidden},
        {"a list of equal lengths", "POST /echo/a HTTP/1.1\r\nHost: x\r\nContent-Length: 0, 0\r\n\r\n" + hidden},
        {"a negative length", "POST /echo/a HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n" + hidden},
        {"a length that is no number", "POST /echo/a HTTP/1.1\r\nHost: x\r\nContent-Length: 0x10\r\n\r\n" + hidden},
        {"an unknown encoding",
         "POST /echo/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + hidden},
        {"chunked before another encoding",
         "POST /echo/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + hidden},
        {"chunked in HTTP/1.0", "POST /echo/a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden},
        {"a chunk's length that is no number",
         "POST /echo/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n" + hidden},
        {"a blank before the colon", "POST /echo/a HTTP/1.1\r\nHost: x\r\nContent-Length : 5\r\n\r\n" + hidden},
        {"a folded header",
         "GET /echo/a HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n Transfer-Encoding: chunked\r\n\r\n" + hidden},
        {"no host", "GET /echo/a HTTP/1.1\r\n\r\n" + hidden},
        {"two hosts", "GET /echo/a HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n" + hidden},
        {"a whole address", "GET http://other/echo/a HTTP/1.1\r\nHost: x\r\n\r\n" + hidden},
        {"no HTTP at all", "\x16\x03\x01 hello\r\n\r\n" + hidden},
    }));
    INFO(name);
    const auto socket = server.http.connect();
    sendTo(*socket, request);
    const TestAnswer answer = readAnswer(*socket);
    CHECK(answer.status >= 400);
    CHECK(answer.status < 500);
    CHECK(isClosed(*socket));
    CHECK(server.handled == 0);
}

TEST_CASE("http: limits", "[server][http]")
{
    SECTION("a body beyond its route's limit is refused, announced or not")
    {
        EchoServer server;
        CHECK(server.http.raw(httpText("POST", "/echo/a", QByteArray(1000, 'x'))).status == 200);
        CHECK(server.http.raw(httpText("POST", "/echo/a", QByteArray(1001, 'x'))).status == 413);
        CHECK(server.http.raw("POST /echo/a HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000000\r\n\r\nx").status ==
              413);
        CHECK(server.http
                  .raw("POST /echo/a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n800\r\n" +
                       QByteArray(2048, 'x') + "\r\n0\r\n\r\n")
                  .status == 413);
        CHECK(server.http.raw("POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 50000\r\n\r\nx").status == 413);
        CHECK(server.handled == 1);
    }
    SECTION("a header that never ends is refused")
    {
        EchoServer server;
        CHECK(server.http.raw("GET /echo/a HTTP/1.1\r\nHost: x\r\nX: " + QByteArray(70000, 'x')).status == 431);
    }
    SECTION("half-open, idle and slow connections are closed, and do not stop others")
    {
        EchoServer server({.idle = std::chrono::milliseconds(300), .body = std::chrono::milliseconds(300)});
        const auto silent = server.http.connect();
        const auto halfHeader = server.http.connect();
        sendTo(*halfHeader, "GET /echo/a HTTP/1.1\r\nHos");
        const auto halfBody = server.http.connect();
        sendTo(*halfBody, "POST /echo/a HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");
        const auto idle = server.http.connect();
        sendTo(*idle, httpText("GET", "/echo/a"));
        CHECK(readAnswer(*idle).status == 200);
        CHECK(isClosed(*silent));
        CHECK(isClosed(*halfHeader));
        CHECK(isClosed(*halfBody));
        CHECK(isClosed(*idle));
        CHECK(server.http.raw(httpText("GET", "/echo/b")).status == 200);
    }
    SECTION("500 half-open connections leave the server answering")
    {
        EchoServer server;
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 500; ++i) {
            sockets.push_back(server.http.connect());
            sendTo(*sockets.back(), "GET /echo");
        }
        CHECK(server.http.raw(httpText("GET", "/echo/b")).status == 200);
    }
}

TEST_CASE("http: a big body is read only from those who may send one", "[server][http]")
{
    News news;
    TestHttp http(news);
    const auto size = [](const Request& request) { return Response::text(200, QByteArray::number(request.body.size())); };
    http.router.add("POST", "/form", size, {.maxBodyBytes = 4096});
    http.router.add("POST", "/changes", size);
    http.router.setUploadCheck([](const Request& request) -> std::optional<Response> {
        if (request.header("Authorization") == "Bearer good")
            return {};
        return Response::text(401, "who?");
    });
    http.start();
    const auto chunked = [&](const QByteArray& path, const QByteArray& header) {
        return http.raw("POST " + path + " HTTP/1.1\r\nHost: x\r\n" + header +
                        "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
    };

    // As a proxy sends a client's form that came to it over HTTP/2.
    CHECK(chunked("/form", {}).body == "5");
    CHECK(chunked("/changes", {}).status == 401);
    CHECK(chunked("/changes", "Authorization: Bearer good\r\n").body == "5");
    CHECK(http.raw(httpText("POST", "/changes", QByteArray(70000, 'x'))).status == 401);
    CHECK(http.raw(httpText("POST", "/changes", QByteArray(70000, 'x'), "Authorization: Bearer good\r\n")).body ==
          "70000");
    CHECK(http.raw(httpText("POST", "/changes", "hello")).body == "5");
}

TEST_CASE("http: waiting for news", "[server][http]")
{
    // One thread that answers: had a waiting request held it, nothing else could be answered.
    EchoServer server({.ioThreads = 3, .threads = 1});
    std::vector<std::unique_ptr<QTcpSocket>> waiting;
    for (int i = 0; i < 10; ++i) {
        waiting.push_back(server.http.connect());
        sendTo(*waiting.back(), httpText("GET", "/news"));
    }
    QElapsedTimer limit;
    limit.start();
    while (server.handled < 10 && limit.elapsed() < 5000)
        std::this_thread::yield();
    REQUIRE(server.handled == 10);
    CHECK(server.http.raw(httpText("GET", "/echo/b")).status == 200);

    SECTION("ends for all when there is some")
    {
        server.news.tell("a");
        for (const auto& socket : waiting)
            CHECK(readAnswer(*socket).body == "1");
    }
    SECTION("ends when the server stops, with an answer")
    {
        auto stopped = std::async(std::launch::async, [&] { server.http.server().stop(); });
        for (const auto& socket : waiting)
            CHECK(readAnswer(*socket).body == "0");
        CHECK(stopped.wait_for(std::chrono::seconds(5)) == std::future_status::ready);
        CHECK(server.http.server().connections() == 0);
    }
}

TEST_CASE("http: connections are counted together, whichever thread they are of", "[server][http]")
{
    EchoServer server({.ioThreads = 3, .maxPerAddress = 4, .countThisMachine = true});
    std::vector<std::unique_ptr<QTcpSocket>> held;
    for (int i = 0; i < 4; ++i) {
        held.push_back(server.http.connect());
        sendTo(*held.back(), httpText("GET", "/echo/a"));
        CHECK(readAnswer(*held.back()).status == 200);
    }
    CHECK(server.http.raw(httpText("GET", "/echo/a")).status == 503);
    held.pop_back();
    CHECK(QTest::qWaitFor([&] { return server.http.raw(httpText("GET", "/echo/a")).status == 200; }, 5000));
    server.http.server().stop();
    CHECK(server.http.server().connections() == 0);
}

TEST_CASE("http: a request under way is finished when the server stops", "[server][http]")
{
    News news;
    TestHttp http(news);
    std::promise<void> begun;
    std::promise<void> mayEnd;
    http.router.add("GET", "/slow", [&](const Request&) {
        begun.set_value();
        mayEnd.get_future().wait();
        return Response::text(200, "done");
    });
    http.start();
    const auto socket = http.connect();
    sendTo(*socket, httpText("GET", "/slow"));
    begun.get_future().wait();
    auto stopped = std::async(std::launch::async, [&] { http.server().stop(); });
    CHECK(stopped.wait_for(std::chrono::milliseconds(50)) == std::future_status::timeout);
    mayEnd.set_value();
    CHECK(readAnswer(*socket).body == "done");
    CHECK(isClosed(*socket));
    CHECK(stopped.wait_for(std::chrono::seconds(5)) == std::future_status::ready);
}

TEST_CASE("http: the client's address comes from a proxy only where it is trusted", "[server][http]")
{
    for (const bool trusted : {false, true}) {
        News news;
        TestHttp http(news, {.trustedProxies = trusted ? QStringList{u"127.0.0.1"_s} : QStringList()});
        http.router.add("GET", "/who",
                        [](const Request& request) { return Response::text(200, request.remoteAddress.toLatin1()); });
        http.start();
        CHECK(http.raw(httpText("GET", "/who", {}, "X-Forwarded-For: 6.6.6.6, 9.9.9.9\r\n")).body ==
              (trusted ? "9.9.9.9" : "127.0.0.1"));
    }
}

TEST_CASE("http: a port that is taken is a sentence", "[server][http]")
{
    EchoServer server;
    const Router router;
    News news;
    HttpServer second({.port = server.http.port}, router, news);
    CHECK(second.listen().error().sentence.contains(u"can't listen"_s));
}
