// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/fileoffsetclock.h"
#include "core/system/servertimeclock.h"
#include "core/system/systemclock.h"
#include "core/system/systemrandom.h"
#include "core/system/uuid7ids.h"
#include "tests/support/catch.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <algorithm>
#include <cstring>
#include <thread>

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Answers the same byte for ever, so that only the counter can make ids differ.
class SameByte : public Random
{
public:
    explicit SameByte(std::byte value)
        : m_value(value)
    {
    }
    void fill(std::span<std::byte> bytes) override { std::ranges::fill(bytes, m_value); }

private:
    std::byte m_value;
};

QByteArray bits(const QUuid& id)
{
    return id.toRfc4122();
}

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(text) == text.size());
}

} // namespace

TEST_CASE("system clock: tells the time", "[system]")
{
    const SystemClock clock;
    CHECK(clock.now().timeSpec() == Qt::UTC);
    CHECK(clock.now().date().year() >= 2024);
    const qint64 before = clock.monotonicMs();
    CHECK(clock.monotonicMs() >= before);
}

TEST_CASE("file offset clock: adds what the file says", "[system]")
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"offset"_s);
    tests::ManualClock base;
    const FileOffsetClock clock(base, path);
    const QDateTime start = base.now();

    SECTION("nothing without a file")
    {
        CHECK(clock.now() == start);
        CHECK(clock.monotonicMs() == base.monotonicMs());
    }
    SECTION("a file written later, changed, and taken away")
    {
        REQUIRE(writeClockOffset(path, 86400));
        CHECK(clock.now() == start.addDays(1));
        REQUIRE(writeClockOffset(path, 7 * 86400));
        CHECK(clock.now() == start.addDays(7));
        REQUIRE(QFile::remove(path));
        CHECK(clock.now() == start);
    }
    SECTION("monotonic time runs on though the trial begins in the past")
    {
        REQUIRE(writeClockOffset(path, -3600));
        const FileOffsetClock past(base, path);
        const qint64 before = past.monotonicMs();
        base.advanceSeconds(7);
        CHECK(past.monotonicMs() == before + 7000);
    }
    SECTION("monotonic time goes along but never back")
    {
        const qint64 before = clock.monotonicMs();
        REQUIRE(writeClockOffset(path, 60));
        CHECK(clock.monotonicMs() == before + 60'000);
        REQUIRE(QFile::remove(path));
        CHECK(clock.monotonicMs() == before + 60'000);
    }
    SECTION("what is no number keeps the last offset; a huge one is bounded")
    {
        REQUIRE(writeClockOffset(path, 60));
        CHECK(clock.now() == start.addSecs(60));
        write(path, "<html>tomorrow</html>");
        CHECK(clock.now() == start.addSecs(60));
        write(path, "999999999999999");
        CHECK(clock.now() == start.addSecs(FileOffsetClock::maxOffsetSeconds));
    }
}

TEST_CASE("system random: fills all bytes, differently each time", "[system]")
{
    SystemRandom random;
    CHECK(random.bytes(0).isEmpty());
    CHECK(random.bytes(37).size() == 37);
    CHECK(random.bytes(16) != random.bytes(16));
    QByteArray seen(11, '\0');
    for (int i = 0; i < 100; ++i) {
        const QByteArray bytes = random.bytes(11);
        for (qsizetype k = 0; k < seen.size(); ++k)
            seen[k] = char(seen[k] | bytes[k]);
    }
    CHECK(seen == QByteArray(11, '\xff'));
}

TEST_CASE("UUIDv7 ids: always increase", "[system]")
{
    tests::ManualClock clock;

    SECTION("they carry version, variant and the time")
    {
        SystemRandom random;
        Uuid7Ids ids(clock, random);
        const QUuid id = ids.next();
        CHECK(id.toString(QUuid::WithoutBraces)[14] == u'7');
        CHECK(id.variant() == QUuid::DCE);
        CHECK(bits(id).left(6).toHex().toLongLong(nullptr, 16) == clock.now().toMSecsSinceEpoch());
    }
    SECTION("within one millisecond, beyond the counter's range, and when the clock goes back")
    {
        SameByte random(std::byte{0xff});
        Uuid7Ids ids(clock, random);
        QByteArray last;
        for (int i = 0; i < 10'000; ++i) {
            if (i == 5000)
                clock.setWall(clock.now().addSecs(-3600));
            const QByteArray id = bits(ids.next());
            if (!(last < id))
                FAIL("id " << i << " does not come after the one before");
            last = id;
        }
        SUCCEED();
    }
    SECTION("from several threads at once, each id once")
    {
        SystemRandom random;
        Uuid7Ids ids(clock, random);
        std::array<QList<QUuid>, 4> made;
        std::vector<std::thread> threads;
        for (auto& list : made)
            threads.emplace_back([&ids, &list] {
                for (int i = 0; i < 5000; ++i)
                    list.append(ids.next());
            });
        for (auto& thread : threads)
            thread.join();
        QSet<QUuid> all;
        for (const auto& list : made)
            all.unite(QSet<QUuid>(list.begin(), list.end()));
        CHECK(all.size() == 20'000);
    }
}

TEST_CASE("server time: a desk's wrong clock is put right by the server's", "[system][clock]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"server-clock"_s);
    tests::ManualClock machine;
    const ServerTimeClock agent(machine, path);
    const ServerTimeClock desktop(machine, path);
    const QDateTime right = machine.now().addYears(-1);

    SECTION("before the server said anything it is the machine's")
    {
        CHECK(agent.now() == machine.now());
    }
    SECTION("what the agent learns, the desktop has, too")
    {
        REQUIRE(agent.learn(right));
        CHECK(std::abs(desktop.now().msecsTo(right)) < 1000);
        CHECK(desktop.monotonicMs() == machine.monotonicMs());
    }
    SECTION("two minutes are the line's, and no difference")
    {
        REQUIRE(agent.learn(machine.now().addSecs(119)));
        CHECK(desktop.now() == machine.now());
        CHECK(!QFile::exists(path));
    }
    SECTION("a machine that was put right is believed again")
    {
        REQUIRE(agent.learn(right));
        REQUIRE(agent.learn(machine.now().addSecs(-5)));
        CHECK(desktop.now() == machine.now());
    }
}
