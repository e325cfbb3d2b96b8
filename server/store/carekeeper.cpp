// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/carekeeper.h"

#include "core/domain/mergedclients.h"
#include "core/domain/records/codec.h"
#include "server/store/sight.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

QString text(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

bool same(const QJsonObject& a, const QJsonObject& b, std::initializer_list<QLatin1String> names)
{
    return std::all_of(names.begin(), names.end(),
                       [&](QLatin1String name) { return a[name].toString() == b[name].toString(); });
}

/// The place of a kind among all: parents before children.
int placeOf(const QString& entity)
{
    int place = 0;
    for (const records::Entity& one : records::schema()) {
        if (one.name == entity)
            break;
        ++place;
    }
    return place;
}

} // namespace

Result<QString> CareKeeper::ownerOf(const QString& entity, const QUuid& key, const QJsonObject& fields)
{
    const auto owner = ownerIdOf(m_reader, entity, key, fields);
    if (!owner)
        return owner.error();
    // Of what is not here: nobody's, so that it is shown to nobody by mistake.
    return owner->value_or(text(key));
}

Result<void> CareKeeper::added(const QString& entity, const QUuid& key, const QString& owner)
{
    const int place = placeOf(entity);
    Database& db = m_reader.database();
    db.insertLater(u"record_owner"_s, u"agency_id, owner_id, place, record_id, entity"_s,
                   {bound(m_reader.agency()), owner, place, bound(key), entity}, u"ON CONFLICT DO NOTHING"_s);
    const RecordOwner whose = handrail::ownerOf(entity, key, {});
    const bool isClients = whose.kind != RecordOwner::Kind::Everybody && whose.kind != RecordOwner::Kind::User;
    if (!isClients || owner.isEmpty() || entity == "client"_L1 || owner == text(key) || m_cared.contains(owner))
        return {};
    m_cared.insert(owner);
    m_uncared.remove(owner);
    db.insertLater(u"client_care"_s, u"agency_id, client_id"_s, {bound(m_reader.agency()), owner},
                   u"ON CONFLICT DO NOTHING"_s);
    return {};
}

void CareKeeper::know(const QSet<QString>& uncared, const QSet<QString>& unmerged)
{
    m_uncared = uncared;
    m_unmerged = unmerged;
}

Result<void> CareKeeper::written(const QString& entity, const QUuid& key, const QJsonObject& before,
                                 const QJsonObject& after)
{
    if (entity == "client"_L1) {
        m_unmerged.remove(after[u"merged_into"].toString());
        const bool isNew = before.isEmpty();
        if (!isNew && same(before, after, {"assigned_worker_id"_L1, "team_id"_L1, "merged_into"_L1}))
            return {};
        return clientWritten(text(key), isNew);
    }
    if (entity == "user"_L1) {
        m_viewers.reset();
        return before.isEmpty() ? Result<void>() : userWritten(UserId(key), before, after);
    }
    return {};
}

/// The client and all that were merged into it, on whatever way.
Result<QStringList> CareKeeper::mergedIntoIt(const QString& client)
{
    QStringList all{client};
    if (m_unmerged.contains(client))
        return all;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto merged = m_reader.select(u"client", u"merged_into = ?"_s, {all[i]});
        if (!merged)
            return merged.error();
        for (const Record& one : *merged)
            if (!all.contains(text(one.key)))
                all.append(text(one.key));
    }
    return all;
}

Result<void> CareKeeper::clientWritten(const QString& client, bool isNew)
{
    const auto all = mergedIntoIt(client);
    if (!all)
        return all.error();
    for (const QString& one : *all) {
        const auto care = careOfKept(one);
        if (!care)
            return care.error();
        if (auto moved = moveCare(one, *care, isNew && one == client); !moved)
            return moved;
    }
    return {};
}

