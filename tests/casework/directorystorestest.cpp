// SPDX-License-Identifier: GPL-3.0-or-later
// The directory's search, filters, distances and favourites: the same facts on the encrypted store and on the store in
// memory that the screens' tests use.
#include "core/casework/favourites.h"
#include "core/domain/records/codec.h"
#include "tests/support/memorystore.h"
#include "tests/support/sampleoffice.h"
#include "tests/support/simplephones.h"
#include "tests/support/tempstore.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Directory
{
    LocalStore& store;
    std::function<void(const ResourceSite&)> put;
    std::function<void(const Referral&)> refer;
    SequentialIds ids{7};
    ManualClock clock = ManualClock();
    SimplePhones phones = {};
    UserId worker{ids.next()};

    ResourceSite add(const QString& name, const std::function<void(ResourceSite&)>& more = {})
    {
        ResourceSite site{.id = ResourceSiteId(ids.next()), .serviceName = name};
        if (more)
            more(site);
        put(site);
        return site;
    }
    QStringList names(const SiteQuery& query, Page page = {})
    {
        QStringList all;
        for (const SiteRow& row : mustHave(store.directory().find(query, page)))
            all.append(row.serviceName);
        return all;
    }
    int count(const SiteQuery& query) { return mustHave(store.directory().count(query)); }
    casework::Desk desk() { return {store, clock, ids, phones, worker}; }
};

/// Runs a story on both stores.
template <typename Story>
void onBothStores(Story story)
{
    SECTION("in memory")
    {
        MemoryStore memory;
        Directory directory{memory, [&](const ResourceSite& s) { memory.put("resource_site", s.id.uuid(), s); },
                            [&](const Referral& r) { memory.put("referral", r.id.uuid(), r); }};
        story(directory);
    }
    SECTION("in the encrypted store")
    {
        TempStore real;
        PulledRecords pulled(*real);
        Directory directory{*real, [&](const ResourceSite& s) { pulled.put("resource_site", s.id.uuid(), s); },
                            [&](const Referral& r) { pulled.put("referral", r.id.uuid(), r); }};
        story(directory);
    }
}

void at(ResourceSite& site, double latitude, double longitude)
{
    site.latitude = latitude;
    site.longitude = longitude;
}

} // namespace

TEST_CASE("directory: search as you type finds every field that a person knows", "[casework][directory][search]")
{
    onBothStores([](Directory& d) {
        d.add(u"Transportation to Work"_s, [](ResourceSite& s) {
            s.organizationName = u"Miami Valley Ride"_s;
            s.categories = {u"Transit Passes"_s};
            s.city = u"Kettering"_s;
            s.eligibility = u"Veterans and refugees"_s;
            s.languages = {u"so"_s};
        });
        d.add(u"Shelter"_s);
        const QStringList ride = {u"Transportation to Work"_s};
        // Service, organisation, taxonomy, city, eligibility, language: every beginning of a word of it, letter by letter.
        for (const QString& word : {u"transportation"_s, u"valley"_s, u"passes"_s, u"kettering"_s, u"refugees"_s,
                                    u"somali"_s})
            for (int letters = 1; letters <= word.size(); ++letters) {
                const QString typed = word.left(letters);
                CAPTURE(typed.toStdString());
                CHECK(d.names({.text = typed}).contains(ride.first()));
                CHECK(d.count({.text = typed}) == d.names({.text = typed}).size());
            }
        CHECK(d.names({.text = u"transportation kettering veter"_s}) == ride);
        CHECK(d.names({.text = u"TRANSPORTATION somali"_s}) == ride);
        CHECK(d.names({.text = u"transportation dayton"_s}).isEmpty());
        CHECK(d.names({.text = u"portation"_s}).isEmpty());
    });
}

