// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"

namespace handrail::casework {

/// Something that a worker did and can take back: in words, and what the reverse is. Undoing never removes anything; it
/// writes the reverse change and records who did so. One thing may be hundreds of referrals, changed together.
struct Undoable
{
    struct StatusStep
    {
        ReferralId referral;
        ActivityId activity; ///< The entry that says so; names both statuses.
    };
    struct NoteStep
    {
        ReferralId referral;
        ActivityId activity;
    };
    struct WorkerStep
    {
        ClientId client;
        std::optional<UserId> before;
        std::optional<UserId> after;
    };
    QString words; ///< "the status of 12 referrals": what an «Undo» would take back.
    QList<StatusStep> statuses;
    QList<NoteStep> notes;
    QList<WorkerStep> workers;
    int canceledMessages = 0; ///< They stay canceled.

    [[nodiscard]] qsizetype size() const { return statuses.size() + notes.size() + workers.size(); }
    void append(const Undoable& more);
};

/// How undoing went.
struct UndoOutcome
{
    int undone = 0;
    int left = 0; ///< Changed again meanwhile, by somebody or by an answer: left as they are.
};

/// Undoes up to `count` steps from `first` on, in one transaction, so that a long undo can be shown and stopped. Steps
/// that somebody has overtaken are left alone and counted.
Result<UndoOutcome> undo(Desk& desk, const Undoable& deed, qsizetype first, qsizetype count);

} // namespace handrail::casework
