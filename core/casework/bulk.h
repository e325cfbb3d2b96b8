// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/undo.h"

namespace handrail::casework {

/// One thing to do to many referrals.
struct BulkChange
{
    enum class Kind { Status, Note, AssignWorker } kind = Kind::Note;
    ReferralStatus to = ReferralStatus::Unstarted; ///< Status
    std::optional<UserId> worker;                  ///< AssignWorker: of the referrals' clients.
    QString text;                                  ///< The reason, or the note; may be empty but for Note.
};

/// How it went so far.
struct BulkOutcome
{
    int changed = 0;
    int unchanged = 0; ///< Was so already.
    int gone = 0;      ///< No longer there.
    Undoable undo;     ///< Of all that was changed.
};

/// Why the change can't be made to any referral (a note without words, a text that is too long), or nothing.
Result<void> checkBulk(const BulkChange& change);

/// Changes some referrals in one transaction; of many, one part after the other, so that it can be shown and stopped.
/// A failed part changed nothing; those before it stay as they are.
Result<BulkOutcome> applyBulk(Desk& desk, const BulkChange& change, const QList<ReferralId>& referrals);

} // namespace handrail::casework
