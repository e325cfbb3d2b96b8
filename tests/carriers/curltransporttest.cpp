// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/curltransport.h"
#include "tests/carriers/loopbackserver.h"
#include "tests/support/catch.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;
using Kind = HttpOutcome::Kind;

TEST_CASE("http by libcurl: an answer", "[carriers][http]")
{
    QByteArray seen;
    LoopbackServer server([&](QTcpSocket& socket) {
        seen = LoopbackServer::readHead(socket);
        while (!seen.endsWith("a=b") && socket.waitForReadyRead(2000))
            seen += socket.readAll();
        LoopbackServer::reply(socket, "HTTP/1.1 201 Created\r\nX-Thing:  one \r\nContent-Length: 5\r\n\r\nhello");
    });
    CurlTransport transport;
    HttpRequest request;
    request.method = "POST";
    request.url = server.url(u"http"_s, u"/x?y=%20z"_s);
    request.headers.emplaceBack("Authorization", "Basic abc");
    request.body = "a=b";
    const HttpOutcome outcome = transport.send(request);
    REQUIRE(outcome.kind == Kind::Answered);
    CHECK(outcome.response.status == 201);
    CHECK(outcome.response.body == "hello");
    CHECK(outcome.response.header("x-thing") == "one");
    CHECK(seen.startsWith("POST /x?y=%20z HTTP/1.1\r\n"));
    CHECK(seen.contains("\r\nAuthorization: Basic abc\r\n"));
    CHECK(seen.endsWith("\r\n\r\na=b"));
}

TEST_CASE("http by libcurl: what surely was not sent", "[carriers][http]")
{
    CurlTransport transport;
    HttpRequest request;
    request.timeoutMs = 5000;
    SECTION("nobody listens")
    {
        request.url = QUrl(u"http://127.0.0.1:%1/"_s.arg(LoopbackServer::freePort()));
        CHECK(transport.send(request).kind == Kind::NotSent);
    }
    SECTION("the name does not exist")
    {
        request.url = QUrl(u"https://carrier.invalid/"_s);
        CHECK(transport.send(request).kind == Kind::NotSent);
    }
    SECTION("the other side does not speak TLS")
    {
        LoopbackServer server([](QTcpSocket& socket) {
            socket.waitForReadyRead(2000);
            LoopbackServer::reply(socket, "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        });
        request.url = server.url(u"https"_s, u"/"_s);
        CHECK(transport.send(request).kind == Kind::NotSent);
    }
    SECTION("TLS never gets ready in time")
    {
        LoopbackServer server([](QTcpSocket& socket) { socket.waitForDisconnected(5000); });
        request.url = server.url(u"https"_s, u"/"_s);
        request.timeoutMs = 200;
        CHECK(transport.send(request).kind == Kind::NotSent);
    }
    SECTION("plain http to another machine")
    {
        request.url = QUrl(u"http://192.0.2.1/"_s);
        CHECK(transport.send(request).kind == Kind::NotSent);
    }
    SECTION("a header with a line break")
    {
        request.url = QUrl(u"http://127.0.0.1:9/"_s);
        request.headers.emplaceBack("X-A", "b\r\nX-C: d");
        CHECK(transport.send(request).trouble.contains(u"line break"_s));
    }
}

TEST_CASE("http by libcurl: what may have been carried out", "[carriers][http]")
{
    CurlTransport transport;
    HttpRequest request;
    request.method = "POST";
    request.body = "a=b";
    request.timeoutMs = 5000;
    const auto outcomeOf = [&](const std::function<void(QTcpSocket&)>& talk) {
        LoopbackServer server(talk);
        request.url = server.url(u"http"_s, u"/"_s);
        const HttpOutcome outcome = transport.send(request);
        CHECK(server.connections == 1); // A POST is never repeated behind our back.
        return outcome;
    };
    SECTION("no answer in time")
    {
        request.timeoutMs = 300;
        CHECK(outcomeOf([](QTcpSocket& socket) { socket.waitForDisconnected(5000); }).kind == Kind::Unknown);
    }
    SECTION("the connection is reset after the request")
    {
        CHECK(outcomeOf([](QTcpSocket& socket) {
                  LoopbackServer::readHead(socket);
                  socket.abort();
              }).kind == Kind::Unknown);
    }
    SECTION("the answer breaks off")
    {
        CHECK(outcomeOf([](QTcpSocket& socket) {
                  LoopbackServer::readHead(socket);
                  LoopbackServer::reply(socket, "HTTP/1.1 201 Created\r\nContent-Length: 50\r\n\r\n{\"sid\"");
              }).kind == Kind::Unknown);
    }
    SECTION("the answer is no http")
    {
        CHECK(outcomeOf([](QTcpSocket& socket) {
                  LoopbackServer::readHead(socket);
                  LoopbackServer::reply(socket, "SSH-2.0-OpenSSH_9.2\r\n");
              }).kind == Kind::Unknown);
    }
    SECTION("the answer is larger than allowed")
    {
        request.maxResponseBytes = 10;
        const HttpOutcome outcome = outcomeOf([](QTcpSocket& socket) {
            LoopbackServer::readHead(socket);
            LoopbackServer::reply(socket, "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n12345678901");
        });
        CHECK(outcome.kind == Kind::Unknown);
        CHECK(outcome.trouble == u"the answer is too large"_s);
    }
}

TEST_CASE("http by libcurl: redirects", "[carriers][http]")
{
    SECTION("are not followed")
    {
        LoopbackServer server([](QTcpSocket& socket) {
            LoopbackServer::readHead(socket);
            LoopbackServer::reply(socket, "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
        });
        CurlTransport transport;
        HttpRequest request;
        request.url = server.url(u"http"_s, u"/"_s);
        const HttpOutcome outcome = transport.send(request);
        CHECK(outcome.response.status == 302);
        CHECK(server.connections == 1);
    }
}
