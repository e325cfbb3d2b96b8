// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStorageInfo>
#include <QString>

namespace handrail {

/// Less than this, and not even a lock file finds its place.
inline constexpr qint64 roomForAFile = 64LL * 1024;

/// Whether a disk is full is decided here and nowhere else: less than `bytes` are free for us where `folder` lies. False
/// where the system does not say; the write that fails will tell.
inline bool isDiskFull(const QString& folder, qint64 bytes = roomForAFile)
{
    const QStorageInfo disk(folder);
    return disk.isValid() && disk.isReady() && disk.bytesAvailable() >= 0 && disk.bytesAvailable() < bytes;
}

} // namespace handrail
