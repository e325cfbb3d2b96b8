// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/statistics.h"
#include "tests/support/memorystore.h"
#include "tests/support/sampleoffice.h"
#include "tests/support/teamworld.h"
#include "tests/support/tempstore.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Measure allMeasures[] = {Measure::Referrals, Measure::Answers,  Measure::Completed,  Measure::SaidNo,
                                   Measure::OptOuts,   Measure::OpenLoad, Measure::NotArrived, Measure::Activity};

/// The buckets and their counts, in the buckets' order: {"email.no": 1, ...}.
QMap<QString, int> countsOf(LocalStore& store, Measure measure, const StatisticsQuery& query)
{
    QMap<QString, int> counted;
    for (const BucketCount& one : mustHave(store.statistics().counts(measure, query)))
        counted.insert(one.bucket, one.count);
    return counted;
}

/// Everything that a store says of a query, in one text.
QStringList everything(LocalStore& store, const StatisticsQuery& query)
{
    QStringList lines;
    for (const Measure measure : allMeasures) {
        for (const BucketCount& one : mustHave(store.statistics().counts(measure, query)))
            lines.append(u"%1 %2 %3 %4"_s.arg(int(measure)).arg(one.bucket, one.name).arg(one.count));
        for (const FigureRow& row : mustHave(store.statistics().rows({measure, query, {}}, 0, 1000)))
            lines.append(u"%1 %2 %3 %4 %5 %6 %7 %8"_s.arg(int(measure))
                             .arg(row.key.toString(), row.bucket, row.at.toString(Qt::ISODate), row.clientName,
                                  row.siteName, row.workerName)
                             .arg(row.answer ? int(*row.answer) : -1));
    }
    return lines;
}

/// What counting by hand gives for the table of TeamWorld.
void checkByHand(LocalStore& store, const TeamWorld& world)
{
    const auto counts = [&](Measure measure, const StatisticsQuery& query = TeamWorld::period()) {
        return countsOf(store, measure, query);
    };
    const QString dana = world.users[0].toString();
    const QString luis = world.users[1].toString();
    const QString ana = world.users[2].toString();

    CHECK(counts(Measure::Referrals) == QMap<QString, int>{{u"canceled"_s, 1},
                                                           {u"in_review"_s, 1},
                                                           {u"service_completed"_s, 3},
                                                           {u"service_in_progress"_s, 1},
                                                           {u"unstarted"_s, 1}});
    CHECK(counts(Measure::Answers) ==
          QMap<QString, int>{
              {u"email.no"_s, 1}, {u"email.none"_s, 1}, {u"text.no"_s, 1}, {u"text.none"_s, 1}, {u"text.yes"_s, 2}});
    CHECK(counts(Measure::Completed) == QMap<QString, int>{{u"10"_s, 2}, {u"14"_s, 1}, {u"21"_s, 1}});
    CHECK(counts(Measure::SaidNo) ==
          QMap<QString, int>{{world.sites[1].toString(), 1}, {world.sites[2].toString(), 1}});
    CHECK(counts(Measure::OptOuts) == QMap<QString, int>{{u"email"_s, 1}, {u"text"_s, 2}});
    CHECK(counts(Measure::OpenLoad) ==
          QMap<QString, int>{{dana + u".quiet"_s, 1}, {luis + u".active"_s, 1}, {ana + u".active"_s, 1}});
    CHECK(counts(Measure::NotArrived) == QMap<QString, int>{{u"held"_s, 1}, {u"refused"_s, 1}});
    CHECK(counts(Measure::Activity) ==
          QMap<QString, int>{{u"answered"_s, 6}, {u"created"_s, 7}, {u"reverted"_s, 1}, {u"status_changed"_s, 4}});

    StatisticsQuery east = TeamWorld::period();
    east.team = world.teams[0];
    CHECK(totalOf(mustHave(store.statistics().counts(Measure::Referrals, east))) == 5);
    CHECK(counts(Measure::Completed, east).size() == 3);
    CHECK(counts(Measure::OptOuts, east) == QMap<QString, int>{{u"text"_s, 1}});
    StatisticsQuery ofAna = TeamWorld::period();
    ofAna.worker = world.users[2];
    CHECK(totalOf(mustHave(store.statistics().counts(Measure::Referrals, ofAna))) == 2);
    CHECK(counts(Measure::NotArrived, ofAna).size() == 2);
    CHECK(counts(Measure::OpenLoad, ofAna) == QMap<QString, int>{{ana + u".active"_s, 1}});
    StatisticsQuery both = east;
    both.worker = world.users[2];
    CHECK(counts(Measure::Referrals, both).isEmpty());
}

} // namespace

