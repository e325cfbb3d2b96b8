// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/olddevices.h"

#include "server/store/records.h"
#include "server/store/sight.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

/// A device that pulled before the server kept this has the sight of that day: 0.
Result<qint64> keptSight(Database& db, const Session& session)
{
    auto row = db.query(u"SELECT epoch FROM device_sight WHERE agency_id = ? AND device_id = ?"_s,
                        {bound(session.agencyId), bound(session.deviceId)});
    if (!row)
        return row.error();
    return row->next() ? row->value(0).toLongLong() : 0;
}

} // namespace

Result<void> checkSightOfOldDevice(Database& db, const Session& session, qint64 since)
{
    const auto now = sightOf(db, session.agencyId, session.userId);
    if (!now)
        return now.error();
    const auto kept = keptSight(db, session);
    if (!kept)
        return kept.error();
    if (*now == *kept)
        return {};
    if (since > 0)
        return Error{ErrorCode::NewerVersion,
                     QCoreApplication::translate("Server", "Who takes care of which client has changed, and this version "
                                                           "of Handrail can't follow that. Update Handrail on this "
                                                           "computer; your work on it is kept.")};
    auto noted = db.query(u"INSERT INTO device_sight (agency_id, device_id, epoch) VALUES (?, ?, ?)"
                          " ON CONFLICT (agency_id, device_id) DO UPDATE SET epoch = excluded.epoch"_s,
                          {bound(session.agencyId), bound(session.deviceId), *now});
    return noted ? Result<void>() : noted.error();
}

} // namespace handrail::server
