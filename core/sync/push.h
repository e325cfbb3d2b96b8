// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/sync/serverlink.h"

namespace handrail::sync {

struct PushReport
{
    int accepted = 0;
    int refused = 0; ///< Kept in the store with the server's sentence, for the worker to see.
};

/// Brings every outgoing change to the server, oldest first, in batches. A change leaves the outbox only after the
/// server's word on it, and a repeated one is accepted again, so it may end at any point and start anew. A batch that
/// the server finds invalid as a whole is halved until the change that makes it so is alone and refused: one bad change
/// never blocks the others. Stops at the first other error, with what was done before kept.
Result<PushReport> pushOutgoing(SyncStore& store, ServerLink& server);

} // namespace handrail::sync
