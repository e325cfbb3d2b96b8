// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/stores.h"
#include "core/sync/serverlink.h"

namespace handrail::sync {

struct SendReport
{
    int handed = 0;   ///< Given to the gateway, whatever it made of them.
    int released = 0; ///< Could not be written: held by the server with the problem.
    int lapsed = 0; ///< Left alone: withdrawn here meanwhile, not here yet, or the lease ran out. Claimed again later.
    int moreInMs = 0; ///< More is due than the carrier's rate lets out: worth another turn after so long; 0: nothing.
    qint64 leftToHeadless = 0;    ///< Due, but only a headless agent may send them.
    QString carrierTrouble;       ///< What the server says of its carriers; empty while all is well.
    std::optional<Error> trouble; ///< What the server said about one of them that it should not have.
};

/// Claims due messages, writes each in the client's language from the local store and hands it to the gateway, until
/// none is due. What stands in the way of one message does not stop the others; an unreachable server does. Nothing is
/// remembered between calls: a message whose lease lapses is claimed again, and the gateway's fences and intents see to
/// it that nothing goes out twice.
Result<SendReport> sendDue(LocalStore& store, ServerLink& server, const Clock& clock);

} // namespace handrail::sync
