// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sharedindex.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStorageInfo>

namespace handrail::server {

Result<void> checkRoom(const QString& databaseFile)
{
    const QStorageInfo disk(QFileInfo(databaseFile).absolutePath());
    if (!disk.isValid() || disk.bytesAvailable() >= leastRoom)
        return {};
    return Error{ErrorCode::StorageTrouble,
                 QCoreApplication::translate("ServerStore",
                                             "The disk with the server's database is full. Nothing was changed. Free some space "
                                             "(1 MB at least), and start the server again.")};
}

} // namespace handrail::server
