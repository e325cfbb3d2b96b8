// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/fiber.h"

#include <cstdlib>
#include <exception>
#include <ucontext.h>
#include <vector>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif

namespace handrail::sim {

namespace {

constexpr size_t stackBytes = 1024 * 1024; // Touched only as far as used.

/// Stacks are used again: a run has tens of thousands of requests.
std::vector<char*>& freeStacks()
{
    static std::vector<char*> stacks;
    return stacks;
}

char* takeStack()
{
    if (freeStacks().empty())
        return static_cast<char*>(std::malloc(stackBytes)); // NOLINT: uninitialised on purpose
    char* stack = freeStacks().back();
    freeStacks().pop_back();
    return stack;
}

Fiber* running = nullptr;

} // namespace

struct Fiber::State
{
    std::function<void()> body;
    ucontext_t own{};
    ucontext_t caller{};
    Fiber* before = nullptr;
    char* stack = nullptr;
    bool ended = false;
#if defined(__SANITIZE_ADDRESS__)
    const void* callersStack = nullptr;
    size_t callersSize = 0;
#endif

    static void begin()
    {
        State* state = running->m_state.get();
#if defined(__SANITIZE_ADDRESS__)
        __sanitizer_finish_switch_fiber(nullptr, &state->callersStack, &state->callersSize);
#endif
        state->body();
        state->ended = true;
        leave(state, true);
    }
    static void leave(State* state, bool last)
    {
        running = state->before;
#if defined(__SANITIZE_ADDRESS__)
        void* fake = nullptr;
        __sanitizer_start_switch_fiber(last ? nullptr : &fake, state->callersStack, state->callersSize);
#endif
        swapcontext(&state->own, &state->caller);
#if defined(__SANITIZE_ADDRESS__)
        __sanitizer_finish_switch_fiber(fake, &state->callersStack, &state->callersSize);
#endif
        (void)last;
    }
};

Fiber::Fiber(std::function<void()> body)
    : m_state(std::make_unique<State>())
{
    m_state->body = std::move(body);
}

Fiber::~Fiber()
{
    if (m_state->stack != nullptr)
        freeStacks().push_back(m_state->stack);
}

void Fiber::resume()
{
    State& state = *m_state;
    if (state.stack == nullptr) {
        state.stack = takeStack();
        getcontext(&state.own);
        state.own.uc_stack.ss_sp = state.stack;
        state.own.uc_stack.ss_size = stackBytes;
        state.own.uc_link = nullptr;
        makecontext(&state.own, &State::begin, 0);
    }
    state.before = running;
    running = this;
#if defined(__SANITIZE_ADDRESS__)
    void* fake = nullptr;
    __sanitizer_start_switch_fiber(&fake, state.stack, stackBytes);
#endif
    swapcontext(&state.caller, &state.own);
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_finish_switch_fiber(fake, nullptr, nullptr);
#endif
}

bool Fiber::ended() const
{
    return m_state->ended;
}

void Fiber::pause()
{
    State::leave(running->m_state.get(), false);
}

Fiber* Fiber::current()
{
    return running;
}

} // namespace handrail::sim
