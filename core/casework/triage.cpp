// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/triage.h"

#include "core/casework/edits.h"
#include "core/casework/refusal.h"
#include "core/domain/readingplan.h"
#include "core/domain/records/codec.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

constexpr int longestHistory = 100;
constexpr int mostReferrals = 200;

bool isOpen(ReferralStatus status)
{
    return status != ReferralStatus::ServiceCompleted && status != ReferralStatus::Canceled;
}

bool wentOut(MessageState state)
{
    return state != MessageState::Waiting && state != MessageState::Canceled && state != MessageState::Expired;
}

Result<ReplyRow> mustFind(Desk& desk, const ReplyId& id)
{
    auto row = desk.store.replies().reply(id);
    if (!row)
        return row.error();
    if (!*row)
        return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "This message is no longer there."));
    return std::move(**row);
}

/// Messages of ours to the address, latest first.
Result<QList<MessageRow>> sentTo(Desk& desk, const std::optional<Address>& address)
{
    if (!address)
        return QList<MessageRow>();
    MessageQuery query;
    query.address = *address;
    auto rows = desk.store.messages().find(query, Page{0, longestHistory});
    if (rows)
        rows->removeIf([](const MessageRow& row) { return !wentOut(row.message.state); });
    return rows;
}

std::optional<Message> questionAbout(const ReferralId& referral, const QList<MessageRow>& sent)
{
    for (const MessageRow& row : sent)
        if (row.message.kind == MessageKind::FollowUp && row.message.referralId == referral &&
            row.message.state != MessageState::Held && row.message.state != MessageState::Refused)
            return row.message;
    return std::nullopt;
}

/// Those asked about, the unanswered ones first and among them the latest; then the other open ones.
void sortChoices(QList<ReferralChoice>& choices)
{
    std::ranges::stable_sort(choices, [](const ReferralChoice& a, const ReferralChoice& b) {
        const auto rank = [](const ReferralChoice& choice) { return !choice.question ? 2 : choice.answered ? 1 : 0; };
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        return a.question && b.question && a.question->dueAt > b.question->dueAt;
    });
}

Result<TriageClient> candidate(Desk& desk, const ClientId& id, const QString& name, const QList<MessageRow>& sent)
{
    ReferralQuery query;
    query.client = id;
    const auto rows = desk.store.referrals().find(query, Page{0, mostReferrals});
    if (!rows)
        return rows.error();
    TriageClient client{.id = id, .name = name, .referrals = {}};
    for (const ReferralRow& row : *rows) {
        const auto question = questionAbout(row.referral.id, sent);
        if (question || isOpen(row.referral.status))
            client.referrals.append({row.referral, row.siteName, question, row.lastAnswer.has_value()});
    }
    sortChoices(client.referrals);
    return client;
}

Result<QList<Exchange>> historyOf(Desk& desk, const std::optional<Address>& address, const QList<MessageRow>& sent)
{
    QList<Exchange> history;
    for (const MessageRow& row : sent)
        history.append({.at = row.message.stateAt.isValid() ? row.message.stateAt : row.message.dueAt,
                        .words = {},
                        .kind = row.message.kind,
                        .state = row.message.state,
                        .siteName = row.siteName});
    const auto replies = address ? desk.store.replies().from(*address, Page{0, longestHistory})
                                 : Result<QList<Reply>>(QList<Reply>());
    if (!replies)
        return replies.error();
    for (const Reply& reply : *replies)
        history.append({.at = reply.receivedAt, .byClient = true, .words = reply.body, .answer = reply.answer, .siteName = {}});
    std::ranges::stable_sort(history, {}, &Exchange::at);
    return history.last(std::min<qsizetype>(longestHistory, history.size()));
}

Result<void> addReading(Desk& desk, TriageItem& item)
{
    const auto reading = desk.store.replies().readingOf(item.row.reply.id);
    if (!reading)
        return reading.error();
    item.reading = *reading;
    if (!item.reading)
        return {};
    const auto user = desk.store.agencies().user(item.reading->workerId);
    if (!user)
        return user.error();
    item.readBy = *user ? (*user)->displayName : QString();
    return {};
}

Result<bool> isOptedOut(Desk& desk, const std::optional<Address>& address)
{
    if (!address)
        return false;
    const auto out = desk.store.shares().optedOut({*address});
    return out ? Result<bool>(!out->isEmpty()) : out.error();
}

