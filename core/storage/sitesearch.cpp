// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sitesearch.h"

#include "core/domain/localtime.h"
#include "core/domain/records/codec.h"
#include "core/domain/sitefacts.h"
#include "core/storage/searchwords.h"
#include "core/storage/siteindex.h"
#include "core/storage/storehelp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QtMath>
#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

using search::term;

namespace {

/// Each is looked at by itself, so fewer than of rows that the index counts.
constexpr int openCountLimit = 300;
constexpr int mostFew = 500; ///< Favourites, sites referred to lately.
/// So many hits are put in order by their distances at once; more of them are asked for ring by ring.
constexpr int mostMeasured = 500;
/// How many cells a ring reaches beyond the one that holds the point: each is about twice as wide as the one before.
constexpr std::array ringReaches = {1, 2};

QString joined(const QStringList& terms)
{
    return terms.join(u" AND "_s);
}

QString matchOf(const SiteQuery& query, int minute)
{
    using namespace search;
    QStringList terms;
    if (const QString typed = matchExpression(query.text, search::siteWordLetters); !typed.isEmpty())
        terms.append(typed);
    for (const auto& [kind, name] : {std::pair(categoryKind, query.category), std::pair(cityKind, query.city),
                                     std::pair(languageKind, query.language)})
        if (!name.isEmpty())
            terms.append(term(filterWord(kind, name)));
    if (query.freeOrLowCost)
        terms.append(term(filterWord(costKind, {})));
    if (query.wheelchair)
        terms.append(term(filterWord(wheelchairKind, {})));
    if (query.openAt)
        terms.append(term(filterWord(hourKind, QString::number(minute / 60))));
    return joined(terms);
}

bool nearer(const SiteSearch::Hit& a, const SiteSearch::Hit& b)
{
    const auto key = [](const SiteSearch::Hit& hit) { return std::pair(hit.distanceKm.value_or(1e9), hit.place); };
    return key(a) < key(b);
}

QList<SiteSearch::Hit> window(const QList<SiteSearch::Hit>& all, Page page)
{
    return all.mid(page.offset, page.limit);
}

} // namespace

SiteSearch::SiteSearch(Database& database, const SiteQuery& query)
    : m_database(database)
    , m_query(query)
    , m_zone(zoneNamed(query.timeZone).value_or(QTimeZone::utc()))
    , m_minute(query.openAt ? WeekHours::minuteAt(*query.openAt, m_zone) : 0)
{
    m_match = matchOf(query, m_minute);
    m_impossible = !query.text.trimmed().isEmpty() && search::matchExpression(query.text, search::siteWordLetters).isEmpty();
}

Result<QList<SiteSearch::Hit>> SiteSearch::hits(Page page)
{
    page = bounded(page);
    if (m_impossible)
        return QList<Hit>();
    if (m_query.among != SiteQuery::Among::All) {
        const auto all = amongFew();
        return all ? Result<QList<Hit>>(window(*all, page)) : all.error();
    }
    return m_query.nearTo ? byDistance(page) : inOrder(page);
}

Result<int> SiteSearch::count()
{
    if (m_impossible)
        return 0;
    if (m_query.among != SiteQuery::Among::All) {
        const auto all = amongFew();
        return all ? Result<int>(int(all->size())) : all.error();
    }
    if (m_query.openAt) {
        const auto open = inOrder({0, openCountLimit});
        return open ? Result<int>(int(open->size())) : open.error();
    }
    Statement query = m_database.statement(
        m_match.isEmpty() ? u"SELECT count(*) FROM (SELECT 1 FROM site_list LIMIT ?)"_s
                          : u"SELECT count(*) FROM (SELECT 1 FROM site_search WHERE site_search MATCH ? LIMIT ?)"_s);
    if (!m_match.isEmpty())
        query.bind(m_match);
    HANDRAIL_TRY(query.bind(m_match.isEmpty() ? countLimit : mostCounted()).run());
    const int counted = query.next() ? int(query.integer(0)) : 0;
    HANDRAIL_TRY(query.readToEnd());
    return counted;
}

