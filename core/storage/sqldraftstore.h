// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/storage/database.h"

namespace handrail {

/// Drafts in the encrypted store. They are no records: not stamped, not synced.
class SqlDraftStore : public DraftStore
{
public:
    explicit SqlDraftStore(Database& database)
        : m_database(database)
    {
    }
    Result<void> save(const Draft& draft) override;
    Result<void> discard(const QString& name) override;
    Result<std::optional<Draft>> draft(const QString& name) override;
    Result<QList<Draft>> drafts() override;

private:
    Database& m_database;
};

} // namespace handrail
