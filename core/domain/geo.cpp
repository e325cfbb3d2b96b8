// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/geo.h"

#include <QtMath>
#include <algorithm>
#include <cmath>

namespace handrail {

double distanceKm(const GeoPoint& a, const GeoPoint& b)
{
    constexpr double earthKm = 6371.0;
    const double north = std::sin(qDegreesToRadians(b.latitude - a.latitude) / 2);
    const double east = std::sin(qDegreesToRadians(b.longitude - a.longitude) / 2);
    const double part =
        north * north + std::cos(qDegreesToRadians(a.latitude)) * std::cos(qDegreesToRadians(b.latitude)) * east * east;
    return 2 * earthKm * std::asin(std::sqrt(std::min(1.0, part)));
}

double milesOf(double km)
{
    return km / 1.609344;
}

GeoPoint middleOf(const QList<GeoPoint>& points)
{
    GeoPoint middle;
    for (const GeoPoint& point : points) {
        middle.latitude += point.latitude / double(points.size());
        middle.longitude += point.longitude / double(points.size());
    }
    return middle;
}

} // namespace handrail
