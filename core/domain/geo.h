// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace handrail {

/// A point on the earth in degrees.
struct GeoPoint
{
    double latitude = 0;
    double longitude = 0;
    friend bool operator==(const GeoPoint&, const GeoPoint&) = default;
};

/// The distance over the ground in km as the crow flies (haversine on a sphere of 6,371 km; off by less than 0.6 %).
double distanceKm(const GeoPoint& a, const GeoPoint& b);

/// Miles of 1,609.344 m.
double milesOf(double km);

/// The middle of some points that lie near each other; (0, 0) of none.
GeoPoint middleOf(const QList<GeoPoint>& points);

} // namespace handrail
