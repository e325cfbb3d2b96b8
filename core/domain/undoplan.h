// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/replyplan.h"

namespace handrail {

/// What a worker wants to undo: an entry that a worker made, and its referral as it is now.
struct UndoContext
{
    Activity activity; ///< StatusChanged or Note.
    Referral referral;
    bool undoneAlready = false;
    UserId worker;
    QDateTime now; ///< UTC
    std::function<QUuid()> newId;
};
struct UndoPlan
{
    std::optional<StatusChange> statusChange; ///< Empty for a note.
    Activity activity;
};

/// Undoes a status that a worker set by hand, or withdraws a note (it stays, marked as withdrawn); recorded as such.
/// What was canceled with a status stays canceled: a message's end is final. InvalidInput where the entry is neither,
/// Conflict where it was undone already or the status has moved on since. (What an answer changed is planRevert's.)
Result<UndoPlan> planUndo(const UndoContext& context);

} // namespace handrail
