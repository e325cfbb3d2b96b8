// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlsharestore.h"

#include "core/domain/records/codec.h"
#include "core/storage/storehelp.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

Result<std::optional<Share>> SqlShareStore::share(const ShareId& id)
{
    return firstOf(
        readAll(m_records.select(entityNamed("share"), u"WHERE id = ?"_s, {id.toString()}), records::readShare));
}

Result<QList<Share>> SqlShareStore::sharesOf(const ReferralId& id)
{
    return readAll(m_records.select(entityNamed("share"),
                                    u"WHERE id IN (SELECT share_id FROM share_referral WHERE referral_id = ?) "
                                    "ORDER BY shared_at DESC, id DESC"_s,
                                    {id.toString()}),
                   records::readShare);
}

Result<std::optional<Consent>> SqlShareStore::consentOf(const ShareId& id)
{
    return firstOf(readAll(m_records.select(entityNamed("consent"),
                                            u"WHERE share_id = ? ORDER BY given_at, id LIMIT 1"_s, {id.toString()}),
                           records::readConsent));
}

Result<bool> SqlShareStore::isWithdrawn(const ShareId& id)
{
    Statement query = m_database.statement(u"SELECT 1 FROM consent_withdrawal WHERE share_id = ?"_s);
    HANDRAIL_TRY(query.bind(id.toString()).run());
    const bool found = query.next();
    HANDRAIL_TRY(query.readToEnd());
    return found;
}

Result<std::optional<Message>> SqlShareStore::message(const MessageId& id)
{
    return firstOf(
        readAll(m_records.select(entityNamed("message"), u"WHERE id = ?"_s, {id.toString()}), records::readMessage));
}

Result<QList<Message>> SqlShareStore::messagesOf(const ShareId& id)
{
    return readAll(
        m_records.select(entityNamed("message"), u"WHERE share_id = ? ORDER BY due_at, id"_s, {id.toString()}),
        records::readMessage);
}

Result<QList<Message>> SqlShareStore::unsentFollowUps(const ReferralId& id)
{
    return readAll(m_records.select(entityNamed("message"),
                                    u"WHERE referral_id = ? AND state IN ('waiting', 'held') AND kind = 'follow_up' "
                                    "ORDER BY due_at, id"_s,
                                    {id.toString()}),
                   records::readMessage);
}

Result<QList<Message>> SqlShareStore::unsentTo(const Address& address)
{
    return readAll(m_records.select(entityNamed("message"),
                                    u"WHERE lower(address) = ? AND channel = ? AND state IN ('waiting', 'held') "
                                    "ORDER BY due_at, id"_s,
                                    {address.ledgerKey(), records::nameOf(address.channel())}),
                   records::readMessage);
}

Result<QList<OptOut>> SqlShareStore::optedOut(const QList<Address>& addresses)
{
    QList<OptOut> all;
    for (const Address& address : addresses) {
        // Email: once out, out for good (R10), so later entries don't count. Texts: the latest word (R9); of two at
        // the same moment the one that stops.
        const bool forGood = address.channel() == Channel::Email;
        const auto latest = firstOf(
            readAll(m_records.select(entityNamed("opt_out"),
                                     u"WHERE lower(address) = ? AND channel = ? AND opted_out >= ? "
                                     "ORDER BY at DESC, opted_out DESC, id DESC LIMIT 1"_s,
                                     {address.ledgerKey(), records::nameOf(address.channel()), forGood ? 1 : 0}),
                    records::readOptOut));
        if (!latest)
            return latest.error();
        if (*latest && (*latest)->optedOut)
            all.append(**latest);
    }
    return all;
}

Result<QList<Bounce>> SqlShareStore::bounces(const ClientId& client)
{
    Statement query =
        m_database.statement(uR"(SELECT a.rule, a.message_id, a.referral_id, m.address, a.text, a.at FROM activity a
            JOIN message m ON m.id = a.message_id
            WHERE a.client_id = ? AND a.rule IN ('bounce', 'bounce_reset') ORDER BY a.at, a.id)"_s);
    HANDRAIL_TRY(query.bind(client.toString()).run());
    QList<BounceEvent> events;
    while (query.next())
        if (const auto event = readBounceEvent(query.text(0), query.text(1), query.text(2), query.text(3),
                                               query.text(4), query.integer(5)))
            events.append(*event);
    HANDRAIL_TRY(query.readToEnd());
    return standingBounces(events);
}

Result<std::optional<Address>> SqlShareStore::lastAnswered(const ClientId& client, Channel channel)
{
    // An answer by link has no sender of its own: the address is that of the message which carried the link.
    Statement query = m_database.statement(
        uR"(SELECT coalesce(r.from_address, m.address) FROM reply r LEFT JOIN message m ON m.id = r.message_id
            WHERE r.client_id = ? AND r.answer IS NOT NULL AND coalesce(r.channel, m.channel) = ?
            ORDER BY r.received_at DESC, r.id DESC)"_s);
    HANDRAIL_TRY(query.bind(client.toString()).bind(records::nameOf(channel)).run());
    while (query.next())
        if (auto address = Address::fromStored(channel, query.text(0)))
            return address;
    HANDRAIL_TRY(query.readToEnd());
    return std::optional<Address>();
}

} // namespace handrail
