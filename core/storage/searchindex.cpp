// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/searchindex.h"

#include "core/domain/duplicates.h"
#include "core/domain/records/codec.h"
#include "core/storage/searchwords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// What one record of a client's family says that the client is found by.
struct Member
{
    QString given, family, birthDate;
    QList<std::pair<QString, QString>> addresses; ///< Channel, address.
};

Result<Member> memberOf(Database& database, const QString& id)
{
    Member member;
    Statement names = database.statement(u"SELECT given_name, family_name, birth_date FROM client WHERE id = ?"_s);
    HANDRAIL_TRY(names.bind(id).run());
    if (names.next())
        member = {names.text(0), names.text(1), names.text(2), {}};
    HANDRAIL_TRY(names.readToEnd());
    Statement addresses = database.statement(
        u"SELECT channel, address FROM contact_point WHERE client_id = ? AND coalesce(removed, 0) = 0"_s);
    HANDRAIL_TRY(addresses.bind(id).run());
    while (addresses.next())
        member.addresses.append({addresses.text(0), addresses.text(1)});
    HANDRAIL_TRY(addresses.readToEnd());
    return member;
}

QStringList wordsOf(const Member& member)
{
    QStringList all = search::words(member.given + u' ' + member.family) + search::dateWords(member.birthDate);
    for (const auto& [channel, address] : member.addresses)
        all += search::addressWords(channel, address);
    return all;
}

QStringList matchKeysOf(const Member& member)
{
    PersonFacts facts =
        factsOf(member.given, member.family, QDate::fromString(member.birthDate, Qt::ISODate), {});
    for (const auto& [channel, address] : member.addresses)
        (channel == u"text" ? facts.phones : facts.emails).append(address.toLower());
    return matchKeys(facts);
}

} // namespace

SearchIndex::SearchIndex(Database& database, RecordTables& records)
    : m_database(database)
    , m_records(records)
    , m_kept(database)
{
}

SearchIndex::List SearchIndex::clientList()
{
    return {u"client_list"_s, u"client_search"_s, search::placeBits};
}

SearchIndex::List SearchIndex::siteList()
{
    return {u"site_list"_s, u"site_search"_s, search::placeBits};
}

SearchIndex::List SearchIndex::referralList()
{
    return {u"referral_list"_s, u"referral_search"_s, search::timePlaceBits};
}

Result<void> SearchIndex::aboutToChange(const records::Entity& entity, const QUuid& key)
{
    const QString id = key.toString(QUuid::WithoutBraces);
    if (entity.name == "contact_point"_L1)
        return touchParent("SELECT client_id FROM contact_point WHERE id = ?", id, m_clients);
    if (entity.name == "activity"_L1)
        return touchParent("SELECT referral_id FROM activity WHERE id = ?", id, m_referrals);
    if (entity.name == "message"_L1)
        return touchParent("SELECT referral_id FROM message WHERE id = ?", id, m_referrals);
    return {};
}

Result<void> SearchIndex::touchParent(const char* sql, const QString& id, QSet<QString>& parents)
{
    Statement query = m_database.statement(QString::fromLatin1(sql));
    HANDRAIL_TRY(query.bind(id).run());
    if (query.next() && !query.value(0).isNull())
        parents.insert(query.text(0));
    return query.readToEnd();
}

Result<void> SearchIndex::touched(const records::Entity& entity, const QUuid& key, const QJsonObject& fields)
{
    const QString id = key.toString(QUuid::WithoutBraces);
    const auto changes = [&](std::initializer_list<QLatin1String> names) {
        return std::ranges::any_of(names, [&](QLatin1String name) { return fields.contains(name); });
    };
    if (entity.name == "client"_L1) {
        m_clients.insert(id);
        if (changes({"given_name"_L1, "merged_into"_L1}))
            m_families.insert(id);
        // What their referrals' lines are found and filtered by.
        if (changes({"given_name"_L1, "family_name"_L1, "assigned_worker_id"_L1, "team_id"_L1}))
            m_withReferrals.insert(id);
        return {};
    }
    if (entity.name == "user"_L1 && changes({"team_id"_L1}))
        return touchReferrals(u"SELECT id FROM referral_list WHERE worker_id = ?"_s, id);
    if (entity.name == "resource_site"_L1) {
        m_sites.insert(id);
        if (changes({"service_name"_L1, "organization_name"_L1}))
            return touchReferrals(u"SELECT id FROM referral WHERE site_id = ?"_s, id);
    }
    if (entity.name == "referral"_L1)
        m_referrals.insert(id);
    if (entity.name == "share"_L1)
        return indexShare(id);
    return aboutToChange(entity, key); // what it belongs to now
}

Result<void> SearchIndex::touchReferrals(const QString& sql, const QString& id)
{
    Statement query = m_database.statement(sql);
    HANDRAIL_TRY(query.bind(id).run());
    while (query.next())
        m_referrals.insert(query.text(0));
    return query.readToEnd();
}

