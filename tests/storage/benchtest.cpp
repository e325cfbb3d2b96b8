// SPDX-License-Identifier: GPL-3.0-or-later
// Not part of ./test: handrail_storage_tests "[.bench]" prints how long typing in a search field takes on a big store.
// HANDRAIL_BENCH_CLIENTS sets how big (200,000).
#include "core/domain/records/codec.h"
#include "tests/support/tempstore.h"

#include <QElapsedTimer>
#include <algorithm>
#include <cstdio>

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

} // namespace

TEST_CASE("bench: typing in the client search", "[.bench]")
{
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("HANDRAIL_BENCH_CLIENTS", &given);
    const int clients = given ? asked : 200000;
    TempStore store;
    const QUuid device = store.ids.next();
    QElapsedTimer timer;
    timer.start();
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
        mustWork(store->sync().apply(changes, done));
    }
    std::printf("%d clients with a phone applied in %lld ms\n", clients, timer.elapsed());

    QList<double> times;
    for (const QString& typed : {u"maria garcia"_s, u"jo nun"_s, u"smith"_s, u"937 555"_s, u"5551"_s, u"an an an"_s}) {
        for (int letters = 1; letters <= typed.size(); ++letters) {
            timer.restart();
            mustHave(store->clients().find(typed.left(letters), {}));
            mustHave(store->clients().count(typed.left(letters)));
            times.append(double(timer.nsecsElapsed()) / 1e6);
            std::printf("%-14s %6.1f ms\n", typed.left(letters).toUtf8().constData(), times.last());
        }
    }
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
    std::ranges::sort(times);
    std::printf("a key: median %.1f ms, p99 %.1f ms\n", times[times.size() / 2], times[times.size() * 99 / 100]);
    CHECK(times.size() > 30);
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

} // namespace

TEST_CASE("bench: typing in the directory, with filters and nearest first", "[.bench]")
{
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("HANDRAIL_BENCH_SITES", &given);
    const int sites = given ? asked : 100000;
    TempStore store;
    const QUuid device = store.ids.next();
    const QList<City> cities = randomCities(store.random, 3000);
    QElapsedTimer timer;
    timer.start();
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
        mustWork(store->sync().apply(changes, done));
    }
    std::printf("%d sites applied in %lld ms\n", sites, timer.elapsed());
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
    QList<double> all;
    for (const auto& [name, filters] : queries) {
        QList<double> times;
        for (const QString& typed : {u""_s, u"maria garcia"_s, u"jo nun"_s, u"an an an"_s, cities.first().name}) {
            for (int letters = typed.isEmpty() ? 0 : 1; letters <= typed.size(); ++letters) {
                SiteQuery query = filters;
                query.text = typed.left(letters);
                timer.restart();
                mustHave(store->directory().find(query, {}));
                mustHave(store->directory().count(query));
                times.append(double(timer.nsecsElapsed()) / 1e6);
            }
        }
        std::ranges::sort(times);
        std::printf("%-22s median %6.1f ms, worst %6.1f ms\n", name, times[times.size() / 2], times.last());
        all += times;
    }
    timer.restart();
    mustHave(store->directory().place(u"45402"_s));
    mustHave(store->directory().place(cities.last().name));
    mustHave(store->directory().options(SiteFacet::City));
    std::printf("two places and the cities  %6.1f ms\n", double(timer.nsecsElapsed()) / 1e6);
    std::ranges::sort(all);
    std::printf("a key: median %.1f ms, p99 %.1f ms\n", all[all.size() / 2], all[all.size() * 99 / 100]);
    CHECK(all.size() > 100);
}
