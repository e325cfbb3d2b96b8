// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"
#include "core/domain/access.h"

namespace handrail::casework {

/// Queues for the server's audit that the worker looked at something, or takes it along, now (docs/decisions/0291).
Result<void> noteAccess(Desk& desk, Access::Deed deed, const std::optional<ClientId>& client = {});

} // namespace handrail::casework
