// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/sync/serverlink.h"

namespace handrail::sync {

/// Brings the server's changes into the store, page by page, until there are no more; each page and the cursor after it
/// are one transaction. A device that is new, or whose user sees other clients now, starts from a snapshot
/// (core/sync/snapshot.h). Answers how many changes came. An error keeps the pages before it.
Result<int> pullChanges(SyncStore& store, ServerLink& server);

} // namespace handrail::sync
