// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/feedfetch.h"
#include "server/directory/feedworker.h"
#include "tests/server/testserverstore.h"
#include "tests/support/scriptedtransport.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QUrlQuery>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const QUrl feedUrl(u"https://directory.example/api/services?per_page=2"_s);

QJsonObject service(int n)
{
    return {{u"id"_s, QString::number(n)}, {u"name"_s, u"Service %1"_s.arg(n)}, {u"status"_s, u"active"_s}};
}

/// One page of an HSDS API with the services numbered from `first` to `last`.
QByteArray page(int number, int total, int first, int last)
{
    QJsonArray contents;
    for (int n = first; n <= last; ++n)
        contents.append(service(n));
    return QJsonDocument(QJsonObject{{u"total_pages"_s, total}, {u"page_number"_s, number}, {u"contents"_s, contents}})
        .toJson();
}

HttpOutcome answered(int status, const QByteArray& body, QList<std::pair<QByteArray, QByteArray>> headers = {})
{
    return {.kind = HttpOutcome::Kind::Answered, .response = {status, std::move(headers), body}};
}

/// An API of `pages` pages of two services each.
HttpOutcome api(const HttpRequest& request, int pages)
{
    const int number = qMax(1, QUrlQuery(request.url).queryItemValue(u"page"_s).toInt());
    return answered(200, page(number, pages, number * 2 - 1, number * 2), {{"ETag", "\"v1\""}});
}

struct World
{
    TestServerStore store;
    std::unique_ptr<Database> db = store.open();
    Databases databases{store.settings, store.news};
    ScriptedTransport http;
    DirectoryFeeds feeds{databases, http, store.environment};

    World() { mustWork(subscribe(*db, store.environment, store.agency.id, u"county"_s, feedUrl, 24)); }
    DirectoryFeed feed() { return mustHave(feedsOf(*db, store.agency.id)).first(); }
    int active()
    {
        return int(mustHave(RecordReader(*db, store.agency.id).select(u"resource_site", u"active = 1"_s, {})).size());
    }
    void give(int pages)
    {
        http.otherwise = [pages](const HttpRequest& request) { return api(request, pages); };
    }
    void again(int hours = 24) { store.clock.advanceSeconds(hours * 3600); }
};

} // namespace

TEST_CASE("directory feed: all pages of an API are fetched and imported", "[directory][store][feed]")
{
    World world;
    world.give(4);
    CHECK(mustHave(world.feeds.round()) == 1);
    CHECK(world.active() == 8);
    CHECK(world.feed().outcome == u"applied"_s);
    CHECK(world.feed().summary.startsWith(u"Resource sites: 8 new"_s));
    REQUIRE(world.http.requests.size() == 4);
    CHECK(world.http.requests[3].url.toString().endsWith(u"/services?per_page=2&page=4"_s));

    SECTION("not again before its time")
    {
        CHECK(mustHave(world.feeds.round()) == 0);
        world.again(23);
        CHECK(mustHave(world.feeds.round()) == 0);
        world.again(1);
        CHECK(mustHave(world.feeds.round()) == 1);
    }
    SECTION("what the other server marked is asked for by its mark")
    {
        world.again();
        world.http.answer(304);
        CHECK(mustHave(world.feeds.round()) == 1);
        CHECK(
            world.http.requests.last().headers.contains(std::pair<QByteArray, QByteArray>("If-None-Match", "\"v1\"")));
        CHECK(world.feed().outcome == u"unchanged"_s);
        CHECK(world.active() == 8);
    }
    SECTION("a failure leaves the sites, says why, and is tried again after an hour")
    {
        world.again();
        world.http.answer(500);
        CHECK(mustHave(world.feeds.round()) == 1);
        CHECK(world.feed().outcome == u"failed"_s);
        CHECK(world.feed().summary.contains(u"500"_s));
        CHECK(world.active() == 8);
        world.again(1);
        CHECK(mustHave(world.feeds.round()) == 1);
        CHECK(world.feed().outcome == u"applied"_s);
    }
    SECTION("a page that fails in the middle imports nothing")
    {
        world.again();
        world.http.otherwise = [](const HttpRequest& request) {
            return request.url.toString().contains(u"page=3"_s) ? answered(502, {}) : api(request, 5);
        };
        mustHave(world.feeds.round());
        CHECK(world.feed().outcome == u"failed"_s);
        CHECK(world.active() == 8);
    }
    SECTION("sites that are gone are retired")
    {
        world.again();
        world.give(3);
        mustHave(world.feeds.round());
        CHECK(world.active() == 6);
    }
}

TEST_CASE("directory feed: one that loses more than half of its sites waits for an administrator",
          "[directory][store][feed]")
{
    World world;
    world.give(20);
    mustHave(world.feeds.round());
    CHECK(world.active() == 40);
    world.again();
    world.give(9);
    mustHave(world.feeds.round());
    CHECK(world.feed().outcome == u"held"_s);
    CHECK(world.feed().summary.contains(u"22 of the directory's 40 sites"_s));
    CHECK(world.active() == 40);

    mustWork(fetchSoon(*world.db, world.store.environment, world.store.agency.id, u"county"_s, true));
    mustHave(world.feeds.round());
    CHECK(world.feed().outcome == u"applied"_s);
    CHECK(world.active() == 18);
    CHECK_FALSE(world.feed().mayShrink); // the word was for that one
}