Result<Care> CareKeeper::careOfKept(const QString& client)
{
    std::optional<Error> trouble;
    const auto fieldsOf = [&](const QUuid& id) {
        const auto found = m_reader.find(u"client", id);
        if (!found)
            trouble = found.error();
        return found ? *found : std::nullopt;
    };
    // Whoever was merged into somebody not here stands for themselves until that one comes.
    const auto mergedInto = [&](const ClientId& id) -> std::optional<ClientId> {
        const auto fields = fieldsOf(id.uuid());
        const auto into = ClientId::fromString(fields.value_or(QJsonObject())[u"merged_into"].toString());
        return into && fieldsOf(into->uuid()) ? into : std::nullopt;
    };
    const ClientId kept = keptOne(ClientId(QUuid::fromString(client)), mergedInto);
    const QJsonObject fields = fieldsOf(kept.uuid()).value_or(QJsonObject());
    if (trouble)
        return *trouble;
    return Care{UserId::fromString(fields[u"assigned_worker_id"].toString()),
                TeamId::fromString(fields[u"team_id"].toString()), std::nullopt};
}

Result<void> CareKeeper::moveCare(const QString& client, const Care& care, bool isNew)
{
    Database& db = m_reader.database();
    if (m_uncared.remove(client)) {
        m_cared.insert(client);
        db.insertLater(u"client_care"_s, u"agency_id, client_id, worker_id, team_id"_s,
                       {bound(m_reader.agency()), client, care.worker ? bound(*care.worker) : QVariant(),
                        care.team ? bound(*care.team) : QVariant()});
        return isNew ? Result<void>() : tellAffected(Care{}, care);
    }
    auto row = db.query(u"SELECT worker_id, team_id FROM client_care WHERE agency_id = ? AND client_id = ?"_s,
                        {bound(m_reader.agency()), client});
    if (!row)
        return row.error();
    const bool known = row->next();
    const Care before = known ? Care{UserId::fromString(row->value(0).toString()),
                                     TeamId::fromString(row->value(1).toString()), std::nullopt}
                              : Care{};
    row->finish();
    if (known && before == care)
        return {};
    auto moved = db.query(u"INSERT INTO client_care (agency_id, client_id, worker_id, team_id) VALUES (?, ?, ?, ?)"
                          " ON CONFLICT (agency_id, client_id) DO UPDATE SET worker_id = excluded.worker_id,"
                          " team_id = excluded.team_id"_s,
                          {bound(m_reader.agency()), client, care.worker ? bound(*care.worker) : QVariant(),
                           care.team ? bound(*care.team) : QVariant()});
    if (!moved)
        return moved.error();
    return isNew && !known ? Result<void>() : tellAffected(before, care);
}

Result<const QList<Viewer>*> CareKeeper::viewers()
{
    if (!m_viewers) {
        const auto users = m_reader.select(u"user", u"1 = 1"_s, {});
        if (!users)
            return users.error();
        m_viewers.emplace();
        for (const Record& user : *users)
            if (const auto role = records::fromName<Role>(user.fields[u"role"].toString()))
                m_viewers->append({UserId(user.key), *role, TeamId::fromString(user.fields[u"team_id"].toString())});
    }
    return &*m_viewers;
}

Result<void> CareKeeper::tellAffected(const Care& before, const Care& after)
{
    const auto all = viewers();
    if (!all)
        return all.error();
    const auto withTeam = [&](Care care) {
        for (const Viewer& one : **all)
            if (care.worker == one.user)
                care.workersTeam = one.team;
        return care;
    };
    const Care was = withTeam(before);
    const Care is = withTeam(after);
    for (const Viewer& one : **all)
        if (maySee(one, was) != maySee(one, is))
            if (auto told = tell(one.user); !told)
                return told;
    return {};
}

/// Whoever leaves a team takes their clients out of the sight of its supervisors, and brings them into that of the new
/// team's.
Result<void> CareKeeper::userWritten(const UserId& user, const QJsonObject& before, const QJsonObject& after)
{
    if (!same(before, after, {"role"_L1, "team_id"_L1}))
        if (auto told = tell(user); !told)
            return told;
    if (same(before, after, {"team_id"_L1}))
        return {};
    const auto all = viewers();
    if (!all)
        return all.error();
    for (const Viewer& one : **all)
        if (one.role == Role::Supervisor && one.team &&
            (one.team->toString() == before[u"team_id"].toString() ||
             one.team->toString() == after[u"team_id"].toString()))
            if (auto told = tell(one.user); !told)
                return told;
    return {};
}

Result<void> CareKeeper::tell(const UserId& user)
{
    if (m_told.contains(user))
        return {};
    m_told.insert(user);
    return demandSnapshot(m_reader.database(), m_reader.agency(), user);
}

} // namespace handrail::server
