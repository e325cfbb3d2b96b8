// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/deeds.h"

#include "core/domain/bounce.h"
#include "core/domain/records/codec.h"
#include "core/domain/sendgate.h"
#include "server/gateway/facts.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

Edit stateEdit(const QUuid& message, MessageState state, const QString& reason, const QDateTime& now)
{
    return {u"message"_s, message,
            QJsonObject{{u"state"_s, records::nameOf(state)},
                        {u"reason"_s, reason.left(1000)},
                        {u"state_at"_s, now.toMSecsSinceEpoch()}}};
}

/// States on the way, and those that the next pull shows anyway, are no news for Recent Activity.
bool isEvent(const Message& message, MessageState to)
{
    if (to == MessageState::Waiting)
        return awaitsDecision(message.state) || message.state == MessageState::Sent;
    return to != MessageState::Sending && to != MessageState::Unknown;
}

Result<QList<std::optional<ReferralId>>> referralsOf(RecordReader& reader, const Message& message)
{
    QList<std::optional<ReferralId>> referrals;
    if (message.referralId) {
        referrals.append(message.referralId);
        return referrals;
    }
    const auto share = findShare(reader, message.shareId);
    if (!share)
        return share.error();
    if (*share)
        for (const ReferralId& id : (*share)->referralIds)
            referrals.append(id);
    if (referrals.isEmpty())
        referrals.append(std::nullopt);
    return referrals;
}

Result<void> writeAll(Records& records, const QList<Edit>& edits)
{
    const auto written = records.write(edits);
    return written ? Result<void>() : written.error();
}

void addActivities(QList<Edit>& edits, const QList<Activity>& activities)
{
    for (const Activity& activity : activities)
        edits.append(records::editOf("activity", activity.id.uuid(), activity));
}

void addCancels(QList<Edit>& edits, const QList<MessageId>& cancel, const QString& reason, const QDateTime& now)
{
    for (const MessageId& id : cancel)
        edits.append(stateEdit(id.uuid(), MessageState::Canceled, reason, now));
}

void addOptOut(QList<Edit>& edits, const std::optional<OptOut>& optOut)
{
    if (optOut)
        edits.append(records::editOf("opt_out", optOut->id.uuid(), *optOut));
}

} // namespace

Result<void> step(Records& records, const Environment& environment, const Message& message, const StateStep& step)
{
    const bool allowed = step.neverLeft && step.to == MessageState::Waiting
                             ? mayGoAgain(message.state)
                             : maySendStateStep(message.state, step.to, step.worker.has_value());
    if (!allowed)
        return Error{ErrorCode::Conflict,
                     QCoreApplication::translate("Gateway", "This message has moved on in the meantime.")};
    const QDateTime now = environment.clock.now();
    Edit edit = stateEdit(message.id.uuid(), step.to, step.reason, now);
    if (!step.carrierId.isEmpty() || step.neverLeft)
        edit.fields.insert(u"carrier_id"_s, step.carrierId.left(300));
    if (step.dueAt.isValid())
        edit.fields.insert(u"due_at"_s, step.dueAt.toMSecsSinceEpoch());
    QList<Edit> edits{edit};
    if (isEvent(message, step.to)) {
        const auto referrals = referralsOf(records, message);
        if (!referrals)
            return referrals.error();
        QList<Activity> activities;
        for (const auto& referral : *referrals)
            activities.append(Activity{.id = ActivityId(environment.ids.next()),
                                       .kind = ActivityKind::MessageEvent,
                                       .clientId = message.clientId,
                                       .referralId = referral,
                                       .at = now,
                                       .workerId = step.worker,
                                       .channel = message.channel(),
                                       .messageId = message.id,
                                       .rule = step.rule,
                                       .messageState = step.to,
                                       .text = step.reason});
        addActivities(edits, activities);
    }
    return writeAll(records, edits);
}

Result<void> holdUnreadable(Records& records, const Environment& environment, const QUuid& message,
                            const QString& problem)
{
    return writeAll(records, {stateEdit(message, MessageState::Held, problem, environment.clock.now())});
}

Result<void> write(Records& records, const Environment& environment, const ReplyPlan& plan)
{
    QList<Edit> edits{records::editOf("reply", plan.reply.id.uuid(), plan.reply)};
    for (const StatusChange& change : plan.statusChanges)
        edits.append(
            Edit{u"referral"_s, change.referralId.uuid(), QJsonObject{{u"status"_s, records::nameOf(change.to)}}});
    addOptOut(edits, plan.optOut);
    addActivities(edits, plan.activities);
    addCancels(edits, plan.cancel, plan.cancelReason, environment.clock.now());
    return writeAll(records, edits);
}

Result<void> write(Records& records, const Environment& environment, const OptOutPlan& plan)
{
    QList<Edit> edits;
    addOptOut(edits, plan.optOut);
    addActivities(edits, plan.activities);
    addCancels(edits, plan.cancel, plan.cancelReason, environment.clock.now());
    return writeAll(records, edits);
}

Result<void> write(Records& records, const Environment& environment, const Message& message, const MailNewsPlan& plan)
{
    if (plan.state) {
        const QString rule = plan.bounced ? QString(bounceRule) : QString();
        if (auto stepped =
                step(records, environment, message, {.to = *plan.state, .reason = plan.reason, .rule = rule});
            !stepped)
            return stepped;
    }
    QList<Edit> edits;
    addActivities(edits, plan.activities);
    addCancels(edits, plan.cancel, plan.cancelReason, environment.clock.now());
    return writeAll(records, edits);
}

Result<void> optOut(Records& records, const Environment& environment, const Address& address, OptOut::Source source)
{
    const auto already = isOptedOut(records, address);
    if (!already)
        return already.error();
    const auto clients = clientsOf(records, address);
    if (!clients)
        return clients.error();
    const auto unsent = unsentTo(records, address);
    if (!unsent)
        return unsent.error();
    return write(records, environment,
                 planOptOut({.address = address,
                             .source = source,
                             .at = environment.clock.now(),
                             .alreadyOptedOut = *already,
                             .clients = *clients,
                             .unsentToAddress = *unsent,
                             .newId = [&] { return environment.ids.next(); }}));
}

} // namespace handrail::server
