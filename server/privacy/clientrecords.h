// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/address.h"
#include "server/store/records.h"

#include <QMap>

namespace handrail::server {

/// Every record of one person: those of the client's own record, of all that were merged with it, and what refers to
/// them. What another client shares (a number of a household, its opt-out) is not among them.
struct ClientRecords
{
    QStringList clients;              ///< The person's records, the kept one among them.
    QMap<QString, QStringList> byKind; ///< Entity of records/schema.h -> ids, "client" too.
    QList<Address> ownAddresses;       ///< Those that no other client has.

    [[nodiscard]] QStringList of(const QString& entity) const { return byKind.value(entity); }
    [[nodiscard]] qsizetype count() const;
};

/// NotFound where there is no such client.
Result<ClientRecords> recordsOfClient(RecordReader& reader, const ClientId& client);

/// Runs `sql` with %1 in place of the question marks for a part of `ids`, after `first`; part by part, as no database
/// takes any number of them. `row` sees each row of the answers.
Result<void> forIds(Database& db, const QString& sql, const QVariantList& first, const QStringList& ids,
                    const std::function<void(const Rows&)>& row = {});

} // namespace handrail::server
