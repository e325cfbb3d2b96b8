// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/bounce.h"
#include "core/domain/mailplans.h"
#include "core/domain/mailstatus.h"
#include "core/domain/plantext.h"
#include "core/domain/reasons.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

Activity newActivity(const MailNewsContext& context, const Message& message, MessageState state, const QString& text)
{
    return {.id = ActivityId(context.newId()),
            .kind = ActivityKind::MessageEvent,
            .clientId = message.clientId,
            .referralId = message.referralId,
            .at = context.at,
            .channel = Channel::Email,
            .messageId = message.id,
            .messageState = state,
            .text = text};
}

/// What waits for the address would only come back too. Another client with this address hears of it as well.
void stopMailTo(const MailNewsContext& context, MailNewsPlan& plan)
{
    plan.bounced = true;
    plan.cancel = unsentIdsTo(context.unsentToAddress, context.message.address);
    plan.cancelReason =
        keptReason(QT_TRANSLATE_NOOP("MailNewsPlan", "Emails to this address come back: %1")).arg(plan.reason);
    for (const Message& message : context.unsentToAddress) {
        if (!plan.cancel.contains(message.id))
            continue;
        const bool another = message.clientId != context.message.clientId;
        plan.activities.append(
            newActivity(context, message, MessageState::Canceled, another ? plan.reason : plan.cancelReason));
        if (another)
            plan.activities.last().rule = bounceRule;
    }
}

void tellOnly(const MailNewsContext& context, const QString& sentence, MailNewsPlan& plan)
{
    plan.activities.append(newActivity(context, context.message, context.message.state, sentence));
}

} // namespace

MailNewsPlan planMailNews(const MailNewsContext& context)
{
    MailNewsPlan plan;
    const auto become = [&](MessageState state) {
        if (maySendStateStep(context.message.state, state))
            plan.state = state;
    };
    switch (context.action) {
    case DeliveryAction::Failed:
        plan.reason = mailTroubleInWords(context.status);
        become(MessageState::Refused);
        if (!plan.state && context.message.state != MessageState::Refused)
            tellOnly(context, plan.reason, plan);
        if (isForGood(context.status))
            stopMailTo(context, plan);
        return plan;
    case DeliveryAction::Delayed:
        // Whoever tries to deliver it has it.
        become(MessageState::Sent);
        tellOnly(context,
                 keptReason(QT_TRANSLATE_NOOP("MailNewsPlan", "Not delivered yet; the mail server goes on trying. %1"))
                     .arg(mailTroubleInWords(context.status)),
                 plan);
        return plan;
    case DeliveryAction::Delivered:
        become(MessageState::Delivered);
        return plan;
    case DeliveryAction::Relayed:
        become(MessageState::Sent);
        return plan;
    }
    Q_UNREACHABLE();
    return plan;
}

} // namespace handrail
