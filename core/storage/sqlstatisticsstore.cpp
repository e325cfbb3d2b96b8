// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlstatisticsstore.h"

#include "core/domain/records/codec.h"
#include "core/domain/resourcesite.h"
#include "core/storage/statisticssql.h"
#include "core/storage/storehelp.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr int mostRows = 1000;

/// «WHERE bucket IN (?, ?)», or nothing where all are asked for.
QString onlyBuckets(const QStringList& buckets)
{
    if (buckets.isEmpty())
        return {};
    return u" WHERE bucket IN (%1)"_s.arg(QStringList(buckets.size(), u"?"_s).join(u", "_s));
}

void bindAll(Statement& statement, const MeasureSql& measure, const QStringList& buckets)
{
    for (const QVariant& value : measure.values)
        statement.bind(value);
    for (const QString& bucket : buckets)
        statement.bind(bucket);
}

FigureRow rowFromColumns(const Statement& row)
{
    FigureRow made{.key = QUuid::fromString(row.text(0)), .bucket = row.text(1), .at = instantFrom(row.value(2))};
    made.clientId = ClientId::fromString(row.text(3));
    made.referralId = ReferralId::fromString(row.text(4));
    made.status = records::fromName<ReferralStatus>(row.text(5));
    made.channel = records::fromName<Channel>(row.text(6));
    made.answer = records::fromName<Answer>(row.text(7));
    made.messageState = records::fromName<MessageState>(row.text(8));
    made.reason = row.text(9);
    made.clientName = QString(row.text(10) + u' ' + row.text(11)).trimmed();
    if (!row.value(12).isNull())
        made.siteName =
            ResourceSite{.id = ResourceSiteId(made.key), .organizationName = row.text(13), .serviceName = row.text(12)}
                .displayName();
    made.workerName = row.text(14);
    return made;
}

} // namespace

Result<QList<BucketCount>> SqlStatisticsStore::counts(Measure measure, const StatisticsQuery& query)
{
    const MeasureSql asked = sqlOf(measure, query);
    Statement statement = m_database.statement(
        u"SELECT bucket, count(*) FROM (%1) GROUP BY bucket ORDER BY count(*) DESC, bucket"_s.arg(asked.sql));
    bindAll(statement, asked, {});
    HANDRAIL_TRY(statement.run());
    QList<BucketCount> counted;
    while (statement.next())
        counted.append({statement.text(0), {}, int(statement.integer(1))});
    HANDRAIL_TRY(statement.readToEnd());
    HANDRAIL_TRY(nameBuckets(measure, counted));
    return counted;
}

Result<void> SqlStatisticsStore::nameBuckets(Measure measure, QList<BucketCount>& counts)
{
    if (measure != Measure::SaidNo && measure != Measure::OpenLoad)
        return {};
    const bool site = measure == Measure::SaidNo;
    for (BucketCount& one : counts) {
        Statement named =
            m_database.statement(site ? u"SELECT service_name, organization_name FROM resource_site WHERE id = ?"_s
                                      : u"SELECT display_name, '' FROM \"user\" WHERE id = ?"_s);
        const QString id = one.bucket.section(u'.', 0, 0);
        HANDRAIL_TRY(named.bind(id).run());
        if (!named.next())
            continue;
        one.name = site ? ResourceSite{.id = ResourceSiteId(QUuid::fromString(id)),
                                       .organizationName = named.text(1),
                                       .serviceName = named.text(0)}
                              .displayName()
                        : named.text(0);
    }
    return {};
}

Result<QList<FigureRow>> SqlStatisticsStore::rows(const Figure& figure, int offset, int limit)
{
    const MeasureSql asked = sqlOf(figure.measure, figure.query);
    Statement statement = m_database.statement(
        uR"(SELECT p.key, p.bucket, p.at, p.client_id, p.referral_id, p.status, p.channel, p.answer, p.message_state,
                   p.reason, c.given_name, c.family_name, s.service_name, s.organization_name, w.display_name
            FROM (SELECT * FROM (%1)%2 ORDER BY at DESC, key DESC LIMIT ? OFFSET ?) p
                 LEFT JOIN client c ON c.id = p.client_id LEFT JOIN resource_site s ON s.id = p.site_id
                 LEFT JOIN "user" w ON w.id = p.worker_id
            ORDER BY p.at DESC, p.key DESC)"_s.arg(asked.sql, onlyBuckets(figure.buckets)));
    bindAll(statement, asked, figure.buckets);
    HANDRAIL_TRY(statement.bind(std::clamp(limit, 0, mostRows)).bind(std::max(0, offset)).run());
    QList<FigureRow> rows;
    while (statement.next())
        rows.append(rowFromColumns(statement));
    HANDRAIL_TRY(statement.readToEnd());
    return rows;
}

Result<int> SqlStatisticsStore::rowCount(const Figure& figure)
{
    const MeasureSql asked = sqlOf(figure.measure, figure.query);
    Statement statement =
        m_database.statement(u"SELECT count(*) FROM (%1)%2"_s.arg(asked.sql, onlyBuckets(figure.buckets)));
    bindAll(statement, asked, figure.buckets);
    HANDRAIL_TRY(statement.run());
    const int counted = statement.next() ? int(statement.integer(0)) : 0;
    HANDRAIL_TRY(statement.readToEnd());
    return counted;
}

} // namespace handrail
