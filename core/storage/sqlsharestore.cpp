// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlsharestore.h"

#include "core/domain/records/codec.h"
#include "core/storage/clientfamilies.h"
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

Result<QList<ConsentRow>> SqlShareStore::consents(const ClientId& client, Page page)
{
    const auto family = inFamilyOf(m_database, u"client_id"_s, client);
    if (!family)
        return family.error();
    page = bounded(page);
    const auto consents = readAll(
        m_records.select(entityNamed("consent"),
                         u"WHERE %1 ORDER BY given_at DESC, id DESC LIMIT ? OFFSET ?"_s.arg(family->sql),
                         family->values + QVariantList{page.limit, page.offset}),
        records::readConsent);
    if (!consents)
        return consents.error();
    QList<ConsentRow> rows;
    for (const Consent& consent : *consents) {
        auto row = consentRow(consent);
        if (!row)
            return row.error();
        rows.append(std::move(*row));
    }
    return rows;
}

Result<ConsentRow> SqlShareStore::consentRow(const Consent& consent)
{
    ConsentRow row{.consent = consent};
    const auto made = share(consent.shareId);
    if (!made)
        return made.error();
    for (const ReferralId& referral : *made ? (*made)->referralIds : QList<ReferralId>()) {
        Statement site = m_database.statement(uR"(SELECT s.service_name, s.organization_name FROM referral r
                                                  JOIN resource_site s ON s.id = r.site_id WHERE r.id = ?)"_s);
        HANDRAIL_TRY(site.bind(referral.toString()).run());
        if (site.next())
            row.siteNames.append(ResourceSite{.id = ResourceSiteId(referral.uuid()),
                                              .organizationName = site.text(1),
                                              .serviceName = site.text(0)}
                                     .displayName());
        HANDRAIL_TRY(site.readToEnd());
    }
    Statement worker = m_database.statement(uR"(SELECT display_name FROM "user" WHERE id = ?)"_s);
    HANDRAIL_TRY(worker.bind(consent.workerId.toString()).run());
    row.workerName = worker.next() ? worker.text(0) : QString();
    HANDRAIL_TRY(worker.readToEnd());
    Statement withdrawal = m_database.statement(u"SELECT withdrawn_at, note FROM consent_withdrawal "
                                                "WHERE share_id = ? ORDER BY withdrawn_at LIMIT 1"_s);
    HANDRAIL_TRY(withdrawal.bind(consent.shareId.toString()).run());
    if (withdrawal.next()) {
        row.withdrawnAt = instantFrom(withdrawal.value(0));
        row.withdrawalNote = withdrawal.text(1);
    }
    HANDRAIL_TRY(withdrawal.readToEnd());
    return row;
}

Result<int> SqlShareStore::consentCount(const ClientId& client)
{
    const auto family = inFamilyOf(m_database, u"client_id"_s, client);
    if (!family)
        return family.error();
    Statement query =
        m_database.statement(u"SELECT count(*) FROM (SELECT 1 FROM consent WHERE %1 LIMIT ?)"_s.arg(family->sql));
    for (const QVariant& member : family->values)
        query.bind(member);
    HANDRAIL_TRY(query.bind(countLimit).run());
    const int counted = query.next() ? int(query.integer(0)) : 0;
    HANDRAIL_TRY(query.readToEnd());
    return counted;
}

Result<QList<Message>> SqlShareStore::undelivered(const QList<Address>& addresses)
{
    QList<Message> all;
    for (const Address& address : addresses) {
        const auto latest = firstOf(
            readAll(m_records.select(entityNamed("message"),
                                     u"WHERE lower(address) = ? AND channel = ? "
                                     "AND state IN ('sent', 'delivered', 'refused') "
                                     "ORDER BY coalesce(state_at, due_at) DESC, id DESC LIMIT 1"_s,
                                     {address.ledgerKey(), records::nameOf(address.channel())}),
                    records::readMessage));
        if (!latest)
            return latest.error();
        if (*latest && (*latest)->state == MessageState::Refused)
            all.append(**latest);
    }
    return all;
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
    const auto family = inFamilyOf(m_database, u"a.client_id"_s, client);
    if (!family)
        return family.error();
    Statement query = m_database.statement(
        uR"(SELECT a.rule, a.message_id, a.referral_id, m.address, a.text, a.at FROM activity a
            JOIN message m ON m.id = a.message_id
            WHERE %1 AND a.rule IN ('bounce', 'bounce_reset') ORDER BY a.at, a.id)"_s.arg(family->sql));
    for (const QVariant& member : family->values)
        query.bind(member);
    HANDRAIL_TRY(query.run());
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
    const auto family = inFamilyOf(m_database, u"r.client_id"_s, client);
    if (!family)
        return family.error();
    Statement query = m_database.statement(
        uR"(SELECT coalesce(r.from_address, m.address) FROM reply r LEFT JOIN message m ON m.id = r.message_id
            WHERE %1 AND r.answer IS NOT NULL AND coalesce(r.channel, m.channel) = ?
            ORDER BY r.received_at DESC, r.id DESC)"_s.arg(family->sql));
    for (const QVariant& member : family->values)
        query.bind(member);
    HANDRAIL_TRY(query.bind(records::nameOf(channel)).run());
    while (query.next())
        if (auto address = Address::fromStored(channel, query.text(0)))
            return address;
    HANDRAIL_TRY(query.readToEnd());
    return std::optional<Address>();
}

} // namespace handrail
