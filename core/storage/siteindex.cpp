// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/siteindex.h"

#include "core/domain/sitefacts.h"
#include "core/storage/searchwords.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::siteindex {

namespace {

QStringList languagesOf(const ResourceSite& site)
{
    QStringList names;
    for (const QString& language : site.languages)
        names.append(languageName(language));
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

QStringList filterWords(const ResourceSite& site)
{
    QStringList words;
    for (const QString& category : site.categories)
        words.append(search::filterWord(search::categoryKind, category));
    for (const QString& language : languagesOf(site))
        words.append(search::filterWord(search::languageKind, language));
    if (!site.city.isEmpty())
        words.append(search::filterWord(search::cityKind, site.city));
    if (const SiteCost cost = costOf(site.cost); cost == SiteCost::Free || cost == SiteCost::Low)
        words.append(search::filterWord(search::costKind, {}));
    if (hasWheelchairAccess(site.accessibility))
        words.append(search::filterWord(search::wheelchairKind, {}));
    for (const int hour : weekHours(site.hours).hourNumbers())
        words.append(search::filterWord(search::hourKind, QString::number(hour)));
    return words;
}

QStringList placeWords(const ResourceSite& site)
{
    const auto point = pointOf(site);
    QStringList words = {search::filterWord(search::positionKind, point ? u"1"_s : u"0"_s)};
    if (!point)
        return words;
    for (int grid = 0; grid < int(search::cellDegrees.size()); ++grid)
        words.append(search::cellWord(grid, *point));
    // Only a site with a position can say where its address is.
    for (const QString& word : search::words(site.addressLine()))
        words.append(search::filterWord(search::addressKind, word));
    if (const QStringList zip = search::words(site.postalCode); !zip.isEmpty())
        words.append(search::filterWord(search::zipKind, zip.first()));
    return words;
}

} // namespace

QStringList wordsOf(const ResourceSite& site)
{
    QStringList words;
    for (const QString& text :
         {site.serviceName, site.organizationName, site.description, site.city, site.eligibility, site.locationName,
          site.categories.join(u' '), site.languages.join(u' '), languagesOf(site).join(u' ')})
        words += search::cutWords(text, search::siteWordLetters);
    words += filterWords(site) + placeWords(site);
    words.removeDuplicates();
    return words;
}

QString optionsOf(const ResourceSite& site)
{
    QStringList lines;
    const auto add = [&](char kind, const QString& name) {
        if (const QString tidy = name.simplified().left(200); !tidy.isEmpty())
            lines.append(QString(QLatin1Char(kind)) + u'\t' + tidy);
    };
    for (const QString& category : site.categories)
        add(search::categoryKind, category);
    for (const QString& language : languagesOf(site))
        add(search::languageKind, language);
    add(search::cityKind, site.city);
    lines.removeDuplicates();
    return lines.join(u'\n');
}

char kindOf(SiteFacet facet)
{
    switch (facet) {
    case SiteFacet::Category:
        return search::categoryKind;
    case SiteFacet::City:
        return search::cityKind;
    case SiteFacet::Language:
        return search::languageKind;
    }
    Q_UNREACHABLE();
    return 0;
}

QString weekText(const WeekHours& week)
{
    QStringList spans;
    for (const auto& [from, to] : week.open)
        spans.append(u"%1-%2"_s.arg(from).arg(to));
    return (week.exact ? QString() : u"?"_s) + spans.join(u' ');
}

WeekHours readWeek(const QString& text)
{
    WeekHours week{.exact = !text.startsWith(u'?')};
    for (const QStringView span : QStringView(text).mid(week.exact ? 0 : 1).split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype dash = span.indexOf(u'-');
        week.open.append({span.left(dash).toInt(), span.mid(dash + 1).toInt()});
    }
    return week;
}

} // namespace handrail::siteindex
