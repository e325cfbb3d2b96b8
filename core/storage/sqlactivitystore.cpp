// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlactivitystore.h"

#include "core/domain/records/codec.h"
#include "core/storage/clientfamilies.h"
#include "core/storage/storehelp.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// The page is cut from the ids, so that only its rows are joined.
QString rowsOf(const QString& ids)
{
    return uR"(SELECT %1, c.given_name, c.family_name, s.service_name, s.organization_name, u.display_name,
                      EXISTS (SELECT 1 FROM activity b WHERE b.reverts_id = a.id),
                      m.kind, coalesce(m.state_at, m.due_at), EXISTS (SELECT 1 FROM new_activity n WHERE n.id = a.id)
               FROM (%2) p JOIN activity a ON a.id = p.id LEFT JOIN client_kept k ON k.id = a.client_id
                    LEFT JOIN client c ON c.id = coalesce(k.kept_id, a.client_id)
                    LEFT JOIN referral r ON r.id = a.referral_id LEFT JOIN resource_site s ON s.id = r.site_id
                    LEFT JOIN "user" u ON u.id = a.worker_id LEFT JOIN message m ON m.id = a.message_id
               ORDER BY a.at DESC, a.id DESC)"_s.arg(columnList(entityNamed("activity"), u"a"_s), ids);
}

Result<ActivityRow> rowOf(const RecordTables::Row& record, const Statement& row)
{
    auto activity = records::readActivity(record.key, record.fields);
    if (!activity)
        return activity.error();
    const int first = int(entityNamed("activity").fields.size()) + 1;
    ActivityRow made{.activity = *activity};
    made.clientName = personName(row, first);
    made.siteName = siteName(row, first + 2);
    made.workerName = row.text(first + 4);
    made.reverted = row.integer(first + 5) != 0;
    made.messageKind = records::fromName<MessageKind>(row.text(first + 6));
    made.messageAt = instantFrom(row.value(first + 7));
    made.isNew = row.integer(first + 8) != 0;
    return made;
}

Result<QList<ActivityRow>> readRows(Statement& query)
{
    return readJoined<ActivityRow>(query, entityNamed("activity"), rowOf);
}

} // namespace

Result<Conditions> conditionsOf(Database& database, const ActivityQuery& query)
{
    Conditions conditions;
    if (query.onlyNew)
        conditions.add(u"a.id IN (SELECT id FROM new_activity)"_s);
    if (query.referral)
        conditions.add(u"a.referral_id = ?"_s, {query.referral->toString()});
    // A referral has one client: naming both asks the same, and the narrower index serves.
    if (query.client) {
        const auto family = inFamilyOf(database, query.referral ? u"+a.client_id"_s : u"a.client_id"_s, *query.client);
        if (!family)
            return family.error();
        conditions.add(family->sql, family->values);
    }
    if (query.message)
        conditions.add(u"a.message_id = ?"_s, {query.message->toString()});
    if (query.by)
        conditions.add(u"a.worker_id = ?"_s, {query.by->toString()});
    QStringList kinds;
    for (const ActivityKind kind : query.kinds)
        kinds.append(records::nameOf(kind));
    // The narrowest index first: what is new is little, a worker's clients are few, a kind is a share of everything. The
    // unary plus keeps SQLite from starting at another one.
    const bool narrow = query.onlyNew || query.scope != Scope() || query.referral || query.client || query.message;
    conditions.addOneOf(narrow ? u"+a.kind"_s : u"a.kind"_s, kinds);
    conditions.addPeriod(query.onlyNew ? u"+a.at"_s : u"a.at"_s, query.from, query.to);
    conditions.addScope(query.onlyNew ? u"+a.client_id"_s : u"a.client_id"_s, query.scope);
    return conditions;
}

Result<QList<ActivityRow>> SqlActivityStore::find(const ActivityQuery& asked, Page page)
{
    const auto conditions = conditionsOf(m_database, asked);
    if (!conditions)
        return conditions.error();
    page = bounded(page);
    Statement query =
        m_database.statement(rowsOf(u"SELECT a.id FROM activity a%1 ORDER BY a.at DESC, a.id DESC LIMIT ? OFFSET ?"_s.arg(
            conditions->sql())));
    conditions->bindTo(query);
    HANDRAIL_TRY(query.bind(page.limit).bind(page.offset).run());
    return readRows(query);
}

Result<int> SqlActivityStore::count(const ActivityQuery& asked)
{
    const auto conditions = conditionsOf(m_database, asked);
    if (!conditions)
        return conditions.error();
    return countRows(m_database, u"activity a"_s, *conditions);
}

Result<std::optional<ActivityRow>> SqlActivityStore::activity(const ActivityId& id)
{
    Statement query = m_database.statement(rowsOf(u"SELECT ? AS id"_s));
    HANDRAIL_TRY(query.bind(id.toString()).run());
    return firstOf(readRows(query));
}

} // namespace handrail
