// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/carriers.h"
#include "server/store/records.h"

/// The rows that say «the carrier is about to be asked»: one for every call, committed before it.
namespace handrail::server {

struct IntentRow
{
    QUuid id;
    QString bodyHash;
    QDateTime committedAt;
    std::optional<SendOutcome::Kind> outcome; ///< Empty while the call is under way, or if it died.
    QString carrierId;                        ///< Where the carrier gave one.
};

/// As the database has it: "sent", "refused", "try_later", "unknown".
QString nameOf(SendOutcome::Kind kind);

/// SHA-256 in hex of what was sent, and to whom.
QString hashOf(const QString& text);

Result<void> addIntent(Records& records, const QUuid& id, const Message& message, qint64 fence, const QString& body,
                       const QDateTime& now);
Result<void> resolveIntent(Records& records, const QUuid& id, SendOutcome::Kind outcome, const QString& carrierId,
                           const QDateTime& now);
/// The latest one of a message.
Result<std::optional<IntentRow>> lastIntent(RecordReader& reader, const MessageId& message);
/// The tries before the latest one that led to this id at the carrier: what it says of them is old news.
Result<bool> isOfEarlierTry(RecordReader& reader, const MessageId& message, const QString& carrierId);
/// How often the carrier was asked for a message.
Result<int> tries(RecordReader& reader, const MessageId& message);

} // namespace handrail::server
