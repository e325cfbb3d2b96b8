// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/snapshotstate.h"
#include "core/sync/pull.h"
#include "core/sync/session.h"
#include "core/sync/snapshot.h"
#include "tests/support/catch.h"
#include "tests/sync/fakeworld.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

using Fault = FakeLink::Fault;

QJsonObject named(const QString& name)
{
    return {{u"given_name"_s, name}};
}

QStringList pathsOf(const FakeLink& wire)
{
    QStringList paths;
    for (const HttpRequest& request : wire.requests)
        paths.append(request.url.path());
    return paths;
}

} // namespace

TEST_CASE("snapshot: a device that starts", "[sync][snapshot]")
{
    FakeWorld world;
    FakeServer& server = world.server;
    server.snapshotPage = 3;
    QList<QUuid> clients;
    for (int i = 0; i < 10; ++i) {
        clients.append(world.ids.next());
        server.put(u"client"_s, clients.last(), named(u"Client %1"_s.arg(i)));
        server.put(u"client"_s, clients.last(), {{u"language"_s, u"es"_s}});
    }
    FakeDevice& desk = world.addDevice();
    SyncStore& store = desk.store.sync();
    const auto state = [&] { return SnapshotState::fromText(mustHave(store.fact(sync::facts::snapshot))); };

    SECTION("gets what is, not what was, and goes on from there")
    {
        mustHave(sync::pullChanges(store, desk.server));
        CHECK(desk.store.records().dump() == server.records().dump());
        CHECK(pathsOf(desk.wire).count(u"/v1/snapshot"_s) == 4);
        CHECK(pathsOf(desk.wire).last() == u"/v1/changes"_s);
        CHECK(mustHave(store.cursor()) == server.log().size());
        CHECK_FALSE(mustHave(sync::isSnapshotUnderWay(store)));
        server.put(u"client"_s, clients[0], named(u"Ana"_s));
        CHECK(mustHave(sync::pullChanges(store, desk.server)) == 1);
        CHECK(pathsOf(desk.wire).count(u"/v1/snapshot"_s) == 4);
    }
    SECTION("goes on after a cut with the page that was lost, and says how far it is")
    {
        desk.wire.script = {Fault::None, Fault::LostAnswer};
        CHECK_FALSE(sync::pullChanges(store, desk.server).ok());
        CHECK(mustHave(sync::isSnapshotUnderWay(store)));
        CHECK(state().clients == 3);
        CHECK(state().of == 10);
        mustHave(sync::pullChanges(store, desk.server));
        CHECK(desk.store.records().dump() == server.records().dump());
        CHECK(pathsOf(desk.wire).count(u"/v1/snapshot"_s) == 5);
    }
    SECTION("keeps what was made here meanwhile, sent or not")
    {
        desk.wire.script = {Fault::None, Fault::NotSent};
        CHECK_FALSE(sync::pullChanges(store, desk.server).ok());
        const QUuid sent = world.ids.next(), waiting = world.ids.next();
        desk.edit(u"client"_s, sent, named(u"Sent"_s));
        mustHave(sync::pushOutgoing(store, desk.server));
        desk.edit(u"client"_s, waiting, named(u"Waiting"_s));
        mustHave(sync::takeSnapshot(store, desk.server));
        CHECK(desk.store.records().contains(u"client"_s, sent));
        CHECK(desk.store.records().contains(u"client"_s, waiting));
        CHECK(mustHave(store.outgoingCount()) == 1);
    }
    SECTION("misses nothing that changed while it came")
    {
        desk.wire.onRequest = [&, count = 0](const HttpRequest&, bool done) mutable {
            if (done && ++count == 2)
                server.put(u"client"_s, clients[0], named(u"Changed meanwhile"_s));
        };
        mustHave(sync::pullChanges(store, desk.server));
        CHECK(desk.store.records().dump() == server.records().dump());
    }
    SECTION("begins anew where the server does not know its place")
    {
        desk.wire.script = {Fault::None, Fault::NotSent};
        CHECK_FALSE(sync::pullChanges(store, desk.server).ok());
        SnapshotState odd = state();
        odd.cursor = u"nonsense"_s;
        mustWork(store.mergeSnapshot({}, odd.toText()));
        mustHave(sync::pullChanges(store, desk.server));
        CHECK(desk.store.records().dump() == server.records().dump());
    }
    SECTION("ends where a server gives the same page for ever")
    {
        class Stuck : public HttpTransport
        {
            HttpOutcome send(const HttpRequest&) override
            {
                return {HttpOutcome::Kind::Answered,
                        {200, {}, R"({"records":[],"cursor":"x","more":true,"position":3,"sight":"1"})"},
                        {}};
            }
        } stuck;
        sync::ServerLink link(stuck, QUrl(u"https://h.example"_s), "t");
        CHECK(sync::pullChanges(store, link).error().code == ErrorCode::ServerTrouble);
    }
}

TEST_CASE("snapshot: a user who may see less", "[sync][snapshot]")
{
    FakeWorld world;
    FakeServer& server = world.server;
    const QUuid mine = world.ids.next(), moved = world.ids.next();
    server.put(u"client"_s, mine, named(u"Mine"_s));
    server.put(u"client"_s, moved, named(u"Moved"_s));
    FakeDevice& desk = world.addDevice();
    SyncStore& store = desk.store.sync();
    mustHave(sync::pullChanges(store, desk.server));
    REQUIRE(desk.store.records().contains(u"client"_s, moved));

    server.hides = [moved](const QString&, const QUuid& key) { return key == moved; };
    ++server.sight;
    SECTION("loses the client at the next turn")
    {
        mustHave(sync::pullChanges(store, desk.server));
        CHECK_FALSE(desk.store.records().contains(u"client"_s, moved));
        CHECK(desk.store.records().contains(u"client"_s, mine));
    }
    SECTION("and sees the client again who comes back")
    {
        mustHave(sync::pullChanges(store, desk.server));
        server.hides = nullptr;
        ++server.sight;
        mustHave(sync::pullChanges(store, desk.server));
        CHECK(desk.store.records().dump() == server.records().dump());
    }
    SECTION("is not kept busy for ever by a sight that never rests")
    {
        desk.wire.onRequest = [&](const HttpRequest&, bool done) { server.sight += done ? 0 : 1; };
        mustHave(sync::pullChanges(store, desk.server));
        CHECK_FALSE(desk.store.records().contains(u"client"_s, moved));
    }
}
