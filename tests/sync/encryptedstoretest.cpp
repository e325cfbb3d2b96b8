// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tempstore.h"
#include "tests/sync/fakeworld.h"

#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;
using Fault = FakeLink::Fault;

namespace {

struct Killed
{
};

/// A desk with the real encrypted store on disk, a clock of its own, and a bad line; its agent is killed now and then.
struct RealDesk
{
    RealDesk(FakeServer& fakeServer, quint16 number)
        : store(number)
        , wire(fakeServer)
        , server(wire, QUrl(u"https://h.example"_s), fakeServer.token)
    {
    }
    /// A turn, or as much of it as the kill leaves; then the program starts anew.
    void turn(bool killIt, int atRequest)
    {
        int requests = 0;
        wire.onRequest = [&](const HttpRequest&, bool) {
            if (killIt && requests++ == atRequest)
                throw Killed{};
        };
        try {
            sync::runCycle(*store, server, store.clock);
        } catch (const Killed&) {
            store.reopen();
        }
        wire.onRequest = nullptr;
    }
    QJsonObject namesOf(const QUuid& id)
    {
        const auto client = mustHave(store->clients().client(ClientId(id)));
        return client ? QJsonObject{{u"family_name"_s, client->familyName}, {u"given_name"_s, client->givenName}}
                      : QJsonObject();
    }

    TempStore store;
    FakeLink wire;
    sync::ServerLink server;
};

} // namespace

TEST_CASE("convergence: encrypted stores over a bad line, agents killed", "[sync][convergence][storage]")
{
    const unsigned seed = GENERATE(range(1U, 9U));
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto below = [&](unsigned n) { return int(random() % n); };
    FakeWorld world;
    std::vector<std::unique_ptr<RealDesk>> desks;
    for (quint16 i = 1; i <= 2; ++i) {
        desks.push_back(std::make_unique<RealDesk>(world.server, i));
        desks.back()->wire.faults = [&] { return below(3) == 0 ? Fault(1 + below(8)) : Fault::None; };
    }
    const QList<QUuid> clients{world.ids.next(), world.ids.next(), world.ids.next()};
    int edits = 0;
    int notes = 0;

    for (int i = 0; i < 60; ++i) {
        RealDesk& desk = *desks[size_t(below(2))];
        desk.store.clock.advanceMs(below(5000));
        const QUuid client = clients[below(3)];
        const int what = below(4);
        if (what == 0) {
            desk.turn(below(3) == 0, below(6));
        } else if (what == 1) {
            ++edits;
            mustWork(desk.store->edits().commit({Edit{u"activity"_s,
                                                      desk.store.ids.next(),
                                                      {{u"kind"_s, u"note"_s},
                                                       {u"client_id"_s, client.toString(QUuid::WithoutBraces)},
                                                       {u"at"_s, desk.store.clock.now().toMSecsSinceEpoch()},
                                                       {u"text"_s, u"Note %1"_s.arg(++notes)}}}}));
        } else {
            QJsonObject fields{{what == 2 ? u"given_name"_s : u"family_name"_s, u"Name %1"_s.arg(++edits)}};
            if (desk.namesOf(client).isEmpty())
                fields.insert(u"given_name"_s, u"First %1"_s.arg(edits));
            mustWork(desk.store->edits().commit({Edit{u"client"_s, client, fields}}));
        }
    }
    for (auto& desk : desks)
        desk->wire.faults = nullptr;
    for (int round = 0; round < 2; ++round)
        for (auto& desk : desks)
            CHECK_FALSE(sync::runCycle(*desk->store, desk->server, desk->store.clock).trouble);

    CHECK(world.server.log().size() == edits);
    for (auto& desk : desks) {
        CHECK(mustHave(desk->store->sync().outgoingCount()) == 0);
        CHECK(mustHave(desk->store->sync().refused()).isEmpty());
        CHECK(mustHave(desk->store->sync().cursor()) == world.server.log().size());
        CHECK(mustHave(desk->store->activities().count({})) == notes);
        for (const QUuid& client : clients) {
            QJsonObject expected = world.server.records().fields(u"client"_s, client);
            if (!expected.isEmpty() && !expected.contains(u"family_name"_s))
                expected.insert(u"family_name"_s, QString());
            CHECK(desk->namesOf(client) == expected);
        }
    }
}

TEST_CASE("convergence: clients come and go, over a bad line, agents killed", "[sync][convergence][storage][sight]")
{
    const unsigned seed = GENERATE(range(1U, 6U));
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto below = [&](unsigned n) { return int(random() % n); };
    FakeWorld world;
    world.server.snapshotPage = 2;
    RealDesk desk(world.server, 1);
    desk.wire.faults = [&] { return below(3) == 0 ? Fault(1 + below(8)) : Fault::None; };
    QSet<QUuid> hidden;
    world.server.hides = [&](const QString&, const QUuid& key) { return hidden.contains(key); };
    QList<QUuid> clients;
    for (int i = 0; i < 6; ++i)
        clients.append(world.ids.next());
    for (int i = 0; i < 60; ++i) {
        desk.store.clock.advanceMs(below(5000));
        const QUuid client = clients[below(6)];
        const int what = below(4);
        if (what == 0) {
            if (!hidden.remove(client))
                hidden.insert(client);
            ++world.server.sight;
        } else if (what == 1) {
            world.server.put(u"client"_s, client, {{u"given_name"_s, u"Name %1"_s.arg(i)}, {u"family_name"_s, u"F"_s}});
        } else {
            desk.turn(below(3) == 0, below(8));
        }
    }
    desk.wire.faults = nullptr;
    for (int round = 0; round < 2; ++round)
        CHECK_FALSE(sync::runCycle(*desk.store, desk.server, desk.store.clock).trouble);
    for (const QUuid& client : clients) {
        const QJsonObject expected = hidden.contains(client) ? QJsonObject() : world.server.records().fields(u"client"_s, client);
        CHECK(desk.namesOf(client) == expected);
    }
}
