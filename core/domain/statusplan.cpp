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

bool changedStatus(const Activity& activity)
{
    return activity.fromStatus && activity.toStatus && activity.fromStatus != activity.toStatus;
}

/// Whether the status is still the one that the activity set.
bool stillStands(const RevertContext& context)
{
    return context.referral && context.activity.toStatus && context.referral->status == *context.activity.toStatus;
}

/// Why the change can't be taken back, or nothing.
std::optional<Error> revertError(const RevertContext& context)
{
    const Activity& activity = context.activity;
    const std::optional<ReferralId> referral = context.referral ? std::optional(context.referral->id) : std::nullopt;
    if (!isRevertible(activity) || activity.referralId != referral)
        return Error{ErrorCode::InvalidInput,
                     Words::tr("Only a status that a client’s answer set, or a message that a worker read, can be taken "
                               "back.")};
    if (context.revertedAlready)
        return notRevertible(Words::tr("This change was taken back already."));
    if (activity.kind == ActivityKind::Answered && !stillStands(context))
        return notRevertible(Words::tr("The status has changed since. Set it by hand instead."));
    return std::nullopt;
}

QString revertedText(const Activity& activity)
{
    return keptReason(activity.kind == ActivityKind::ReplyRead
                          ? QT_TRANSLATE_NOOP("StatusPlan", "The message waits to be read again. Canceled follow-ups "
                                                            "stay canceled; whoever opted out stays opted out until "
                                                            "they opt in themselves.")
                          : QT_TRANSLATE_NOOP("StatusPlan", "The status that the client’s answer set was taken back. "
                                                            "The answer stays recorded; canceled follow-ups stay "
                                                            "canceled."));
}

} // namespace

bool isRevertible(const Activity& activity)
{
    return activity.kind == ActivityKind::ReplyRead ||
           (activity.kind == ActivityKind::Answered && changedStatus(activity));
}

Result<RevertPlan> planRevert(const RevertContext& context)
{
    if (const auto error = revertError(context))
        return *error;
    const Activity& reverted = context.activity;
    RevertPlan plan{.statusChange = std::nullopt,
                    .activity = {.id = ActivityId(context.newId()),
                                 .kind = ActivityKind::Reverted,
                                 .clientId = reverted.clientId,
                                 .referralId = reverted.referralId,
                                 .at = context.now.toUTC(),
                                 .workerId = context.worker,
                                 .messageId = reverted.messageId,
                                 .replyId = reverted.replyId,
                                 .revertsId = reverted.id,
                                 .text = revertedText(reverted)}};
    if (changedStatus(reverted) && stillStands(context)) {
        plan.statusChange = StatusChange{*reverted.referralId, *reverted.fromStatus};
        plan.activity.fromStatus = reverted.toStatus;
        plan.activity.toStatus = reverted.fromStatus;
    }
    return plan;
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
