// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/facts.h"

#include "core/domain/mergedclients.h"
#include "core/domain/records/codec.h"
#include "server/store/erased.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

template <typename T>
Result<std::optional<T>> findRecord(RecordReader& reader, const char* entity, const QUuid& key,
                                    Result<T> (*read)(const QUuid&, const QJsonObject&))
{
    const auto fields = reader.find(QString::fromLatin1(entity), key);
    if (!fields)
        return fields.error();
    if (!*fields)
        return std::optional<T>();
    auto value = read(key, **fields);
    // Of this record alone: StorageTrouble is what ends a whole claim, and the others must go on.
    if (!value)
        return Error{ErrorCode::Conflict, value.error().sentence};
    return std::optional<T>(*value);
}

/// The records that can be read: a damaged one must not keep the others back.
template <typename T>
Result<QList<T>> readable(RecordReader& reader, const char* entity, const QString& condition,
                          const QVariantList& values, Result<T> (*read)(const QUuid&, const QJsonObject&))
{
    const auto rows = reader.select(QString::fromLatin1(entity), condition, values);
    if (!rows)
        return rows.error();
    QList<T> all;
    for (const Record& row : *rows)
        if (auto value = read(row.key, row.fields))
            all.append(*value);
    return all;
}

/// Equal addresses for the ledger: numbers as they are, email without case.
QString addressIs(Channel channel)
{
    return channel == Channel::Email ? u"channel = ? AND LOWER(address) = ?"_s : u"channel = ? AND address = ?"_s;
}

QVariantList valuesOf(const Address& address)
{
    return {records::nameOf(address.channel()), address.ledgerKey()};
}

Result<bool> exists(RecordReader& reader, const char* entity, const QString& condition, const QVariantList& values)
{
    const auto rows = reader.select(QString::fromLatin1(entity), condition + u" LIMIT 1"_s, values);
    if (!rows)
        return rows.error();
    return !rows->isEmpty();
}

/// When the carrier was last called for another follow-up of this share and channel, and may have taken it (R5).
Result<QDateTime> lastFollowUpSentAt(RecordReader& reader, const Message& message)
{
    auto row = reader.database().query(
        u"SELECT MAX(intent.committed_at) FROM intent JOIN message ON message.agency_id = intent.agency_id"
        " AND message.id = intent.message_id WHERE intent.agency_id = ? AND message.share_id = ?"
        " AND message.channel = ? AND message.kind = 'follow_up' AND message.id <> ?"
        " AND (intent.outcome IS NULL OR intent.outcome IN ('sent', 'unknown')"
        // Taken by the carrier, which said later that it did not arrive.
        " OR (intent.outcome = 'refused' AND intent.carrier_id <> ''))"_s,
        {bound(reader.agency()), bound(message.shareId), records::nameOf(message.channel()), bound(message.id)});
    if (!row)
        return row.error();
    if (!row->next() || row->value(0).isNull())
        return QDateTime();
    return QDateTime::fromMSecsSinceEpoch(row->value(0).toLongLong(), Qt::UTC);
}

Result<std::optional<Consent>> consentOf(RecordReader& reader, const ShareId& share)
{
    const auto all =
        readable(reader, "consent", u"share_id = ? ORDER BY given_at LIMIT 1"_s, {bound(share)}, &records::readConsent);
    if (!all)
        return all.error();
    return all->isEmpty() ? std::nullopt : std::optional(all->first());
}

Result<void> addReferralFacts(RecordReader& reader, SendGateContext& context)
{
    if (!context.message.referralId)
        return {};
    const auto referral = findReferral(reader, *context.message.referralId);
    if (!referral)
        return referral.error();
    if (*referral)
        context.referralStatus = (*referral)->status;
    const auto answer = lastAnswer(reader, context.message.shareId, *context.message.referralId);
    if (!answer)
        return answer.error();
    context.answered = *answer && **answer != Answer::No;
    return {};
}

} // namespace

Result<Agency> agencyOf(RecordReader& reader)
{
    auto agency = findRecord(reader, "agency", reader.agency().uuid(), &records::readAgency);
    if (!agency)
        return agency.error();
    if (!*agency)
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Gateway", "There is no such agency on this server.")};
    return **agency;
}

Result<std::optional<Message>> findMessage(RecordReader& reader, const MessageId& id)
{
    return findRecord(reader, "message", id.uuid(), &records::readMessage);
}

Result<std::optional<Referral>> findReferral(RecordReader& reader, const ReferralId& id)
{
    return findRecord(reader, "referral", id.uuid(), &records::readReferral);
}

Result<std::optional<Share>> findShare(RecordReader& reader, const ShareId& id)
{
    return findRecord(reader, "share", id.uuid(), &records::readShare);
}

