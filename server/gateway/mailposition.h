// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/mailbox.h"
#include "server/store/records.h"

/// What the server remembers of its mailbox and of what came in.
namespace handrail::server {

/// How far a mailbox was read; {0, 0} where it never was.
Result<MailboxPosition> mailPosition(Database& db, const QString& mailbox);
Result<void> keepMailPosition(Database& db, const QString& mailbox, const MailboxPosition& position);

/// True where what came in under this id is new; it counts as seen with this transaction.
Result<bool> markSeen(Records& records, const QString& id, const QDateTime& now);

} // namespace handrail::server