/// What the store knows of the referral that an answer is about.
Result<void> addReferral(Desk& desk, const ReferralId& id, ReadingContext& context)
{
    const auto referral = desk.store.referrals().referral(id);
    if (!referral)
        return referral.error();
    if (!*referral)
        return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "This referral is no longer there."));
    context.referral = **referral;
    // The records of one person may have been merged: the referral says under which of them it is.
    context.client = (*referral)->clientId;
    const auto unsent = desk.store.shares().unsentFollowUps(id);
    if (!unsent)
        return unsent.error();
    context.unsentFollowUps = *unsent;
    const auto sent = sentTo(desk, context.reply.from);
    if (!sent)
        return sent.error();
    if (const auto question = questionAbout(id, *sent))
        context.question = question->id;
    return {};
}

Result<void> addOptOut(Desk& desk, const ReplyRow& row, ReadingContext& context)
{
    if (!row.reply.from)
        return {};
    const auto out = isOptedOut(desk, row.reply.from);
    if (!out)
        return out.error();
    context.alreadyOptedOut = *out;
    const auto unsent = desk.store.shares().unsentTo(*row.reply.from);
    if (!unsent)
        return unsent.error();
    context.unsentToAddress = *unsent;
    context.clientsOfAddress = row.clients;
    for (const Message& message : *unsent)
        if (!context.clientsOfAddress.contains(message.clientId))
            context.clientsOfAddress.append(message.clientId);
    return {};
}

QList<Edit> editsFor(const ReadingPlan& plan, const QDateTime& now)
{
    QList<Edit> edits = {records::editOf("reply_reading", plan.reading.id.uuid(), plan.reading)};
    if (plan.statusChange)
        edits.append(editOf(*plan.statusChange));
    if (plan.optOut)
        edits.append(records::editOf("opt_out", plan.optOut->id.uuid(), *plan.optOut));
    edits += cancelingEdits(plan.cancel, plan.cancelReason, now);
    edits += editsOf(plan.activities);
    return edits;
}

} // namespace

Result<TriageItem> readTriage(Desk& desk, const ReplyId& id)
{
    const auto row = mustFind(desk, id);
    if (!row)
        return row.error();
    TriageItem item{.row = *row, .phoneRegion = {}, .clients = {}, .history = {}, .reading = {}, .readBy = {}};
    const auto sent = sentTo(desk, row->reply.from);
    if (!sent)
        return sent.error();
    for (qsizetype i = 0; i < row->clients.size(); ++i) {
        const auto client = candidate(desk, row->clients[i], row->clientNames.value(i), *sent);
        if (!client)
            return client.error();
        item.clients.append(*client);
    }
    const auto history = historyOf(desk, row->reply.from, *sent);
    if (!history)
        return history.error();
    item.history = *history;
    const auto out = isOptedOut(desk, row->reply.from);
    if (!out)
        return out.error();
    item.optedOut = *out;
    const auto agency = desk.store.agencies().agency();
    if (!agency)
        return agency.error();
    if (*agency)
        item.phoneRegion = (*agency)->phoneRegion;
    const auto read = addReading(desk, item);
    return read ? Result<TriageItem>(std::move(item)) : read.error();
}

Result<ReplyReadingId> recordReading(Desk& desk, const ReplyId& id, const ReadingForm& form)
{
    const auto row = mustFind(desk, id);
    if (!row)
        return row.error();
    const auto known = desk.store.replies().readingOf(id);
    if (!known)
        return known.error();
    ReadingContext context{.reply = row->reply,
                           .meaning = form.meaning,
                           .client = form.client,
                           .referral = {},
                           .question = {},
                           .note = form.note,
                           .worker = desk.worker,
                           .now = desk.clock.now(),
                           .readAlready = known->has_value(),
                           .clientsOfAddress = {},
                           .unsentFollowUps = {},
                           .unsentToAddress = {},
                           .newId = [&desk] { return desk.ids.next(); }};
    if (answerOf(form.meaning) && form.referral)
        if (const auto added = addReferral(desk, *form.referral, context); !added)
            return added.error();
    if (form.meaning == ReplyReading::Meaning::OptOut)
        if (const auto added = addOptOut(desk, *row, context); !added)
            return added.error();
    const auto plan = planReading(context);
    if (!plan)
        return plan.error();
    if (const auto committed = desk.store.edits().commit(editsFor(*plan, context.now)); !committed)
        return committed.error();
    return plan->reading.id;
}

} // namespace handrail::casework
