// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/mailplans.h"
#include "core/domain/mailwords.h"
#include "core/domain/plantext.h"
#include "core/domain/reasons.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

QString shownWords(const MailReplyContext& context)
{
    const QString own = context.own.trimmed();
    const QString body = own.isEmpty() ? context.body.trimmed() : own;
    if (!isOwnSubject(context.subject))
        return body;
    return body.isEmpty() ? context.subject.trimmed() : context.subject.trimmed() + u"\n\n"_s + body;
}

Reply keptReply(const MailReplyContext& context)
{
    Reply reply{.id = ReplyId(context.newId()),
                .via = ReplyVia::Email,
                .from = context.from,
                .body = shownWords(context).left(longestKeptBody),
                .carrierId = context.carrierId,
                .receivedAt = context.receivedAt};
    if (context.clients.size() == 1)
        reply.clientId = context.clients.first();
    if (context.message) {
        reply.messageId = context.message->id;
        reply.referralId = context.message->referralId;
    }
    return reply;
}

Activity newActivity(const MailReplyContext& context, const Reply& reply, ActivityKind kind, const ClientId& client)
{
    Activity activity{.id = ActivityId(context.newId()),
                      .kind = kind,
                      .clientId = client,
                      .at = context.receivedAt,
                      .byClient = true,
                      .channel = Channel::Email,
                      .via = ReplyVia::Email,
                      .replyId = reply.id};
    if (context.message && context.message->clientId == client) {
        activity.messageId = context.message->id;
        activity.referralId = context.message->referralId;
    }
    return activity;
}

void addOptOut(const MailReplyContext& context, ReplyPlan& plan)
{
    const OptOutPlan out = planOptOut({.address = context.message ? context.message->address : context.from,
                                       .source = OptOut::Source::EmailReply,
                                       .words = plan.reply.body,
                                       .at = context.receivedAt,
                                       .alreadyOptedOut = context.optedOut,
                                       .clients = context.clients,
                                       .unsentToAddress = context.unsentToAddress,
                                       .newId = context.newId});
    plan.optOut = out.optOut;
    plan.activities += out.activities;
    plan.cancel = out.cancel;
    plan.cancelReason = out.cancelReason;
}

} // namespace

ReplyPlan planMailReply(const MailReplyContext& context)
{
    ReplyPlan plan{.reply = keptReply(context)};
    const bool stops = asksForNoMoreMail(context.own, context.subject);
    if (stops)
        addOptOut(context, plan);
    if (stops && saysOnlyStop(context.own, context.subject))
        return plan;
    plan.reply.needsWorker = true;
    for (const ClientId& client : context.clients) {
        Activity activity = newActivity(context, plan.reply, ActivityKind::ClientMessage, client);
        activity.rule = u"R8"_s;
        activity.text = plan.reply.body.isEmpty()
                            ? keptReason(QT_TRANSLATE_NOOP("MailReplyPlan", "(an email without words)"))
                            : plan.reply.body;
        plan.activities.append(activity);
    }
    return plan;
}

} // namespace handrail
