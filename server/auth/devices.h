// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/wiresignin.h"
#include "server/auth/auth.h"

namespace handrail::server {

/// The devices of `user` that can come in now, the last seen first. Another user's only for an administrator
/// (NotAllowed).
Result<QList<protocol::Device>> devicesOf(Database& db, const Session& session, const UserId& user,
                                          const Environment& environment);

/// Signs a device out: the asker's own, or any of the agency for an administrator. NotFound where there is none that
/// the asker may know of, or it is out already.
Result<void> revokeDevice(Database& db, const Session& session, const DeviceId& device);

} // namespace handrail::server
