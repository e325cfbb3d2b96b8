// SPDX-License-Identifier: GPL-3.0-or-later
// The list of referrals with every filter and order: what it gives is compared in tests/casework/bothstorestest.cpp;
// here, that a million of them stay fast.
#include "core/domain/records/codec.h"
#include "core/storage/database.h"
#include "core/storage/referralplaces.h"
#include "tests/support/tempstore.h"

#include <QElapsedTimer>
#include <algorithm>
#include <cstdio>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

std::unique_ptr<Database> secondConnection(TempStore& store)
{
    return mustHave(
        Database::open(store.path(), SecureBytes::take(QByteArray(store.secrets.secrets.first().constData(), 32))));
}

/// What SQLite means to do, a line a step.
QStringList planOf(Database& database, const referralplaces::Sql& sql)
{
    QStringList steps;
    Statement query = database.statement(u"EXPLAIN QUERY PLAN "_s + sql.text + u" LIMIT ? OFFSET ?"_s);
    for (const QVariant& value : sql.values)
        query.bind(value);
    mustWork(query.bind(100).bind(0).run());
    while (query.next())
        steps.append(query.text(3));
    return steps;
}

struct Named
{
    QString name;
    ReferralQuery query;
};

/// Every filter and order that a screen offers.
QList<Named> screens()
{
    const QUuid id(u"00000000-0000-7000-8000-000000000001"_s);
    const QDateTime then = QDateTime(QDate(2026, 9, 1), QTime(8, 0), Qt::UTC);
    QList<Named> all = {{u"all"_s, {}},
                        {u"one client"_s, {.client = ClientId(id)}},
                        {u"one status"_s, {.status = ReferralStatus::InReview}},
                        {u"open"_s, {.statuses = openStatuses()}},
                        {u"mine, open"_s, {.statuses = openStatuses(), .worker = UserId(id)}},
                        {u"team"_s, {.team = TeamId(id)}},
                        {u"site"_s, {.site = ResourceSiteId(id)}},
                        {u"not shared, open"_s, {.statuses = openStatuses(), .shared = false}},
                        {u"shared"_s, {.shared = true}},
                        {u"answered No"_s, {.answer = Answer::No}},
                        {u"waiting"_s, {.waitingForAnswer = true}},
                        {u"quiet, open"_s, {.statuses = openStatuses(), .quietSince = then}},
                        {u"made lately"_s, {.createdFrom = then}}};
    const std::pair<ReferralSort, QString> orders[] = {{ReferralSort::Client, u"by client"_s},
                                                       {ReferralSort::Site, u"by site"_s},
                                                       {ReferralSort::Status, u"by status"_s},
                                                       {ReferralSort::Created, u"by creation"_s},
                                                       {ReferralSort::NextFollowUp, u"by follow-up"_s}};
    for (const auto& [sort, name] : orders) {
        for (const bool descending : {true, false}) {
            const QString way = name + (descending ? u" down"_s : u" up"_s);
            all.append({way, {.sort = sort, .descending = descending}});
            all.append({way + u", mine"_s, {.worker = UserId(id), .sort = sort, .descending = descending}});
            all.append({way + u", open"_s, {.statuses = openStatuses(), .sort = sort, .descending = descending}});
        }
    }
    all.append({u"oldest activity"_s, {.descending = false}});
    all.append({u"oldest activity, open"_s, {.statuses = openStatuses(), .descending = false}});
    return all;
}

} // namespace

TEST_CASE("referral list: an index gives every page; nothing but a few rows is ever sorted", "[storage][plan]")
{
    TempStore store;
    const auto database = secondConnection(store);
    for (const Named& screen : screens()) {
        const referralplaces::Plan plan(screen.query);
        for (const auto& sql : plan.ordered(false)) {
            const QStringList steps = planOf(*database, sql);
            INFO(screen.name.toStdString() << ": " << sql.text.toStdString() << "\n"
                                           << steps.join(u'\n').toStdString());
            CHECK_FALSE(steps.join(u' ').contains(u"TEMP B-TREE"_s));
        }
        if (!plan.narrows())
            continue;
        // Few rows: found by an index, then sorted.
        for (const auto& sql : plan.ordered(true)) {
            const QString steps = planOf(*database, sql).join(u'\n');
            INFO(screen.name.toStdString() << ": " << sql.text.toStdString() << "\n" << steps.toStdString());
            // A partial index holds nothing but rows that match, and is read from its beginning.
            CHECK((steps.contains(u"SEARCH referral_list"_s) || steps.contains(u"INDEX referral_list_waiting"_s) ||
                   steps.contains(u"INDEX referral_list_unshared"_s)));
        }
    }
}

