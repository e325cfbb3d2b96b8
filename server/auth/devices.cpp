// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/devices.h"

#include "server/auth/signin.h"
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

Result<void> revokeDevice(Database& db, const Session& session, const DeviceId& device, bool wipe)
{
    return db.transaction([&]() -> Result<void> {
        auto row = db.query(u"SELECT user_id FROM device WHERE agency_id = ? AND id = ? AND (revoked = 0 OR ? = 1)"_s,
                            {bound(session.agencyId), bound(device), wipe ? 1 : 0});
        if (!row)
            return row.error();
        const bool mayKnow = row->next() && (session.role == Role::Administrator ||
                                             row->value(0).toString() == session.userId.toString());
        row->finish();
        if (!mayKnow)
            return Error{ErrorCode::NotFound,
                         QCoreApplication::translate("Server", "This device is not signed in any more.")};
        const auto ended = endSession(db, session.agencyId, device);
        if (!ended || !wipe)
            return ended ? Result<void>() : ended.error();
        auto ordered = db.query(u"UPDATE device SET wipe = 1 WHERE agency_id = ? AND id = ? AND wipe = 0"_s,
                                {bound(session.agencyId), bound(device)});
        return ordered ? Result<void>() : ordered.error();
    });
}

Result<bool> isWipeOrdered(Database& db, const QByteArray& token, const Environment& environment)
{
    bool ordered = false;
    const auto done = db.transaction([&]() -> Result<void> {
        auto row = db.query(u"SELECT agency_id, id, user_id, wipe FROM device"
                            " WHERE token_hash = ? AND revoked = 1 AND wipe > 0"_s,
                            {hashOfToken(token)});
        if (!row)
            return row.error();
        ordered = row->next();
        const bool isNews = ordered && row->value(3).toInt() == 1;
        const auto agency = AgencyId::fromString(ordered ? row->value(0).toString() : QString());
        const auto device = DeviceId::fromString(ordered ? row->value(1).toString() : QString());
        const auto user = UserId::fromString(ordered ? row->value(2).toString() : QString());
        row->finish();
        if (!isNews || !agency || !device || !user)
            return {};
        auto heard = db.query(u"UPDATE device SET wipe = 2 WHERE agency_id = ? AND id = ?"_s,
                              {bound(*agency), bound(*device)});
        if (!heard)
            return heard.error();
        return writeAudit(db, *agency, environment,
                          {Actor::user(*user, *device), audited::deviceWiped, device->toString(), {}});
    });
    return done.ok() ? Result<bool>(ordered) : done.error();
}

} // namespace handrail::server
