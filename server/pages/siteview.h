// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/resourcesite.h"
#include "server/pages/hourstext.h"

namespace handrail::server::pages {

/// How much of a site the page shows; smaller where the page would grow over its 20 KB.
struct SiteLimits
{
    int description = 600; ///< Characters; 0: none.
    int words = 1200;      ///< Of each other free text.
    int names = 200;
    int phones = 6;
    int hours = 14;
};

/// What resources.mustache shows of a site, as JSON of strings, lists and flags; nothing in it is escaped yet.
QJsonObject siteView(const ResourceSite& site, const PageTexts& texts, const SiteLimits& limits,
                     const PageMoment& moment);

/// `text` set apart where it is written from right to left, so that it doesn't turn the sentence around it.
QString setApart(const QString& text);

/// `text` without control and direction characters, in at most `length` characters, cut at a word with "…".
QString shortened(const QString& text, int length, bool* cut = nullptr);

} // namespace handrail::server::pages
