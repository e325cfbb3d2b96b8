// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/plantext.h"
#include "core/domain/reasons.h"
#include "core/domain/replyplan.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// A merged pair is one client, whichever of the two a question names.
ClientId keptOf(const TextReplyContext& context, const ClientId& id)
{
    return context.keptOnes.value(id, id);
}

/// A latest question by when it left; among equals the one named first (the context is newest first).
const OpenQuestion* latest(const TextReplyContext& context, const ClientId& client, bool unanswered)
{
    const OpenQuestion* found = nullptr;
    for (const OpenQuestion& question : context.questions) {
        if ((unanswered && question.answered) || keptOf(context, question.referral.clientId) != client)
            continue;
        if (!found || question.sentAt > found->sentAt)
            found = &question;
    }
    return found;
}

/// Every client that the number may belong to: by profile, by messages, by questions.
QList<ClientId> clientsOf(const TextReplyContext& context)
{
    QList<ClientId> clients;
    const auto add = [&](const ClientId& id) {
        const ClientId kept = keptOf(context, id);
        if (!clients.contains(kept))
            clients.append(kept);
    };
    for (const ClientId& id : context.clientsOfNumber)
        add(id);
    for (const OpenQuestion& question : context.questions)
        add(question.referral.clientId);
    return clients;
}

QList<ClientId> clientsWithOpenQuestion(const TextReplyContext& context)
{
    QList<ClientId> clients;
    for (const OpenQuestion& question : context.questions)
        if (const ClientId kept = keptOf(context, question.referral.clientId);
            !question.answered && !clients.contains(kept))
            clients.append(kept);
    return clients;
}

Reply keptReply(const TextReplyContext& context)
{
    Reply reply{.id = ReplyId(context.newId()),
                .via = ReplyVia::Text,
                .from = context.from,
                .body = context.body.left(longestKeptBody),
                .carrierId = context.carrierId,
                .receivedAt = context.receivedAt};
    if (const QList<ClientId> clients = clientsOf(context); clients.size() == 1)
        reply.clientId = clients.first();
    return reply;
}

Activity newActivity(const TextReplyContext& context, const Reply& reply, ActivityKind kind, const ClientId& client)
{
    return {.id = ActivityId(context.newId()),
            .kind = kind,
            .clientId = client,
            .at = context.receivedAt,
            .byClient = true,
            .channel = Channel::Text,
            .via = ReplyVia::Text,
            .replyId = reply.id};
}

/// R9: the ledger's entry, and a line in the activity of every client of the number.
void writeLedger(const TextReplyContext& context, bool optedOut, const QString& sentence, ReplyPlan& plan)
{
    plan.optOut = OptOut{.id = OptOutId(context.newId()),
                         .address = context.from,
                         .optedOut = optedOut,
                         .source = OptOut::Source::TextReply,
                         .words = context.body.left(longestKeptWords),
                         .at = context.receivedAt};
    for (const ClientId& client : clientsOf(context)) {
        Activity activity = newActivity(context, plan.reply, ActivityKind::OptedOut, client);
        activity.rule = u"R9"_s;
        activity.text = sentence;
        plan.activities.append(activity);
    }
}

/// A second STOP is kept as a reply and cancels what may wait, but is neither entered nor confirmed again: two robots
/// that answer each other would never end.
void planStop(const TextReplyContext& context, ReplyPlan& plan)
{
    plan.cancel = unsentIdsTo(context.unsentToNumber, context.from);
    plan.cancelReason = keptReason(QT_TRANSLATE_NOOP("ReplyPlan", "The client opted out of texts."));
    if (context.optedOut)
        return;
    writeLedger(context, true,
                keptReason(QT_TRANSLATE_NOOP("ReplyPlan", "The client opted out of texts to this number.")), plan);
    plan.autoReply = ReplyPlan::AutoReply::StopConfirmation;
}

void planStart(const TextReplyContext& context, ReplyPlan& plan)
{
    if (context.optedOut)
        writeLedger(context, false,
                    keptReason(QT_TRANSLATE_NOOP("ReplyPlan", "The client opted in to texts to this number again.")),
                    plan);
}

/// What no rule may decide is shown to the workers of the clients concerned, beside the question it may belong to.
void askWorkers(const TextReplyContext& context, const QList<ClientId>& clients, ReplyPlan& plan)
{
    plan.reply.needsWorker = true;
    for (const ClientId& client : clients) {
        Activity activity = newActivity(context, plan.reply, ActivityKind::ClientMessage, client);
        activity.rule = u"R8"_s;
        activity.text = plan.reply.body.trimmed().isEmpty()
                            ? keptReason(QT_TRANSLATE_NOOP("ReplyPlan", "(a message without words)"))
                            : plan.reply.body;
        const OpenQuestion* open = latest(context, client, true);
        if (const OpenQuestion* question = open ? open : latest(context, client, false)) {
            activity.referralId = question->referral.id;
            activity.messageId = question->message.id;
        }
        plan.activities.append(activity);
    }
}

ReplyPlan planTextAnswer(const TextReplyContext& context, Answer answer, ReplyPlan plan)
{
    const QList<ClientId> asked = clientsWithOpenQuestion(context);
    if (asked.size() != 1) {
        askWorkers(context, asked.isEmpty() ? clientsOf(context) : asked, plan);
        return plan;
    }
    const OpenQuestion* question = latest(context, asked.first(), true);
    return planAnswer({.referral = question->referral,
                       .message = question->message,
                       .answer = answer,
                       .via = ReplyVia::Text,
                       .reply = plan.reply,
                       .unsentFollowUps = context.unsentFollowUps,
                       .newId = context.newId});
}

} // namespace

ReplyPlan planTextReply(const TextReplyContext& context)
{
    ReplyPlan plan{.reply = keptReply(context)};
    switch (readTextReply(context.body, context.optedOut)) {
    case TextMeaning::OptOut:
        planStop(context, plan);
        return plan;
    case TextMeaning::OptIn:
        planStart(context, plan);
        return plan;
    case TextMeaning::Help:
        plan.autoReply = ReplyPlan::AutoReply::Help;
        return plan;
    case TextMeaning::Yes:
        return planTextAnswer(context, Answer::Yes, std::move(plan));
    case TextMeaning::No:
        return planTextAnswer(context, Answer::No, std::move(plan));
    case TextMeaning::NoLongerInterested:
        return planTextAnswer(context, Answer::NoLongerInterested, std::move(plan));
    case TextMeaning::Other:
        askWorkers(context, clientsOf(context), plan);
        return plan;
    }
    Q_UNREACHABLE();
    return plan;
}

} // namespace handrail
