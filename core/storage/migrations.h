// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

namespace handrail {

/// The store version that this program knows: the number of the last file in core/storage/sql.
inline constexpr int storeVersion = 4;
/// The oldest program (by its storeVersion) that may still work on a file of this version.
inline constexpr int minCompatibleStoreVersion = 2;

/// Brings the open file up to `storeVersion`, one file of core/storage/sql after the other, each in a transaction with
/// its number: an upgrade that breaks off goes on where it was. docs/database.md is the recipe.
/// NewerVersion where the file is of a version that this program can't work on; the file is then left as it is.
Result<void> migrate(Database& database);

/// The version of the open file; 0 before the first migration.
Result<int> fileVersion(Database& database);

} // namespace handrail
