// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/statisticssql.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

// Whom a record counts for. `c` is the client, the surviving one where clients were merged; `w` the worker. SQLite
// leaves these joins out where nothing asks for them.
const QString ofClient = uR"(LEFT JOIN client o ON o.id = %1
    LEFT JOIN client c ON c.id = coalesce(nullif(o.merged_into, ''), o.id)
    LEFT JOIN "user" w ON w.id = %2)"_s;
const QString ofReferral = ofClient.arg(u"r.client_id"_s, u"coalesce(c.assigned_worker_id, r.created_by)"_s);
const QString referralsWorker = u"coalesce(c.assigned_worker_id, r.created_by)"_s;

const QString referrals = uR"(SELECT r.id AS key, r.status AS bucket, r.created_at AS at, r.client_id AS client_id,
    r.id AS referral_id, r.site_id AS site_id, %WORKER AS worker_id, r.status AS status, NULL AS channel,
    NULL AS answer, NULL AS message_state, NULL AS reason
    FROM referral r %OWNER
    WHERE r.created_at >= ? AND r.created_at < ?)"_s;

// The answer to that very message: the latest that nobody has taken back.
const QString answers = uR"(SELECT key, channel || '.' || coalesce(answer, 'none') AS bucket, at, client_id,
    referral_id, site_id, worker_id, NULL AS status, channel, answer, message_state, reason
    FROM (SELECT m.id AS key, m.state_at AS at, m.client_id AS client_id, m.referral_id AS referral_id,
        r.site_id AS site_id, %WORKER AS worker_id, m.channel AS channel, m.state AS message_state,
        (SELECT a.answer FROM activity a WHERE a.message_id = m.id AND a.answer IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM activity b WHERE b.reverts_id = a.id)
            ORDER BY a.at DESC, a.id DESC LIMIT 1) AS answer, m.reason AS reason
    FROM message m LEFT JOIN referral r ON r.id = m.referral_id %OWNER
    WHERE m.kind = 'follow_up' AND m.state IN ('sent', 'delivered') AND m.state_at >= ? AND m.state_at < ? %FILTER))"_s;

const QString completed = uR"(SELECT r.id AS key, CAST((a.at - r.created_at) / 86400000 AS TEXT) AS bucket, a.at AS at,
    r.client_id AS client_id, r.id AS referral_id, r.site_id AS site_id, %WORKER AS worker_id, r.status AS status,
    a.channel AS channel, a.answer AS answer, NULL AS message_state, NULL AS reason
    FROM activity a JOIN referral r ON r.id = a.referral_id %OWNER
    WHERE a.to_status = 'service_completed' AND a.from_status IS NOT 'service_completed' AND a.at >= ? AND a.at < ?
        AND r.status = 'service_completed'
        AND NOT EXISTS (SELECT 1 FROM activity l WHERE l.referral_id = a.referral_id
            AND l.to_status = 'service_completed' AND l.from_status IS NOT 'service_completed'
            AND (l.at > a.at OR (l.at = a.at AND l.id > a.id))))"_s;

const QString saidNo = uR"(SELECT a.id AS key, r.site_id AS bucket, a.at AS at, a.client_id AS client_id,
    a.referral_id AS referral_id, r.site_id AS site_id, %WORKER AS worker_id, r.status AS status,
    a.channel AS channel, a.answer AS answer, NULL AS message_state, NULL AS reason
    FROM activity a JOIN referral r ON r.id = a.referral_id %OWNER
    WHERE a.answer = 'no' AND a.at >= ? AND a.at < ?
        AND NOT EXISTS (SELECT 1 FROM activity b WHERE b.reverts_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM activity l WHERE l.referral_id = a.referral_id AND l.answer IS NOT NULL
            AND (l.at > a.at OR (l.at = a.at AND l.id > a.id))
            AND NOT EXISTS (SELECT 1 FROM activity b WHERE b.reverts_id = l.id)))"_s;

