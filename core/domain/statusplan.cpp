// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/plantext.h"
#include "core/domain/reasons.h"
#include "core/domain/replyplan.h"

#include <QCoreApplication>

namespace handrail {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(StatusPlan)
};

Error notRevertible(const QString& sentence)
{
    return {ErrorCode::Conflict, sentence};
}

/// Why the change can't be taken back, or nothing.
std::optional<Error> revertError(const RevertContext& context)
{
    const Activity& activity = context.activity;
    const bool changedStatus = activity.fromStatus && activity.toStatus && activity.fromStatus != activity.toStatus;
    if (activity.kind != ActivityKind::Answered || !changedStatus || activity.referralId != context.referral.id)
        return Error{ErrorCode::InvalidInput, Words::tr("Only a status that a client’s answer set can be taken back.")};
    if (context.revertedAlready)
        return notRevertible(Words::tr("This change was taken back already."));
    if (context.referral.status != *activity.toStatus)
        return notRevertible(Words::tr("The status has changed since. Set it by hand instead."));
    return std::nullopt;
}

} // namespace

Result<RevertPlan> planRevert(const RevertContext& context)
{
    if (const auto error = revertError(context))
        return *error;
    const Activity& reverted = context.activity;
    const Activity activity{.id = ActivityId(context.newId()),
                            .kind = ActivityKind::Reverted,
                            .clientId = context.referral.clientId,
                            .referralId = context.referral.id,
                            .at = context.now.toUTC(),
                            .workerId = context.worker,
                            .messageId = reverted.messageId,
                            .replyId = reverted.replyId,
                            .fromStatus = reverted.toStatus,
                            .toStatus = reverted.fromStatus,
                            .revertsId = reverted.id,
                            .text = keptReason(QT_TRANSLATE_NOOP(
                                "StatusPlan", "The status that the client’s answer set was taken back. The answer "
                                              "stays recorded; canceled follow-ups stay canceled."))};
    return RevertPlan{{context.referral.id, *reverted.fromStatus}, activity};
}

StatusPlan planStatus(const StatusContext& context)
{
    StatusPlan plan;
    const bool closes = context.to == ReferralStatus::ServiceCompleted || context.to == ReferralStatus::Canceled;
    if (closes) {
        plan.cancel = unsentFollowUpIds(context.unsentFollowUps, context.referral.id);
        plan.cancelReason =
            keptReason(context.to == ReferralStatus::Canceled
                           ? QT_TRANSLATE_NOOP("StatusPlan", "Not needed any more: the referral was canceled.")
                           : QT_TRANSLATE_NOOP("StatusPlan", "Not needed any more: the service is completed."));
    }
    if (context.to == context.referral.status)
        return plan;
    plan.statusChange = StatusChange{context.referral.id, context.to};
    plan.activities.append({.id = ActivityId(context.newId()),
                            .kind = ActivityKind::StatusChanged,
                            .clientId = context.referral.clientId,
                            .referralId = context.referral.id,
                            .at = context.now.toUTC(),
                            .workerId = context.worker,
                            .fromStatus = context.referral.status,
                            .toStatus = context.to,
                            .text = context.reason.trimmed().left(longestKeptBody)});
    return plan;
}

} // namespace handrail
