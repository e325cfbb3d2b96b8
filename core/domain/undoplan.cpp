// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/undoplan.h"

#include "core/domain/reasons.h"

#include <QCoreApplication>

namespace handrail {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(UndoPlan)
};

bool isStatusChange(const Activity& activity)
{
    return activity.kind == ActivityKind::StatusChanged && activity.fromStatus && activity.toStatus &&
           activity.fromStatus != activity.toStatus;
}

/// Why it can't be undone, or nothing.
std::optional<Error> undoError(const UndoContext& context)
{
    const bool status = isStatusChange(context.activity);
    if ((!status && context.activity.kind != ActivityKind::Note) || context.activity.referralId != context.referral.id)
        return Error{ErrorCode::InvalidInput, Words::tr("Only a worker’s own status or note can be undone.")};
    if (context.undoneAlready)
        return Error{ErrorCode::Conflict, Words::tr("This was undone already.")};
    if (status && context.referral.status != *context.activity.toStatus)
        return Error{ErrorCode::Conflict, Words::tr("The status has changed since. Set it by hand instead.")};
    return std::nullopt;
}

} // namespace

Result<UndoPlan> planUndo(const UndoContext& context)
{
    if (const auto error = undoError(context))
        return *error;
    const bool status = isStatusChange(context.activity);
    UndoPlan plan{
        .statusChange = {},
        .activity = {.id = ActivityId(context.newId()),
                     .kind = ActivityKind::Reverted,
                     .clientId = context.referral.clientId,
                     .referralId = context.referral.id,
                     .at = context.now.toUTC(),
                     .workerId = context.worker,
                     .revertsId = context.activity.id,
                     .text = keptReason(status ? QT_TRANSLATE_NOOP("UndoPlan", "The status change was undone.")
                                               : QT_TRANSLATE_NOOP("UndoPlan", "The note was withdrawn."))}};
    if (status) {
        plan.statusChange = StatusChange{context.referral.id, *context.activity.fromStatus};
        plan.activity.fromStatus = context.activity.toStatus;
        plan.activity.toStatus = context.activity.fromStatus;
    }
    return plan;
}

} // namespace handrail
