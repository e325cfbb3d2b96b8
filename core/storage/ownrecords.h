// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/ids.h"
#include "core/storage/recordtables.h"

namespace handrail {

/// What this device made or changed last of records that the snapshot under way did not have, or had as they were before, as
/// changes to push again: for a server that was put back from a backup, which lost what it had acknowledged since. Not what
/// waits to be pushed anyway. A message comes as it was made, waiting, and canceled where this device has called it off: what
/// else became of it only the server may say.
Result<QList<Change>> ownUnseenRecords(Database& database, RecordTables& records, const QUuid& device, Ids& ids);

} // namespace handrail
