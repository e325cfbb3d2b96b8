// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/replyplan.h"
#include "core/ports/carriers.h"
#include "server/store/records.h"

namespace handrail::server {

/// What Handrail texts back to `to`, where it does (R9): the confirmation of a STOP, or the answer to HELP. Noted as
/// sent in this transaction, so that it goes out once; nothing where the number had its text today, or is no person's.
/// HELP is answered once a day and not after a confirmation; a STOP that changed the ledger is confirmed once a day.
/// This text is the only one that the opt-out gate does not see: it is how an opted-out client hears that it worked.
Result<std::optional<OutgoingText>> dueAutoText(Records& records, const Environment& environment, const Agency& agency,
                                                ReplyPlan::AutoReply reply, const QString& to);

} // namespace handrail::server