Result<bool> isOptedOut(RecordReader& reader, const Address& address)
{
    // The ledger of erased clients goes on working (docs/decisions/0211).
    const auto erased = erasedOptOut(reader.database(), reader.agency(), address);
    if (!erased)
        return erased.error();
    if (address.channel() == Channel::Email) {
        if (*erased && (*erased)->optedOut)
            return true;
        return exists(reader, "opt_out", addressIs(Channel::Email) + u" AND opted_out = 1"_s, valuesOf(address));
    }
    const auto latest = reader.select(
        u"opt_out", addressIs(Channel::Text) + u" ORDER BY \"at\" DESC, id DESC LIMIT 1"_s, valuesOf(address));
    if (!latest)
        return latest.error();
    const QJsonObject fields = latest->isEmpty() ? QJsonObject() : latest->first().fields;
    if (*erased && double((*erased)->at.toMSecsSinceEpoch()) > fields.value("at"_L1).toDouble())
        return (*erased)->optedOut;
    return fields.value("opted_out"_L1).toBool();
}

Result<ClientId> keptClient(RecordReader& reader, const ClientId& id)
{
    Result<void> trouble;
    const MergedInto lookUp = [&](const ClientId& one) -> std::optional<ClientId> {
        const auto client = reader.find(u"client"_s, one.uuid());
        if (!client)
            trouble = client.error();
        const auto target =
            client && *client ? ClientId::fromString((*client)->value("merged_into"_L1).toString()) : std::nullopt;
        if (!target)
            return std::nullopt;
        const auto known = reader.find(u"client"_s, target->uuid());
        if (!known)
            trouble = known.error();
        return known && *known ? target : std::nullopt;
    };
    const ClientId kept = keptOne(id, lookUp);
    return trouble ? Result<ClientId>(kept) : Result<ClientId>(trouble.error());
}

Result<QList<ClientId>> familyOf(RecordReader& reader, const ClientId& id)
{
    const auto kept = keptClient(reader, id);
    if (!kept)
        return kept.error();
    QList<ClientId> family{*kept};
    for (qsizetype next = 0; next < family.size(); ++next) {
        const auto merged = reader.select(u"client", u"merged_into = ? ORDER BY id"_s, {bound(family[next])});
        if (!merged)
            return merged.error();
        for (const Record& record : *merged)
            if (const ClientId member(record.key); !family.contains(member))
                family.append(member);
    }
    return family;
}

Result<QList<Bounce>> bouncesOf(RecordReader& reader, const ClientId& client)
{
    const auto family = familyOf(reader, client);
    if (!family)
        return family.error();
    const QVariant agency = bound(reader.agency());
    QVariantList members;
    for (const ClientId& member : *family)
        members.append(bound(member));
    const QString oneOf = u"IN (%1)"_s.arg(QStringList(members.size(), u"?"_s).join(u", "_s));
    auto rows = reader.database().query(
        u"SELECT activity.rule, activity.message_id, activity.referral_id, message.address, activity.text, activity.at"
        " FROM activity JOIN message ON message.agency_id = activity.agency_id AND message.id = activity.message_id"
        " WHERE activity.agency_id = ? AND activity.client_id %1 AND activity.rule IN ('bounce', 'bounce_reset')"
        " AND activity.referral_id IN (SELECT id FROM referral WHERE agency_id = ? AND client_id %1)"
        " ORDER BY activity.at, activity.id"_s.arg(oneOf),
        QVariantList{agency} + members + QVariantList{agency} + members);
    if (!rows)
        return rows.error();
    QList<BounceEvent> events;
    while (rows->next())
        if (const auto event =
                readBounceEvent(rows->value(0).toString(), rows->value(1).toString(), rows->value(2).toString(),
                                rows->value(3).toString(), rows->value(4).toString(), rows->value(5).toLongLong()))
            events.append(*event);
    return standingBounces(events);
}

Result<QList<ClientId>> clientsOf(RecordReader& reader, const Address& address)
{
    const QString agency = bound(reader.agency()).toString();
    auto rows = reader.database().query(
        u"SELECT client_id FROM contact_point WHERE agency_id = ? AND %1 AND COALESCE(removed, 0) = 0"
        " UNION SELECT client_id FROM message WHERE agency_id = ? AND %1 ORDER BY client_id"_s.arg(
            addressIs(address.channel())),
        QVariantList{agency} + valuesOf(address) + QVariantList{agency} + valuesOf(address));
    if (!rows)
        return rows.error();
    QList<ClientId> named;
    while (rows->next())
        if (const auto id = ClientId::fromString(rows->value(0).toString()))
            named.append(*id);
    QList<ClientId> clients;
    for (const ClientId& id : std::as_const(named)) {
        const auto kept = keptClient(reader, id);
        if (!kept)
            return kept.error();
        if (!clients.contains(*kept))
            clients.append(*kept);
    }
    return clients;
}

Result<QList<Message>> unsentTo(RecordReader& reader, const Address& address)
{
    return readable(reader, "message",
                    addressIs(address.channel()) + u" AND state IN ('waiting', 'held') ORDER BY due_at"_s,
                    valuesOf(address), &records::readMessage);
}

Result<QList<Message>> unsentFollowUps(RecordReader& reader, const ReferralId& referral)
{
    return readable(reader, "message",
                    u"referral_id = ? AND kind = 'follow_up' AND state IN ('waiting', 'held') ORDER BY due_at"_s,
                    {bound(referral)}, &records::readMessage);
}

