// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlmessagestore.h"

#include "core/domain/records/codec.h"
#include "core/storage/conditions.h"
#include "core/storage/searchwords.h"
#include "core/storage/storehelp.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// Nothing where the text asks for what no client can match.
std::optional<Conditions> conditionsOf(const MessageQuery& query)
{
    Conditions conditions;
    QStringList states;
    for (const MessageState state : query.states)
        states.append(records::nameOf(state));
    conditions.addOneOf(u"m.state"_s, states);
    if (query.channel)
        conditions.add(u"m.channel = ?"_s, {records::nameOf(*query.channel)});
    if (query.kind)
        conditions.add(u"m.kind = ?"_s, {records::nameOf(*query.kind)});
    conditions.addPeriod(u"m.due_at"_s, query.from, query.to);
    if (query.changedSince.isValid())
        conditions.add(u"m.state_at >= ?"_s, {query.changedSince.toMSecsSinceEpoch()});
    conditions.addScope(u"m.client_id"_s, query.scope);
    if (query.address)
        conditions.add(u"lower(m.address) = ? AND m.channel = ?"_s,
                       {query.address->ledgerKey(), records::nameOf(query.address->channel())});
    if (query.withoutSetAside)
        conditions.add(u"NOT EXISTS (SELECT 1 FROM set_aside s WHERE s.matter = 'message' AND s.id = m.id"
                       " AND s.at >= coalesce(m.state_at, 0))"_s);
    if (query.text.trimmed().isEmpty())
        return conditions;
    const QString match = search::matchExpression(query.text);
    if (match.isEmpty())
        return std::nullopt;
    // The list has the kept one of merged clients; a message names the one that it was written to.
    const QString found = u"SELECT %1 FROM client_search JOIN client_list l ON l.place = client_search.rowid%2"
                          " WHERE client_search MATCH ?"_s;
    conditions.add(u"m.client_id IN (%1 UNION %2)"_s.arg(
                       found.arg(u"l.id"_s, QString()),
                       found.arg(u"k.id"_s, u" JOIN client_kept k ON k.kept_id = l.id"_s)),
                   {match, match});
    return conditions;
}

/// The page is cut from the ids, so that only its rows are joined.
QString rowsOf(const QString& ids, const QString& order)
{
    return uR"(SELECT %1, c.given_name, c.family_name, s.service_name, s.organization_name,
                      EXISTS (SELECT 1 FROM consent_withdrawal w WHERE w.share_id = m.share_id)
               FROM (%2) p JOIN message m ON m.id = p.id LEFT JOIN client_kept k ON k.id = m.client_id
                    LEFT JOIN client c ON c.id = coalesce(k.kept_id, m.client_id)
                    LEFT JOIN referral r ON r.id = m.referral_id LEFT JOIN resource_site s ON s.id = r.site_id
               ORDER BY %3)"_s.arg(columnList(entityNamed("message"), u"m"_s), ids, order);
}

Result<MessageRow> rowOf(const RecordTables::Row& record, const Statement& row)
{
    auto message = records::readMessage(record.key, record.fields);
    if (!message)
        return message.error();
    const int first = int(entityNamed("message").fields.size()) + 1;
    MessageRow made{.message = *message, .clientName = {}, .siteName = {}};
    made.clientName = personName(row, first);
    made.siteName = siteName(row, first + 2);
    made.consentWithdrawn = row.integer(first + 4) != 0;
    return made;
}

Result<QList<MessageRow>> readRows(Statement& query)
{
    return readJoined<MessageRow>(query, entityNamed("message"), rowOf);
}

} // namespace

Result<QList<MessageRow>> SqlMessageStore::find(const MessageQuery& asked, Page page)
{
    const auto conditions = conditionsOf(asked);
    if (!conditions)
        return QList<MessageRow>();
    page = bounded(page);
    const QString order = asked.nextFirst ? u"m.due_at, m.id"_s : u"m.due_at DESC, m.id DESC"_s;
    const QString ids =
        u"SELECT m.id FROM message m%1 ORDER BY %2 LIMIT ? OFFSET ?"_s.arg(conditions->sql(), order);
    Statement query = m_database.statement(rowsOf(ids, order));
    conditions->bindTo(query);
    HANDRAIL_TRY(query.bind(page.limit).bind(page.offset).run());
    return readRows(query);
}

Result<int> SqlMessageStore::count(const MessageQuery& asked)
{
    const auto conditions = conditionsOf(asked);
    if (!conditions)
        return 0;
    return countRows(m_database, u"message m"_s, *conditions);
}

Result<std::optional<MessageRow>> SqlMessageStore::message(const MessageId& id)
{
    Statement query = m_database.statement(rowsOf(u"SELECT ? AS id"_s, u"m.id"_s));
    HANDRAIL_TRY(query.bind(id.toString()).run());
    return firstOf(readRows(query));
}

} // namespace handrail
