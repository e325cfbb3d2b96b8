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
    Result<QList<SiteRow>> find(const QString& text, Page page) override;
    Result<int> count(const QString& text) override;
    Result<std::optional<ResourceSite>> site(const ResourceSiteId& id) override;
    Result<QList<ResourceSite>> sites(const QList<ResourceSiteId>& ids) override;

private:
    Database& m_database;
    RecordTables& m_records;
};

} // namespace handrail