Result<std::optional<GivenAnswer>> lastGivenAnswer(RecordReader& reader, const ShareId& share,
                                                   const ReferralId& referral)
{
    // What a rule understood, and what a worker says that a message means which came after the share (R8), unless that
    // was taken back: the activity that does so names the reading's own id.
    const QString agency = bound(reader.agency()).toString();
    auto latest = reader.database().query(
        uR"(SELECT answer, answered_at, id FROM (
                SELECT answer, received_at AS answered_at, id FROM reply
                WHERE agency_id = ? AND referral_id = ? AND answer IS NOT NULL AND message_id IN
                      (SELECT id FROM message WHERE agency_id = ? AND share_id = ?)
                UNION ALL
                SELECT g.meaning, g."at", g.id FROM reply_reading g
                    JOIN reply y ON y.agency_id = g.agency_id AND y.id = g.reply_id
                    JOIN share h ON h.agency_id = g.agency_id AND h.id = ?
                WHERE g.agency_id = ? AND g.referral_id = ? AND g.meaning IN ('yes', 'no', 'no_longer_interested')
                      AND y.received_at >= h.shared_at
                      AND NOT EXISTS (SELECT 1 FROM activity b WHERE b.agency_id = g.agency_id AND b.reverts_id = g.id)
            ) answers ORDER BY answered_at DESC, id DESC LIMIT 1)"_s,
        {agency, bound(referral), agency, bound(share), bound(share), agency, bound(referral)});
    if (!latest)
        return latest.error();
    if (!latest->next())
        return std::optional<GivenAnswer>();
    const auto answer = records::fromName<Answer>(latest->value(0).toString());
    if (!answer)
        return std::optional<GivenAnswer>();
    return std::optional(GivenAnswer{*answer, QDateTime::fromMSecsSinceEpoch(latest->value(1).toLongLong(), Qt::UTC)});
}

Result<std::optional<Answer>> lastAnswer(RecordReader& reader, const ShareId& share, const ReferralId& referral)
{
    const auto given = lastGivenAnswer(reader, share, referral);
    if (!given)
        return given.error();
    return *given ? std::optional((*given)->answer) : std::nullopt;
}

Result<QList<OpenQuestion>> questionsTo(RecordReader& reader, const Address& number)
{
    const auto messages =
        readable(reader, "message",
                 addressIs(number.channel()) + u" AND kind = 'follow_up' AND state IN ('sent', 'delivered', 'sending',"
                                               " 'unknown') ORDER BY due_at DESC, id DESC LIMIT 100"_s,
                 valuesOf(number), &records::readMessage);
    if (!messages)
        return messages.error();
    QList<OpenQuestion> questions;
    for (const Message& message : *messages) {
        if (!message.referralId)
            continue;
        const auto referral = findReferral(reader, *message.referralId);
        if (!referral)
            return referral.error();
        const auto answer = lastAnswer(reader, message.shareId, *message.referralId);
        if (!answer)
            return answer.error();
        auto left =
            reader.database().query(u"SELECT MAX(committed_at) FROM intent WHERE agency_id = ? AND message_id = ?"_s,
                                    {bound(reader.agency()), bound(message.id)});
        if (!left)
            return left.error();
        const QDateTime sentAt = left->next() && !left->value(0).isNull()
                                     ? QDateTime::fromMSecsSinceEpoch(left->value(0).toLongLong(), Qt::UTC)
                                     : message.stateAt;
        if (*referral)
            questions.append(OpenQuestion{message, **referral, sentAt, answer->has_value()});
    }
    std::ranges::stable_sort(questions, [](const auto& a, const auto& b) { return a.sentAt > b.sentAt; });
    return questions;
}

Result<SendGateContext> gateContext(RecordReader& reader, const Agency& agency, const Message& message,
                                    const QDateTime& now)
{
    SendGateContext context{.message = message, .window = agency.window, .now = now};
    const auto share = findShare(reader, message.shareId);
    if (!share)
        return share.error();
    context.timeZone = *share ? (*share)->timeZone : agency.timeZone;
    auto consent = consentOf(reader, message.shareId);
    if (!consent)
        return consent.error();
    context.consent = *consent;
    const auto withdrawn = exists(reader, "consent_withdrawal", u"share_id = ?"_s, {bound(message.shareId)});
    if (!withdrawn)
        return withdrawn.error();
    context.consentWithdrawn = *withdrawn;
    const auto optedOut = isOptedOut(reader, message.address);
    if (!optedOut)
        return optedOut.error();
    context.optedOut = *optedOut;
    if (message.channel() == Channel::Email) {
        const auto bounces = bouncesOf(reader, message.clientId);
        if (!bounces)
            return bounces.error();
        if (const Bounce* bounce = bounceOf(message.address, *bounces))
            context.bounced = bounce->reason;
    }
    if (auto added = addReferralFacts(reader, context); !added)
        return added.error();
    auto last = lastFollowUpSentAt(reader, message);
    if (!last)
        return last.error();
    context.lastFollowUpSentAt = *last;
    return context;
}

} // namespace handrail::server
