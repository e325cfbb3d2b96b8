// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/openlocalstore.h"

namespace handrail {

/// Where a new key of the store waits until the file is surely written under it.
QString nextKeyName(const LocalStoreParts& parts);

/// Gives the store in `path` a new key: every page is written anew in one SQLite transaction. Nobody else may have it
/// open. At whatever moment the computer dies, openLocalStore() opens it afterwards, with the old key or the new one:
/// the new key is in the keychain before the first page changes, and the old one stays there until the last has. Errors:
/// Conflict (another program has it open), KeyTrouble, StorageTrouble; the store is as it was then.
Result<void> renewStoreKey(const QString& path, const LocalStoreParts& parts);

} // namespace handrail
