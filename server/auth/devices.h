// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/wiresignin.h"
#include "server/auth/auth.h"

namespace handrail::server {

namespace audited {
/// A device that was told to wipe its data has asked, and was told.
inline constexpr QLatin1String deviceWiped("device_wiped");
} // namespace audited

/// The devices of `user` that can come in now, the last seen first. Another user's only for an administrator
/// (NotAllowed).
Result<QList<protocol::Device>> devicesOf(Database& db, const Session& session, const UserId& user,
                                          const Environment& environment);

/// Signs a device out: the asker's own, or any of the agency for an administrator. NotFound where there is none that
/// the asker may know of, or it is out already.
/// `wipe`: it is also to remove what it keeps, as soon as it asks (isWipeOrdered()); also one that is out already.
Result<void> revokeDevice(Database& db, const Session& session, const DeviceId& device, bool wipe = false);

/// Whether the device with that token, which is over, was told to wipe its data; noted, and audited once, as heard. False
/// for every token that is not such a one.
Result<bool> isWipeOrdered(Database& db, const QByteArray& token, const Environment& environment);

} // namespace handrail::server
