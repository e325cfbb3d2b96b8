// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/codec.h"
#include "server/gateway/autoreply.h"
#include "server/gateway/deeds.h"
#include "server/gateway/facts.h"
#include "server/gateway/gateway.h"
#include "server/gateway/mailposition.h"
#include "server/gateway/textposition.h"
#include "server/gateway/unnamedtexts.h"
#include "server/store/workmeter.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

Q_LOGGING_CATEGORY(lcInbound, "handrail.gateway.inbound")

constexpr int maxBodyLength = 2000;

/// Bounded, and without what the store refuses.
InboundText cleaned(InboundText text, const QDateTime& now)
{
    text.body.remove(QChar(u'\0'));
    text.body.truncate(maxBodyLength);
    text.carrierId.truncate(200);
    if (!text.receivedAt.isValid() || text.receivedAt > now)
        text.receivedAt = now;
    return text;
}

Result<QSet<QString>> seen(RecordReader& reader, const QDateTime& since)
{
    auto rows = reader.database().query(u"SELECT carrier_id FROM seen_inbound WHERE agency_id = ? AND seen_at >= ?"_s,
                                        {bound(reader.agency()), bound(since)});
    if (!rows)
        return rows.error();
    QSet<QString> ids;
    while (rows->next())
        ids.insert(rows->value(0).toString());
    return ids;
}

/// A reply that no rule can take: kept for a worker to read.
ReplyPlan keptAsItIs(const InboundText& text, const Environment& environment)
{
    ReplyPlan plan{.reply = {.id = ReplyId(environment.ids.next()), .via = ReplyVia::Text}};
    plan.reply.from = Address::fromStored(Channel::Text, text.from);
    plan.reply.body = text.body;
    plan.reply.carrierId = text.carrierId;
    plan.reply.receivedAt = text.receivedAt;
    plan.reply.needsWorker = true;
    return plan;
}

Result<TextReplyContext> contextOf(RecordReader& reader, const Address& from, const InboundText& text)
{
    TextReplyContext context{
        .from = from, .body = text.body, .carrierId = text.carrierId, .receivedAt = text.receivedAt};
    const auto optedOut = isOptedOut(reader, from);
    if (!optedOut)
        return optedOut.error();
    context.optedOut = *optedOut;
    auto questions = questionsTo(reader, from);
    if (!questions)
        return questions.error();
    context.questions = *questions;
    auto clients = clientsOf(reader, from);
    if (!clients)
        return clients.error();
    context.clientsOfNumber = *clients;
    for (const OpenQuestion& question : std::as_const(context.questions)) {
        const auto kept = keptClient(reader, question.referral.clientId);
        if (!kept)
            return kept.error();
        context.keptOnes.insert(question.referral.clientId, *kept);
    }
    auto unsent = unsentTo(reader, from);
    if (!unsent)
        return unsent.error();
    context.unsentToNumber = *unsent;
    QSet<ReferralId> referrals;
    for (const OpenQuestion& question : std::as_const(context.questions)) {
        if (referrals.contains(question.referral.id))
            continue;
        referrals.insert(question.referral.id);
        const auto followUps = unsentFollowUps(reader, question.referral.id);
        if (!followUps)
            return followUps.error();
        context.unsentFollowUps += *followUps;
    }
    return context;
}

Result<ReplyPlan> planOf(RecordReader& reader, const InboundText& text, const Environment& environment)
{
    const auto from = Address::fromStored(Channel::Text, text.from);
    if (!from)
        return keptAsItIs(text, environment);
    auto context = contextOf(reader, *from, text);
    if (!context)
        return context.error();
    context->newId = [&environment] { return environment.ids.next(); };
    return planTextReply(*context);
}

} // namespace

Result<int> Gateway::poll()
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    const auto all = agencies(**db);
    if (!all)
        return all.error();
    int applied = 0;
    for (const Agency& agency : *all) {
        const auto done = poll(**db, agency);
        // One agency's trouble with its carrier is not another's.
        if (!done) {
            countFailure(m_environment, "poll");
            qCWarning(lcInbound, "inbound texts could not be fetched: %s", qUtf8Printable(done.error().sentence));
        } else {
            applied += *done;
        }
    }
    return applied;
}

