// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/undo.h"

#include "core/casework/edits.h"
#include "core/domain/undoplan.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

/// What undoing has come to so far: the edits of one transaction.
struct Progress
{
    QList<Edit> edits;
    UndoOutcome outcome;
};

/// The entry and its referral as they are now; nothing where one is gone.
Result<std::optional<UndoContext>> contextOf(Desk& desk, const ReferralId& referralId, const ActivityId& activityId)
{
    const auto row = desk.store.activities().activity(activityId);
    if (!row)
        return row.error();
    const auto referral = desk.store.referrals().referral(referralId);
    if (!referral)
        return referral.error();
    if (!*row || !*referral)
        return std::optional<UndoContext>();
    return std::optional(UndoContext{.activity = (*row)->activity,
                                     .referral = **referral,
                                     .undoneAlready = (*row)->reverted,
                                     .worker = desk.worker,
                                     .now = desk.clock.now(),
                                     .newId = [&desk] { return desk.ids.next(); }});
}

Result<void> undoEntry(Desk& desk, const ReferralId& referral, const ActivityId& activity, Progress& progress)
{
    const auto context = contextOf(desk, referral, activity);
    if (!context)
        return context.error();
    const auto plan = *context ? planUndo(**context) : Result<UndoPlan>(Error{ErrorCode::NotFound, {}});
    if (!plan) {
        ++progress.outcome.left;
        return {};
    }
    if (plan->statusChange)
        progress.edits.append(editOf(*plan->statusChange));
    progress.edits += editsOf({plan->activity});
    ++progress.outcome.undone;
    return {};
}

Result<void> undoWorker(Desk& desk, const Undoable::WorkerStep& step, Progress& progress)
{
    const auto client = desk.store.clients().client(step.client);
    if (!client)
        return client.error();
    if (!*client || (*client)->assignedWorkerId != step.after) {
        ++progress.outcome.left;
        return {};
    }
    const QJsonValue before = step.before ? QJsonValue(step.before->toString()) : QJsonValue();
    progress.edits.append({u"client"_s, step.client.uuid(), {{u"assigned_worker_id"_s, before}}});
    ++progress.outcome.undone;
    return {};
}

} // namespace

void Undoable::append(const Undoable& more)
{
    statuses += more.statuses;
    notes += more.notes;
    workers += more.workers;
    canceledMessages += more.canceledMessages;
}

Result<UndoOutcome> undo(Desk& desk, const Undoable& deed, qsizetype first, qsizetype count)
{
    Progress progress;
    const qsizetype end = std::min(first + count, deed.size());
    for (qsizetype i = first; i < end; ++i) {
        const qsizetype note = i - deed.statuses.size();
        const qsizetype worker = note - deed.notes.size();
        const auto undone = worker >= 0 ? undoWorker(desk, deed.workers[worker], progress)
                            : note >= 0
                                ? undoEntry(desk, deed.notes[note].referral, deed.notes[note].activity, progress)
                                : undoEntry(desk, deed.statuses[i].referral, deed.statuses[i].activity, progress);
        if (!undone)
            return undone.error();
    }
    if (progress.edits.isEmpty())
        return progress.outcome;
    if (const auto committed = desk.store.edits().commit(progress.edits); !committed)
        return committed.error();
    return progress.outcome;
}

} // namespace handrail::casework
