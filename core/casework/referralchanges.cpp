// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/bulk.h"
#include "core/casework/edits.h"
#include "core/casework/referrals.h"
#include "core/casework/refusal.h"
#include "core/domain/notefile.h"
#include "core/domain/replyplan.h"

namespace handrail::casework {

namespace {

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

/// A change of many, to one.
Result<Undoable> changeOne(Desk& desk, const BulkChange& change, const ReferralId& id)
{
    auto outcome = applyBulk(desk, change, {id});
    if (!outcome)
        return outcome.error();
    return outcome->gone > 0 ? Result<Undoable>(notFound()) : std::move(outcome->undo);
}

} // namespace

Result<Undoable> changeStatus(Desk& desk, const ReferralId& id, ReferralStatus to, const QString& reason)
{
    if (reason.size() > longestNote)
        return refusal(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("Casework", "The reason is too long: it may have 8000 characters."));
    return changeOne(desk, {.kind = BulkChange::Kind::Status, .to = to, .worker = {}, .text = reason}, id);
}

Result<Undoable> writeNote(Desk& desk, const ReferralId& id, const QString& text)
{
    const QString note = text.size() > longestNote ? text : text.trimmed();
    if (note.size() > longestNote)
        return refusal(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("Casework", "The note is too long: it may have 8000 characters."));
    return changeOne(desk, {.kind = BulkChange::Kind::Note, .to = {}, .worker = {}, .text = note}, id);
}

Result<void> setStatus(Desk& desk, const ReferralId& id, ReferralStatus to, const QString& reason)
{
    const auto changed = changeStatus(desk, id, to, reason);
    return changed ? Result<void>() : changed.error();
}

Result<void> addNote(Desk& desk, const ReferralId& id, const QString& text)
{
    const auto written = writeNote(desk, id, text);
    return written ? Result<void>() : written.error();
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
