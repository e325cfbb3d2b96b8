// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/storerunner.h"
#include "tests/support/catch.h"

#include <deque>

namespace handrail::tests {

/// A store that takes as long as the test wants: jobs wait until they are let go.
class HeldRunner : public StoreRunner
{
public:
    explicit HeldRunner(LocalStore& store)
        : m_store(store)
    {
    }
    void run(std::function<void(LocalStore&)> job) override
    {
        if (hold)
            m_waiting.push_back(std::move(job));
        else
            job(m_store);
    }
    void letGo()
    {
        REQUIRE_FALSE(m_waiting.empty());
        const auto job = std::move(m_waiting.front());
        m_waiting.pop_front();
        job(m_store);
    }
    [[nodiscard]] int waiting() const { return int(m_waiting.size()); }
    bool hold = false;

private:
    LocalStore& m_store;
    std::deque<std::function<void(LocalStore&)>> m_waiting;
};

} // namespace handrail::tests