TEST_CASE("directory: filters combine with the text and each other", "[casework][directory]")
{
    onBothStores([](Directory& d) {
        d.add(u"Food Pantry"_s, [](ResourceSite& s) {
            s.categories = {u"Food"_s, u"Emergency Food"_s};
            s.city = u"San José"_s;
            s.languages = {u"es"_s, u"English"_s};
            s.cost = u"Free"_s;
            s.accessibility = u"wheelchair, ramp"_s;
        });
        d.add(u"Food Bank"_s, [](ResourceSite& s) {
            s.categories = {u"Food"_s};
            s.city = u"Dayton"_s;
            s.languages = {u"Spanish"_s};
            s.cost = u"$5"_s;
        });
        d.add(u"Legal Aid"_s, [](ResourceSite& s) {
            s.categories = {u"Legal"_s};
            s.city = u"Dayton"_s;
            s.cost = u"Sliding scale"_s;
        });
        d.add(u"Gone"_s, [](ResourceSite& s) {
            s.categories = {u"Food"_s};
            s.active = false;
        });
        CHECK(d.names({.category = u"Food"_s}) == QStringList{u"Food Bank"_s, u"Food Pantry"_s});
        CHECK(d.names({.text = u"pan"_s, .category = u"Food"_s}) == QStringList{u"Food Pantry"_s});
        CHECK(d.names({.category = u"Emergency Food"_s}) == QStringList{u"Food Pantry"_s});
        CHECK(d.names({.city = u"Dayton"_s}) == QStringList{u"Food Bank"_s, u"Legal Aid"_s});
        CHECK(d.names({.city = u"San José"_s}) == QStringList{u"Food Pantry"_s});
        CHECK(d.names({.language = u"Spanish"_s}) == QStringList{u"Food Bank"_s, u"Food Pantry"_s});
        CHECK(d.names({.freeOrLowCost = true}) == QStringList{u"Food Pantry"_s, u"Legal Aid"_s});
        CHECK(d.names({.wheelchair = true}) == QStringList{u"Food Pantry"_s});
        CHECK(d.names({.category = u"Food"_s, .city = u"Dayton"_s, .freeOrLowCost = true}).isEmpty());
        CHECK(d.count({.city = u"Dayton"_s}) == 2);
        // Typed words find cities, languages by their English names, and what stands in no filter's word.
        CHECK(d.names({.text = u"spanish dayton"_s}) == QStringList{u"Food Bank"_s});
        CHECK(d.names({.text = u"san jose"_s}) == QStringList{u"Food Pantry"_s});
        CHECK(d.names({.text = u"!!"_s}).isEmpty());
        CHECK(d.count({.text = u"!!"_s}) == 0);
    });
}

TEST_CASE("directory: options with counts follow every change", "[casework][directory]")
{
    onBothStores([](Directory& d) {
        const auto options = [&](SiteFacet facet) {
            QStringList all;
            for (const SiteOption& option : mustHave(d.store.directory().options(facet)))
                all.append(u"%1 %2"_s.arg(option.name).arg(option.sites));
            return all;
        };
        ResourceSite pantry = d.add(u"Pantry"_s, [](ResourceSite& s) {
            s.categories = {u"Food"_s};
            s.city = u"Dayton"_s;
            s.languages = {u"es"_s};
        });
        d.add(u"Soup"_s, [](ResourceSite& s) { s.categories = {u"Food"_s, u"Meals"_s}; });
        CHECK(options(SiteFacet::Category) == QStringList{u"Food 2"_s, u"Meals 1"_s});
        CHECK(options(SiteFacet::City) == QStringList{u"Dayton 1"_s});
        CHECK(options(SiteFacet::Language) == QStringList{u"Spanish 1"_s});
        pantry.categories = {u"Clothing"_s};
        pantry.city = u"Xenia"_s;
        d.put(pantry);
        CHECK(options(SiteFacet::Category) == QStringList{u"Clothing 1"_s, u"Food 1"_s, u"Meals 1"_s});
        CHECK(options(SiteFacet::City) == QStringList{u"Xenia 1"_s});
        pantry.active = false;
        d.put(pantry);
        CHECK(options(SiteFacet::Category) == QStringList{u"Food 1"_s, u"Meals 1"_s});
        CHECK(options(SiteFacet::City).isEmpty());
    });
}

TEST_CASE("directory: open now is only what is sure", "[casework][directory]")
{
    onBothStores([](Directory& d) {
        const auto hours = [](QList<int> days, QTime from, QTime to) {
            return SiteHours{.weekdays = std::move(days), .opens = from, .closes = to};
        };
        d.add(u"Always"_s, [&](ResourceSite& s) { s.hours = {hours({1, 2, 3, 4, 5, 6, 7}, {0, 0}, {0, 0})}; });
        d.add(u"Half past"_s, [&](ResourceSite& s) { s.hours = {hours({2}, {8, 30}, {12, 0})}; });
        d.add(u"Monthly"_s, [&](ResourceSite& s) {
            s.hours = {hours({2}, {8, 0}, {12, 0})};
            s.hours.first().monthWeeks = {1};
        });
        d.add(u"Night"_s, [&](ResourceSite& s) { s.hours = {hours({1}, {20, 0}, {8, 15})}; });
        d.add(u"Nothing known"_s);
        // Tuesday, November 24th, 2026: the fourth Tuesday. New York is five hours behind.
        const auto open = [&](QTime wall, Page page = {}) {
            const QDateTime moment(QDate(2026, 11, 24), wall.addSecs(5 * 3600), Qt::UTC);
            return d.names({.openAt = moment, .timeZone = u"America/New_York"_s}, page);
        };
        CHECK(open({8, 10}) == QStringList{u"Always"_s, u"Night"_s});
        CHECK(open({8, 30}) == QStringList{u"Always"_s, u"Half past"_s});
        CHECK(open({12, 0}) == QStringList{u"Always"_s});
        CHECK(open({8, 10}, {1, 1}) == QStringList{u"Night"_s});
        const QDateTime first(QDate(2026, 11, 3), QTime(14, 0), Qt::UTC); // 9:00 on the first Tuesday
        CHECK(d.names({.openAt = first, .timeZone = u"America/New_York"_s}) ==
              QStringList{u"Always"_s, u"Half past"_s, u"Monthly"_s});
        CHECK(d.count({.openAt = first, .timeZone = u"America/New_York"_s}) == 3);
    });
}

