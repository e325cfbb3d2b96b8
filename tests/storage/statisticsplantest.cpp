// SPDX-License-Identifier: GPL-3.0-or-later
// The plans of supervisors' numbers, and, not part of ./test, how long they take on a big store:
// handrail_storage_tests "[.bench-statistics]"; HANDRAIL_BENCH_REFERRALS sets how big (1,000,000).
#include "core/domain/statistics.h"
#include "core/storage/database.h"
#include "core/storage/statisticssql.h"
#include "tests/support/tempstore.h"

#include <QElapsedTimer>
#include <cstdio>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::pair<Measure, const char*> measures[] = {
    {Measure::Referrals, "referrals"}, {Measure::Answers, "answers"},  {Measure::Completed, "completed"},
    {Measure::SaidNo, "said no"},      {Measure::OptOuts, "opt-outs"}, {Measure::OpenLoad, "open load"},
    {Measure::NotArrived, "not sent"}, {Measure::Activity, "activity"}};

std::unique_ptr<Database> rawDatabase(TempStore& store)
{
    return mustHave(
        Database::open(store.path(), SecureBytes::take(QByteArray(store.secrets.secrets.first().constData(), 32))));
}

StatisticsQuery quarter()
{
    return queryOf({{2026, 7, 1}, {2026, 9, 30}}, QTimeZone::utc());
}

/// Three years of an agency, made by SQLite itself: 10 referrals a client, 50 workers, 200 sites, half of the referrals
/// completed, a follow-up and an answer each.
void fill(Database& database, int referrals)
{
    const auto run = [&database](const QString& sql) { mustWork(database.execute(sql)); };
    const qint64 threeYears = 3LL * 365 * 86400000;
    const qint64 end = QDateTime({2026, 10, 1}, {0, 0}, Qt::UTC).toMSecsSinceEpoch();
    const QString counting = u"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %1) "_s;
    const QString id = u"printf('00000000-0000-7000-8000-%s%010x', '%1', %2)"_s;
    const QString made = u"(%1 - %2 + CAST(i AS INTEGER) * %3)"_s.arg(end).arg(threeYears).arg(threeYears / referrals);
    run(u"BEGIN"_s);
    run(counting.arg(50) + u"INSERT INTO \"user\" (id, display_name, role, team_id) SELECT "_s +
        u"printf('00000000-0000-7000-8000-01%010x', i), 'Worker ' || i, 'worker', "
        "printf('00000000-0000-7000-8000-02%010x', i % 5) FROM n"_s);
    run(counting.arg(referrals / 10) + u"INSERT INTO client (id, given_name, family_name, assigned_worker_id) SELECT "
                                       "printf('00000000-0000-7000-8000-03%010x', i), 'Maria', 'Lopez', "
                                       "printf('00000000-0000-7000-8000-01%010x', i % 50) FROM n"_s);
    run(counting.arg(200) + u"INSERT INTO resource_site (id, service_name, organization_name) SELECT "
                            "printf('00000000-0000-7000-8000-04%010x', i), 'Site ' || i, 'Hope' FROM n"_s);
    run(counting.arg(referrals) +
        u"INSERT INTO referral (id, client_id, site_id, status, created_by, created_at) SELECT "
        "printf('00000000-0000-7000-8000-05%010x', i), "
        "printf('00000000-0000-7000-8000-03%010x', (i * 7919) % "_s +
        QString::number(referrals / 10) +
        u"), printf('00000000-0000-7000-8000-04%010x', i % 200), "
        "CASE i % 4 WHEN 0 THEN 'in_review' WHEN 1 THEN 'canceled' ELSE 'service_completed' END, "
        "printf('00000000-0000-7000-8000-01%010x', i % 50), "_s +
        made + u" FROM n"_s);
    run(u"INSERT INTO referral_list (place, id, client_id, status, last_activity_at) "
        "SELECT -row_number() OVER (ORDER BY created_at), id, client_id, status, created_at + 864000000 FROM referral"_s);
    run(u"INSERT INTO message (id, client_id, referral_id, kind, channel, address, due_at, state, state_at) SELECT "
        "replace(id, '8000-05', '8000-06'), client_id, id, 'follow_up', 'text', '+19375550101', created_at + "
        "604800000, "
        "'delivered', created_at + 604800000 FROM referral"_s);
    run(u"INSERT INTO activity (id, kind, client_id, referral_id, at, message_id, from_status, to_status, answer) "
        u"SELECT "
        "replace(id, '8000-05', '8000-07'), 'answered', client_id, id, created_at + 691200000, "
        "replace(id, '8000-05', '8000-06'), 'unstarted', "
        "CASE status WHEN 'service_completed' THEN 'service_completed' ELSE 'unstarted' END, "
        "CASE status WHEN 'service_completed' THEN 'yes' ELSE 'no' END FROM referral"_s);
    run(counting.arg(referrals / 100) +
        u"INSERT INTO opt_out (id, channel, address, opted_out, at) SELECT "
        "printf('00000000-0000-7000-8000-08%010x', i), 'text', '+1937' || printf('%07d', i), 1, "_s +
        QString::number(end - threeYears) + u" + i * "_s + QString::number(threeYears / (referrals / 100)) +
        u" FROM n"_s);
    run(u"INSERT INTO contact_point (id, client_id, channel, address) SELECT "
        "replace(id, '8000-03', '8000-09'), id, 'text', '+1937' || printf('%07d', row_number() OVER ()) FROM client"_s);
    run(u"COMMIT"_s);
    run(u"PRAGMA optimize"_s);
    Q_UNUSED(id)
}

} // namespace

