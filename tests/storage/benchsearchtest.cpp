// SPDX-License-Identifier: GPL-3.0-or-later
// Not part of ./test: handrail_storage_tests "[.bench-search]" prints how long a key typed in a search field takes on a
// big store: its first page and the count beside it. HANDRAIL_BENCH_ROWS sets how big (200,000), HANDRAIL_BENCH_KEEP a
// folder in which the stores stay for the next run.
#include "core/domain/records/codec.h"
#include "tests/support/tempstore.h"

#include <QDir>
#include <QElapsedTimer>
#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

QString randomName(SeededRandom& random)
{
    static const QStringList syllables = {u"ma"_s, u"ri"_s, u"jo"_s,  u"se"_s, u"gar"_s, u"ci"_s, u"smi"_s, u"th"_s,
                                          u"an"_s, u"na"_s, u"nun"_s, u"ez"_s, u"lo"_s,  u"pa"_s, u"bel"_s, u"tor"_s};
    QString name;
    for (quint32 n = 2 + random.below(3); n > 0; --n)
        name += syllables[int(random.below(quint32(syllables.size())))];
    name[0] = name[0].toUpper();
    return name;
}

/// As the lists ask (ui/models/pagedmodel.h): what is not a full page needs no count.
const qsizetype pageSize = Page{}.limit;

int rowsAsked()
{
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("HANDRAIL_BENCH_ROWS", &given);
    return given ? asked : 200000;
}

/// A store that is filled once: `fill` runs where the kept folder has none of this name and size yet.
class BenchStore
{
public:
    BenchStore(const QString& name, const std::function<void(TempStore&)>& fill)
    {
        const QString folder = qEnvironmentVariable("HANDRAIL_BENCH_KEEP");
        const QString kept = u"%1/%2-%3.db"_s.arg(folder, name).arg(rowsAsked());
        store.store.reset();
        store.secrets.secrets.first() = QByteArray(32, 'b');
        QFile::remove(store.path());
        QFile::remove(markerPath(store.path()));
        const bool made = !folder.isEmpty() && QFile::exists(kept) && QFile::copy(kept, store.path());
        QElapsedTimer timer;
        timer.start();
        store.reopen();
        if (!made)
            fill(store);
        std::printf("%d %s %s in %lld ms\n", rowsAsked(), qPrintable(name), made ? "opened" : "applied",
                    timer.elapsed());
        store.reopen(); // as a program that has just started has it
        if (!made && !folder.isEmpty() && QDir().mkpath(folder)) {
            store.store.reset(); // closed, it is one file
            QFile::copy(store.path(), kept);
            store.reopen();
        }
    }
    TempStore store;
};

/// How long each of some keys took, in ms of this thread's work: what others do on the machine is not counted.
class Times
{
public:
    void start() { m_from = std::clock(); }
    void stop(const QString& key) { m_all.append({double(std::clock() - m_from) * 1000 / CLOCKS_PER_SEC, key}); }
    void add(const Times& other) { m_all += other.m_all; }
    void print(const char* name)
    {
        std::ranges::sort(m_all);
        std::printf("%-24s median %6.1f  p99 %6.1f  worst %6.1f ms  (%d keys; «%s»)\n", name, at(50), at(99),
                    m_all.last().first, int(m_all.size()), qPrintable(m_all.last().second));
    }

private:
    [[nodiscard]] double at(int percent) const { return m_all[m_all.size() * percent / 100].first; }

    QList<std::pair<double, QString>> m_all;
    std::clock_t m_from = 0;
};

/// As a new device gets them: a page at a time, and the search tables in order at the end.
void finish(TempStore& store)
{
    while (!mustHave(store->sync().finishSnapshot(1, u"1"_s))) {
    }
}

