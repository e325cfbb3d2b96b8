// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/turnloop.h"
#include "app/agent/networkback.h"
#include "core/sync/sleepwatch.h"
#include "tests/support/seededrandom.h"
#include "tests/sync/fakeworld.h"

#include <thread>

using namespace handrail;
using namespace handrail::tests;
using namespace handrail::agent;
using Fault = FakeLink::Fault;

namespace {

constexpr qint64 anHour = 3600 * 1000;

/// A computer that is put to sleep while it waits: at the third look at its clock the wall clock is hours on.
class SleepyClock : public ManualClock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        ++looks;
        return looks < 3 ? ManualClock::now() : ManualClock::now().addSecs(8 * 3600);
    }
    mutable int looks = 0;
};

} // namespace

TEST_CASE("sleep: the clocks", "[agent][sleep]")
{
    ManualClock clock;
    sync::SleepWatch watch(clock);

    SECTION("go together while the computer is awake, and while its clock is brought right bit by bit")
    {
        clock.advanceDays(3);
        CHECK_FALSE(watch.jumped());
        clock.setWall(clock.now().addMSecs(800));
        CHECK_FALSE(watch.jumped());
    }
    SECTION("part while it sleeps, or when the clock is set back; told once")
    {
        const qint64 seconds = GENERATE(as<qint64>(), 30, 8 * 3600, -3600);
        clock.setWall(clock.now().addSecs(seconds));
        CHECK(watch.jumped());
        CHECK_FALSE(watch.jumped());
    }
}

TEST_CASE("turns: when they are taken", "[agent][turns]")
{
    FakeWorld world;
    FakeDevice& desk = world.addDevice();
    SeededRandom random(7);
    Board board(world.server.token);
    int turns = 0;
    QList<qint64> waits;
    const auto noteWait = [&](qint64 ms) { waits.append(ms); };

    SECTION("at once after sleep, though the next one was an hour away")
    {
        const SleepyClock clock;
        TurnLoop loop(board, clock, random, {.pollMs = anHour, .lookMs = 1});
        loop.run(
            [&] {
                if (++turns == 2)
                    board.stop();
                return !desk.turn().trouble;
            },
            noteWait);
        CHECK(turns == 2);
        CHECK(waits.isEmpty());
    }
    SECTION("again as soon as the carrier's rate lets more out, not only after the usual time")
    {
        TurnLoop loop(board, world.clock, random, {.pollMs = anHour, .lookMs = anHour});
        loop.run(
            [&] {
                if (++turns == 3)
                    board.stop();
                return true;
            },
            noteWait, [] { return 5; });
        CHECK(turns == 3);
    }
    SECTION("later and later while no server is reached, and at once when the network is back")
    {
        desk.wire.script = QList<Fault>(6, Fault::NotSent);
        TurnLoop loop(board, world.clock, random, {.pollMs = anHour, .lookMs = anHour});
        bool wellAtLast = false;
        loop.run(
            [&] {
                wellAtLast = !desk.turn().trouble;
                // The system says that the network is there, while the loop would wait for seconds or minutes.
                if (wellAtLast)
                    board.stop();
                else
                    board.wake();
                ++turns;
                return wellAtLast;
            },
            noteWait);
        CHECK(wellAtLast);
        CHECK(turns == 7);
        REQUIRE(waits.size() == 6);
        CHECK(waits.first() >= 1000);
        CHECK(waits.last() >= 16000);
        CHECK(waits.last() < 5 * 60 * 1000);
    }
    SECTION("by two desks not at the same moment: chance is in each wait")
    {
        desk.wire.script = QList<Fault>(8, Fault::NotSent);
        SeededRandom other(8);
        for (Random* chance : {static_cast<Random*>(&random), static_cast<Random*>(&other)}) {
            Board own(world.server.token);
            int taken = 0;
            TurnLoop(own, world.clock, *chance, {.pollMs = anHour, .lookMs = anHour})
                .run(
                    [&] {
                        ++taken == 4 ? own.stop() : own.wake();
                        return !desk.turn().trouble;
                    },
                    noteWait);
        }
        REQUIRE(waits.size() == 8);
        CHECK(waits.mid(0, 4) != waits.mid(4, 4));
    }
    SECTION("not again and again where messages are left to the headless agent: one claim a turn")
    {
        world.server.leftToHeadless = 5;
        const int claims = world.server.claims();
        TurnLoop loop(board, world.clock, random, {.pollMs = anHour, .lookMs = anHour});
        loop.run(
            [&] {
                ++turns;
                const bool well = !desk.turn().trouble;
                board.stop();
                return well;
            },
            noteWait);
        CHECK(turns == 1);
        CHECK(world.server.claims() == claims + 1);
    }
}

TEST_CASE("network: it is back", "[agent][network]")
{
    NetworkEdge edge(true);
    SECTION("only where it was gone before")
    {
        CHECK_FALSE(edge.nowReachable(true));
        CHECK_FALSE(edge.nowReachable(false));
        CHECK(edge.nowReachable(true));
        CHECK_FALSE(edge.nowReachable(true));
    }
}

TEST_CASE("news: the pause after trouble", "[agent][news]")
{
    Board board("token");
    SECTION("ends with the first turn that reaches the server, not with one that does not")
    {
        std::thread turns([&] {
            board.turnEnded(1, {}, false);
            board.turnEnded(2, {}, true);
        });
        board.waitForGoodTurnAfter(0, anHour);
        turns.join();
        CHECK(board.seen().goodTurns == 1);
        CHECK(board.seen().turns == 2);
    }
}