Result<int> Gateway::receive(const InboundText& text)
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    const auto all = agencies(**db);
    if (!all)
        return all.error();
    bool known = false;
    int fresh = 0;
    for (const Agency& agency : *all) {
        if (m_carriers.texts == nullptr || agency.sendingNumber.isEmpty() || agency.sendingNumber != text.to)
            continue;
        known = true;
        const auto done = apply(**db, agency, cleaned(text, now()));
        if (!done)
            return done.error();
        fresh += *done ? 1 : 0;
    }
    if (!known)
        return Error{ErrorCode::Conflict,
                     QCoreApplication::translate(
                         "Gateway", "No agency on this server has the number that this text was sent to.")};
    return fresh;
}

Result<int> Gateway::poll(Database& db, const Agency& agency)
{
    if (m_carriers.texts == nullptr || !m_carriers.texts->hasLists() || agency.sendingNumber.isEmpty())
        return 0;
    const QDateTime began = now();
    const auto from = readTextsFrom(db, agency.id, began);
    if (!from)
        return from.error();
    const auto texts = m_carriers.texts->inbound(agency.sendingNumber, *from);
    if (!texts)
        return texts.error();
    RecordReader reader(db, agency.id);
    // What was seen is known by its id, not by its time.
    const auto known = seen(reader, std::min(*from, began.addDays(-30)));
    if (!known)
        return known.error();
    QList<InboundText> fresh;
    for (const InboundText& text : *texts)
        if (!known->contains(text.carrierId.left(200)))
            fresh.append(cleaned(text, now()));
    std::ranges::stable_sort(fresh, {}, &InboundText::receivedAt);
    int applied = 0;
    bool allKept = true;
    for (const InboundText& text : std::as_const(fresh)) {
        const auto done = apply(db, agency, text);
        allKept = allKept && done.ok();
        if (!done)
            qCWarning(lcInbound, "an inbound text could not be kept: %s", qUtf8Printable(done.error().sentence));
        else if (*done)
            ++applied;
    }
    if (allKept)
        if (auto kept = keepTextsRead(db, agency.id, began); !kept)
            return kept.error();
    return applied;
}

Result<bool> Gateway::apply(Database& db, const Agency& agency, const InboundText& text)
{
    bool troubled = false;
    auto applied = applyOnce(db, agency, text, false);
    if (!applied && applied.error().code != ErrorCode::StorageTrouble) {
        qCWarning(lcInbound, "an inbound text is left to a worker: %s", qUtf8Printable(applied.error().sentence));
        troubled = true;
        applied = applyOnce(db, agency, text, true);
    }
    if (!applied)
        return applied.error();
    if (!troubled && applied->autoText)
        // One try: it is a courtesy, and the opt-out holds without it.
        if (const auto outcome = m_carriers.texts->send(*applied->autoText); outcome.kind != SendOutcome::Kind::Sent)
            qCWarning(lcInbound, "an automatic answer may not have gone out: %s", qUtf8Printable(outcome.reason));
    return applied->isNew;
}

Result<Gateway::AppliedText> Gateway::applyOnce(Database& db, const Agency& agency, const InboundText& text,
                                                bool asItIs)
{
    return db.transaction([&]() -> Result<AppliedText> {
        auto records = Records::lock(db, agency.id, m_environment);
        if (!records)
            return records.error();
        const auto id = text.carrierId.isEmpty() ? idOfUnnamed(*records, text, now()) : Result<QString>(text.carrierId);
        if (!id)
            return id.error();
        const auto isNew = markSeen(*records, *id, now());
        if (!isNew)
            return isNew.error();
        if (!*isNew)
            return AppliedText{};
        const auto plan =
            asItIs ? Result<ReplyPlan>(keptAsItIs(text, m_environment)) : planOf(*records, text, m_environment);
        if (!plan)
            return plan.error();
        if (auto written = write(*records, m_environment, *plan); !written)
            return written.error();
        const auto from = Address::fromStored(Channel::Text, text.from);
        // An agency may have taught its carrier words of its own.
        if (text.carrierOptedOut && from && !plan->optOut)
            if (auto out = optOut(*records, m_environment, *from, OptOut::Source::TextReply); !out)
                return out.error();
        if (m_carriers.texts == nullptr || m_carriers.texts->answersKeywords())
            return AppliedText{.isNew = true};
        const auto autoText = dueAutoText(*records, m_environment, agency, plan->autoReply, text.from);
        if (!autoText)
            return autoText.error();
        return AppliedText{true, *autoText};
    });
}

} // namespace handrail::server