void fillWithClients(TempStore& store)
{
    mustWork(store->sync().beginSnapshot(u"{}"_s));
    const QUuid device = store.ids.next();
    const int clients = rowsAsked();
    for (int done = 0; done < clients;) {
        QList<Change> changes;
        for (int i = 0; i < 5000 && done < clients; ++i, ++done) {
            const Client client{.id = ClientId(store.ids.next()),
                                .givenName = randomName(store.random),
                                .familyName = randomName(store.random)};
            const ContactPoint point{
                .id = ContactPointId(store.ids.next()),
                .clientId = client.id,
                .address = *PhoneNumber::fromE164(u"+1937%1"_s.arg(store.random.below(10000000), 7, 10, QChar(u'0')))};
            changes.append({ChangeId(store.ids.next()),
                            u"client"_s,
                            client.id.uuid(),
                            {done, 0, device},
                            records::fieldsOf(client)});
            changes.append({ChangeId(store.ids.next()),
                            u"contact_point"_s,
                            point.id.uuid(),
                            {done, 1, device},
                            records::fieldsOf(point)});
        }
        mustWork(store->sync().mergeSnapshot(changes, u"{}"_s));
    }
    finish(store);
}

} // namespace

TEST_CASE("bench: typing in the client search", "[.bench][.bench-search]")
{
    BenchStore bench(u"clients"_s, fillWithClients);
    TempStore& store = bench.store;
    QElapsedTimer timer;
    Times all;
    for (const QString& typed : {u"maria garcia"_s, u"jo nun"_s, u"smith"_s, u"937 555"_s, u"5551"_s, u"an an an"_s}) {
        Times times;
        for (int letters = 1; letters <= typed.size(); ++letters) {
            times.start();
            if (mustHave(store->clients().find(typed.left(letters), {})).size() == pageSize)
                mustHave(store->clients().count(typed.left(letters)));
            times.stop(typed.left(letters));
        }
        all.add(times);
        times.print(qPrintable(typed));
    }
    all.print("a key in clients");
}

TEST_CASE("bench: clients who are alike, and filters", "[.bench]")
{
    BenchStore bench(u"clients"_s, fillWithClients);
    TempStore& store = bench.store;
    QElapsedTimer timer;
    ClientQuery open;
    open.openReferrals = true;
    timer.restart();
    mustHave(store->clients().find(open, {}));
    std::printf("filter «open referrals», none: %.1f ms\n", double(timer.nsecsElapsed()) / 1e6);
    for (const auto& [first, last] : {std::pair(u"Maria"_s, u"Garci"_s), std::pair(u"Anan"_s, u"Lopa"_s)}) {
        timer.restart();
        const auto found = mustHave(store->duplicates().alike(factsOf(first, last, {}, {}), std::nullopt,
                                                              DuplicateStore::Search::Wide));
        std::printf("who is like %s %s: %d in %.1f ms\n", qPrintable(first), qPrintable(last), int(found.size()),
                    double(timer.nsecsElapsed()) / 1e6);
    }
    timer.restart();
    int compared = 0;
    for (; compared < 20000 && mustHave(store->duplicates().uncompared()) > 0; compared += 200)
        mustWork(store->duplicates().compareMore(200));
    std::printf("%d clients compared in %lld ms, %d pairs\n", compared, timer.elapsed(),
                mustHave(store->duplicates().pairCount()));
    timer.restart();
    mustHave(store->duplicates().pairs({}));
    std::printf("first page of pairs: %.1f ms\n", double(timer.nsecsElapsed()) / 1e6);
    CHECK(compared > 0);
}

