// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sharedindex.h"

#include "core/ports/diskroom.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace handrail::server {

Result<void> checkRoom(const QString& databaseFile)
{
    if (!isDiskFull(QFileInfo(databaseFile).absolutePath(), leastRoom))
        return {};
    return Error{ErrorCode::StorageTrouble,
                 QCoreApplication::translate("ServerStore",
                                             "The disk with the server's database is full. Nothing was changed. Free some space "
                                             "(1 MB at least), and start the server again.")};
}

} // namespace handrail::server
