// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/fakeworld.h"

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;
using Fault = FakeLink::Fault;

TEST_CASE("server address: what a person types", "[sync][address]")
{
    SECTION("is read as https where nothing else is said")
    {
        CHECK(mustHave(sync::readServerAddress(u" handrail.example.org "_s)) ==
              QUrl(u"https://handrail.example.org"_s));
    }
    SECTION("keeps a port and a path, without the slash at its end")
    {
        CHECK(mustHave(sync::readServerAddress(u"https://a.example:8443/handrail/"_s)) ==
              QUrl(u"https://a.example:8443/handrail"_s));
    }
    SECTION("may be http on this machine")
    {
        CHECK(sync::readServerAddress(u"http://127.0.0.1:8080"_s).ok());
        CHECK(sync::readServerAddress(u"http://localhost:8080"_s).ok());
    }
    SECTION("is refused with a sentence where it can't be one")
    {
        const auto typed =
            GENERATE(as<std::string>(), "", "http://handrail.example.org", "ftp://a.example", "https://", "a b",
                     "https://user:secret@a.example", "https://a.example/?q=1", "http://127.0.0.1.evil.example");
        const auto refused = sync::readServerAddress(QString::fromStdString(typed));
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == ErrorCode::InvalidInput);
        CHECK(refused.error().sentence.size() > 20);
    }
}

TEST_CASE("server link: trouble", "[sync][link]")
{
    FakeWorld world;
    FakeDevice& desk = world.addDevice();

    SECTION("has a kind and a sentence each")
    {
        const auto [fault, code] = GENERATE(table<Fault, ErrorCode>({{Fault::NotSent, ErrorCode::Offline},
                                                                     {Fault::LostRequest, ErrorCode::Offline},
                                                                     {Fault::LostAnswer, ErrorCode::Offline},
                                                                     {Fault::Status500, ErrorCode::ServerTrouble},
                                                                     {Fault::Html, ErrorCode::ServerTrouble},
                                                                     {Fault::Nothing, ErrorCode::ServerTrouble},
                                                                     {Fault::Half, ErrorCode::ServerTrouble}}));
        desk.wire.script = {fault};
        const auto pulled = desk.server.pull(0, 10);
        REQUIRE_FALSE(pulled.ok());
        CHECK(pulled.error().code == code);
        CHECK(pulled.error().sentence.size() > 20);
    }
    SECTION("of a token that is no longer good asks for a new sign-in")
    {
        desk.server.setToken("old-token");
        CHECK(desk.server.pull(0, 10).error().code == ErrorCode::Unauthorized);
    }
    SECTION("of a newer server asks for an update")
    {
        world.server.protocolVersion = protocol::version + 1;
        CHECK(desk.server.pull(0, 10).error().code == ErrorCode::NewerVersion);
    }
    SECTION("that the server names itself keeps the server's words")
    {
        const auto refused = desk.server.release(MessageId(world.ids.next()), {1, u"broken template"_s});
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error() == Error{ErrorCode::NotFound, u"There is no such message."_s});
    }
}

TEST_CASE("server link: a request", "[sync][link]")
{
    FakeWorld world;
    FakeDevice& desk = world.addDevice();

    SECTION("carries token and protocol version, and never the token in its address")
    {
        mustHave(desk.server.pull(7, 100, 25));
        REQUIRE(desk.wire.requests.size() == 1);
        const HttpRequest request = desk.wire.requests.first();
        CHECK(request.url == QUrl(u"https://h.example/v1/changes?since=7&limit=100&wait=25"_s));
        CHECK(request.headers.contains(std::pair<QByteArray, QByteArray>("Authorization", "Bearer good-token")));
        CHECK(request.headers.contains(std::pair<QByteArray, QByteArray>("Handrail-Protocol", "2")));
    }
    SECTION("that waits for news has more time than it waits")
    {
        mustHave(desk.server.pull(0, 1, 25));
        CHECK(desk.wire.requests.first().timeoutMs > 25000);
    }
    SECTION("keeps the path of a server that is not at the root")
    {
        sync::ServerLink link(desk.wire, QUrl(u"https://a.example/handrail"_s), "t");
        CHECK_FALSE(link.claim(5).ok());
        CHECK(desk.wire.requests.first().url == QUrl(u"https://a.example/handrail/v1/messages/claim"_s));
    }
}
