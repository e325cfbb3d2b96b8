// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"
#include "core/storage/database.h"

#include <QSet>

namespace handrail {

/// Clients that were merged into one another (docs/decisions/0135), as the store knows them: `client_kept` says of each
/// whom it stands for. The answers follow core/domain/mergedclients.h.
class ClientFamilies
{
public:
    explicit ClientFamilies(Database& database)
        : m_database(database)
    {
    }

    /// The kept one of `id`: itself where it was never merged.
    Result<QString> keptOf(const QString& id);
    /// All that the kept one of `id` stands for, it first.
    Result<QStringList> familyOf(const QString& id);
    /// A client appeared, or whom it was merged into changed: brings `client_kept` up to date. All whose family may be
    /// another now.
    Result<QSet<QString>> update(const QString& id);

private:
    Result<void> addNeighbours(const QString& id, QStringList& todo);
    Result<QString> mergedInto(const QString& id);
    Database& m_database;
};

/// A condition on a column with a client's id, for all of the client's family.
struct FamilyCondition
{
    QString sql; ///< "column = ?" or "column IN (?, ?)"
    QVariantList values;
};
Result<FamilyCondition> inFamilyOf(Database& database, const QString& column, const ClientId& client);

} // namespace handrail
