// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/edits.h"
#include "core/casework/referrals.h"
#include "core/casework/refusal.h"

namespace handrail::casework {

namespace {

constexpr qsizetype maxNoteLength = 8000; // Activity.text in records/schema.cpp

Error notFound()
{
    return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "This referral is no longer there."));
}

Result<Referral> referralOf(Desk& desk, const ReferralId& id)
{
    auto found = desk.store.referrals().referral(id);
    if (!found)
        return found.error();
    if (!*found)
        return notFound();
    return std::move(**found);
}

} // namespace

Result<void> setStatus(Desk& desk, const ReferralId& id, ReferralStatus to, const QString& reason)
{
    if (reason.size() > maxNoteLength)
        return refusal(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("Casework", "The reason is too long: it may have 8000 characters."));
    const auto referral = referralOf(desk, id);
    if (!referral)
        return referral.error();
    const auto unsent = desk.store.shares().unsentFollowUps(id);
    if (!unsent)
        return unsent.error();
    const QDateTime now = desk.clock.now();
    const StatusPlan plan = planStatus({.referral = *referral,
                                        .to = to,
                                        .reason = reason.trimmed(),
                                        .worker = desk.worker,
                                        .now = now,
                                        .unsentFollowUps = *unsent,
                                        .newId = [&desk] { return desk.ids.next(); }});
    QList<Edit> edits;
    if (plan.statusChange)
        edits.append(editOf(*plan.statusChange));
    edits += cancelingEdits(plan.cancel, plan.cancelReason, now);
    edits += editsOf(plan.activities);
    return edits.isEmpty() ? Result<void>() : desk.store.edits().commit(edits);
}

Result<void> addNote(Desk& desk, const ReferralId& id, const QString& text)
{
    const QString note = text.size() > maxNoteLength ? text : text.trimmed();
    if (note.isEmpty())
        return refusal(ErrorCode::InvalidInput, QT_TRANSLATE_NOOP("Casework", "Write the note first."));
    if (note.size() > maxNoteLength)
        return refusal(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("Casework", "The note is too long: it may have 8000 characters."));
    const auto referral = referralOf(desk, id);
    if (!referral)
        return referral.error();
    const Activity activity{.id = ActivityId(desk.ids.next()),
                            .kind = ActivityKind::Note,
                            .clientId = referral->clientId,
                            .referralId = id,
                            .at = desk.clock.now(),
                            .workerId = desk.worker,
                            .text = note};
    return desk.store.edits().commit(editsOf({activity}));
}

Result<void> revertChange(Desk& desk, const ActivityId& id)
{
    const auto row = desk.store.activities().activity(id);
    if (!row)
        return row.error();
    if (!*row)
        return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "There is no change here to take back."));
    std::optional<Referral> referral;
    if (const auto about = (*row)->activity.referralId) {
        const auto found = referralOf(desk, *about);
        if (!found)
            return found.error();
        referral = *found;
    }
    const auto plan = planRevert({.activity = (*row)->activity,
                                  .referral = referral,
                                  .revertedAlready = (*row)->reverted,
                                  .worker = desk.worker,
                                  .now = desk.clock.now(),
                                  .newId = [&desk] { return desk.ids.next(); }});
    if (!plan)
        return plan.error();
    QList<Edit> edits;
    if (plan->statusChange)
        edits.append(editOf(*plan->statusChange));
    edits += editsOf({plan->activity});
    return desk.store.edits().commit(edits);
}

} // namespace handrail::casework
