// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sharedindex.h"

#include <QFile>
#include <fcntl.h>
#include <mutex>
#include <set>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace handrail::server {

void takeRoomForIndex(const QString& databaseFile)
{
    // Enough for the index of a log of half a gigabyte.
    constexpr off_t wanted = 1024 * 1024;
    static std::mutex mutex;
    static std::set<std::pair<dev_t, ino_t>> done;
    const std::lock_guard lock(mutex);
    const QByteArray path = QFile::encodeName(databaseFile + QStringLiteral("-shm"));
    struct stat file = {};
    if (::stat(path.constData(), &file) != 0 || !done.insert({file.st_dev, file.st_ino}).second)
        return;
    // Never closed: closing any descriptor of a file ends all locks that the process has on it (fcntl(2)), SQLite's too.
    const int descriptor = ::open(path.constData(), O_RDWR | O_CLOEXEC);
    // The size stays: what it tells belongs to SQLite. Where the file system can't, all is as it was.
    if (descriptor >= 0)
        [[maybe_unused]] const int taken = ::fallocate(descriptor, FALLOC_FL_KEEP_SIZE, 0, wanted);
}

} // namespace handrail::server
