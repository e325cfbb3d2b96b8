// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/fakeworld.h"

#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;
using Fault = FakeLink::Fault;

namespace {

/// What kill -9 is to a story: everything on the stack goes, the stores stay.
struct Killed
{
};

/// A seeded run: each desk edits shared clients, adds notes and takes turns over a bad line; clocks go their own ways.
class RandomRun
{
public:
    explicit RandomRun(unsigned seed)
        : m_random(seed)
    {
        for (int i = 0; i < 4; ++i)
            m_clients.append(m_world.ids.next());
        for (int i = 0; i < 3; ++i) {
            FakeDevice& device = m_world.addDevice();
            device.wire.faults = [this] { return below(3) == 0 ? Fault(1 + below(8)) : Fault::None; };
        }
    }

    void play(int steps)
    {
        for (int i = 0; i < steps; ++i)
            step(*m_world.devices[size_t(below(3))]);
    }

    /// The line is good again and everybody looks until nobody has anything new.
    void calmDown()
    {
        for (auto& device : m_world.devices)
            device->wire.faults = nullptr;
        for (int round = 0; round < 2; ++round)
            for (auto& device : m_world.devices)
                CHECK_FALSE(device->turn().trouble);
    }

    FakeWorld& world() { return m_world; }
    [[nodiscard]] int edits() const { return m_edits; }

private:
    int below(int n) { return int(m_random() % unsigned(n)); }

    void step(FakeDevice& device)
    {
        m_world.clock.advanceMs(below(2000));
        if (below(20) == 0)
            m_world.clock.setWall(m_world.clock.now().addSecs(below(7200) - 3600)); // Somebody sets a clock.
        if (below(3) == 0)
            device.turn();
        else if (below(3) == 0)
            note(device);
        else
            rename(device);
    }
    void rename(FakeDevice& device)
    {
        const QString field = below(2) == 0 ? u"given_name"_s : u"family_name"_s;
        QJsonObject fields{{field, u"Name %1"_s.arg(++m_edits)}};
        const QUuid client = m_clients[below(int(m_clients.size()))];
        if (!device.store.records().contains(u"client"_s, client))
            fields.insert(u"given_name"_s, u"First %1"_s.arg(m_edits));
        device.edit(u"client"_s, client, fields);
    }
    void note(FakeDevice& device)
    {
        device.edit(u"activity"_s, m_world.ids.next(),
                    {{u"kind"_s, u"note"_s},
                     {u"client_id"_s, m_clients[0].toString(QUuid::WithoutBraces)},
                     {u"at"_s, m_world.clock.now().toMSecsSinceEpoch()},
                     {u"text"_s, u"Note %1"_s.arg(++m_edits)}});
    }

    std::mt19937 m_random;
    FakeWorld m_world;
    QList<QUuid> m_clients;
    int m_edits = 0;
};

} // namespace

TEST_CASE("convergence: random edits over a bad line", "[sync][convergence]")
{
    const unsigned seed = GENERATE(range(1U, 41U));
    CAPTURE(seed);
    RandomRun run(seed);
    run.play(150);
    run.calmDown();
    FakeWorld& world = run.world();

    // All replicas are equal (I6) ...
    for (const auto& device : world.devices)
        CHECK(device->store.records().dump() == world.server.records().dump());
    // ... every edit is on the server, once (I5) ...
    QSet<QUuid> ids;
    for (const Change& change : world.server.log())
        ids.insert(change.id.uuid());
    CHECK(world.server.log().size() == run.edits());
    CHECK(ids.size() == run.edits());
    // ... and nothing is left or was refused.
    for (const auto& device : world.devices) {
        CHECK(device->store.outbox().isEmpty());
        CHECK(mustHave(device->store.sync().refused()).isEmpty());
    }
}

TEST_CASE("kill -9: at every point of a turn", "[sync][kill]")
{
    // The points are the moments before each write and before and after the server's work on each request.
    int points = 0;
    for (int killAt = 1;; ++killAt) {
        CAPTURE(killAt);
        FakeWorld world;
        FakeDevice& desk = world.addDevice();
        const SharedReferral shared(world, desk.store.edits());
        int point = 0;
        const auto maybeKill = [&] {
            if (++point == killAt)
                throw Killed{};
        };
        desk.store.beforeWrite = maybeKill;
        desk.wire.onRequest = [&](const HttpRequest&, bool) { maybeKill(); };
        bool killed = false;
        try {
            desk.turn();
        } catch (const Killed&) {
            killed = true;
        }
        if (!killed)
            break;
        ++points;
        // The agent is started anew; what the dead one had claimed lapses.
        desk.turn();
        world.clock.advanceMinutes(2);
        CHECK_FALSE(desk.turn().trouble);
        CHECK(world.server.timesCarried(shared.text) == 1);
        CHECK(world.server.timesCarried(shared.email) == 1);
        CHECK(desk.store.outbox().isEmpty());
        CHECK(desk.store.records().dump() == world.server.records().dump());
        CHECK(mustHave(desk.store.shares().message(shared.text))->state == MessageState::Sent);
    }
    // push, two pulls, two claims, two sends, with their writes: a story that got shorter tests less than it says.
    CHECK(points >= 18);
}