Result<void> SearchIndex::flush()
{
    HANDRAIL_TRY(updateFamilies());
    for (const QString& id : std::as_const(m_sites))
        HANDRAIL_TRY(updateSite(id));
    // Before the referrals, which are put in order by their clients' places; the open ones are counted after both.
    HANDRAIL_TRY(updateClients());
    for (const QString& id : std::as_const(m_referrals))
        HANDRAIL_TRY(updateReferral(id));
    for (const QString& id : std::as_const(m_openCounts))
        HANDRAIL_TRY(countOpenReferrals(id));
    forget();
    return {};
}

void SearchIndex::forget()
{
    m_families.clear();
    m_withReferrals.clear();
    m_clients.clear();
    m_openCounts.clear();
    m_sites.clear();
    m_referrals.clear();
}

Result<void> SearchIndex::rebuildClients()
{
    for (const auto& [sql, into] : {std::pair(u"SELECT id FROM client"_s, &m_clients),
                                    std::pair(u"SELECT id FROM client WHERE merged_into IS NOT NULL"_s, &m_families),
                                    std::pair(u"SELECT id FROM referral"_s, &m_referrals)}) {
        Statement query = m_database.statement(sql);
        HANDRAIL_TRY(query.run());
        while (query.next())
            into->insert(query.text(0));
        HANDRAIL_TRY(query.readToEnd());
    }
    HANDRAIL_TRY(flush());
    for (const List& list : {clientList(), referralList()})
        HANDRAIL_TRY(m_database.execute(u"INSERT INTO %1 (%1) VALUES ('optimize')"_s.arg(list.search)));
    return {};
}

Result<bool> SearchIndex::mergeSome()
{
    // Below zero: into one segment, whatever their sizes. Where there was nothing to do, the order itself is the one change.
    constexpr int pages = -1000;
    constexpr int changesOfNothing = 1;
    const auto changes = [this] { return m_database.single(u"SELECT total_changes()"_s); };
    for (const List& list : {clientList(), siteList(), referralList()}) {
        const auto before = changes();
        if (!before)
            return before.error();
        HANDRAIL_TRY(m_database.execute(u"INSERT INTO %1 (%1, rank) VALUES ('merge', %2)"_s.arg(list.search).arg(pages)));
        const auto after = changes();
        if (!after)
            return after.error();
        if (after->toLongLong() - before->toLongLong() > changesOfNothing)
            return false;
    }
    return true;
}

Result<void> SearchIndex::updateFamilies()
{
    for (const QString& id : std::as_const(m_families)) {
        const auto affected = m_kept.update(id);
        if (!affected)
            return affected.error();
        m_clients.unite(*affected);
        if (affected->size() > 1)
            m_withReferrals.unite(*affected);
    }
    for (const QString& id : std::as_const(m_withReferrals)) {
        const auto family = m_kept.familyOf(id);
        if (!family)
            return family.error();
        for (const QString& member : *family)
            HANDRAIL_TRY(touchReferrals(u"SELECT id FROM referral WHERE client_id = ?"_s, member));
    }
    return {};
}

Result<void> SearchIndex::updateClients()
{
    QSet<QString> keptOnes;
    for (const QString& id : std::as_const(m_clients)) {
        const auto kept = m_kept.keptOf(id);
        if (!kept)
            return kept.error();
        keptOnes.insert(*kept);
        if (*kept != id)
            HANDRAIL_TRY(leaveClient(id));
    }
    for (const QString& id : std::as_const(keptOnes))
        HANDRAIL_TRY(updateClient(id));
    m_openCounts.unite(keptOnes);
    return {};
}

Result<void> SearchIndex::leaveClient(const QString& id)
{
    for (const QString& sql :
         {u"DELETE FROM client_match WHERE client_id = ?"_s, u"DELETE FROM client_pair WHERE first_id = ?"_s,
          u"DELETE FROM client_pair WHERE second_id = ?"_s, u"DELETE FROM client_uncompared WHERE id = ?"_s}) {
        Statement clear = m_database.statement(sql);
        HANDRAIL_TRY(clear.bind(id).run());
    }
    return leave(clientList(), id);
}

