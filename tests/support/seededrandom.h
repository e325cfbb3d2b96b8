// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/random.h"

#include <random>

namespace handrail::tests {

/// The same bytes in each run.
class SeededRandom : public Random
{
public:
    explicit SeededRandom(quint32 seed = 1)
        : m_engine(seed)
    {
    }
    void fill(std::span<std::byte> bytes) override
    {
        for (std::byte& byte : bytes)
            byte = std::byte(m_engine() & 0xff);
    }
    /// 0 ... `bound` - 1
    quint32 below(quint32 bound) { return quint32(m_engine() % bound); }

private:
    std::mt19937 m_engine;
};

} // namespace handrail::tests