namespace {

/// A city of the made-up country: sites cluster, as they do.
struct City
{
    QString name;
    double latitude;
    double longitude;
};

QList<City> randomCities(SeededRandom& random, int count)
{
    QList<City> cities;
    for (int i = 0; i < count; ++i)
        cities.append(
            {randomName(random) + u" City"_s, 30 + random.below(1800) / 100.0, -120 + random.below(4500) / 100.0});
    return cities;
}

ResourceSite randomSite(TempStore& store, const QList<City>& cities)
{
    static const QStringList categories = {u"Food"_s,    u"Shelter"_s,  u"Legal"_s,      u"Health"_s,   u"Clothing"_s,
                                           u"Housing"_s, u"Job Help"_s, u"Child Care"_s, u"Utilities"_s};
    SeededRandom& random = store.random;
    const City& city =
        cities[int(std::min(random.below(quint32(cities.size())), random.below(quint32(cities.size()))))];
    ResourceSite site{.id = ResourceSiteId(store.ids.next())};
    site.serviceName = randomName(random) + u' ' + randomName(random);
    site.organizationName = randomName(random) + u' ' + randomName(random);
    for (int i = 0; i < 12; ++i)
        site.description += randomName(random) + u' ';
    site.categories = {categories[int(random.below(9))], categories[int(random.below(9))]};
    site.languages = random.below(3) == 0 ? QStringList{u"en"_s, u"es"_s} : QStringList{u"en"_s};
    site.cost = random.below(2) == 0 ? u"Free"_s : u"$20"_s;
    site.accessibility = random.below(2) == 0 ? u"wheelchair"_s : QString();
    site.address1 = u"%1 %2 Street"_s.arg(random.below(9999)).arg(randomName(random));
    site.city = city.name;
    site.postalCode = QString::number(10000 + int(city.latitude * 1000) % 89999);
    if (random.below(20) != 0) {
        site.latitude = city.latitude + (random.below(2000) - 1000.0) / 10000;
        site.longitude = city.longitude + (random.below(2000) - 1000.0) / 10000;
    }
    site.hours = {{.weekdays = {1, 2, 3, 4, 5}, .opens = QTime(int(7 + random.below(3)), 30), .closes = QTime(17, 0)}};
    return site;
}

QList<City> benchCities()
{
    SeededRandom random(7);
    return randomCities(random, 3000);
}

void fillWithSites(TempStore& store)
{
    mustWork(store->sync().beginSnapshot(u"{}"_s));
    const QUuid device = store.ids.next();
    const QList<City> cities = benchCities();
    const int sites = rowsAsked();
    for (int done = 0; done < sites;) {
        QList<Change> changes;
        for (int i = 0; i < 5000 && done < sites; ++i, ++done) {
            const ResourceSite site = randomSite(store, cities);
            changes.append({ChangeId(store.ids.next()),
                            u"resource_site"_s,
                            site.id.uuid(),
                            {done, 0, device},
                            records::fieldsOf(site)});
        }
        mustWork(store->sync().mergeSnapshot(changes, u"{}"_s));
    }
    finish(store);
}

} // namespace

TEST_CASE("bench: typing in the directory, with filters and nearest first", "[.bench][.bench-search]")
{
    BenchStore bench(u"sites"_s, fillWithSites);
    TempStore& store = bench.store;
    const QList<City> cities = benchCities();
    QElapsedTimer timer;
    const auto place = mustHave(store->directory().place(cities.first().name));
    REQUIRE(place);
    const QDateTime morning(QDate(2026, 11, 24), QTime(13, 10), Qt::UTC);
    const QDateTime night(QDate(2026, 11, 24), QTime(8, 10), Qt::UTC);
    const QString zone = u"America/New_York"_s;
    const std::pair<const char*, SiteQuery> queries[] = {
        {"text alone", {}},
        {"category", {.category = u"Food"_s}},
        {"all filters", {.category = u"Food"_s, .language = u"Spanish"_s, .freeOrLowCost = true, .wheelchair = true}},
        {"open, 8:10", {.openAt = morning, .timeZone = zone}},
        {"open, 3:10", {.openAt = night, .timeZone = zone}},
        {"near", {.nearTo = place->point}},
        {"near, filters, open",
         {.category = u"Food"_s, .freeOrLowCost = true, .openAt = morning, .timeZone = zone, .nearTo = place->point}},
        {"near the far end", {.nearTo = GeoPoint{48.2, -74.9}}}};
    Times all;
    for (const auto& [name, filters] : queries) {
        Times times;
        for (const QString& typed : {u""_s, u"maria garcia"_s, u"jo nun"_s, u"an an an"_s, cities.first().name}) {
            for (int letters = typed.isEmpty() ? 0 : 1; letters <= typed.size(); ++letters) {
                SiteQuery query = filters;
                query.text = typed.left(letters);
                times.start();
                if (mustHave(store->directory().find(query, {})).size() == pageSize)
                    mustHave(store->directory().count(query));
                times.stop(query.text);
            }
        }
        times.print(name);
        all.add(times);
    }
    timer.restart();
    mustHave(store->directory().place(u"45402"_s));
    mustHave(store->directory().place(cities.last().name));
    mustHave(store->directory().options(SiteFacet::City));
    std::printf("two places and the cities  %6.1f ms\n", double(timer.nsecsElapsed()) / 1e6);
    all.print("a key in the directory");
}
