// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlreferralstore.h"

#include "core/domain/records/codec.h"
#include "core/storage/clientfamilies.h"
#include "core/storage/searchwords.h"
#include "core/storage/storehelp.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// The places of a query's rows, in order, and what to bind.
struct Places
{
    QString sql;
    QVariantList values;
    bool none = false; ///< The text asks for nothing that could match.
};

/// referral_list.client_id names the kept one of a merged client (docs/decisions/0135).
const QString ofClient = u"l.client_id = coalesce((SELECT kept_id FROM client_kept WHERE id = ?), ?)"_s;

Places placesOf(const ReferralQuery& query)
{
    Places places;
    const QString match = search::matchExpression(query.text);
    places.none = match.isEmpty() && !query.text.trimmed().isEmpty();
    QStringList conditions;
    // Searching goes through the search table, in whose order the rows come; the unary plus keeps SQLite from starting
    // at another index and sorting afterwards.
    const QString keep = match.isEmpty() ? QString() : u"+"_s;
    if (!match.isEmpty()) {
        conditions.append(u"referral_search MATCH ?"_s);
        places.values.append(match);
    }
    if (query.client) {
        conditions.append(keep + ofClient);
        places.values.append(query.client->toString());
        places.values.append(query.client->toString());
    }
    if (query.status) {
        conditions.append((query.client ? u"+"_s : keep) + u"l.status = ?"_s);
        places.values.append(records::nameOf(*query.status));
    }
    places.sql = match.isEmpty() ? u"SELECT l.place FROM referral_list l"_s
                                 : u"SELECT l.place FROM referral_search JOIN referral_list l "
                                   "ON l.place = referral_search.rowid"_s;
    if (!conditions.isEmpty())
        places.sql += u" WHERE "_s + conditions.join(u" AND "_s);
    return places;
}

const QString afterwards = u" ORDER BY %1 LIMIT ? OFFSET ?"_s;

QString rowsFrom(const QString& places)
{
    return uR"(SELECT %1, c.given_name, c.family_name, s.service_name, s.organization_name,
                      EXISTS (SELECT 1 FROM share_referral h WHERE h.referral_id = r.id),
                      (SELECT min(due_at) FROM message m WHERE m.referral_id = r.id AND m.state = 'waiting'),
                      (SELECT answer FROM activity a WHERE a.referral_id = r.id AND a.answer IS NOT NULL
                              AND NOT EXISTS (SELECT 1 FROM activity b WHERE b.reverts_id = a.id)
                       ORDER BY at DESC, id DESC LIMIT 1),
                      l.last_activity_at
               FROM (%2) p JOIN referral_list l ON l.place = p.place JOIN referral r ON r.id = l.id
                    LEFT JOIN client c ON c.id = l.client_id LEFT JOIN resource_site s ON s.id = r.site_id
               ORDER BY p.place)"_s.arg(columnList(entityNamed("referral"), u"r"_s), places);
}

Result<ReferralRow> rowOf(const RecordTables::Row& record, const Statement& row)
{
    auto referral = records::readReferral(record.key, record.fields);
    if (!referral)
        return referral.error();
    const int first = int(entityNamed("referral").fields.size()) + 1;
    ReferralRow made{.referral = *referral};
    made.clientName = QString(row.text(first) + u' ' + row.text(first + 1)).trimmed();
    made.siteName = ResourceSite{.id = referral->siteId,
                                 .organizationName = row.text(first + 3),
                                 .serviceName = row.text(first + 2)}
                        .displayName();
    made.shared = row.integer(first + 4) != 0;
    made.nextFollowUp = instantFrom(row.value(first + 5));
    made.lastAnswer = records::fromName<Answer>(row.text(first + 6));
    made.lastActivityAt = instantFrom(row.value(first + 7));
    return made;
}

} // namespace

Result<QList<ReferralRow>> SqlReferralStore::find(const ReferralQuery& asked, Page page)
{
    const Places places = placesOf(asked);
    if (places.none)
        return QList<ReferralRow>();
    page = bounded(page);
    const bool searching = places.sql.contains(u"MATCH");
    Statement query = m_database.statement(
        rowsFrom(places.sql + afterwards.arg(searching ? u"referral_search.rowid"_s : u"l.place"_s)));
    for (const QVariant& value : places.values)
        query.bind(value);
    HANDRAIL_TRY(query.bind(page.limit).bind(page.offset).run());
    QList<ReferralRow> rows;
    while (query.next()) {
        const auto record = rowFrom(entityNamed("referral"), query);
        if (!record)
            continue;
        auto row = rowOf(*record, query);
        if (!row)
            return row.error();
        rows.append(std::move(*row));
    }
    HANDRAIL_TRY(query.readToEnd());
    return rows;
}

Result<int> SqlReferralStore::count(const ReferralQuery& asked)
{
    const Places places = placesOf(asked);
    if (places.none)
        return 0;
    Statement query = m_database.statement(u"SELECT count(*) FROM (%1 LIMIT ?)"_s.arg(places.sql));
    for (const QVariant& value : places.values)
        query.bind(value);
    HANDRAIL_TRY(query.bind(countLimit).run());
    const int counted = query.next() ? int(query.integer(0)) : 0;
    HANDRAIL_TRY(query.readToEnd());
    return counted;
}

Result<std::optional<Referral>> SqlReferralStore::referral(const ReferralId& id)
{
    return firstOf(
        readAll(m_records.select(entityNamed("referral"), u"WHERE id = ?"_s, {id.toString()}), records::readReferral));
}

Result<QList<Referral>> SqlReferralStore::referrals(const QList<ReferralId>& ids)
{
    QList<Referral> all;
    for (const ReferralId& id : ids) {
        const auto found = referral(id);
        if (!found)
            return found.error();
        if (*found)
            all.append(**found);
    }
    return all;
}

Result<QList<Referral>> SqlReferralStore::openReferrals(const ClientId& client, const ResourceSiteId& site)
{
    const auto family = inFamilyOf(m_database, u"client_id"_s, client);
    if (!family)
        return family.error();
    return readAll(m_records.select(entityNamed("referral"),
                                    u"WHERE %1 AND site_id = ? "
                                    "AND status NOT IN ('service_completed', 'canceled') ORDER BY created_at, id"_s.arg(
                                        family->sql),
                                    family->values + QVariantList{site.toString()}),
                   records::readReferral);
}

} // namespace handrail
