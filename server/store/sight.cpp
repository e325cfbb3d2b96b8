// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sight.h"

#include "server/store/records.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

Result<std::optional<QString>> ownerIdOf(RecordReader& reader, const QString& entity, const QUuid& key,
                                         const QJsonObject& fields)
{
    using Kind = RecordOwner::Kind;
    using Found = std::optional<QString>;
    const RecordOwner owner = ownerOf(entity, key, fields);
    if (owner.kind == Kind::Everybody)
        return Found(u""_s);
    if (owner.id.isNull())
        return Found();
    if (owner.kind == Kind::User || owner.kind == Kind::Client)
        return Found(owner.id.toString(QUuid::WithoutBraces));
    const QString parent = owner.kind == Kind::Share ? u"share"_s : u"reply"_s;
    const auto found = reader.find(parent, owner.id);
    if (!found)
        return found.error();
    return *found ? ownerIdOf(reader, parent, owner.id, **found) : Result<Found>(Found());
}

Condition caredFor(const Viewer& viewer)
{
    if (viewer.role == Role::Administrator || viewer.role == Role::Agent)
        return {u"1 = 1"_s, {}};
    Condition cared{u"(c.worker_id IS NULL AND c.team_id IS NULL OR c.worker_id = ?"_s, {bound(viewer.user)}};
    if (viewer.team && viewer.role == Role::Supervisor) {
        cared.sql += u" OR c.team_id = ? OR EXISTS (SELECT 1 FROM \"user\" w WHERE w.agency_id = c.agency_id"
                     " AND w.id = c.worker_id AND w.team_id = ?)"_s;
        cared.values << bound(*viewer.team) << bound(*viewer.team);
    } else if (viewer.team) {
        cared.sql += u" OR c.worker_id IS NULL AND c.team_id = ?"_s;
        cared.values << bound(*viewer.team);
    }
    cared.sql += u')';
    return cared;
}

Condition seenBy(const Viewer& viewer, const QString& agency, const QString& owner)
{
    const Condition cared = caredFor(viewer);
    return {u"(%1 = '' OR %1 = ? OR EXISTS (SELECT 1 FROM client_care c WHERE c.agency_id = %2 AND c.client_id = %1 AND %3))"_s
                .arg(owner, agency, cared.sql),
            QVariantList{bound(viewer.user)} + cared.values};
}

Result<bool> maySeeClient(Database& db, const AgencyId& agency, const Viewer& viewer, const ClientId& client)
{
    const Condition cared = caredFor(viewer);
    auto row = db.query(u"SELECT CASE WHEN %1 THEN 1 ELSE 0 END FROM client_care c WHERE c.agency_id = ? AND c.client_id = ?"_s
                            .arg(cared.sql),
                        cared.values + QVariantList{bound(agency), bound(client)});
    if (!row)
        return row.error();
    return !row->next() || row->value(0).toInt() == 1;
}

Result<qint64> sightOf(Database& db, const AgencyId& agency, const UserId& user)
{
    auto row = db.query(u"SELECT MAX(epoch) FROM sight WHERE agency_id = ? AND user_id IN ('', ?)"_s,
                        {bound(agency), bound(user)});
    if (!row)
        return row.error();
    return row->next() ? row->value(0).toLongLong() : 0;
}

Result<void> demandSnapshot(Database& db, const AgencyId& agency, const std::optional<UserId>& user)
{
    const QVariant whose = user ? bound(*user) : QVariant(u""_s);
    auto last = db.query(u"SELECT COALESCE(MAX(epoch), 0) FROM sight WHERE agency_id = ?"_s, {bound(agency)});
    if (!last)
        return last.error();
    const qint64 epoch = last->next() ? last->value(0).toLongLong() + 1 : 1;
    last->finish();
    auto set = db.query(u"INSERT INTO sight (agency_id, user_id, epoch) VALUES (?, ?, ?)"
                        " ON CONFLICT (agency_id, user_id) DO UPDATE SET epoch = excluded.epoch"_s,
                        {bound(agency), whose, epoch});
    if (!set)
        return set.error();
    db.noteNews(agency);
    return {};
}

} // namespace handrail::server
