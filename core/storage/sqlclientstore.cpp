// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlclientstore.h"

#include "core/domain/records/codec.h"
#include "core/storage/searchwords.h"
#include "core/storage/storehelp.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

QString bestAddress(const QString& channel)
{
    return uR"((SELECT address FROM contact_point p WHERE p.client_id = c.id AND p.channel = '%1'
                       AND coalesce(p.removed, 0) = 0
                ORDER BY coalesce(p.is_primary, 0) DESC, coalesce(p.may_text, 1) DESC, p.id LIMIT 1))"_s.arg(channel);
}

QString rowsFrom(const QString& places)
{
    return uR"(SELECT c.id, c.given_name, c.family_name, c.language, %1, %2,
                      (SELECT count(*) FROM referral r WHERE r.client_id = c.id
                              AND r.status NOT IN ('service_completed', 'canceled'))
               FROM (%3) s JOIN client_list l ON l.place = s.place JOIN client c ON c.id = l.id
               ORDER BY s.place)"_s.arg(bestAddress(u"text"_s), bestAddress(u"email"_s), places);
}

} // namespace

Result<QList<ClientRow>> SqlClientStore::find(const QString& text, Page page)
{
    const QString match = search::matchExpression(text);
    if (match.isEmpty() && !text.trimmed().isEmpty())
        return QList<ClientRow>();
    page = bounded(page);
    Statement query = m_database.statement(
        match.isEmpty() ? rowsFrom(u"SELECT place FROM client_list ORDER BY place LIMIT ? OFFSET ?"_s)
                        : rowsFrom(u"SELECT rowid AS place FROM client_search WHERE client_search MATCH ? "
                                   "ORDER BY rowid LIMIT ? OFFSET ?"_s));
    if (!match.isEmpty())
        query.bind(match);
    HANDRAIL_TRY(query.bind(page.limit).bind(page.offset).run());
    QList<ClientRow> rows;
    while (query.next()) {
        if (const auto id = ClientId::fromString(query.text(0)))
            rows.append(ClientRow{*id, query.text(1), query.text(2), query.text(3), query.text(4), query.text(5),
                                  int(query.integer(6))});
    }
    HANDRAIL_TRY(query.readToEnd());
    return rows;
}

Result<int> SqlClientStore::count(const QString& text)
{
    const QString match = search::matchExpression(text);
    if (match.isEmpty() && !text.trimmed().isEmpty())
        return 0;
    Statement query = m_database.statement(
        match.isEmpty() ? u"SELECT count(*) FROM (SELECT 1 FROM client_list LIMIT ?)"_s
                        : u"SELECT count(*) FROM (SELECT 1 FROM client_search WHERE client_search MATCH ? LIMIT ?)"_s);
    if (!match.isEmpty())
        query.bind(match);
    HANDRAIL_TRY(query.bind(countLimit).run());
    const int counted = query.next() ? int(query.integer(0)) : 0;
    HANDRAIL_TRY(query.readToEnd());
    return counted;
}

Result<std::optional<Client>> SqlClientStore::client(const ClientId& id)
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

} // namespace handrail