TEST_CASE("directory: nearest first, and those without coordinates last", "[casework][directory]")
{
    onBothStores([](Directory& d) {
        d.add(u"Here"_s, [](ResourceSite& s) { at(s, 37.480, -122.230); });
        d.add(u"Across the street"_s, [](ResourceSite& s) { at(s, 37.481, -122.230); });
        d.add(u"Next town"_s, [](ResourceSite& s) { at(s, 37.560, -122.320); });
        d.add(u"Other coast"_s, [](ResourceSite& s) { at(s, 40.71, -74.0); });
        d.add(u"Somewhere"_s);
        d.add(u"Beyond the date line"_s, [](ResourceSite& s) { at(s, -17.7, 178.0); });
        const SiteQuery nearby{.nearTo = GeoPoint{37.48, -122.23}};
        const QStringList all = {u"Here"_s,        u"Across the street"_s,    u"Next town"_s,
                                 u"Other coast"_s, u"Beyond the date line"_s, u"Somewhere"_s};
        CHECK(d.names(nearby) == all);
        CHECK(d.count(nearby) == 6);
        for (int i = 0; i < all.size(); ++i)
            CHECK(d.names(nearby, {i, 1}) == QStringList{all.at(i)});
        const auto rows = mustHave(d.store.directory().find(nearby, {}));
        CHECK(rows.at(0).distanceKm == Approx(0).margin(0.001));
        CHECK(rows.at(1).distanceKm.value() == Approx(0.111).epsilon(0.02));
        CHECK_FALSE(rows.at(5).distanceKm.has_value());
        CHECK_FALSE(rows.at(5).hasPosition);
        CHECK(d.names({.text = u"town"_s, .nearTo = GeoPoint{37.48, -122.23}}) == QStringList{u"Next town"_s});
    });
}

TEST_CASE("directory: a place is where the directory's own sites are", "[casework][directory]")
{
    onBothStores([](Directory& d) {
        const auto site = [&](const QString& street, const QString& city, const QString& zip, double north,
                              double east) {
            d.add(u"Site"_s, [&](ResourceSite& s) {
                s.address1 = street;
                s.city = city;
                s.stateProvince = u"CA"_s;
                s.postalCode = zip;
                at(s, north, east);
            });
        };
        site(u"2600 Middlefield Road"_s, u"Redwood City"_s, u"94063"_s, 37.474, -122.204);
        site(u"1 Main Street"_s, u"Redwood City"_s, u"94063-1234"_s, 37.484, -122.224);
        site(u"24 Second Avenue"_s, u"San Mateo"_s, u"94401"_s, 37.567, -122.325);
        d.add(u"No position"_s, [](ResourceSite& s) { s.city = u"Atlantis"_s; });
        const auto place = [&](const QString& typed) { return mustHave(d.store.directory().place(typed)); };

        REQUIRE(place(u"94063"_s));
        CHECK(place(u"94063"_s)->sites == 2);
        CHECK(place(u"94063"_s)->point.latitude == Approx(37.479));
        CHECK(place(u"94063"_s)->spreadKm < 3);
        CHECK(place(u"redwood city, ca"_s)->sites == 2);
        CHECK(place(u"24 Second Ave"_s)->sites == 1); // being typed
        const auto behind = place(u"9 Nowhere Lane, San Mateo"_s);
        REQUIRE(behind);
        CHECK(behind->matched == u"San Mateo"_s);
        CHECK_FALSE(place(u"Atlantis"_s));
        CHECK_FALSE(place(u"00000"_s));
        CHECK_FALSE(place(u" , "_s));
    });
}

