// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/intents.h"

#include <QCryptographicHash>
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr auto names = std::to_array<std::pair<SendOutcome::Kind, const char*>>({
    {SendOutcome::Kind::Sent, "sent"},
    {SendOutcome::Kind::Refused, "refused"},
    {SendOutcome::Kind::TryLater, "try_later"},
    {SendOutcome::Kind::Unknown, "unknown"},
});

std::optional<SendOutcome::Kind> kindOf(const QString& name)
{
    for (const auto& [kind, text] : names)
        if (name == QLatin1String(text))
            return kind;
    return std::nullopt;
}

} // namespace

QString nameOf(SendOutcome::Kind kind)
{
    const auto* row = std::ranges::find(names, kind, &std::pair<SendOutcome::Kind, const char*>::first);
    return QString::fromLatin1(row->second);
}

QString hashOf(const QString& text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

Result<int> tries(RecordReader& reader, const MessageId& message)
{
    auto row = reader.database().query(u"SELECT COUNT(*) FROM intent WHERE agency_id = ? AND message_id = ?"_s,
                                       {bound(reader.agency()), bound(message)});
    if (!row)
        return row.error();
    return row->next() ? row->value(0).toInt() : 0;
}

Result<void> addIntent(Records& records, const QUuid& id, const Message& message, qint64 fence, const QString& body,
                       const QDateTime& now)
{
    const auto before = tries(records, message.id);
    if (!before)
        return before.error();
    auto added = records.database().query(
        u"INSERT INTO intent (agency_id, id, message_id, fence, body_hash, recipient_hash, committed_at, tries)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {bound(records.agency()), bound(id), bound(message.id), fence, hashOf(body),
         hashOf(message.address.ledgerKey()), bound(now), *before + 1});
    return added ? Result<void>() : added.error();
}

Result<void> resolveIntent(Records& records, const QUuid& id, SendOutcome::Kind outcome, const QString& carrierId,
                           const QDateTime& now)
{
    auto resolved = records.database().query(
        u"UPDATE intent SET outcome = ?, carrier_id = ?, resolved_at = ? WHERE agency_id = ? AND id = ?"_s,
        {nameOf(outcome), carrierId, bound(now), bound(records.agency()), bound(id)});
    return resolved ? Result<void>() : resolved.error();
}

Result<std::optional<IntentRow>> lastIntent(RecordReader& reader, const MessageId& message)
{
    auto row = reader.database().query(u"SELECT id, body_hash, committed_at, outcome, carrier_id FROM intent"
                                       " WHERE agency_id = ? AND message_id = ? ORDER BY tries DESC LIMIT 1"_s,
                                       {bound(reader.agency()), bound(message)});
    if (!row)
        return row.error();
    if (!row->next())
        return std::optional<IntentRow>();
    return std::optional(IntentRow{QUuid::fromString(row->value(0).toString()), row->value(1).toString(),
                                   QDateTime::fromMSecsSinceEpoch(row->value(2).toLongLong(), Qt::UTC),
                                   kindOf(row->value(3).toString()), row->value(4).toString()});
}

Result<bool> isOfEarlierTry(RecordReader& reader, const MessageId& message, const QString& carrierId)
{
    auto row = reader.database().query(
        u"SELECT 1 FROM intent WHERE agency_id = ? AND message_id = ? AND carrier_id = ? AND tries <"
        " (SELECT MAX(tries) FROM intent WHERE agency_id = ? AND message_id = ?) LIMIT 1"_s,
        {bound(reader.agency()), bound(message), carrierId, bound(reader.agency()), bound(message)});
    if (!row)
        return row.error();
    return row->next();
}

} // namespace handrail::server
