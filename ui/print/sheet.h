// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/resourcesite.h"
#include "ui/print/sheetlanguage.h"

#include <QDate>

class QPagedPaintDevice;

namespace handrail::ui {

/// What goes on a sheet of paper for a client who can't be texted. No more of the client than the first name, and that
/// only where it is wanted.
struct Sheet
{
    QString programName;
    QString givenName; ///< Empty: no name on the paper.
    QString language;  ///< BCP 47
    QList<ResourceSite> sites;
    QString link; ///< The page with these resources; empty: each resource has a code of its own.
    QDate printedOn;
    bool notes = true; ///< A box to write in below each resource.
};

/// A label and what stands beside it on the sheet.
struct SheetFact
{
    QString label;
    QString text;
};
/// What the sheet says about a site, in the order in which it is needed on the way. `longest`: characters of a text.
QList<SheetFact> sheetFacts(const ResourceSite& site, const SheetLanguage& say, int longest = 400);

/// What a site's own code opens: its website, else the map, else the phone; and what to call it.
struct SiteCode
{
    QString link;
    QString caption;
};
SiteCode siteCode(const ResourceSite& site, const SheetLanguage& say);

/// Draws the sheet and says how many pages it took. A resource is never torn apart between two pages unless it is
/// longer than one. Black and grey only. The device's page layout is taken as it is.
int paintSheet(const Sheet& sheet, QPagedPaintDevice& device);

/// Letter where letters are of that size, A4 elsewhere.
bool usesLetterPaper(const QLocale& locale);

} // namespace handrail::ui
