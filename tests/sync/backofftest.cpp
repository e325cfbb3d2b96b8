// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/backoff.h"

#include <algorithm>

using namespace handrail;

namespace {

/// The same byte for ever: the smallest and the largest jitter by 0x00 and 0xff.
class SameByte : public Random
{
public:
    explicit SameByte(unsigned char byte)
        : m_byte(std::byte(byte))
    {
    }
    void fill(std::span<std::byte> bytes) override { std::ranges::fill(bytes, m_byte); }

private:
    std::byte m_byte;
};

} // namespace

TEST_CASE("back-off: after failures in a row", "[sync][backoff]")
{
    SameByte least(0x00);
    SameByte most(0xff);

    SECTION("doubles from a second to five minutes")
    {
        CHECK(sync::backOffMs(1, least) == 1000);
        CHECK(sync::backOffMs(2, least) == 2000);
        CHECK(sync::backOffMs(3, least) == 4000);
        CHECK(sync::backOffMs(9, least) == 150000);
        CHECK(sync::backOffMs(9, most) < 300000);
        CHECK(sync::backOffMs(9, most) > 299000);
    }
    SECTION("stays within a second and five minutes whatever the count")
    {
        for (const int failures : {-1, 0, 1, 20, 100, 2000000000}) {
            CHECK(sync::backOffMs(failures, least) >= 1000);
            CHECK(sync::backOffMs(failures, most) <= 300000);
        }
    }
    SECTION("spreads desks over half of it")
    {
        CHECK(sync::backOffMs(3, most) > 7900);
        CHECK(sync::backOffMs(3, most) < 8000);
    }
}
