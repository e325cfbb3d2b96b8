// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/visibility.h"
#include "server/store/database.h"

/// Who sees what, at the server (docs/decisions/0170): core/domain/visibility.h as conditions of SQL, and the number that
/// tells a device that it must start from a snapshot.
namespace handrail::server {

class RecordReader;

/// Whose a record with these fields is, as owner_id has it: a client's or a user's id, or empty for everybody's. Nothing
/// where that is to be learnt from a record that is not here. `key`: the record's own id.
Result<std::optional<QString>> ownerIdOf(RecordReader& reader, const QString& entity, const QUuid& key,
                                         const QJsonObject& fields);

/// A condition of SQL with the values for its question marks.
struct Condition
{
    QString sql;
    QVariantList values;
};

/// Whether `viewer` may see what belongs to the owner that the expression `owner` names ("l.owner_id"), in the row whose
/// agency is `agency` ("l.agency_id"): maySee(), owners of users' own lists and everybody's included.
Condition seenBy(const Viewer& viewer, const QString& agency, const QString& owner);

/// maySee() about the row of client_care that is named `c`.
Condition caredFor(const Viewer& viewer);

/// Whether the viewer may see a client. One who is not known here is nobody's yet, and so everybody's.
Result<bool> maySeeClient(Database& db, const AgencyId& agency, const Viewer& viewer, const ClientId& client);

/// What the user's devices must say to go on from where they are: grows whenever they must start from a snapshot.
Result<qint64> sightOf(Database& db, const AgencyId& agency, const UserId& user);

/// Every device of the user, or of all of the agency, starts from a snapshot at its next request: what is not in it leaves
/// the device. Needed wherever what somebody may see changes in a way that no change in the log says, as when a client is
/// erased. Inside a transaction; who waits for news hears of it after the commit.
Result<void> demandSnapshot(Database& db, const AgencyId& agency, const std::optional<UserId>& user = {});

} // namespace handrail::server
