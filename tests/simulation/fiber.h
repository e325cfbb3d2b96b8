// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace handrail::sim {

/// A piece of work with a stack of its own, that stops where it says and goes on when told to: blocking code of the
/// product runs beside other such code in one thread, in an order that the seed decides.
class Fiber
{
public:
    explicit Fiber(std::function<void()> body);
    /// Ended, or never begun.
    ~Fiber();
    Fiber(const Fiber&) = delete;
    Fiber& operator=(const Fiber&) = delete;

    /// Runs it until it pauses or ends.
    void resume();
    [[nodiscard]] bool ended() const;
    /// Out of the fiber that runs, back to who resumed it.
    static void pause();
    /// Null outside of fibers.
    static Fiber* current();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace handrail::sim
