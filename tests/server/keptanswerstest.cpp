// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/keptanswers.h"
#include "tests/server/testserver.h"

#include <atomic>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;

namespace {

std::shared_ptr<const Response> keepable(const QByteArray& body, quint64 seen, int status = 200)
{
    Response response = Response::text(status, body);
    response.keep = Keep{"agency", seen, 2};
    return std::make_shared<const Response>(response);
}

} // namespace

TEST_CASE("kept answers: for the same target, for seconds, until there is news", "[server][http]")
{
    News news;
    KeptAnswers kept(news);
    const KeptAnswers::Moment start{};
    kept.keep("/r/one", keepable("one", 0), {}, start);

    CHECK(kept.find("/r/one", start)->response->body == "one");
    CHECK_FALSE(kept.find("/r/one?lang=es", start).has_value());
    SECTION("its time ends")
    {
        CHECK(kept.find("/r/one", start + std::chrono::milliseconds(1999)).has_value());
        CHECK_FALSE(kept.find("/r/one", start + std::chrono::seconds(2)).has_value());
    }
    SECTION("news of its agency end it, another's don't")
    {
        news.tell("other");
        CHECK(kept.find("/r/one", start).has_value());
        news.tell("agency");
        CHECK_FALSE(kept.find("/r/one", start).has_value());
    }
    SECTION("what came before the news is not kept after them")
    {
        news.tell("agency");
        kept.keep("/r/two", keepable("two", 0), {}, start);
        CHECK_FALSE(kept.find("/r/two", start).has_value());
    }
    SECTION("only good answers, and not without end")
    {
        kept.keep("/r/bad", keepable("bad", 0, 404), {}, start);
        CHECK_FALSE(kept.find("/r/bad", start).has_value());
        kept.keep("/plain", std::make_shared<const Response>(Response::text(200, "plain")), {}, start);
        CHECK_FALSE(kept.find("/plain", start).has_value());
        for (int i = 0; i < 2000; ++i)
            kept.keep("/r/" + QByteArray::number(i), keepable("x", 0), {}, start);
        CHECK_FALSE(kept.find("/r/1999", start).has_value());
        const auto later = start + std::chrono::seconds(3);
        kept.keep("/r/later", keepable("later", 0), {}, later);
        CHECK(kept.find("/r/later", later).has_value());
    }
}

TEST_CASE("http: a kept answer goes out as the first one did, without its handler", "[server][http]")
{
    News news;
    std::atomic<int> handled = 0;
    TestHttp http(news);
    const auto answer = [&](const Request& request) {
        ++handled;
        Response response = Response::html(200, "<p>" + request.queryValue("lang").value_or("en") + "</p>");
        response.keep = Keep{"agency", news.count("agency"), 60};
        return response;
    };
    http.router.add("GET", "/r/{token}", answer);
    http.router.add("POST", "/r/{token}", answer);
    http.start();
    const auto withoutId = [](QByteArray head) {
        const qsizetype at = head.indexOf("X-Request-Id: ");
        return head.remove(at, head.indexOf('\n', at) + 1 - at);
    };

    const auto socket = http.connect();
    sendTo(*socket, httpText("GET", "/r/a"));
    const TestAnswer first = readAnswer(*socket);
    sendTo(*socket, httpText("GET", "/r/a", {}, "X-Request-Id: mine-again\r\n"));
    const TestAnswer again = readAnswer(*socket);
    CHECK(handled == 1);
    CHECK(again.body == first.body);
    CHECK(again.head.contains("X-Request-Id: mine-again\r\n"));
    auto lines = withoutId(first.head).split('\n');
    auto linesAgain = withoutId(again.head).split('\n');
    std::ranges::sort(lines);
    std::ranges::sort(linesAgain);
    CHECK(lines == linesAgain);

    SECTION("HEAD, and a connection that is to end, get it too")
    {
        const TestAnswer head = http.raw(httpText("HEAD", "/r/a"), true);
        CHECK(head.status == 200);
        CHECK(head.head.contains("Content-Length: 9\r\n"));
        const auto last = http.connect();
        sendTo(*last, httpText("GET", "/r/a", {}, "Connection: close\r\n"));
        CHECK(readAnswer(*last).body == first.body);
        CHECK(isClosed(*last));
        CHECK(handled == 1);
    }
    SECTION("many at once on one connection are answered in order")
    {
        sendTo(*socket, httpText("GET", "/r/a") + httpText("GET", "/r/a?lang=es") + httpText("GET", "/r/a"));
        QByteArray all;
        while (all.count("</p>") < 3 && socket->waitForReadyRead(5000))
            all += socket->readAll();
        CHECK(all.count("HTTP/1.1 200") == 3);
        CHECK(all.indexOf("<p>es</p>") > all.indexOf("<p>en</p>"));
        CHECK(all.endsWith("<p>en</p>"));
        CHECK(handled == 2);
    }
    SECTION("another target, a form and news ask the handler")
    {
        CHECK(http.raw(httpText("GET", "/r/a?lang=es")).body == "<p>es</p>");
        http.raw(httpText("POST", "/r/a", "x=1"));
        CHECK(handled == 3);
        news.tell("agency");
        http.raw(httpText("GET", "/r/a"));
        CHECK(handled == 4);
    }
}
