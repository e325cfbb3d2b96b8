// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/change.h"
#include "core/domain/visibility.h"
#include "server/store/database.h"

namespace handrail::server {

/// How far a device has come in its snapshot. The device keeps it as text: the server remembers nothing of a snapshot, so
/// that it goes on after a cut, a restart, or at another process.
struct SnapshotPlace
{
    qint64 position = 0; ///< The agency's last change when the snapshot began: afterwards the device pulls from there.
    qint64 sight = 0;    ///< sightOf() when it began.
    enum class Stage { Everybodys, Own, Clients } stage = Stage::Everybodys;
    QString owner;  ///< The last record given: whose ...
    int place = -1; ///< ... what kind ...
    QString record; ///< ... and its id.

    [[nodiscard]] QString toText() const;
    /// InvalidInput where it is none.
    static Result<SnapshotPlace> fromText(const QString& text);
};

/// Where a snapshot for that user begins.
Result<SnapshotPlace> beginSnapshot(Database& db, const AgencyId& agency, const UserId& user);

struct SnapshotPage
{
    QList<Change> records; ///< Records as they are now, each as one change for each stamp (RecordReader::statesOf()).
    SnapshotPlace next;
    bool more = true;
};

/// The records after `from` that the viewer may see, at most `limit` and not much more than `maxBytes`: first what is
/// everybody's, then the user's own lists, then client by client, parents before children. What changes meanwhile comes by
/// the pull from SnapshotPlace::position on.
Result<SnapshotPage> snapshotPage(Database& db, const AgencyId& agency, const Viewer& viewer, const SnapshotPlace& from,
                                  int limit, qint64 maxBytes = 3LL * 1024 * 1024);

/// How many clients the viewer may see.
Result<qint64> clientsSeenBy(Database& db, const AgencyId& agency, const Viewer& viewer);

} // namespace handrail::server
