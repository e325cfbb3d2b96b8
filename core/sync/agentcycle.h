// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/push.h"
#include "core/sync/sendcycle.h"

namespace handrail::sync {

struct CycleReport
{
    PushReport pushed;
    int pulled = 0;
    SendReport sent;
    std::optional<qint64> serverAheadMs; ///< How far the server's clock was ahead of `clock` when it was pulled from.
    bool wipeOrdered = false; ///< The server, which refuses this device, wants its data removed.
    std::optional<Error> trouble; ///< The first error; what did not depend on it was done all the same.

    [[nodiscard]] bool didSomething() const
    {
        return pushed.accepted + pushed.refused + pulled + sent.handed + sent.released > 0;
    }
};

/// The agent's turn: push, pull, send, and a pull for what sending changed. Keeps what the desktop shows of it as facts
/// (core/sync/session.h). May be killed at any point: the next turn starts from the store alone. An agent that may not
/// send asks for nothing to send: other agents do.
CycleReport runCycle(LocalStore& store, ServerLink& server, const Clock& clock, bool maySend = true);

/// For the desktop: there was trouble, and the next turn is taken after `waitMs` if nobody asks for one before.
Result<void> keepNextTry(SyncStore& store, const Clock& clock, qint64 waitMs);

} // namespace handrail::sync
