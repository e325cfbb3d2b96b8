// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqldirectorystore.h"

#include "core/domain/records/codec.h"
#include "core/storage/searchwords.h"
#include "core/storage/storehelp.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

QString rowsFrom(const QString& places)
{
    return uR"(SELECT r.id, r.service_name, r.organization_name, r.city, r.address1, r.address2, r.state_province,
                      r.postal_code
               FROM (%1) s JOIN site_list l ON l.place = s.place JOIN resource_site r ON r.id = l.id
               ORDER BY s.place)"_s.arg(places);
}

SiteRow siteRow(const ResourceSiteId& id, const Statement& row)
{
    ResourceSite site{.id = id, .organizationName = row.text(2), .serviceName = row.text(1)};
    site.city = row.text(3);
    site.address1 = row.text(4);
    site.address2 = row.text(5);
    site.stateProvince = row.text(6);
    site.postalCode = row.text(7);
    return {id, site.serviceName, site.organizationName, site.city, site.addressLine()};
}

} // namespace

Result<QList<SiteRow>> SqlDirectoryStore::find(const QString& text, Page page)
{
    const QString match = search::matchExpression(text);
    if (match.isEmpty() && !text.trimmed().isEmpty())
        return QList<SiteRow>();
    page = bounded(page);
    Statement query = m_database.statement(
        match.isEmpty() ? rowsFrom(u"SELECT place FROM site_list ORDER BY place LIMIT ? OFFSET ?"_s)
                        : rowsFrom(u"SELECT rowid AS place FROM site_search WHERE site_search MATCH ? "
                                   "ORDER BY rowid LIMIT ? OFFSET ?"_s));
    if (!match.isEmpty())
        query.bind(match);
    HANDRAIL_TRY(query.bind(page.limit).bind(page.offset).run());
    QList<SiteRow> rows;
    while (query.next())
        if (const auto id = ResourceSiteId::fromString(query.text(0)))
            rows.append(siteRow(*id, query));
    HANDRAIL_TRY(query.readToEnd());
    return rows;
}

Result<int> SqlDirectoryStore::count(const QString& text)
{
    const QString match = search::matchExpression(text);
    if (match.isEmpty() && !text.trimmed().isEmpty())
        return 0;
    Statement query = m_database.statement(
        match.isEmpty() ? u"SELECT count(*) FROM (SELECT 1 FROM site_list LIMIT ?)"_s
                        : u"SELECT count(*) FROM (SELECT 1 FROM site_search WHERE site_search MATCH ? LIMIT ?)"_s);
    if (!match.isEmpty())
        query.bind(match);
    HANDRAIL_TRY(query.bind(countLimit).run());
    const int counted = query.next() ? int(query.integer(0)) : 0;
    HANDRAIL_TRY(query.readToEnd());
    return counted;
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
