// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/qttransport.h"
#include "tests/net/loopbackserver.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using tests::LoopbackServer;
using Kind = HttpOutcome::Kind;

namespace {

QByteArray answer(const QByteArray& status, const QByteArray& body, const QByteArray& headers = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers +
           "Connection: close\r\n\r\n" + body;
}

QUrl portWithoutServer()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return QUrl(u"http://127.0.0.1:%1/"_s.arg(server.serverPort()));
}

} // namespace

TEST_CASE("transport: an answer", "[net]")
{
    QtTransport transport;

    SECTION("comes with status, headers and body")
    {
        const LoopbackServer server({answer("200 OK", "{}", "Handrail-Protocol: 1\r\n")});
        const HttpOutcome outcome = transport.send({.url = server.url()});
        REQUIRE(outcome.kind == Kind::Answered);
        CHECK(outcome.response.status == 200);
        CHECK(outcome.response.header("handrail-protocol") == "1");
        CHECK(outcome.response.body == "{}");
    }
    SECTION("is what was asked for with method, headers and body")
    {
        const LoopbackServer server({answer("200 OK", "{}")});
        const HttpRequest request{.method = "POST",
                                  .url = server.url(u"/v1/changes"_s),
                                  .headers = {{"Content-Type", "application/json"}, {"Authorization", "Bearer t"}},
                                  .body = R"({"changes":[]})"};
        REQUIRE(transport.send(request).kind == Kind::Answered);
        const QByteArray received = server.received();
        CHECK(received.startsWith("POST /v1/changes HTTP/1.1\r\n"));
        CHECK(received.contains("Authorization: Bearer t\r\n"));
        CHECK(received.contains("Accept-Encoding: identity\r\n"));
        CHECK(received.endsWith("\r\n\r\n{\"changes\":[]}"));
    }
    SECTION("of 500 is an answer, with its body")
    {
        const LoopbackServer server({answer("500 Internal Server Error", "broken")});
        const HttpOutcome outcome = transport.send({.url = server.url()});
        REQUIRE(outcome.kind == Kind::Answered);
        CHECK(outcome.response.status == 500);
        CHECK(outcome.response.body == "broken");
    }
    SECTION("of 401 is an answer, with its body")
    {
        const LoopbackServer server({answer("401 Unauthorized", "{\"error\":1}", "WWW-Authenticate: Bearer\r\n")});
        const HttpOutcome outcome = transport.send(
            {.method = "POST", .url = server.url(), .headers = {{"Content-Type", "application/json"}}, .body = "{}"});
        REQUIRE(outcome.kind == Kind::Answered);
        CHECK(outcome.response.status == 401);
        CHECK(outcome.response.body == "{\"error\":1}");
    }
    SECTION("that sends elsewhere is not followed")
    {
        const LoopbackServer elsewhere({answer("200 OK", "{}")});
        const LoopbackServer server({answer("302 Found", "", "Location: " + elsewhere.url().toEncoded() + "\r\n")});
        const HttpOutcome outcome = transport.send({.url = server.url()});
        REQUIRE(outcome.kind == Kind::Answered);
        CHECK(outcome.response.status == 302);
        CHECK(elsewhere.received().isEmpty());
    }
}

TEST_CASE("transport: no answer", "[net]")
{
    QtTransport transport;

    SECTION("is «not sent» where nobody listens")
    {
        CHECK(transport.send({.url = portWithoutServer()}).kind == Kind::NotSent);
    }
    SECTION("is «not sent» where the name does not exist")
    {
        CHECK(transport.send({.url = QUrl(u"http://no-such-host.invalid/"_s)}).kind == Kind::NotSent);
    }
    SECTION("is «not sent» where the other side does not speak TLS")
    {
        const LoopbackServer server({.answer = "this is no TLS\r\n", .atOnce = true});
        QUrl url = server.url();
        url.setScheme(u"https"_s);
        CHECK(transport.send({.url = url, .timeoutMs = 3000}).kind == Kind::NotSent);
    }
    SECTION("is «unknown» where the other side closes without a word")
    {
        const LoopbackServer server({""});
        CHECK(transport.send({.url = server.url()}).kind == Kind::Unknown);
    }
    SECTION("is «unknown» where the body is cut")
    {
        const LoopbackServer server({"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"changes\":["});
        CHECK(transport.send({.url = server.url()}).kind == Kind::Unknown);
    }
    SECTION("is «unknown» where what comes is no HTTP")
    {
        const LoopbackServer server({"220 mail.example ESMTP\r\n"});
        CHECK(transport.send({.url = server.url(), .timeoutMs = 3000}).kind == Kind::Unknown);
    }
    SECTION("is «unknown» after the time-out, which holds though the connection stays open")
    {
        const LoopbackServer server({"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", false});
        QElapsedTimer timer;
        timer.start();
        CHECK(transport.send({.url = server.url(), .timeoutMs = 200}).kind == Kind::Unknown);
        CHECK(timer.elapsed() >= 200);
        CHECK(timer.elapsed() < 5000);
    }
    SECTION("is «unknown» where it is larger than allowed, with or without a stated length")
    {
        const QByteArray big(300000, 'x');
        const auto bytes = GENERATE_COPY(answer("200 OK", big), "HTTP/1.1 200 OK\r\n\r\n" + big);
        const LoopbackServer server({bytes});
        const HttpOutcome outcome = transport.send({.url = server.url(), .maxResponseBytes = 100000});
        CHECK(outcome.kind == Kind::Unknown);
        CHECK(outcome.response.body.isEmpty());
    }
}

TEST_CASE("transport: stopping", "[net]")
{
    const LoopbackServer silent({"", false});
    std::atomic<QtTransport*> shared = nullptr;
    std::atomic<int> kinds = 0;
    std::unique_ptr<QThread> thread(QThread::create([&] {
        QtTransport transport;
        shared = &transport;
        const bool first = transport.send({.url = silent.url(), .timeoutMs = 60000}).kind == Kind::Unknown;
        const bool second = transport.send({.url = silent.url(), .timeoutMs = 60000}).kind == Kind::NotSent;
        kinds = (first ? 1 : 0) + (second ? 2 : 0);
    }));
    thread->start();
    REQUIRE(QTest::qWaitFor([&] { return silent.received().contains("\r\n\r\n"); }, 5000));
    shared.load()->cancel();

    SECTION("ends the request under way and refuses the next one")
    {
        REQUIRE(thread->wait(5000));
        CHECK(kinds == 3);
    }
    thread->wait();
}
