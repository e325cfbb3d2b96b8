// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/devices.h"

#include "server/store/records.h"
#include "server/store/sessions.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

Result<QList<protocol::Device>> devicesOf(Database& db, const Session& session, const UserId& user,
                                          const Environment& environment)
{
    if (user != session.userId && session.role != Role::Administrator)
        return Error{ErrorCode::NotAllowed,
                     QCoreApplication::translate("Server", "Only an administrator sees other people’s devices.")};
    const qint64 oldest = environment.clock.now().toMSecsSinceEpoch() - tokenIdleMs;
    auto rows = db.query(u"SELECT id, name, created_at, last_seen_at FROM device WHERE agency_id = ? AND user_id = ?"
                         " AND revoked = 0 AND last_seen_at >= ? ORDER BY last_seen_at DESC, id LIMIT 500"_s,
                         {bound(session.agencyId), bound(user), oldest});
    if (!rows)
        return rows.error();
    QList<protocol::Device> devices;
    while (rows->next()) {
        const auto id = DeviceId::fromString(rows->value(0).toString());
        if (id)
            devices.append({.id = *id,
                            .name = rows->value(1).toString(),
                            .madeAt = QDateTime::fromMSecsSinceEpoch(rows->value(2).toLongLong(), Qt::UTC),
                            .lastSeenAt = QDateTime::fromMSecsSinceEpoch(rows->value(3).toLongLong(), Qt::UTC),
                            .isThis = *id == session.deviceId});
    }
    return devices;
}

Result<void> revokeDevice(Database& db, const Session& session, const DeviceId& device)
{
    return db.transaction([&]() -> Result<void> {
        auto row = db.query(u"SELECT user_id FROM device WHERE agency_id = ? AND id = ? AND revoked = 0"_s,
                            {bound(session.agencyId), bound(device)});
        if (!row)
            return row.error();
        const bool mayKnow = row->next() && (session.role == Role::Administrator ||
                                             row->value(0).toString() == session.userId.toString());
        row->finish();
        if (!mayKnow)
            return Error{ErrorCode::NotFound,
                         QCoreApplication::translate("Server", "This device is not signed in any more.")};
        const auto ended = endSession(db, session.agencyId, device);
        return ended ? Result<void>() : ended.error();
    });
}

} // namespace handrail::server
