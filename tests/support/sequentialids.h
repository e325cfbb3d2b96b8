// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/ids.h"

#include <atomic>

namespace handrail::tests {

/// Ids 00000000-0000-7000-8000-0000<world><n>: a failing test reads better, and runs are repeatable. Any thread may ask.
class SequentialIds : public Ids
{
public:
    explicit SequentialIds(quint16 world = 0)
        : m_world(world)
    {
    }
    SequentialIds(const SequentialIds& other)
        : m_world(other.m_world)
        , m_last(other.m_last.load())
    {
    }
    SequentialIds& operator=(const SequentialIds& other)
    {
        m_world = other.m_world;
        m_last = other.m_last.load();
        return *this;
    }
    /// As new.
    void startAgain(quint16 world)
    {
        m_world = world;
        m_last = 0;
    }
    QUuid next() override
    {
        const quint32 n = ++m_last;
        return {0,
                0,
                0x7000,
                0x80,
                0,
                uchar(m_world >> 8),
                uchar(m_world),
                uchar(n >> 24),
                uchar(n >> 16),
                uchar(n >> 8),
                uchar(n)};
    }

private:
    quint16 m_world;
    std::atomic<quint32> m_last = 0;
};

} // namespace handrail::tests
