// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/bulk.h"

#include "core/casework/edits.h"
#include "core/casework/refusal.h"
#include "core/domain/notefile.h"
#include "core/domain/replyplan.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(BulkChange)
};

/// The edits of one transaction, and what they come to.
struct Progress
{
    QList<Edit> edits;
    BulkOutcome outcome;
    QSet<ClientId> clients; ///< Assigned in this part already.
};

Activity noteOn(Desk& desk, const Referral& referral, const QString& text)
{
    return {.id = ActivityId(desk.ids.next()),
            .kind = ActivityKind::Note,
            .clientId = referral.clientId,
            .referralId = referral.id,
            .at = desk.clock.now(),
            .workerId = desk.worker,
            .text = text};
}

Result<void> changeStatus(Desk& desk, const BulkChange& change, const Referral& referral, Progress& progress)
{
    const auto unsent = desk.store.shares().unsentFollowUps(referral.id);
    if (!unsent)
        return unsent.error();
    const QDateTime now = desk.clock.now();
    const StatusPlan plan = planStatus({.referral = referral,
                                        .to = change.to,
                                        .reason = change.text.trimmed(),
                                        .worker = desk.worker,
                                        .now = now,
                                        .unsentFollowUps = *unsent,
                                        .newId = [&desk] { return desk.ids.next(); }});
    if (plan.statusChange)
        progress.edits.append(editOf(*plan.statusChange));
    progress.edits += cancelingEdits(plan.cancel, plan.cancelReason, now);
    progress.edits += editsOf(plan.activities);
    progress.outcome.undo.canceledMessages += int(plan.cancel.size());
    ++(plan.statusChange ? progress.outcome.changed : progress.outcome.unchanged);
    if (plan.statusChange && !plan.activities.isEmpty())
        progress.outcome.undo.statuses.append({referral.id, plan.activities.first().id});
    return {};
}

Result<void> addNote(Desk& desk, const BulkChange& change, const Referral& referral, Progress& progress)
{
    const Activity note = noteOn(desk, referral, change.text.trimmed());
    progress.edits += editsOf({note});
    progress.outcome.undo.notes.append({referral.id, note.id});
    ++progress.outcome.changed;
    return {};
}

/// A referral's worker is its client's: several referrals of one client are assigned with it.
Result<void> assignWorker(Desk& desk, const BulkChange& change, const Referral& referral, Progress& progress)
{
    const auto client = desk.store.clients().client(referral.clientId);
    if (!client)
        return client.error();
    if (!*client) {
        ++progress.outcome.gone;
        return {};
    }
    if (progress.clients.contains(referral.clientId)) {
        ++progress.outcome.changed;
        return {};
    }
    if ((*client)->assignedWorkerId == change.worker) {
        ++progress.outcome.unchanged;
        return {};
    }
    const auto worker = desk.store.agencies().user(*change.worker);
    if (!worker)
        return worker.error();
    progress.clients.insert(referral.clientId);
    progress.edits.append(
        {u"client"_s, referral.clientId.uuid(), {{u"assigned_worker_id"_s, change.worker->toString()}}});
    const Activity note = noteOn(
        desk, referral, Words::tr("The client is assigned to %1.").arg(*worker ? (*worker)->displayName : QString()));
    progress.edits += editsOf({note});
    progress.outcome.undo.workers.append({referral.clientId, (*client)->assignedWorkerId, change.worker});
    progress.outcome.undo.notes.append({referral.id, note.id});
    ++progress.outcome.changed;
    return {};
}

Result<void> changeOne(Desk& desk, const BulkChange& change, const Referral& referral, Progress& progress)
{
    switch (change.kind) {
    case BulkChange::Kind::Status:
        return changeStatus(desk, change, referral, progress);
    case BulkChange::Kind::Note:
        return addNote(desk, change, referral, progress);
    case BulkChange::Kind::AssignWorker:
        return assignWorker(desk, change, referral, progress);
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

Result<void> checkBulk(const BulkChange& change)
{
    using Kind = BulkChange::Kind;
    if (change.kind == Kind::Note && change.text.trimmed().isEmpty())
        return refusal(ErrorCode::InvalidInput, QT_TRANSLATE_NOOP("Casework", "Write the note first."));
    if (change.kind == Kind::AssignWorker && !change.worker)
        return refusal(ErrorCode::InvalidInput, QT_TRANSLATE_NOOP("Casework", "Choose a worker first."));
    if (change.text.size() > longestNote)
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("Casework", "The text is too long: it may have %L1 characters.")
                         .arg(longestNote)};
    return {};
}

Result<BulkOutcome> applyBulk(Desk& desk, const BulkChange& change, const QList<ReferralId>& referrals)
{
    if (const auto checked = checkBulk(change); !checked)
        return checked.error();
    Progress progress;
    for (const ReferralId& id : referrals) {
        const auto referral = desk.store.referrals().referral(id);
        if (!referral)
            return referral.error();
        if (!*referral) {
            ++progress.outcome.gone;
            continue;
        }
        if (const auto changed = changeOne(desk, change, **referral, progress); !changed)
            return changed.error();
    }
    if (!progress.edits.isEmpty())
        if (const auto committed = desk.store.edits().commit(progress.edits); !committed)
            return committed.error();
    return progress.outcome;
}

} // namespace handrail::casework