Result<void> SearchIndex::updateClient(const QString& id)
{
    qint64 wanted = 0;
    {
        Statement query = m_database.statement(u"SELECT given_name, family_name FROM client WHERE id = ?"_s);
        HANDRAIL_TRY(query.bind(id).run());
        if (!query.next() || query.value(0).isNull())
            return leaveClient(id);
        wanted = search::placeByName({query.text(1), query.text(0)});
    }
    const auto family = m_kept.familyOf(id);
    if (!family)
        return family.error();
    QStringList words;
    QSet<QString> keys;
    for (const QString& one : *family) {
        const auto member = memberOf(m_database, one);
        if (!member)
            return member.error();
        words += wordsOf(*member);
        for (const QString& key : matchKeysOf(*member))
            keys.insert(key);
    }
    const auto place = move(clientList(), id, wanted);
    if (!place)
        return place.error();
    Statement insert = m_database.statement(
        uR"(INSERT INTO client_list (place, id, worker_id, team_id, language)
            SELECT ?, c.id, c.assigned_worker_id, c.team_id, c.language FROM client c WHERE c.id = ?
            ON CONFLICT (id) DO UPDATE SET worker_id = excluded.worker_id, team_id = excluded.team_id,
                                           language = excluded.language)"_s);
    HANDRAIL_TRY(insert.bind(*place).bind(id).run());
    HANDRAIL_TRY(setWords(clientList(), *place, words));
    return writeMatchKeys(id, keys);
}

/// Replaces the keys by which the client may be found to be another's duplicate; it must be compared again.
Result<void> SearchIndex::writeMatchKeys(const QString& client, const QSet<QString>& keys)
{
    Statement clear = m_database.statement(u"DELETE FROM client_match WHERE client_id = ?"_s);
    HANDRAIL_TRY(clear.bind(client).run());
    for (const QString& key : keys) {
        Statement insert = m_database.statement(u"INSERT OR IGNORE INTO client_match (key, client_id) VALUES (?, ?)"_s);
        HANDRAIL_TRY(insert.bind(key).bind(client).run());
    }
    Statement again = m_database.statement(u"INSERT OR IGNORE INTO client_uncompared (id) VALUES (?)"_s);
    return again.bind(client).run();
}

Result<void> SearchIndex::countOpenReferrals(const QString& client)
{
    Statement update = m_database.statement(
        uR"(UPDATE client_list SET open_referrals = (SELECT count(*) FROM referral_list r WHERE r.client_id = ?
                   AND r.status NOT IN ('service_completed', 'canceled')) WHERE id = ?)"_s);
    return update.bind(client).bind(client).run();
}

namespace {

/// What a list of referrals is filtered and put in order by, all of it derived from the records. An answer counts while
/// nobody has taken it back; a referral is a worker's whose client is, or who made it. It belongs to the kept one of its
/// client (docs/decisions/0135), and is found by both names.
const QString referralFacts =
    uR"(SELECT coalesce(k.kept_id, r.client_id), r.status, max(r.created_at,
               coalesce((SELECT max(at) FROM activity a WHERE a.referral_id = r.id), 0)),
               r.site_id, coalesce(c.assigned_worker_id, r.created_by), coalesce(c.team_id, u.team_id), r.created_at,
               (SELECT min(due_at) FROM message m WHERE m.referral_id = r.id AND m.state = 'waiting'),
               (SELECT place FROM client_list WHERE id = coalesce(k.kept_id, r.client_id)),
               EXISTS (SELECT 1 FROM share_referral h WHERE h.referral_id = r.id),
               (SELECT answer FROM activity a WHERE a.referral_id = r.id AND a.answer IS NOT NULL
                       AND NOT EXISTS (SELECT 1 FROM activity b WHERE b.reverts_id = a.id)
                ORDER BY at DESC, id DESC LIMIT 1),
               EXISTS (SELECT 1 FROM message m WHERE m.referral_id = r.id AND m.state IN ('sent', 'delivered')),
               c.given_name, c.family_name, s.service_name, s.organization_name, o.given_name, o.family_name
        FROM referral r LEFT JOIN client_kept k ON k.id = r.client_id AND k.kept_id <> r.client_id
             LEFT JOIN client c ON c.id = coalesce(k.kept_id, r.client_id)
             LEFT JOIN client o ON o.id = r.client_id AND k.id IS NOT NULL
             LEFT JOIN resource_site s ON s.id = r.site_id
             LEFT JOIN "user" u ON u.id = coalesce(c.assigned_worker_id, r.created_by)
        WHERE r.id = ? AND r.client_id IS NOT NULL AND r.site_id IS NOT NULL AND r.status IS NOT NULL
              AND r.created_at IS NOT NULL AND r.created_by IS NOT NULL)"_s;
constexpr int columnsKept = 12; // of referralFacts, as referral_list has them
constexpr int lastActivityColumn = 2;
constexpr int firstNameColumn = 12;

const QString keepReferral =
    uR"(INSERT INTO referral_list (client_id, status, last_activity_at, site_id, worker_id, team_id, created_at,
                                   next_follow_up, client_key, shared, answer, asked, site_key, status_rank, place, id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
            client_id = excluded.client_id, status = excluded.status, last_activity_at = excluded.last_activity_at,
            site_id = excluded.site_id, worker_id = excluded.worker_id, team_id = excluded.team_id,
            created_at = excluded.created_at, next_follow_up = excluded.next_follow_up,
            client_key = excluded.client_key, shared = excluded.shared, answer = excluded.answer,
            asked = excluded.asked, site_key = excluded.site_key, status_rank = excluded.status_rank)"_s;

} // namespace

