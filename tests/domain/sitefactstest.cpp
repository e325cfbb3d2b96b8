// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sitefacts.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;
using namespace handrail;

TEST_CASE("site facts: what a cost in words means", "[domain][sitefacts]")
{
    for (const QString& free :
         {u"Free"_s, u"None"_s, u"None. Donations requested of clients who can afford it."_s, u"There is no charge."_s,
          u"Gratis"_s, u"Sin costo para residentes"_s, u"Child: 0 USD"_s}) {
        INFO(free.toStdString());
        CHECK(costOf(free) == SiteCost::Free);
    }
    for (const QString& low : {u"Sliding scale"_s, u"$2.50 suggested donation for lunch"_s, u"Low-cost"_s,
                               u"Fees vary; no one is turned away."_s, u"Según ingresos"_s}) {
        INFO(low.toStdString());
        CHECK(costOf(low) == SiteCost::Low);
    }
    for (const QString& other :
         {u"$50 an hour"_s, u"Not free."_s, u"Call the toll-free number"_s, u"Fee: 10 USD"_s, u"$20, free parking"_s}) {
        INFO(other.toStdString());
        CHECK(costOf(other) == SiteCost::Other);
    }
    CHECK(costOf(u" "_s) == SiteCost::Unknown);
}

TEST_CASE("site facts: wheelchair access is only what is sure", "[domain][sitefacts]")
{
    CHECK(hasWheelchairAccess(u"disabled_parking, ramp, restroom, wheelchair"_s));
    CHECK(hasWheelchairAccess(u"The entrance is wheelchair accessible."_s));
    CHECK_FALSE(hasWheelchairAccess(u"No wheelchair access"_s));
    CHECK_FALSE(hasWheelchairAccess(u"Not accessible for wheelchairs"_s));
    CHECK_FALSE(hasWheelchairAccess(u"elevator"_s));
    CHECK_FALSE(hasWheelchairAccess({}));
}

TEST_CASE("site facts: one name for a language", "[domain][sitefacts]")
{
    for (const QString& spanish : {u"es"_s, u"spa"_s, u"Spanish"_s, u"SPANISH"_s, u"español"_s, u"es-MX"_s})
        CHECK(languageName(spanish) == u"Spanish"_s);
    CHECK(languageName(u"Tagalog"_s) == u"Tagalog"_s);
    CHECK(languageName(u"klingon"_s) == u"Klingon"_s);
    CHECK(languageName({}).isEmpty());
}

TEST_CASE("site facts: where somebody typed a place", "[domain][sitefacts]")
{
    CHECK(placeParts(u"12 Nowhere St, Dayton, OH 45402"_s) ==
          QStringList{u"12 Nowhere St, Dayton, OH 45402"_s, u"45402"_s, u"Dayton, OH 45402"_s, u"OH 45402"_s});
    CHECK(isPostalCode(u" 94063-1234 "_s));
    CHECK_FALSE(isPostalCode(u"940"_s));
}

TEST_CASE("geo: distances over the ground", "[domain][geo]")
{
    const GeoPoint newYork{40.7128, -74.0060}, london{51.5074, -0.1278};
    CHECK(distanceKm(newYork, london) == Approx(5570).epsilon(0.005));
    CHECK(distanceKm(newYork, newYork) == 0.0);
    CHECK(distanceKm({0, 179.5}, {0, -179.5}) == Approx(111.2).epsilon(0.005)); // over the date line
    CHECK(milesOf(1.609344) == Approx(1.0));
    CHECK(middleOf({{10, 20}, {20, 40}}) == GeoPoint{15, 30});
}
