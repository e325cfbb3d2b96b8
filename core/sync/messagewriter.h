// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/messagetext.h"
#include "core/ports/stores.h"
#include "core/protocol/wire.h"

namespace handrail::sync {

/// All that the message of `lease` says, gathered from the local store: nothing where some of it has not come from the
/// server yet.
Result<std::optional<MessageTextContext>> gatherText(LocalStore& store, const Message& message,
                                                     const protocol::Lease& lease);

} // namespace handrail::sync