Result<void> SearchIndex::updateReferral(const QString& id)
{
    QVariantList kept;
    QStringList names;
    {
        Statement query = m_database.statement(referralFacts);
        HANDRAIL_TRY(query.bind(id).run());
        if (!query.next())
            return leave(referralList(), id);
        for (int column = 0; column < columnsKept; ++column)
            kept.append(query.value(column));
        for (int column = firstNameColumn; column < firstNameColumn + 6; ++column)
            names.append(query.text(column));
    }
    const auto status = records::fromName<ReferralStatus>(kept[1].toString());
    const auto place = move(referralList(), id, search::placeByTime(kept[lastActivityColumn].toLongLong()));
    if (!place)
        return place.error();
    Statement insert = m_database.statement(keepReferral);
    for (const QVariant& value : std::as_const(kept))
        insert.bind(value);
    HANDRAIL_TRY(insert.bind(search::placeByName({names[2], names[3]}))
                     .bind(status ? int(*status) : int(ReferralStatus::Canceled) + 1)
                     .bind(*place)
                     .bind(id)
                     .run());
    m_openCounts.insert(kept[0].toString());
    return setWords(referralList(), *place, search::words(names.join(u' ')));
}

Result<void> SearchIndex::indexShare(const QString& shareId)
{
    const auto share = m_records.read(entityNamed("share"), QUuid::fromString(shareId));
    if (!share)
        return share.error();
    {
        Statement clear = m_database.statement(u"DELETE FROM share_referral WHERE share_id = ?"_s);
        HANDRAIL_TRY(clear.bind(shareId).run());
    }
    if (!*share)
        return {};
    for (const QJsonValue& referral : (*share)->value(u"referral_ids"_s).toArray()) {
        Statement insert =
            m_database.statement(u"INSERT OR IGNORE INTO share_referral (referral_id, share_id) VALUES (?, ?)"_s);
        HANDRAIL_TRY(insert.bind(referral.toString()).bind(shareId).run());
        m_referrals.insert(referral.toString());
    }
    return {};
}

Result<std::optional<qint64>> SearchIndex::placeOf(const List& list, const QString& id)
{
    Statement query = m_database.statement(u"SELECT place FROM %1 WHERE id = ?"_s.arg(list.list));
    HANDRAIL_TRY(query.bind(id).run());
    if (query.next())
        return std::optional(query.integer(0));
    HANDRAIL_TRY(query.readToEnd());
    return std::optional<qint64>();
}

Result<void> SearchIndex::leave(const List& list, const QString& id)
{
    const auto place = placeOf(list, id);
    if (!place)
        return place.error();
    if (!*place)
        return {};
    Statement fromSearch = m_database.statement(u"DELETE FROM %1 WHERE rowid = ?"_s.arg(list.search));
    HANDRAIL_TRY(fromSearch.bind(**place).run());
    Statement fromList = m_database.statement(u"DELETE FROM %1 WHERE place = ?"_s.arg(list.list));
    return fromList.bind(**place).run();
}

/// The place for `id`: the one that it has where that is as good as `wanted`, else the next free one from `wanted` on.
Result<qint64> SearchIndex::move(const List& list, const QString& id, qint64 wanted)
{
    const auto current = placeOf(list, id);
    if (!current)
        return current.error();
    if (*current && (**current >> list.bits) == (wanted >> list.bits))
        return **current;
    HANDRAIL_TRY(leave(list, id));
    const qint64 size = qint64(1) << list.bits;
    for (qint64 from = wanted; from <= std::numeric_limits<qint64>::max() - size; from += size) {
        Statement query =
            m_database.statement(u"SELECT max(place) FROM %1 WHERE place BETWEEN ? AND ?"_s.arg(list.list));
        HANDRAIL_TRY(query.bind(from).bind(from + size - 1).run());
        const bool read = query.next();
        HANDRAIL_TRY(query.readToEnd());
        if (!read || query.value(0).isNull())
            return from;
        if (query.integer(0) < from + size - 1)
            return query.integer(0) + 1;
    }
    return Error{ErrorCode::Internal,
                 QCoreApplication::translate("Storage", "A list of the local store is full. Nothing was saved.")};
}

Result<void> SearchIndex::setWords(const List& list, qint64 place, const QStringList& words)
{
    Statement insert =
        m_database.statement(u"INSERT OR REPLACE INTO %1 (rowid, words) VALUES (?, ?)"_s.arg(list.search));
    return insert.bind(place).bind(words.join(u' ')).run();
}

} // namespace handrail