TEST_CASE("referral list: a word that many have is found in order, without a sort", "[storage][plan]")
{
    TempStore store;
    const auto database = secondConnection(store);
    const referralplaces::Plan plan({.text = u"maria pantry"_s, .statuses = openStatuses()});
    const QString steps = planOf(*database, plan.ordered(false).first()).join(u'\n');
    INFO(steps.toStdString());
    CHECK_FALSE(steps.contains(u"TEMP B-TREE"_s));
    CHECK(referralplaces::Plan({.text = u"?!"_s}).none());
}

// Not part of ./test: handrail_storage_tests "[.bench]" with HANDRAIL_BENCH_REFERRALS (1,000,000).
TEST_CASE("bench: a page of the list of referrals", "[.bench][referrals]")
{
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("HANDRAIL_BENCH_REFERRALS", &given);
    const int referrals = given ? asked : 1000000;
    TempStore store;
    const QUuid device = store.ids.next();
    QElapsedTimer timer;
    timer.start();
    QList<QUuid> clients, sites, workers;
    for (int i = 0; i < 300; ++i)
        workers.append(store.ids.next());
    qint64 wall = 1;
    const auto apply = [&](const QList<std::pair<QString, std::pair<QUuid, QJsonObject>>>& records) {
        QList<Change> changes;
        for (const auto& [entity, record] : records)
            changes.append({ChangeId(store.ids.next()), entity, record.first, {wall++, 0, device}, record.second});
        mustWork(store->sync().apply(changes, wall));
    };
    QList<std::pair<QString, std::pair<QUuid, QJsonObject>>> batch;
    for (int i = 0; i < std::max(100, referrals / 10); ++i) {
        Client client{.id = ClientId(store.ids.next()),
                      .givenName = u"Name%1"_s.arg(store.random.below(5000)),
                      .familyName = u"Family%1"_s.arg(store.random.below(20000))};
        client.assignedWorkerId = UserId(workers[int(store.random.below(300))]);
        clients.append(client.id.uuid());
        batch.append({u"client"_s, {client.id.uuid(), records::fieldsOf(client)}});
    }
    for (int i = 0; i < 2000; ++i) {
        const ResourceSite site{.id = ResourceSiteId(store.ids.next()), .serviceName = u"Site %1"_s.arg(i)};
        sites.append(site.id.uuid());
        batch.append({u"resource_site"_s, {site.id.uuid(), records::fieldsOf(site)}});
    }
    apply(batch);
    const QDateTime start(QDate(2025, 1, 1), QTime(8, 0), Qt::UTC);
    for (int done = 0; done < referrals;) {
        batch.clear();
        for (int i = 0; i < 5000 && done < referrals; ++i, ++done) {
            const Referral referral{.id = ReferralId(store.ids.next()),
                                    .clientId = ClientId(clients[int(store.random.below(quint32(clients.size())))]),
                                    .siteId = ResourceSiteId(sites[int(store.random.below(2000))]),
                                    .status = ReferralStatus(store.random.below(5)),
                                    .createdBy = UserId(workers[0]),
                                    .createdAt = start.addSecs(qint64(done) * 40)};
            batch.append({u"referral"_s, {referral.id.uuid(), records::fieldsOf(referral)}});
        }
        apply(batch);
    }
    std::printf("%d referrals applied in %lld ms\n", referrals, timer.elapsed());
    QList<Named> all = screens();
    for (Named& screen : all)
        if (screen.query.worker)
            screen.query.worker = UserId(workers[7]);
    all.append({u"search"_s, {.text = u"family12 site"_s}});
    double slowest = 0;
    for (const Named& screen : all) {
        timer.restart();
        const int count = mustHave(store->referrals().count(screen.query));
        const auto rows = mustHave(store->referrals().find(screen.query, {}));
        const double first = double(timer.nsecsElapsed()) / 1e6;
        timer.restart();
        mustHave(store->referrals().find(screen.query, {std::max(0, count - 100), 100}));
        const double last = double(timer.nsecsElapsed()) / 1e6;
        slowest = std::max(slowest, first);
        std::printf("%-28s %6d rows  first page %7.1f ms  last page %7.1f ms\n", screen.name.toUtf8().constData(),
                    count, first, last);
        CHECK(rows.size() == std::min(count, 100));
    }
    std::printf("slowest first page %.1f ms\n", slowest);
}
