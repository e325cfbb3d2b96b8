// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/codec.h"
#include "core/domain/sendgate.h"
#include "core/domain/sendingagents.h"
#include "server/gateway/deeds.h"
#include "server/gateway/facts.h"
#include "server/gateway/gateway.h"
#include "server/gateway/leases.h"
#include "server/gateway/links.h"
#include "server/gateway/settle.h"
#include "server/store/backup.h"
#include "server/store/sight.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr int maxClaim = 100;

/// Whose turn it is on each channel.
struct Turns
{
    Turn text;
    Turn email;

    static Result<Turns> of(Records& records, const PaceSettings& settings, const QDateTime& now)
    {
        const auto text = turnOf(records, Channel::Text, settings, now);
        if (!text)
            return text.error();
        const auto email = turnOf(records, Channel::Email, settings, now);
        if (!email)
            return email.error();
        return Turns{*text, *email};
    }
    Turn& on(Channel channel) { return channel == Channel::Text ? text : email; }
    [[nodiscard]] Result<void> keep(Records& records) const
    {
        if (auto kept = keepPace(records, Channel::Text, text.pace()); !kept)
            return kept;
        return keepPace(records, Channel::Email, email.pace());
    }
    /// The channels on which a message of that kind may leave now; those that may not must not take the place of those
    /// that may.
    [[nodiscard]] QStringList openFor(MessageKind kind) const
    {
        QStringList open;
        for (const auto& [turn, name] : {std::pair(&text, u"text"_s), std::pair(&email, u"email"_s)})
            if (turn->allows(kind == MessageKind::Initial))
                open.append(name);
        return open;
    }
};

struct Due
{
    QString condition;
    QVariantList values;
};

/// Due, not leased, and the asker's.
Due dueFor(const Session& session, const QDateTime& now)
{
    Due due{u"state = 'waiting' AND due_at <= ? AND NOT EXISTS (SELECT 1 FROM lease"
            " WHERE lease.agency_id = message.agency_id AND lease.message_id = message.id"
            " AND lease.expires_at > ? AND lease.device_id <> ?)"_s,
            {bound(now), bound(now), session.deviceId.toString()}};
    // A desk has only what its user may see, and a message can't be written without its client's records.
    const Condition seen = seenBy(session.viewer(), u"message.agency_id"_s, u"message.client_id"_s);
    due.condition += u" AND "_s + seen.sql;
    due.values += seen.values;
    return due;
}

/// The first of one kind on the open channels. A question a channel, each answered in the order of the index
/// message_queue: asked as one, a look at a morning's 10,000 texts while only email was open went through all of them.
Result<QList<Record>> firstOf(Records& records, const Due& due, const QString& kind, const QStringList& channels,
                              qsizetype limit)
{
    QList<Record> all;
    for (const QString& channel : channels) {
        const auto rows = records.select(u"message",
                                         due.condition + u" AND kind = '%1' AND channel = '%2' ORDER BY due_at, id"
                                                         " LIMIT %3"_s.arg(kind, channel, QString::number(limit)),
                                         due.values);
        if (!rows)
            return rows.error();
        all += *rows;
    }
    std::ranges::stable_sort(all, {}, [](const Record& row) { return row.fields.value("due_at"_L1).toInteger(); });
    return all.mid(0, limit);
}

/// Initial messages first, since somebody is waiting for them on the phone.
Result<QList<Record>> dueMessages(Records& records, const Due& due, const Turns& turns, qsizetype limit)
{
    auto all = firstOf(records, due, u"initial"_s, turns.openFor(MessageKind::Initial), limit);
    if (!all || all->size() == limit)
        return all;
    const auto later =
        firstOf(records, due, u"follow_up"_s, turns.openFor(MessageKind::FollowUp), limit - all->size());
    if (!later)
        return later;
    return *all + *later;
}

