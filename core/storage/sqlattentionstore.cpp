// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlattentionstore.h"

#include "core/domain/records/codec.h"
#include "core/storage/conditions.h"
#include "core/storage/sqlactivitystore.h"
#include "core/storage/storehelp.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

QString nameOf(AttentionStore::Matter matter)
{
    return matter == AttentionStore::Matter::FailedMessage ? u"message"_s : u"quiet"_s;
}

/// dueReminder() of core/domain as a condition, so that counting needs no row: the longest reminder that is due began
/// after the matter was set aside.
void addDueReminder(Conditions& conditions, const QuietQuery& query)
{
    QList<qint64> waits;
    for (const Reminder reminder : query.reminders)
        waits.append(hoursOf(reminder) * 3600 * 1000);
    std::ranges::sort(waits, std::ranges::greater());
    const qint64 now = query.now.toMSecsSinceEpoch();
    conditions.add(u"l.last_activity_at <= ?"_s, {now - waits.last()});
    QString longest;
    QVariantList values;
    for (const qint64 wait : std::as_const(waits)) {
        longest += u" WHEN l.last_activity_at <= ? THEN ?"_s;
        values << now - wait << wait;
    }
    conditions.add(u"(s.at IS NULL OR s.at < l.last_activity_at + CASE%1 END)"_s.arg(longest), values);
}

Conditions quietConditions(const QuietQuery& query)
{
    Conditions conditions;
    // In the words of the partial index, so that it serves.
    conditions.add(u"l.status NOT IN ('service_completed', 'canceled')"_s);
    addDueReminder(conditions, query);
    conditions.addScope(u"l.client_id"_s, query.scope);
    return conditions;
}

const QString quietReferrals =
    u"referral_list l LEFT JOIN set_aside s ON s.matter = 'quiet' AND s.id = l.id"_s;

QString rowsOf(const QString& ids)
{
    return uR"(SELECT %1, c.given_name, c.family_name, s.service_name, s.organization_name,
                      EXISTS (SELECT 1 FROM share_referral h WHERE h.referral_id = r.id), p.last_activity_at, p.seen_at
               FROM (%2) p JOIN referral r ON r.id = p.id LEFT JOIN client_kept k ON k.id = r.client_id
                    LEFT JOIN client c ON c.id = coalesce(k.kept_id, r.client_id)
                    LEFT JOIN resource_site s ON s.id = r.site_id
               ORDER BY p.last_activity_at, p.id)"_s.arg(columnList(entityNamed("referral"), u"r"_s), ids);
}

Result<QuietRow> rowOf(const RecordTables::Row& record, const Statement& row, const QuietQuery& query)
{
    auto referral = records::readReferral(record.key, record.fields);
    if (!referral)
        return referral.error();
    const int first = int(entityNamed("referral").fields.size()) + 1;
    QuietRow made{.row = ReferralRow{.referral = *referral}, .reminder = Reminder::AfterDay};
    made.row.clientName = QString(row.text(first) + u' ' + row.text(first + 1)).trimmed();
    made.row.siteName = ResourceSite{.id = referral->siteId,
                                     .organizationName = row.text(first + 3),
                                     .serviceName = row.text(first + 2)}
                            .displayName();
    made.row.shared = row.integer(first + 4) != 0;
    made.row.lastActivityAt = instantFrom(row.value(first + 5));
    made.reminder = dueReminder({.status = referral->status,
                                 .lastActivityAt = made.row.lastActivityAt,
                                 .seenAt = instantFrom(row.value(first + 6)),
                                 .reminders = query.reminders,
                                 .now = query.now})
                        .value_or(Reminder::AfterDay);
    return made;
}

} // namespace

Result<QList<QuietRow>> SqlAttentionStore::quiet(const QuietQuery& asked, Page page)
{
    QList<QuietRow> rows;
    if (asked.reminders.isEmpty())
        return rows;
    page = bounded(page);
    const Conditions conditions = quietConditions(asked);
    Statement query = m_database.statement(
        rowsOf(u"SELECT l.id, l.last_activity_at, s.at AS seen_at FROM %1%2 ORDER BY l.last_activity_at, l.id LIMIT ? OFFSET ?"_s
                   .arg(quietReferrals, conditions.sql())));
    conditions.bindTo(query);
    HANDRAIL_TRY(query.bind(page.limit).bind(page.offset).run());
    while (query.next()) {
        const auto record = rowFrom(entityNamed("referral"), query);
        if (!record)
            continue;
        auto row = rowOf(*record, query, asked);
        if (!row)
            return row.error();
        rows.append(std::move(*row));
    }
    HANDRAIL_TRY(query.readToEnd());
    return rows;
}

Result<int> SqlAttentionStore::countQuiet(const QuietQuery& asked)
{
    if (asked.reminders.isEmpty())
        return 0;
    const Conditions conditions = quietConditions(asked);
    Statement query = m_database.statement(
        u"SELECT count(*) FROM (SELECT 1 FROM %1%2 LIMIT ?)"_s.arg(quietReferrals, conditions.sql()));
    conditions.bindTo(query);
    HANDRAIL_TRY(query.bind(countLimit).run());
    const int counted = query.next() ? int(query.integer(0)) : 0;
    HANDRAIL_TRY(query.readToEnd());
    return counted;
}

Result<void> SqlAttentionStore::setAside(Matter matter, const QList<QUuid>& ids, const QDateTime& at)
{
    const auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    for (const QUuid& id : ids) {
        Statement write =
            m_database.statement(u"INSERT OR REPLACE INTO set_aside (matter, id, at) VALUES (?, ?, ?)"_s);
        HANDRAIL_TRY(write.bind(nameOf(matter))
                         .bind(id.toString(QUuid::WithoutBraces))
                         .bind(at.toMSecsSinceEpoch())
                         .run());
    }
    return counted((*transaction)->commit());
}

Result<void> SqlAttentionStore::markSeen(const QList<ActivityId>& ids)
{
    const auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    for (const ActivityId& id : ids) {
        Statement remove = m_database.statement(u"DELETE FROM new_activity WHERE id = ?"_s);
        HANDRAIL_TRY(remove.bind(id.toString()).run());
    }
    return counted((*transaction)->commit());
}

Result<void> SqlAttentionStore::markAllSeen(const ActivityQuery& asked)
{
    const auto conditions = conditionsOf(m_database, asked);
    if (!conditions)
        return conditions.error();
    Statement remove = m_database.statement(
        u"DELETE FROM new_activity WHERE id IN (SELECT a.id FROM activity a%1)"_s.arg(conditions->sql()));
    conditions->bindTo(remove);
    return counted(remove.run());
}

Result<void> SqlAttentionStore::counted(Result<void> written)
{
    m_commits += written.ok() ? 1 : 0;
    return written;
}

} // namespace handrail
