// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace handrail {

/// While one lives, a store that reads on this thread may give up as soon as `unwanted` is set: by then somebody on
/// another thread asked something else (the next key in a search field) and nobody waits for this answer. Whoever makes
/// one drops the answer then; nothing may be written under it.
class MayGiveUp
{
public:
    explicit MayGiveUp(const std::atomic<bool>& unwanted) { current() = &unwanted; }
    ~MayGiveUp() { current() = nullptr; }
    MayGiveUp(const MayGiveUp&) = delete;
    MayGiveUp& operator=(const MayGiveUp&) = delete;

    /// Whether the question that this thread works on is not wanted any more.
    static bool now() { return current() != nullptr && current()->load(std::memory_order_relaxed); }

private:
    static const std::atomic<bool>*& current()
    {
        static thread_local const std::atomic<bool>* flag = nullptr;
        return flag;
    }
};

} // namespace handrail
