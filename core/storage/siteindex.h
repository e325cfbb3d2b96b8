// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/openinghours.h"
#include "core/domain/resourcesite.h"
#include "core/ports/stores.h"

/// What the search index keeps of a resource site.
namespace handrail::siteindex {

/// The words of the search table: what a person may type, and a word for each filter that the site fits.
QStringList wordsOf(const ResourceSite& site);

/// The values that it has for each filter's list, one a line: "k<tab>Food Pantries".
QString optionsOf(const ResourceSite& site);
char kindOf(SiteFacet facet);

/// The plain week's hours in short: "540-1020 1980-2460", with "?" in front where they are not exact.
QString weekText(const WeekHours& week);
WeekHours readWeek(const QString& text);

} // namespace handrail::siteindex
