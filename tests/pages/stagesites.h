// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/resourcesite.h"

/// Resource sites as directories have them: good, many, dirty, long, and in other scripts. All made up.
namespace handrail::tests {

/// A food pantry, a shelter, legal aid, each with everything that a page can show.
QList<ResourceSite> usualSites();
/// As usual, `count` of them.
QList<ResourceSite> manySites(int count);
/// Nothing but a name; broken numbers, addresses and hours; markup in the texts; no longer in the directory.
QList<ResourceSite> dirtySites();
/// Names and words longer than any screen.
QList<ResourceSite> longSites();
/// Arabic, Hebrew, Chinese, Haitian.
QList<ResourceSite> sitesInOtherScripts();

} // namespace handrail::tests