/// With each filter a hit is rarer and takes longer to come to; never less than a page.
int SiteSearch::mostCounted() const
{
    const int filters = int(!m_query.category.isEmpty()) + int(!m_query.city.isEmpty()) + int(!m_query.language.isEmpty()) +
                        int(m_query.freeOrLowCost) + int(m_query.wheelchair);
    return std::max(Page{}.limit, searchLimit / (1 + filters));
}

Result<QList<SiteSearch::Hit>> SiteSearch::inOrder(Page page)
{
    QList<Hit> found;
    if (!m_query.openAt) {
        Statement query =
            m_database.statement(m_match.isEmpty() ? u"SELECT place FROM site_list ORDER BY place LIMIT ? OFFSET ?"_s
                                                   : u"SELECT rowid FROM site_search WHERE site_search MATCH ? "
                                                     "ORDER BY rowid LIMIT ? OFFSET ?"_s);
        if (!m_match.isEmpty())
            query.bind(m_match);
        HANDRAIL_TRY(query.bind(page.limit).bind(page.offset).run());
        while (query.next())
            found.append(Hit{query.integer(0), {}});
        HANDRAIL_TRY(query.readToEnd());
        return found;
    }
    Statement query =
        m_database.statement(u"SELECT s.rowid, l.week FROM site_search s CROSS JOIN site_list l ON l.place = s.rowid "
                             "WHERE site_search MATCH ? ORDER BY s.rowid"_s);
    HANDRAIL_TRY(query.bind(m_match).run());
    int skipped = 0;
    while (found.size() < page.limit && query.next()) {
        const auto open = isOpen(query.integer(0), query.text(1));
        if (!open)
            return open.error();
        if (*open && skipped++ >= page.offset)
            found.append(Hit{query.integer(0), {}});
    }
    HANDRAIL_TRY(query.readToEnd());
    return found;
}

Result<bool> SiteSearch::isOpen(qint64 place, const QString& week)
{
    const WeekHours hours = siteindex::readWeek(week);
    if (hours.exact || !hours.holds(m_minute))
        return hours.holds(m_minute);
    Statement query = m_database.statement(
        u"SELECT r.hours FROM site_list l JOIN resource_site r ON r.id = l.id WHERE l.place = ?"_s);
    HANDRAIL_TRY(query.bind(place).run());
    const QByteArray json = query.next() ? query.text(0).toUtf8() : QByteArray();
    HANDRAIL_TRY(query.readToEnd());
    const QList<SiteHours> all = records::readSiteHours(QJsonDocument::fromJson(json).array());
    return openingAt(all, *m_query.openAt, m_zone).state == Opening::State::Open;
}

Result<QList<SiteSearch::Hit>> SiteSearch::byDistance(Page page)
{
    const auto nearest = nearestFirst(page.offset + page.limit);
    if (!nearest)
        return nearest.error();
    QList<Hit> all = *nearest;
    std::sort(all.begin(), all.end(), nearer);
    QList<Hit> found = window(all, page);
    if (found.size() < page.limit) {
        const auto rest = withoutPosition({std::max(0, page.offset - int(all.size())), page.limit - int(found.size())});
        if (!rest)
            return rest.error();
        found += *rest;
    }
    return found;
}

/// At least `wanted` of the nearest hits, or all that have a position. Few hits are all measured. Of many, those in rings
/// of cells round the point are, until one holds enough; the first of them reaches as far as the nearest of those that
/// were measured.
Result<QList<SiteSearch::Hit>> SiteSearch::nearestFirst(int wanted)
{
    const QString placed = term(search::filterWord(search::positionKind, u"1"_s));
    double startKm = 0;
    if (!m_match.isEmpty()) {
        auto few = measured({placed}, 1e9, mostMeasured);
        if (!few || !m_cutShort)
            return few;
        if (const auto first = std::min_element(few->begin(), few->end(), nearer); first != few->end())
            startKm = first->distanceKm.value_or(0);
    }
    for (int grid = 0; grid < int(search::cellDegrees.size()); ++grid) {
        for (const int reach : ringReaches) {
            const double surelyKm = reachKm(grid, reach);
            if (surelyKm < startKm)
                continue;
            const auto ring = measured({cellsAbout(grid, reach)}, surelyKm, 2 * countLimit);
            if (!ring || ring->size() >= wanted)
                return ring;
        }
    }
    return measured({placed}, 1e9, 2 * countLimit);
}

