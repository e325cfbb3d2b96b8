// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/ids.h"
#include "core/ports/random.h"

#include <mutex>

namespace handrail {

/// UUIDv7 ids that always increase, within a millisecond and when the clock goes back too: the 12 bits after the time
/// count, starting at a random value (RFC 9562 section 6.2, method 1). May be used from any thread; `clock` and
/// `random` must outlive it, and `random` is only called under a lock.
class Uuid7Ids : public Ids
{
public:
    Uuid7Ids(const Clock& clock, Random& random);
    QUuid next() override;

private:
    const Clock& m_clock;
    Random& m_random;
    std::mutex m_mutex;
    qint64 m_lastMs = 0;
    quint16 m_counter = 0;
};

} // namespace handrail
