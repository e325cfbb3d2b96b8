// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QString>

namespace handrail::server {

/// SQLite keeps the index of its log in a mapped file ("-shm"). On a file system with blocks smaller than a page parts of that
/// file have no place on the disk until they are written, and writing one on a full disk ends the process with SIGBUS. So the
/// file gets its place while there is room (docs/decisions/0261).

/// Before a database file is opened: an error where less than `leastRoom` is free, since SQLite makes the index anew then.
Result<void> checkRoom(const QString& databaseFile);
inline constexpr qint64 leastRoom = 1024 * 1024;

/// After it was opened: gives the index its place, once for each such file in the life of the process.
void takeRoomForIndex(const QString& databaseFile);

} // namespace handrail::server