/// How far from the point nothing is left out by the cells about it.
double SiteSearch::reachKm(int grid, int reach) const
{
    constexpr double kmPerDegree = 111.19;
    const double degrees = search::cellDegrees.at(size_t(grid));
    const double farthest = std::min(89.0, std::abs(m_query.nearTo->latitude) + (reach + 1) * degrees);
    return kmPerDegree * reach * degrees * std::cos(qDegreesToRadians(farthest));
}

/// The term for the cell that holds the point and those as near as `reach` cells.
QString SiteSearch::cellsAbout(int grid, int reach) const
{
    QStringList cells;
    for (int east = -reach; east <= reach; ++east)
        for (int north = -reach; north <= reach; ++north)
            cells.append(term(search::cellWord(grid, *m_query.nearTo, east, north)));
    cells.removeDuplicates();
    return u'(' + cells.join(u" OR "_s) + u')';
}

/// The hits that have these words too and are no farther than that, with their distances; at most `most` are looked at.
Result<QList<SiteSearch::Hit>> SiteSearch::measured(QStringList terms, double farthestKm, int most)
{
    if (!m_match.isEmpty())
        terms.prepend(m_match);
    Statement query = m_database.statement(u"SELECT s.rowid, l.latitude, l.longitude, l.week FROM site_search s CROSS "
                                           u"JOIN site_list l ON l.place = s.rowid "
                                           "WHERE site_search MATCH ? ORDER BY s.rowid LIMIT ?"_s);
    HANDRAIL_TRY(query.bind(joined(terms)).bind(most).run());
    QList<Hit> found;
    int read = 0;
    while (query.next()) {
        ++read;
        const double km = distanceKm(*m_query.nearTo, {query.value(1).toDouble(), query.value(2).toDouble()});
        if (km > farthestKm)
            continue;
        const auto open = m_query.openAt ? isOpen(query.integer(0), query.text(3)) : Result<bool>(true);
        if (!open)
            return open.error();
        if (*open)
            found.append(Hit{query.integer(0), km});
    }
    HANDRAIL_TRY(query.readToEnd());
    m_cutShort = read == most;
    return found;
}

Result<QList<SiteSearch::Hit>> SiteSearch::withoutPosition(Page page)
{
    SiteQuery rest = m_query;
    rest.nearTo.reset();
    SiteSearch search(m_database, rest);
    const QString none = search::term(search::filterWord(search::positionKind, u"0"_s));
    search.m_match = m_match.isEmpty() ? none : joined({m_match, none});
    return search.inOrder(page);
}

/// A person has few favourites and lately used few sites: they are looked up first, and the filters asked about them.
Result<QList<SiteSearch::Hit>> SiteSearch::amongFew()
{
    const auto places = few();
    if (!places)
        return places.error();
    QJsonArray asked;
    for (const qint64 place : *places)
        asked.append(place);
    Statement query = m_database.statement(
        m_match.isEmpty()
            ? u"SELECT l.place, l.latitude, l.longitude, l.week FROM json_each(?) j JOIN site_list l ON l.place = j.value"_s
            : u"SELECT l.place, l.latitude, l.longitude, l.week FROM json_each(?) j CROSS JOIN site_search s "
              "ON s.rowid = j.value CROSS JOIN site_list l ON l.place = j.value WHERE site_search MATCH ?"_s);
    query.bind(QString::fromUtf8(QJsonDocument(asked).toJson(QJsonDocument::Compact)));
    if (!m_match.isEmpty())
        query.bind(m_match);
    HANDRAIL_TRY(query.run());
    QList<Hit> found;
    while (query.next()) {
        const auto open = m_query.openAt ? isOpen(query.integer(0), query.text(3)) : Result<bool>(true);
        if (!open)
            return open.error();
        if (!*open)
            continue;
        Hit hit{query.integer(0), {}};
        if (m_query.nearTo && !query.value(1).isNull())
            hit.distanceKm = distanceKm(*m_query.nearTo, {query.value(1).toDouble(), query.value(2).toDouble()});
        found.append(hit);
    }
    HANDRAIL_TRY(query.readToEnd());
    if (m_query.nearTo)
        std::sort(found.begin(), found.end(), nearer);
    else
        std::sort(found.begin(), found.end(),
                  [&](const Hit& a, const Hit& b) { return places->indexOf(a.place) < places->indexOf(b.place); });
    return found;
}