TEST_CASE("directory feed: of several servers one fetches", "[directory][store][feed]")
{
    World world;
    const auto lease = [&](const QString& holder) {
        return mustHave(leaseDueFeed(*world.db, world.store.environment, holder));
    };
    const auto first = lease(u"a"_s);
    REQUIRE(first);
    CHECK_FALSE(lease(u"b"_s));

    SECTION("who dies holds it for an hour, and writes nothing afterwards")
    {
        world.again(1);
        REQUIRE(lease(u"b"_s));
        CHECK_FALSE(mustHave(finishFeed(*world.db, world.store.environment, *first, u"a"_s)));
        CHECK(mustHave(finishFeed(*world.db, world.store.environment, *first, u"b"_s)));
    }
    SECTION("it is given back at the end")
    {
        DirectoryFeed done = *first;
        done.nextAt = world.store.clock.now().addSecs(3600);
        CHECK(mustHave(finishFeed(*world.db, world.store.environment, done, u"a"_s)));
        world.again(1);
        CHECK(lease(u"b"_s));
    }
}

TEST_CASE("directory feed: an address must be safe, also behind redirects", "[directory][store][feed]")
{
    World world;
    for (const QString& url : {u"http://directory.example/x"_s, u"file:///etc/passwd"_s, u"https://me:pw@a.example/"_s,
                               u"ftp://a.example"_s, u""_s, u"https://"_s})
        CHECK_FALSE(subscribe(*world.db, world.store.environment, world.store.agency.id, u"x"_s, QUrl(url), 24).ok());
    CHECK_FALSE(subscribe(*world.db, world.store.environment, world.store.agency.id, u"x"_s, feedUrl, 0).ok());

    QTemporaryDir folder;
    const auto fetch = [&](const directory::FeedBounds& bounds = {}) {
        return directory::fetchFeed(world.http, world.store.clock, {feedUrl, {}, {}}, folder.path(), bounds);
    };
    SECTION("a redirect to plain http is not followed")
    {
        world.http.answer(302, {}, {{"Location", "http://directory.example/x"}});
        CHECK_FALSE(fetch().ok());
        CHECK(world.http.requests.size() == 1);
    }
    SECTION("nor one that never ends")
    {
        world.http.otherwise = [](const HttpRequest&) {
            return answered(301, {}, {{"Location", "https://directory.example/round"}});
        };
        CHECK_FALSE(fetch().ok());
        CHECK(world.http.requests.size() == 6);
    }
    SECTION("a relative one is")
    {
        world.http.answer(308, {}, {{"Location", "/v2/services"}});
        world.http.answer(200, page(1, 1, 1, 2));
        CHECK(fetch().ok());
        CHECK(world.http.requests.last().url == QUrl(u"https://directory.example/v2/services"_s));
    }
    SECTION("more pages or bytes than bounds are refused, as is a server that is too slow")
    {
        world.http.otherwise = [](const HttpRequest& request) { return api(request, 50); };
        CHECK_FALSE(fetch({.pages = 10}).ok());
        world.http.otherwise = [&](const HttpRequest& request) {
            world.store.clock.advanceSeconds(60);
            return api(request, 50);
        };
        const auto slow = fetch();
        REQUIRE_FALSE(slow.ok());
        CHECK(slow.error().sentence.contains(u"too slow"_s));
        CHECK(world.http.requests.last().maxResponseBytes <= 128LL * 1024 * 1024);
    }
    SECTION("what is no directory is refused when it is read, and the sites stay")
    {
        for (const QByteArray& body : {QByteArray("<html>Sign in</html>"), QByteArray("{\"contents\": ["), QByteArray(),
                                       QByteArray("PK\x03\x04 no zip"), QByteArray("[]"), QByteArray("null")}) {
            world.http.answer(200, body);
            mustWork(fetchSoon(*world.db, world.store.environment, world.store.agency.id, u"county"_s, false));
            CHECK(mustHave(world.feeds.round()) == 1);
            CHECK(world.feed().outcome == u"failed"_s);
        }
    }
}

TEST_CASE("directory feed: commands' side", "[directory][store][feed]")
{
    World world;
    CHECK(fetchSoon(*world.db, world.store.environment, world.store.agency.id, u"other"_s, false).error().code ==
          ErrorCode::NotFound);
    mustWork(unsubscribe(*world.db, world.store.environment, world.store.agency.id, u"county"_s));
    CHECK(mustHave(feedsOf(*world.db, world.store.agency.id)).isEmpty());
    CHECK_FALSE(unsubscribe(*world.db, world.store.environment, world.store.agency.id, u"county"_s).ok());
}