TEST_CASE("local store: supervisors' numbers read a range of an index, not a table", "[storage][statistics]")
{
    TempStore store;
    const auto database = rawDatabase(store);
    StatisticsQuery query = quarter();
    const bool filtered = GENERATE(false, true);
    if (filtered) {
        query.team = TeamId(store.ids.next());
        query.worker = UserId(store.ids.next());
    }
    for (const auto& [measure, name] : measures) {
        const MeasureSql asked = sqlOf(measure, query);
        Statement plan = database->statement(
            u"EXPLAIN QUERY PLAN SELECT bucket, count(*) FROM (%1) GROUP BY bucket"_s.arg(asked.sql));
        for (const QVariant& value : asked.values)
            plan.bind(value);
        mustWork(plan.run());
        QStringList steps;
        while (plan.next())
            steps.append(plan.text(3));
        CAPTURE(name, steps.join(u" / ").toStdString());
        CHECK_FALSE(steps.isEmpty());
        // It starts with the period, or with the few that are open or not sent.
        const bool few = measure == Measure::OpenLoad || measure == Measure::NotArrived;
        CHECK((few || steps.value(0).contains(u"at>? AND ") || steps.value(0).contains(u"at>?)")));
        // Only the buckets are sorted.
        for (const QString& step : steps)
            CHECK((step.contains(u"SEARCH") || step.contains(u"USE TEMP B-TREE FOR GROUP BY") ||
                   step.contains(u"SUBQUERY") || step.contains(u"MULTI-INDEX OR") || step.startsWith(u"INDEX ")));
    }
}

TEST_CASE("bench: supervisors' numbers", "[.bench-statistics]")
{
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("HANDRAIL_BENCH_REFERRALS", &given);
    TempStore store;
    QElapsedTimer timer;
    timer.start();
    fill(*rawDatabase(store), given ? asked : 1000000);
    std::printf("filled in %lld ms\n", timer.elapsed());
    StatisticsQuery ofWorker = quarter();
    ofWorker.worker = UserId(QUuid(u"00000000-0000-7000-8000-010000000007"_s));
    StatisticsQuery ofTeam = quarter();
    ofTeam.team = TeamId(QUuid(u"00000000-0000-7000-8000-020000000001"_s));
    for (const auto& [measure, name] : measures) {
        for (const auto& [query, of] : {std::pair(quarter(), "quarter"), std::pair(ofWorker, "quarter of a worker"),
                                        std::pair(ofTeam, "quarter of a team")}) {
            timer.restart();
            const auto counts = mustHave(store->statistics().counts(measure, query));
            const qint64 counted = timer.restart();
            const auto rows = mustHave(store->statistics().rows({measure, query, {}}, 0, 100));
            std::printf("%-10s %-20s %6d in %5lld ms, first page of the list in %5lld ms\n", name, of, totalOf(counts),
                        counted, timer.elapsed());
            CHECK(rows.size() <= 100);
        }
    }
}
