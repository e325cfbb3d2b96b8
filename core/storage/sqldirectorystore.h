// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/storage/recordtables.h"

namespace handrail {

/// The resource directory in the encrypted store.
class SqlDirectoryStore : public DirectoryStore
{
public:
    SqlDirectoryStore(Database& database, RecordTables& records)
        : m_database(database)
        , m_records(records)
    {
    }
    using DirectoryStore::count;
    using DirectoryStore::find;
    Result<QList<SiteRow>> find(const SiteQuery& query, Page page) override;
    Result<int> count(const SiteQuery& query) override;
    Result<QList<SiteOption>> options(SiteFacet facet) override;
    Result<bool> isFavourite(const UserId& user, const ResourceSiteId& site) override;
    Result<std::optional<NearPlace>> place(const QString& typed) override;
    Result<std::optional<ResourceSite>> site(const ResourceSiteId& id) override;
    Result<QList<ResourceSite>> sites(const QList<ResourceSiteId>& ids) override;

private:
    Database& m_database;
    RecordTables& m_records;
};

} // namespace handrail
