// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/geo.h"
#include "core/domain/resourcesite.h"

/// What a directory's words say, as far as a filter may rely on them. Words that say nothing sure are no match: a
/// filter that promises too much sends a client on a way for nothing.
namespace handrail {

enum class SiteCost { Unknown, Free, Low, Other };
/// "None. Donations requested" is free, "Sliding scale" is low; English and Spanish.
SiteCost costOf(const QString& words);

/// "ramp, wheelchair", "Wheelchair accessible entrance"; not "No wheelchair access".
bool hasWheelchairAccess(const QString& accessibility);

/// One name for "es", "spa", "Spanish" and "español": the English one; an unknown one as it is, tidied.
QString languageName(const QString& nameOrCode);

std::optional<GeoPoint> pointOf(const ResourceSite& site);

/// What to look for where somebody typed a place: all of it, then the postal code in it, then what stands behind the
/// commas ("1 Nowhere St, Dayton" -> "Dayton").
QStringList placeParts(const QString& typed);
/// "94063" or "94063-1234".
bool isPostalCode(const QString& text);

/// An http(s) address with a host, or empty: directories hold javascript: and worse. "example.org" becomes https.
QString safeWebsite(const QString& website);
/// Digits that a phone can dial, or empty ("1-800-FLOWERS" has none that are sure).
QString dialable(const QString& number);
/// Where the site is on OpenStreetMap, by its coordinates or its address; empty where neither is known.
QString mapLink(const ResourceSite& site);

} // namespace handrail