/// Whether this message was due before the server's data was put back from a backup, and nobody has decided since: the
/// server that was lost may have sent it (I3). Also true of what a desk made before and brings only now.
Result<bool> mayHaveBeenSent(Records& records, const Message& message)
{
    const auto restored = lastRestored(records.database(), records.agency());
    if (!restored)
        return restored.error();
    return restored->isValid() && message.dueAt <= *restored &&
           (!message.stateAt.isValid() || message.stateAt <= *restored);
}

QString whyDoubted()
{
    return QCoreApplication::translate(
        "Gateway", "The server was put back from a backup, and this message may have gone out in between. Sending it "
                   "could reach the client twice: decide whether to.");
}

/// How long until more may be asked for, where a channel is full or paused and has more that is due; 0: nothing waits.
Result<int> moreInMs(Records& records, const Due& due, const Turns& turns, const QDateTime& now)
{
    qint64 soonest = 0;
    for (const auto& [turn, name] : {std::pair(&turns.text, u"text"_s), std::pair(&turns.email, u"email"_s)}) {
        if (turn->allows(false))
            continue;
        const auto waiting =
            records.select(
            u"message",
            due.condition + u" AND channel = '%1' AND kind IN ('initial', 'follow_up') LIMIT 1"_s.arg(name), due.values);
        if (!waiting)
            return waiting.error();
        const qint64 wait = qBound(qint64(1), qint64(now.msecsTo(turn->nextChance())), qint64(60000));
        if (!waiting->isEmpty() && (soonest == 0 || wait < soonest))
            soonest = wait;
    }
    return int(soonest);
}

/// Nothing for a desk's agent, but for how much the agency's headless one has to do.
Result<protocol::ClaimAnswer> leftToHeadless(Records& records, const Due& due)
{
    auto row = records.database().query(u"SELECT COUNT(*) FROM message WHERE agency_id = ? AND "_s + due.condition,
                                        QVariantList{bound(records.agency())} + due.values);
    if (!row)
        return row.error();
    protocol::ClaimAnswer answer;
    answer.leftToHeadless = row->next() ? row->value(0).toLongLong() : 0;
    return answer;
}

} // namespace

Result<protocol::ClaimAnswer> Gateway::claim(const Session& session, int limit)
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    return (*db)->transaction([&]() -> Result<protocol::ClaimAnswer> {
        auto records = Records::lock(**db, session.agencyId, m_environment);
        if (!records)
            return records.error();
        const auto agency = agencyOf(*records);
        if (!agency)
            return agency.error();
        if (!maySend(session.role, agency->sendingAgents))
            return leftToHeadless(*records, dueFor(session, now()));
        auto turns = Turns::of(*records, m_settings.pace, now());
        if (!turns)
            return turns.error();
        const int wanted = qBound(1, limit, maxClaim);
        const Due due = dueFor(session, now());
        const auto rows = dueMessages(*records, due, *turns, 2 * wanted);
        if (!rows)
            return rows.error();
        protocol::ClaimAnswer answer;
        for (const Record& row : *rows) {
            const Channel channel = row.fields.value("channel"_L1) == "email"_L1 ? Channel::Email : Channel::Text;
            if (answer.leases.size() == wanted || !turns->on(channel).allows(row.fields.value("kind"_L1) == "initial"_L1))
                continue;
            const auto leased = leaseDue(*records, session, *agency, row, answer);
            if (!leased)
                return leased.error();
            if (*leased)
                turns->on(channel).take();
        }
        if (auto kept = turns->keep(*records); !kept)
            return kept.error();
        const auto more = moreInMs(*records, due, *turns, now());
        if (!more)
            return more.error();
        answer.moreInMs = *more;
        answer.carrierTrouble = turns->text.trouble().isEmpty() ? turns->email.trouble() : turns->text.trouble();
        return answer;
    });
}

