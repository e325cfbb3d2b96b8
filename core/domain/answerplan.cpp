// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/plantext.h"
#include "core/domain/reasons.h"
#include "core/domain/replyplan.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

Activity answeredActivity(const AnswerContext& context, ReferralStatus to)
{
    return {.id = ActivityId(context.newId()),
            .kind = ActivityKind::Answered,
            .clientId = context.referral.clientId,
            .referralId = context.referral.id,
            .at = context.reply.receivedAt,
            .byClient = true,
            .channel = context.via == ReplyVia::Text ? Channel::Text : context.message.channel(),
            .via = context.via,
            .messageId = context.message.id,
            .replyId = context.reply.id,
            // A text means something only by R8's words; what an answer does is R6 on every way.
            .rule = context.via == ReplyVia::Text ? u"R8"_s : u"R6"_s,
            .fromStatus = context.referral.status,
            .toStatus = to,
            .answer = context.answer,
            .text = answerNote(context.answer)};
}

} // namespace

ReferralStatus statusAfter(Answer answer, ReferralStatus before)
{
    switch (answer) {
    case Answer::Yes:
        return ReferralStatus::ServiceCompleted;
    case Answer::No:
        return before;
    case Answer::NoLongerInterested:
        return ReferralStatus::Canceled;
    }
    Q_UNREACHABLE();
    return before;
}

ReplyPlan planAnswer(const AnswerContext& context)
{
    const ReferralStatus to = statusAfter(context.answer, context.referral.status);
    ReplyPlan plan{.reply = context.reply};
    plan.reply.via = context.via;
    plan.reply.clientId = context.referral.clientId;
    plan.reply.referralId = context.referral.id;
    plan.reply.messageId = context.message.id;
    plan.reply.answer = context.answer;
    plan.reply.needsWorker = false;
    if (to != context.referral.status)
        plan.statusChanges.append({context.referral.id, to});
    plan.activities.append(answeredActivity(context, to));
    if (context.answer == Answer::No)
        return plan;
    plan.cancel = unsentFollowUpIds(context.unsentFollowUps, context.referral.id);
    plan.cancelReason = keptReason(QT_TRANSLATE_NOOP("ReplyPlan", "Not needed any more: the client answered."));
    return plan;
}

} // namespace handrail
