// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/leases.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

/// 2^20 numbers a second; with the seconds above them a fence stays under 2^53 (what JSON keeps exactly) until 2242.
constexpr int counterBits = 20;
constexpr qint64 counterMask = (qint64(1) << counterBits) - 1;

Result<void> store(Records& records, const MessageId& id, const QString& device, qint64 fence,
                   const QDateTime& expiresAt)
{
    auto stored = records.database().query(
        u"INSERT INTO lease (agency_id, message_id, fence, device_id, expires_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (agency_id, message_id) DO UPDATE SET fence = excluded.fence, device_id = excluded.device_id,"
        " expires_at = excluded.expires_at"_s,
        {bound(records.agency()), bound(id), fence, device, bound(expiresAt)});
    return stored ? Result<void>() : stored.error();
}

} // namespace

Result<qint64> nextFence(Records& records, const QDateTime& now)
{
    auto row = records.database().query(u"SELECT epoch, last FROM fence_counter WHERE agency_id = ?"_s,
                                        {bound(records.agency())});
    if (!row)
        return row.error();
    const bool known = row->next();
    const qint64 last = known ? (row->value(0).toLongLong() << counterBits) | row->value(1).toLongLong() : 0;
    const qint64 fence = qMax(last + 1, now.toSecsSinceEpoch() << counterBits);
    auto stored = records.database().query(
        u"INSERT INTO fence_counter (agency_id, epoch, last) VALUES (?, ?, ?)"
        " ON CONFLICT (agency_id) DO UPDATE SET epoch = excluded.epoch, last = excluded.last"_s,
        {bound(records.agency()), fence >> counterBits, fence & counterMask});
    if (!stored)
        return stored.error();
    return fence;
}

Result<qint64> takeLease(Records& records, const MessageId& id, const DeviceId& device, const QDateTime& now,
                         const QDateTime& expiresAt)
{
    const auto fence = nextFence(records, now);
    if (!fence)
        return fence;
    if (auto stored = store(records, id, device.toString(), *fence, expiresAt); !stored)
        return stored.error();
    return fence;
}

Result<void> postpone(Records& records, const MessageId& id, const QDateTime& now, const QDateTime& notBefore)
{
    const auto fence = nextFence(records, now);
    if (!fence)
        return fence.error();
    return store(records, id, u""_s, *fence, notBefore);
}

Result<void> endLease(Records& records, const MessageId& id)
{
    auto ended = records.database().query(u"DELETE FROM lease WHERE agency_id = ? AND message_id = ?"_s,
                                          {bound(records.agency()), bound(id)});
    return ended ? Result<void>() : ended.error();
}

Result<void> checkLease(Records& records, const Session& session, const MessageId& id, qint64 fence,
                        const QDateTime& now)
{
    auto row = records.database().query(
        u"SELECT 1 FROM lease WHERE agency_id = ? AND message_id = ? AND device_id = ? AND fence = ? AND expires_at > ?"_s,
        {bound(records.agency()), bound(id), session.deviceId.toString(), fence, bound(now)});
    if (!row)
        return row.error();
    if (!row->next())
        return Error{ErrorCode::Conflict,
                     QCoreApplication::translate("Gateway", "The lease on this message has run out or is another's.")};
    return {};
}

} // namespace handrail::server
