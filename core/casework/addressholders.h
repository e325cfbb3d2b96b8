// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"

namespace handrail::casework {

/// Clients whose profile has the address, by name; the first 50.
Result<QList<Client>> clientsWith(Desk& desk, const Address& address);

} // namespace handrail::casework
