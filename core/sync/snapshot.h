// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/sync/serverlink.h"

namespace handrail::sync {

/// Whether a snapshot was begun and not ended, on this run or one before.
Result<bool> isSnapshotUnderWay(SyncStore& store);

/// Brings all that the user may see now into the store, page by page, and takes away what they may not: goes on with the
/// snapshot under way, or begins one. Each page and the place after it are one transaction, so it may end at any point and
/// go on from there, on another day. Answers how many records came. Changes made here that wait for the server stay.
Result<int> takeSnapshot(SyncStore& store, ServerLink& server);

} // namespace handrail::sync