TEST_CASE("directory: favourites and recently used are one's own", "[casework][directory]")
{
    onBothStores([](Directory& d) {
        const ResourceSite pantry = d.add(u"Pantry"_s, [](ResourceSite& s) { s.city = u"Dayton"_s; });
        const ResourceSite shelter = d.add(u"Shelter"_s);
        d.add(u"Zoo"_s);
        auto desk = d.desk();
        mustWork(casework::setFavourite(desk, shelter.id, true));
        mustWork(casework::setFavourite(desk, pantry.id, true));
        mustWork(casework::setFavourite(desk, pantry.id, true)); // once more does no harm
        using Among = SiteQuery::Among;
        CHECK(d.names({.among = Among::Favourites, .user = d.worker}) == QStringList{u"Pantry"_s, u"Shelter"_s});
        CHECK(d.names({.city = u"Dayton"_s, .among = Among::Favourites, .user = d.worker}) == QStringList{u"Pantry"_s});
        CHECK(d.count({.text = u"shel"_s, .among = Among::Favourites, .user = d.worker}) == 1);
        CHECK(d.names({.among = Among::Favourites, .user = UserId(d.ids.next())}).isEmpty());
        CHECK(mustHave(d.store.directory().isFavourite(d.worker, pantry.id)));
        CHECK(mustHave(d.store.directory().find({.text = u"pantry"_s, .user = d.worker}, {})).first().favourite);
        mustWork(casework::setFavourite(desk, pantry.id, false));
        CHECK(d.names({.among = Among::Favourites, .user = d.worker}) == QStringList{u"Shelter"_s});
        CHECK_FALSE(mustHave(d.store.directory().isFavourite(d.worker, pantry.id)));

        const auto refer = [&](const ResourceSite& site, const UserId& by, int minute) {
            d.refer({ReferralId(d.ids.next()), ClientId(d.ids.next()), site.id, ReferralStatus::Unstarted, by,
                     d.clock.now().addSecs(minute * 60)});
        };
        refer(pantry, d.worker, 1);
        refer(shelter, d.worker, 2);
        refer(pantry, d.worker, 0);
        CHECK(d.names({.among = Among::Recent, .user = d.worker}) == QStringList{u"Shelter"_s, u"Pantry"_s});
        refer(pantry, d.worker, 3);
        CHECK(d.names({.among = Among::Recent, .user = d.worker}) == QStringList{u"Pantry"_s, u"Shelter"_s});
        CHECK(d.names({.among = Among::Recent, .user = UserId(d.ids.next())}).isEmpty());
    });
}

TEST_CASE("directory: the rings hold what the whole earth would", "[casework][directory]")
{
    TempStore real;
    PulledRecords pulled(*real);
    SequentialIds ids{8};
    QList<GeoPoint> points;
    for (int i = 0; i < 300; ++i) {
        // Dense near the middle, sparse far away.
        const double far = 0.002 * std::pow(1.035, i);
        const double turn = i * 2.39996;
        const GeoPoint point{std::clamp(40 + far * std::cos(turn), -89.0, 89.0), -100 + far * std::sin(turn)};
        const ResourceSite site{.id = ResourceSiteId(ids.next()),
                                .serviceName = QString::number(i),
                                .latitude = point.latitude,
                                .longitude = point.longitude};
        pulled.put("resource_site", site.id.uuid(), site);
        points.append(point);
    }
    const GeoPoint here{40.001, -100.002};
    QList<double> expected;
    for (const GeoPoint& point : points)
        expected.append(distanceKm(here, point));
    std::sort(expected.begin(), expected.end());
    for (const Page page : {Page{0, 5}, Page{0, 60}, Page{50, 100}, Page{200, 100}}) {
        QList<double> found;
        for (const SiteRow& row : mustHave(real->directory().find({.nearTo = here}, page)))
            found.append(row.distanceKm.value());
        CHECK(found == expected.mid(page.offset, page.limit));
    }
}

TEST_CASE("directory: lists of an older program are made anew", "[casework][directory]")
{
    TempStore real;
    PulledRecords pulled(*real);
    ResourceSite site{.id = ResourceSiteId(real.ids.next()), .serviceName = u"Pantry"_s};
    site.city = u"Dayton"_s;
    pulled.put("resource_site", site.id.uuid(), site);
    mustWork(real->sync().setFact(u"site_list_version"_s, u"1"_s));
    real.reopen();
    CHECK(mustHave(real->directory().count({.city = u"Dayton"_s})) == 1);
    const auto options = mustHave(real->directory().options(SiteFacet::City));
    REQUIRE(options.size() == 1);
    CHECK(options.first().sites == 1);
}
