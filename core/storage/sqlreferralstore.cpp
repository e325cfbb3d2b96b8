// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlreferralstore.h"

#include "core/domain/records/codec.h"
#include "core/storage/clientfamilies.h"
#include "core/storage/referralplaces.h"
#include "core/storage/storehelp.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

using referralplaces::Plan;
using referralplaces::Sql;

constexpr int rowLimit = 1000; // of a Page

/// The rows at so many places.
QString rowsAt(qsizetype places, const QString& order)
{
    return uR"(SELECT %1, c.given_name, c.family_name, s.service_name, s.organization_name, l.shared, l.next_follow_up,
                      l.answer, l.last_activity_at, l.worker_id, u.display_name
               FROM referral_list l JOIN referral r ON r.id = l.id
                    LEFT JOIN client c ON c.id = l.client_id LEFT JOIN resource_site s ON s.id = r.site_id
                    LEFT JOIN "user" u ON u.id = l.worker_id
               WHERE l.place IN (%2) %3)"_s.arg(columnList(entityNamed("referral"), u"r"_s),
                                                QStringList(places, u"?"_s).join(u','), order);
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
    made.workerId = UserId::fromString(row.text(first + 8));
    made.workerName = row.text(first + 9);
    return made;
}

/// Counts what a statement finds, no further than `limit`.
Result<int> counted(Database& database, const Sql& sql, int limit)
{
    Statement query = database.statement(u"SELECT count(*) FROM (%1 LIMIT ?)"_s.arg(sql.text));
    for (const QVariant& value : sql.values)
        query.bind(value);
    HANDRAIL_TRY(query.bind(limit).run());
    const int found = query.next() ? int(query.integer(0)) : 0;
    HANDRAIL_TRY(query.readToEnd());
    return found;
}

Result<QVariantList> placesOf(Database& database, const Sql& sql, Page page)
{
    Statement query = database.statement(sql.text + u" LIMIT ? OFFSET ?"_s);
    for (const QVariant& value : sql.values)
        query.bind(value);
    HANDRAIL_TRY(query.bind(page.limit).bind(page.offset).run());
    QVariantList places;
    while (query.next())
        places.append(query.value(0));
    HANDRAIL_TRY(query.readToEnd());
    return places;
}

/// A page of what several statements find one after the other.
Result<QVariantList> placesOf(Database& database, const QList<Sql>& parts, Page page)
{
    QVariantList all;
    for (const Sql& part : parts) {
        const auto found = placesOf(database, part, {page.offset, page.limit - int(all.size())});
        if (!found)
            return found.error();
        all += *found;
        if (all.size() == page.limit || &part == &parts.last())
            break;
        const auto passed = page.offset == 0 ? Result<int>(0) : counted(database, part, page.offset);
        if (!passed)
            return passed.error();
        page.offset -= *passed;
    }
    return all;
}

} // namespace

Result<QVariantList> SqlReferralStore::places(const ReferralQuery& asked, Page page)
{
    const Plan plan(asked);
    if (plan.none() || page.limit == 0)
        return QVariantList();
    const auto matches = plan.narrows() ? counted(m_database, plan.rows(), countLimit) : Result<int>(countLimit);
    if (!matches)
        return matches.error();
    return placesOf(m_database, plan.ordered(*matches < countLimit), page);
}

Result<QList<ReferralRow>> SqlReferralStore::find(const ReferralQuery& asked, Page page)
{
    page = bounded(page);
    const auto found = places(asked, page);
    if (!found)
        return found.error();
    QList<ReferralRow> rows;
    if (found->isEmpty())
        return rows;
    // One statement for each length would be prepared for ever: a null is no place.
    const qsizetype room = found->size() <= 100 ? 100 : rowLimit;
    Statement query = m_database.statement(rowsAt(room, Plan(asked).order(u"l"_s)));
    for (qsizetype i = 0; i < room; ++i)
        query.bind(found->value(i));
    HANDRAIL_TRY(query.run());
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
    const Plan plan(asked);
    return plan.none() ? Result<int>(0) : counted(m_database, plan.rows(), countLimit);
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