Result<QList<qint64>> SiteSearch::few()
{
    const bool favourites = m_query.among == SiteQuery::Among::Favourites;
    Statement query = m_database.statement(
        favourites ? u"SELECT DISTINCT l.place FROM favourite f JOIN site_list l ON l.id = f.site_id "
                     "WHERE f.user_id = ? AND coalesce(f.removed, 0) = 0 ORDER BY l.place LIMIT ?"_s
                   : u"SELECT l.place FROM (SELECT site_id, max(created_at) AS at FROM (SELECT site_id, created_at "
                     "FROM referral WHERE created_by = ? ORDER BY created_at DESC LIMIT 1000) GROUP BY site_id) r "
                     "JOIN site_list l ON l.id = r.site_id ORDER BY r.at DESC, l.place LIMIT ?"_s);
    HANDRAIL_TRY(query.bind(m_query.user ? m_query.user->toString() : u""_s).bind(mostFew).run());
    QList<qint64> places;
    while (query.next())
        places.append(query.integer(0));
    HANDRAIL_TRY(query.readToEnd());
    return places;
}

namespace {

/// The positions of sites that have all these words in their address (the last may be a beginning).
Result<QList<GeoPoint>> pointsAt(Database& database, const QStringList& terms)
{
    constexpr int most = 2000;
    Statement query = database.statement(
        u"SELECT l.latitude, l.longitude FROM site_search s CROSS JOIN site_list l ON l.place = s.rowid "
        "WHERE site_search MATCH ? LIMIT ?"_s);
    HANDRAIL_TRY(query.bind(joined(terms)).bind(most).run());
    QList<GeoPoint> points;
    while (query.next())
        points.append({query.value(0).toDouble(), query.value(1).toDouble()});
    HANDRAIL_TRY(query.readToEnd());
    return points;
}

NearPlace placeOf(const QList<GeoPoint>& points, const QString& matched)
{
    NearPlace place{.point = middleOf(points), .sites = int(points.size()), .matched = matched};
    for (const GeoPoint& point : points)
        place.spreadKm = std::max(place.spreadKm, distanceKm(place.point, point));
    return place;
}

} // namespace

Result<std::optional<NearPlace>> SiteSearch::place(Database& database, const QString& typed)
{
    for (const QString& part : placeParts(typed)) {
        const QStringList words = search::words(part).mid(0, 12);
        if (words.isEmpty())
            continue;
        QStringList terms;
        if (isPostalCode(part))
            terms = {term(search::filterWord(search::zipKind, words.first()))};
        else
            for (const QString& word : words)
                terms.append(term(search::filterWord(search::addressKind, word)));
        auto points = pointsAt(database, terms);
        if (points && points->isEmpty() && words.last().size() >= 3 && !isPostalCode(part)) {
            terms.last() = term(search::filterWord(search::addressKind, words.last()), true);
            points = pointsAt(database, terms);
        }
        if (!points)
            return points.error();
        if (!points->isEmpty())
            return std::optional(placeOf(*points, part));
    }
    return std::optional<NearPlace>();
}

} // namespace handrail
