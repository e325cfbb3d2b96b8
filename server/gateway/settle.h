// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/sendgate.h"
#include "server/store/records.h"

namespace handrail::server {

/// Does what the gate said of a waiting message that it does not let out: never - its state at once, not now - no lease
/// before then. Ends its lease.
Result<void> settle(Records& records, const Environment& environment, const Message& message,
                    const GateDecision& decision);

} // namespace handrail::server