TEST_CASE("statistics: the numbers of a world that was counted by hand", "[casework][statistics]")
{
    SECTION("in memory")
    {
        MemoryStore store;
        const TeamWorld world(store);
        checkByHand(store, world);
    }
    SECTION("in the encrypted store")
    {
        TempStore store;
        PulledRecords pulled(*store);
        const TeamWorld world(pulled);
        checkByHand(*store, world);
    }
}

TEST_CASE("statistics: every number opens a list of exactly as many", "[casework][statistics]")
{
    TempStore store;
    PulledRecords pulled(*store);
    const TeamWorld world(pulled);
    for (const Measure measure : allMeasures) {
        const auto counts = mustHave(store->statistics().counts(measure, TeamWorld::period()));
        REQUIRE_FALSE(counts.isEmpty());
        for (const BucketCount& one : counts) {
            const Figure figure{measure, TeamWorld::period(), {one.bucket}};
            INFO(int(measure) << " " << one.bucket);
            CHECK(mustHave(store->statistics().rowCount(figure)) == one.count);
            const auto rows = mustHave(store->statistics().rows(figure, 0, 1000));
            CHECK(rows.size() == one.count);
            for (const FigureRow& row : rows)
                CHECK(row.bucket == one.bucket);
        }
        const Figure all{measure, TeamWorld::period(), {}};
        CHECK(mustHave(store->statistics().rowCount(all)) == totalOf(counts));
        // Pages neither repeat nor leave out.
        QSet<QUuid> keys;
        for (int offset = 0; offset < totalOf(counts); offset += 2)
            for (const FigureRow& row : mustHave(store->statistics().rows(all, offset, 2)))
                keys.insert(row.key);
        CHECK(keys.size() == totalOf(counts));
    }
}

TEST_CASE("statistics: the store in memory and the real one answer alike", "[casework][statistics][stores]")
{
    MemoryStore memory;
    const TeamWorld world(memory);
    TempStore real;
    PulledRecords pulled(*real);
    const TeamWorld same(pulled);
    const auto query = [&world](std::optional<TeamId> team, std::optional<UserId> worker) {
        StatisticsQuery made = TeamWorld::period();
        made.team = team;
        made.worker = worker;
        return made;
    };
    QList<StatisticsQuery> queries = {query({}, {}), query(world.teams[0], {}), query(world.teams[1], {}),
                                      query({}, world.users[0]), query(world.teams[1], world.users[2])};
    for (const StatisticsQuery& part : partsOf(TeamWorld::period(), 7))
        queries.append(part);
    for (const StatisticsQuery& asked : std::as_const(queries)) {
        QStringList expected = everything(memory, asked);
        QStringList actual = everything(*real, asked);
        expected.sort();
        actual.sort();
        for (const QString& line : std::as_const(expected))
            if (!actual.contains(line))
                FAIL_CHECK("only in memory: " << line);
        for (const QString& line : std::as_const(actual))
            if (!expected.contains(line))
                FAIL_CHECK("only on disk: " << line);
    }
}

TEST_CASE("statistics: a period counted in parts is the period counted at once", "[casework][statistics]")
{
    TempStore store;
    PulledRecords pulled(*store);
    const TeamWorld world(pulled);
    for (const Measure measure : allMeasures) {
        if (measure == Measure::OpenLoad)
            continue; // As of now, whatever the period.
        QList<BucketCount> parts;
        for (const StatisticsQuery& part : partsOf(TeamWorld::period(), 10))
            parts += mustHave(store->statistics().counts(measure, part));
        for (const BucketCount& one : mustHave(store->statistics().counts(measure, TeamWorld::period()))) {
            INFO(int(measure) << " " << one.bucket);
            CHECK(countOf(summed(parts), one.bucket) == one.count);
        }
    }
}
