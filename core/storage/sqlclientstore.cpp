// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlclientstore.h"

#include "core/domain/records/codec.h"
#include "core/domain/mergedclients.h"
#include "core/storage/clientfamilies.h"
#include "core/storage/searchwords.h"
#include "core/storage/storehelp.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// Of the client, and of all that were merged into it where there are any: for nearly everybody the short way.
QString bestAddress(const QString& channel)
{
    return uR"(CASE WHEN EXISTS (SELECT 1 FROM client_kept k WHERE k.kept_id = c.id)
               THEN (SELECT address FROM contact_point p
                     WHERE p.client_id IN (SELECT k.id FROM client_kept k WHERE k.kept_id = c.id)
                           AND p.channel = '%1' AND coalesce(p.removed, 0) = 0
                     ORDER BY p.client_id <> c.id, coalesce(p.is_primary, 0) DESC, coalesce(p.may_text, 1) DESC, p.id
                     LIMIT 1)
               ELSE (SELECT address FROM contact_point p WHERE p.client_id = c.id AND p.channel = '%1'
                            AND coalesce(p.removed, 0) = 0
                     ORDER BY coalesce(p.is_primary, 0) DESC, coalesce(p.may_text, 1) DESC, p.id LIMIT 1) END)"_s.arg(
        channel);
}

QString rowsFrom(const QString& places)
{
    return uR"(SELECT c.id, c.given_name, c.family_name, c.language, %1, %2, l.open_referrals
               FROM (%3) s JOIN client_list l ON l.place = s.place JOIN client c ON c.id = l.id
               ORDER BY s.place)"_s.arg(bestAddress(u"text"_s), bestAddress(u"email"_s), places);
}

/// The places of a query's clients, and what to bind.
struct Places
{
    QString sql;
    QString order;
    QVariantList values;
    bool none = false; ///< The text asks for nothing that could match.
};

Places placesOf(const ClientQuery& query)
{
    Places places;
    const QString match = search::matchExpression(query.text);
    places.none = match.isEmpty() && !query.text.trimmed().isEmpty();
    // Searching goes through the search table, in whose order the rows come, and of several filters the narrowest leads;
    // a unary plus keeps SQLite from starting at another index and sorting afterwards.
    bool led = !match.isEmpty();
    QStringList conditions;
    const auto add = [&](const QString& column, const QString& rest) {
        conditions.append((std::exchange(led, true) ? u"+"_s : QString()) + column + rest);
    };
    if (!match.isEmpty()) {
        conditions.append(u"client_search MATCH ?"_s);
        places.values.append(match);
    }
    if (query.worker) {
        add(u"l.worker_id"_s, u" = ?"_s);
        places.values.append(query.worker->toString());
    }
    if (query.team) {
        add(u"l.team_id"_s, u" = ?"_s);
        places.values.append(query.team->toString());
    }
    if (query.openReferrals)
        add(u"l.open_referrals"_s, u" > 0"_s);
    if (!query.language.isEmpty()) {
        add(u"l.language"_s, u" = ?"_s);
        places.values.append(query.language);
    }
    places.sql = match.isEmpty() ? u"SELECT l.place AS place FROM client_list l"_s
                                 : u"SELECT l.place AS place FROM client_search JOIN client_list l "
                                   "ON l.place = client_search.rowid"_s;
    if (!conditions.isEmpty())
        places.sql += u" WHERE "_s + conditions.join(u" AND "_s);
    places.order = match.isEmpty() ? u" ORDER BY l.place"_s : u" ORDER BY client_search.rowid"_s;
    return places;
}

ClientRow rowOf(const ClientId& id, const Statement& row)
{
    return {id,          row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
            int(row.integer(6))};
}

} // namespace

Result<QList<ClientRow>> SqlClientStore::find(const ClientQuery& asked, Page page)
{
    const Places places = placesOf(asked);
    if (places.none)
        return QList<ClientRow>();
    page = bounded(page);
    Statement query = m_database.statement(rowsFrom(places.sql + places.order + u" LIMIT ? OFFSET ?"_s));
    for (const QVariant& value : places.values)
        query.bind(value);
    HANDRAIL_TRY(query.bind(page.limit).bind(page.offset).run());
    QList<ClientRow> rows;
    while (query.next())
        if (const auto id = ClientId::fromString(query.text(0)))
            rows.append(rowOf(*id, query));
    HANDRAIL_TRY(query.readToEnd());
    return rows;
}

Result<int> SqlClientStore::count(const ClientQuery& asked)
{
    const Places places = placesOf(asked);
    if (places.none)
        return 0;
    // Words alone need no look at the list.
    const bool wordsOnly = asked == ClientQuery(asked.text) && !asked.text.trimmed().isEmpty();
    Statement query = m_database.statement(u"SELECT count(*) FROM (%1 LIMIT ?)"_s.arg(
        wordsOnly ? u"SELECT 1 FROM client_search WHERE client_search MATCH ?"_s : places.sql));
    for (const QVariant& value : places.values)
        query.bind(value);
    HANDRAIL_TRY(query.bind(asked.text.trimmed().isEmpty() ? countLimit : searchLimit).run());
    const int counted = query.next() ? int(query.integer(0)) : 0;
    HANDRAIL_TRY(query.readToEnd());
    return counted;
}

Result<std::optional<ClientRow>> SqlClientStore::row(const ClientId& id)
{
    Statement query = m_database.statement(rowsFrom(u"SELECT place FROM client_list WHERE id = ?"_s));
    HANDRAIL_TRY(query.bind(id.toString()).run());
    std::optional<ClientRow> found;
    if (query.next())
        found = rowOf(id, query);
    HANDRAIL_TRY(query.readToEnd());
    return found;
}

Result<QList<ClientId>> SqlClientStore::family(const ClientId& id)
{
    const auto members = ClientFamilies(m_database).familyOf(id.toString());
    if (!members)
        return members.error();
    QList<ClientId> all;
    for (const QString& member : *members)
        if (const auto known = ClientId::fromString(member))
            all.append(*known);
    return all;
}

Result<std::optional<Client>> SqlClientStore::record(const ClientId& id)
{
    auto client = firstOf(
        readAll(m_records.select(entityNamed("client"), u"WHERE id = ?"_s, {id.toString()}), records::readClient));
    if (!client || !*client)
        return client;
    auto points = readAll(m_records.select(entityNamed("contact_point"),
                                           u"WHERE client_id = ? AND coalesce(removed, 0) = 0 "
                                           "ORDER BY channel DESC, coalesce(is_primary, 0) DESC, id"_s,
                                           {id.toString()}),
                          records::readContactPoint);
    if (!points)
        return points.error();
    (*client)->contactPoints = *points;
    return client;
}

Result<std::optional<Client>> SqlClientStore::client(const ClientId& id)
{
    const auto all = family(id);
    if (!all)
        return all.error();
    auto kept = record(all->value(0, id));
    if (!kept || !*kept)
        return kept;
    for (const ClientId& other : all->mid(1)) {
        const auto merged = record(other);
        if (!merged)
            return merged.error();
        if (*merged)
            unite((*kept)->contactPoints, (*merged)->contactPoints);
    }
    return kept;
}

} // namespace handrail
