// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/hlc.h"
#include "core/domain/uuid7.h"
#include "tests/support/sequentialids.h"

using namespace handrail;

TEST_CASE("stamp: order", "[hlc]")
{
    tests::SequentialIds ids;
    const QUuid a = ids.next();
    const QUuid b = ids.next();

    SECTION("is the same as text and as value")
    {
        const std::vector<Stamp> ordered = {{1, 0, a}, {1, 0, b},       {1, 1, a},
                                            {2, 0, a}, {255, 65535, b}, {1767225600000, 3, a}};
        for (size_t i = 1; i < ordered.size(); ++i) {
            CHECK(ordered[i - 1] < ordered[i]);
            CHECK(ordered[i - 1].toString() < ordered[i].toString());
        }
    }
    SECTION("survives a round trip as text")
    {
        const Stamp stamp{1767225600000, 42, b};
        CHECK(Stamp::fromString(stamp.toString()) == stamp);
    }
    SECTION("goes forward though the wall clock goes back")
    {
        const Stamp first = nextStamp({}, 1000, a);
        const Stamp second = nextStamp(first, 400, a);
        CHECK(first < second);
    }
    SECTION("carries into the next millisecond when the counter is full")
    {
        const Stamp full{1000, 65535, a};
        CHECK(full < nextStamp(full, 1000, a));
    }
    SECTION("comes after a peer's stamp that was seen")
    {
        const Stamp mine{1000, 0, a};
        const Stamp peer{5000, 7, b};
        CHECK(peer < nextStamp(observeStamp(mine, peer, 2000), 2000, a));
    }
    SECTION("is not dragged along by a peer whose clock is wrong by more than a day")
    {
        const Stamp mine{1000, 0, a};
        const Stamp wrong{1000 + 48LL * 3600 * 1000, 0, b};
        CHECK(observeStamp(mine, wrong, 1000) == mine);
    }
}

TEST_CASE("stamp: text that is none", "[hlc]")
{
    const auto text = GENERATE("", "zz", "00000000000100000-00000000-0000-7000-8000-000000000001",
                               "00000000000G0000-00000000-0000-7000-8000-000000000001",
                               "0000000000010000-not-a-uuid-at-all-and-36-characters-xx");
    CHECK_FALSE(Stamp::fromString(QString::fromLatin1(text)));
}

TEST_CASE("uuid7: layout of RFC 9562", "[ids]")
{
    std::array<std::byte, 10> random{};
    random.fill(std::byte{0xff});
    const QUuid id = makeUuid7(0x017F22E279B0, random);
    CHECK(id.toString(QUuid::WithoutBraces) == QStringLiteral("017f22e2-79b0-7fff-bfff-ffffffffffff"));
}
