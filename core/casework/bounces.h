// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"

namespace handrail::casework {

/// A worker says that an address which sent mail back takes it: noted in the activity, and mail may go there again.
/// Fine where nothing stands against the address.
Result<void> tryAddressAgain(Desk& desk, const ClientId& client, const Address& address);

} // namespace handrail::casework
