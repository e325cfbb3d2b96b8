// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqldirectorystore.h"

#include "core/domain/records/codec.h"
#include "core/storage/siteindex.h"
#include "core/storage/sitesearch.h"
#include "core/storage/storehelp.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

SiteRow siteRow(const ResourceSiteId& id, const Statement& row)
{
    ResourceSite site{.id = id, .organizationName = row.text(2), .serviceName = row.text(1)};
    site.city = row.text(3);
    site.address1 = row.text(4);
    site.address2 = row.text(5);
    site.stateProvince = row.text(6);
    site.postalCode = row.text(7);
    SiteRow shown{id, site.serviceName, site.organizationName, site.city, site.addressLine()};
    shown.hours = records::readSiteHours(QJsonDocument::fromJson(row.text(8).toUtf8()).array());
    shown.hasPosition = !row.value(9).isNull();
    shown.favourite = row.integer(10) != 0;
    return shown;
}

} // namespace

Result<QList<SiteRow>> SqlDirectoryStore::find(const SiteQuery& query, Page page)
{
    const auto hits = SiteSearch(m_database, query).hits(page);
    if (!hits)
        return hits.error();
    QJsonArray places;
    for (const SiteSearch::Hit& hit : *hits)
        places.append(hit.place);
    Statement rowsOf = m_database.statement(
        uR"(SELECT r.id, r.service_name, r.organization_name, r.city, r.address1, r.address2, r.state_province,
                   r.postal_code, r.hours, l.latitude,
                   EXISTS (SELECT 1 FROM favourite f WHERE f.user_id = ? AND f.site_id = r.id
                           AND coalesce(f.removed, 0) = 0), j.key
            FROM json_each(?) j CROSS JOIN site_list l ON l.place = j.value CROSS JOIN resource_site r ON r.id = l.id
            ORDER BY j.key)"_s);
    rowsOf.bind(query.user ? query.user->toString() : u""_s);
    HANDRAIL_TRY(rowsOf.bind(QString::fromUtf8(QJsonDocument(places).toJson(QJsonDocument::Compact))).run());
    QList<SiteRow> rows;
    while (rowsOf.next()) {
        if (const auto id = ResourceSiteId::fromString(rowsOf.text(0))) {
            rows.append(siteRow(*id, rowsOf));
            rows.last().distanceKm = hits->at(rowsOf.integer(11)).distanceKm;
        }
    }
    HANDRAIL_TRY(rowsOf.readToEnd());
    return rows;
}

Result<int> SqlDirectoryStore::count(const SiteQuery& query)
{
    return SiteSearch(m_database, query).count();
}

Result<QList<SiteOption>> SqlDirectoryStore::options(SiteFacet facet)
{
    constexpr int most = 2000;
    Statement query = m_database.statement(
        u"SELECT name, sites FROM site_option WHERE kind = ? AND sites > 0 ORDER BY sites DESC, name LIMIT ?"_s);
    HANDRAIL_TRY(query.bind(QString(QLatin1Char(siteindex::kindOf(facet)))).bind(most).run());
    QList<SiteOption> all;
    while (query.next())
        all.append({query.text(0), int(query.integer(1))});
    HANDRAIL_TRY(query.readToEnd());
    return all;
}

Result<bool> SqlDirectoryStore::isFavourite(const UserId& user, const ResourceSiteId& site)
{
    Statement query = m_database.statement(
        u"SELECT 1 FROM favourite WHERE user_id = ? AND site_id = ? AND coalesce(removed, 0) = 0"_s);
    HANDRAIL_TRY(query.bind(user.toString()).bind(site.toString()).run());
    const bool found = query.next();
    HANDRAIL_TRY(query.readToEnd());
    return found;
}

Result<std::optional<NearPlace>> SqlDirectoryStore::place(const QString& typed)
{
    return SiteSearch::place(m_database, typed);
}

Result<std::optional<ResourceSite>> SqlDirectoryStore::site(const ResourceSiteId& id)
{
    return firstOf(readAll(m_records.select(entityNamed("resource_site"), u"WHERE id = ?"_s, {id.toString()}),
                           records::readResourceSite));
}

Result<QList<ResourceSite>> SqlDirectoryStore::sites(const QList<ResourceSiteId>& ids)
{
    QList<ResourceSite> all;
    for (const ResourceSiteId& id : ids) {
        auto found = site(id);
        if (!found)
            return found.error();
        if (*found)
            all.append(std::move(**found));
    }
    return all;
}

} // namespace handrail
