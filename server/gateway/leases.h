// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/carriers.h"
#include "server/auth/auth.h"
#include "server/store/records.h"

/// Who may send a message, until when. Under Records::lock().
namespace handrail::server {

/// The agency's next fencing number: greater than every one before, also across a server restored from a backup, since
/// its high bits are the time. docs/decisions/0040-fences.md.
Result<qint64> nextFence(Records& records, const QDateTime& now);

/// Leases `id` to a device with a new fence until `expiresAt`; older fences of it are void.
Result<qint64> takeLease(Records& records, const MessageId& id, const DeviceId& device, const QDateTime& now,
                         const QDateTime& expiresAt);
/// Nobody gets a lease on it before `notBefore`; older fences of it are void.
Result<void> postpone(Records& records, const MessageId& id, const QDateTime& now, const QDateTime& notBefore);
Result<void> endLease(Records& records, const MessageId& id);
/// Conflict where the lease isn't this device's, isn't the latest, or has run out by the server's clock.
Result<void> checkLease(Records& records, const Session& session, const MessageId& id, qint64 fence,
                        const QDateTime& now);

} // namespace handrail::server
