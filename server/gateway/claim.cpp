// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/codec.h"
#include "core/domain/sendgate.h"
#include "server/gateway/deeds.h"
#include "server/gateway/facts.h"
#include "server/gateway/gateway.h"
#include "server/gateway/leases.h"
#include "server/gateway/links.h"
#include "server/gateway/settle.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr int maxClaim = 100;

/// Due, not leased, and the asker's; initial messages first, since somebody is waiting for them on the phone.
Result<QList<Record>> dueMessages(Records& records, const Session& session, const QDateTime& now, int limit)
{
    QString condition = u"state = 'waiting' AND due_at <= ? AND NOT EXISTS (SELECT 1 FROM lease"
                        " WHERE lease.agency_id = message.agency_id AND lease.message_id = message.id"
                        " AND lease.expires_at > ? AND lease.device_id <> ?)"_s;
    QVariantList values{bound(now), bound(now), session.deviceId.toString()};
    if (session.role == Role::Worker || session.role == Role::Supervisor) {
        // A desk has only its worker's records, and a message can't be written without them.
        condition += u" AND (EXISTS (SELECT 1 FROM share WHERE share.agency_id = message.agency_id"
                     " AND share.id = message.share_id AND share.shared_by = ?)"
                     " OR EXISTS (SELECT 1 FROM client WHERE client.agency_id = message.agency_id"
                     " AND client.id = message.client_id AND client.assigned_worker_id = ?))"_s;
        values << bound(session.userId) << bound(session.userId);
    }
    condition += u" ORDER BY CASE WHEN kind = 'initial' THEN 0 ELSE 1 END, due_at, id LIMIT %1"_s.arg(limit);
    return records.select(u"message", condition, values);
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
        const int wanted = qBound(1, limit, maxClaim);
        const auto due = dueMessages(*records, session, now(), 2 * wanted);
        if (!due)
            return due.error();
        protocol::ClaimAnswer answer;
        for (const Record& row : *due) {
            if (answer.leases.size() == wanted)
                break;
            const auto message = records::readMessage(row.key, row.fields);
            if (!message) {
                if (auto held = holdUnreadable(*records, m_environment, row.key, message.error().sentence); !held)
                    return held.error();
                continue;
            }
            const auto leased = lease(*records, session, *agency, *message);
            if (!leased)
                return leased.error();
            if (*leased)
                answer.leases.append(**leased);
        }
        return answer;
    });
}

Result<std::optional<protocol::Lease>> Gateway::lease(Records& records, const Session& session, const Agency& agency,
                                                      const Message& message)
{
    const auto context = gateContext(records, agency, message, now());
    // Only a record can be at fault here: trouble of the database itself ends the whole claim.
    if (!context && context.error().code == ErrorCode::StorageTrouble)
        return context.error();
    if (!context) {
        auto held = step(records, m_environment, message, {MessageState::Held, context.error().sentence});
        return held ? Result<std::optional<protocol::Lease>>(std::nullopt) : held.error();
    }
    const GateDecision decision = passSendGate(*context);
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