/// Whether it was leased; a message that the gate does not let out, or that can't be read, is settled.
Result<bool> Gateway::leaseDue(Records& records, const Session& session, const Agency& agency, const Record& row,
                               protocol::ClaimAnswer& answer)
{
    const auto message = records::readMessage(row.key, row.fields);
    if (!message) {
        auto held = holdUnreadable(records, m_environment, row.key, message.error().sentence);
        return held ? Result<bool>(false) : held.error();
    }
    const auto leased = lease(records, session, agency, *message);
    if (!leased)
        return leased.error();
    if (*leased)
        answer.leases.append(**leased);
    return leased->has_value();
}

Result<std::optional<protocol::Lease>> Gateway::lease(Records& records, const Session& session, const Agency& agency,
                                                      const Message& message)
{
    const auto context = gateContext(records, agency, message, now());
    // Only a record can be at fault here: trouble of the database itself ends the whole claim.
    if (!context && context.error().code == ErrorCode::StorageTrouble)
        return context.error();
    if (!context) {
        const QString why = context.error().sentence;
        auto held = step(records, m_environment, message, {MessageState::Held, why});
        // Nor can its share be read, whose referrals the step would tell of.
        if (!held && held.error().code == ErrorCode::Conflict)
            held = holdUnreadable(records, m_environment, message.id.uuid(), why);
        return held ? Result<std::optional<protocol::Lease>>(std::nullopt) : held.error();
    }
    const GateDecision decision = passSendGate(*context);
    if (decision.verdict == GateDecision::Verdict::Send) {
        const auto doubted = mayHaveBeenSent(records, message);
        if (!doubted)
            return doubted.error();
        if (*doubted) {
            auto held = step(records, m_environment, message, {MessageState::Held, whyDoubted()});
            return held ? Result<std::optional<protocol::Lease>>(std::nullopt) : held.error();
        }
    }
    if (decision.verdict != GateDecision::Verdict::Send) {
        auto settled = settle(records, m_environment, message, decision);
        return settled ? Result<std::optional<protocol::Lease>>(std::nullopt) : settled.error();
    }
    const auto granted = grant(records, session, message);
    return granted ? Result<std::optional<protocol::Lease>>(*granted) : granted.error();
}

Result<protocol::Lease> Gateway::grant(Records& records, const Session& session, const Message& message)
{
    const QDateTime expiresAt = now().addSecs(m_settings.leaseSeconds);
    const auto fence = takeLease(records, message.id, session.deviceId, now(), expiresAt);
    if (!fence)
        return fence.error();
    // Links of earlier leases that never led to a try are in nobody's hands.
    auto dropped = records.database().query(
        u"DELETE FROM link_token WHERE agency_id = ? AND message_id = ? AND NOT EXISTS (SELECT 1 FROM intent"
        " WHERE intent.agency_id = link_token.agency_id AND intent.message_id = link_token.message_id)"_s,
        {bound(records.agency()), bound(message.id)});
    if (!dropped)
        return dropped.error();
    const auto link = mint(records, message, false);
    if (!link)
        return link.error();
    protocol::Lease lease{.messageId = message.id, .fence = *fence, .expiresAt = expiresAt, .link = *link};
    lease.serverTime = now();
    if (message.channel() == Channel::Email) {
        const auto unsubscribeLink = mint(records, message, true);
        if (!unsubscribeLink)
            return unsubscribeLink.error();
        lease.unsubscribeLink = *unsubscribeLink;
    }
    return lease;
}

Result<QString> Gateway::mint(Records& records, const Message& message, bool unsubscribe)
{
    const LinkKind page = message.kind == MessageKind::Initial ? LinkKind::Resources : LinkKind::FollowUp;
    const LinkTarget target{records.agency(), unsubscribe ? LinkKind::Unsubscribe : page, message};
    const auto token = mintLink(records.database(), m_environment, target, now().addDays(m_settings.linkDays));
    if (!token)
        return token.error();
    return m_settings.publicUrl + u'/' + linkFolder(target.kind) + u'/' + QString::fromLatin1(*token);
}

} // namespace handrail::server