const QString optOuts = uR"(SELECT x.id AS key, x.channel AS bucket, x.at AS at, o.id AS client_id,
    NULL AS referral_id, NULL AS site_id, c.assigned_worker_id AS worker_id, NULL AS status, x.channel AS channel,
    NULL AS answer, NULL AS message_state, NULL AS reason
    FROM opt_out x %OWNER
    WHERE x.opted_out = 1 AND x.at >= ? AND x.at < ?)"_s;
const QString optOutsClient = uR"((SELECT min(p.client_id) FROM contact_point p
    WHERE lower(p.address) = lower(x.address) AND p.channel = x.channel))"_s;

const QString openLoad = uR"(SELECT r.id AS key,
    coalesce(%WORKER, '') || CASE WHEN l.last_activity_at < ? THEN '.quiet' ELSE '.active' END AS bucket,
    l.last_activity_at AS at, r.client_id AS client_id, r.id AS referral_id, r.site_id AS site_id,
    %WORKER AS worker_id, r.status AS status, NULL AS channel, NULL AS answer, NULL AS message_state, NULL AS reason
    FROM referral r JOIN referral_list l ON l.id = r.id %OWNER
    WHERE r.status IN ('unstarted', 'in_review', 'service_in_progress'))"_s;

const QString notArrived = uR"(SELECT m.id AS key, m.state AS bucket, m.state_at AS at, m.client_id AS client_id,
    m.referral_id AS referral_id, r.site_id AS site_id, %WORKER AS worker_id, NULL AS status, m.channel AS channel,
    NULL AS answer, m.state AS message_state, m.reason AS reason
    FROM message m LEFT JOIN referral r ON r.id = m.referral_id %OWNER
    WHERE m.state IN ('refused', 'expired', 'held') AND m.state_at >= ? AND m.state_at < ?)"_s;

const QString activity = uR"(SELECT a.id AS key, a.kind AS bucket, a.at AS at, a.client_id AS client_id,
    a.referral_id AS referral_id, r.site_id AS site_id, %WORKER AS worker_id, NULL AS status, a.channel AS channel,
    a.answer AS answer, a.message_state AS message_state, NULL AS reason
    FROM activity a LEFT JOIN referral r ON r.id = a.referral_id %OWNER
    WHERE a.at >= ? AND a.at < ?)"_s;

struct Shape
{
    QString sql;
    QString owner = ofReferral;
    QString worker = referralsWorker;
};

Shape shapeOf(Measure measure)
{
    switch (measure) {
    case Measure::Referrals:
        return {referrals};
    case Measure::Answers:
        return {answers, ofClient.arg(u"m.client_id"_s, referralsWorker)};
    case Measure::Completed:
        return {completed};
    case Measure::SaidNo:
        return {saidNo};
    case Measure::OptOuts:
        return {optOuts, ofClient.arg(optOutsClient, u"c.assigned_worker_id"_s), u"c.assigned_worker_id"_s};
    case Measure::OpenLoad:
        return {openLoad};
    case Measure::NotArrived:
        return {notArrived, ofClient.arg(u"m.client_id"_s, referralsWorker)};
    case Measure::Activity:
        return {activity, ofClient.arg(u"a.client_id"_s, referralsWorker)};
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

MeasureSql sqlOf(Measure measure, const StatisticsQuery& query)
{
    const Shape shape = shapeOf(measure);
    MeasureSql made;
    if (measure == Measure::OpenLoad)
        made.values = {query.to.addDays(-quietDays).toMSecsSinceEpoch()};
    else
        made.values = {query.from.toMSecsSinceEpoch(), query.to.toMSecsSinceEpoch()};
    QString filter;
    if (query.worker) {
        filter += u" AND %1 = ?"_s.arg(shape.worker);
        made.values.append(query.worker->toString());
    }
    if (query.team) {
        filter += u" AND coalesce(c.team_id, w.team_id) = ?"_s;
        made.values.append(query.team->toString());
    }
    made.sql = shape.sql;
    if (made.sql.contains(u"%FILTER"))
        made.sql.replace(u"%FILTER"_s, filter);
    else
        made.sql += filter;
    made.sql.replace(u"%OWNER"_s, shape.owner).replace(u"%WORKER"_s, shape.worker);
    return made;
}

} // namespace handrail
