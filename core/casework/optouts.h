// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"

namespace handrail::casework {

/// A client told the worker that an address wants no more messages: the ledger takes it, what waits for the address is
/// canceled, and the activity shows it (R9, R10). `words`: what the client said, may be empty. `client`: whose
/// activity shows it even where no message is waiting.
Result<void> recordOptOut(Desk& desk, const Address& address, const QString& words,
                          const std::optional<ClientId>& client = std::nullopt);

} // namespace handrail::casework
