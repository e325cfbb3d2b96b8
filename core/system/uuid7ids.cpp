// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/uuid7ids.h"

#include "core/domain/uuid7.h"

#include <algorithm>
#include <array>

namespace handrail {

Uuid7Ids::Uuid7Ids(const Clock& clock, Random& random)
    : m_clock(clock)
    , m_random(random)
{
}

QUuid Uuid7Ids::next()
{
    constexpr quint16 counterMax = 0x0fff;
    const std::lock_guard lock(m_mutex);
    std::array<std::byte, 10> random{};
    m_random.fill(random);
    const qint64 nowMs = m_clock.now().toMSecsSinceEpoch();
    if (nowMs > m_lastMs || m_counter == counterMax) {
        m_lastMs = std::max(nowMs, m_lastMs + 1);
        // Half of the counter's range is left for ids of the same millisecond.
        m_counter = quint16((quint16(random[0]) << 8 | quint16(random[1])) & (counterMax >> 1));
    } else {
        ++m_counter;
    }
    random[0] = std::byte(m_counter >> 8);
    random[1] = std::byte(m_counter & 0xff);
    return makeUuid7(m_lastMs, random);
}

} // namespace handrail
