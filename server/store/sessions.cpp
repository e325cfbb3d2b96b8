// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sessions.h"

#include "server/store/records.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

Result<void> endSessions(Database& db, const AgencyId& agency, const UserId& user,
                         const std::optional<DeviceId>& except)
{
    const QVariantList whose{bound(agency), bound(user), except ? bound(*except) : QVariant(u"none"_s)};
    auto freed = db.query(u"DELETE FROM lease WHERE agency_id = ? AND device_id IN"
                          " (SELECT id FROM device WHERE agency_id = ? AND user_id = ? AND id <> ?)"_s,
                          QVariantList{bound(agency)} + whose);
    if (!freed)
        return freed.error();
    auto revoked = db.query(u"UPDATE device SET revoked = 1 WHERE agency_id = ? AND user_id = ? AND id <> ?"_s, whose);
    if (!revoked)
        return revoked.error();
    auto begun =
        db.query(u"DELETE FROM sign_in_challenge WHERE agency_id = ? AND user_id = ?"_s, {bound(agency), bound(user)});
    if (!begun)
        return begun.error();
    db.noteNews(agency);
    return {};
}

Result<bool> endSession(Database& db, const AgencyId& agency, const DeviceId& device)
{
    const QVariantList which{bound(agency), bound(device)};
    auto freed = db.query(u"DELETE FROM lease WHERE agency_id = ? AND device_id = ?"_s, which);
    if (!freed)
        return freed.error();
    auto revoked = db.query(u"UPDATE device SET revoked = 1 WHERE agency_id = ? AND id = ? AND revoked = 0"_s, which);
    if (!revoked)
        return revoked.error();
    db.noteNews(agency);
    return revoked->numRowsAffected() > 0;
}

} // namespace handrail::server
