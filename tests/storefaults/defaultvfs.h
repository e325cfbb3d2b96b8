// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>
#include <string>
#if SQLITE_VERSION_NUMBER < 3042000
using sqlite3_filename = const char*;
#endif

namespace handrail::tests {

/// The system's own file layer, below encryption and all.
inline sqlite3_vfs* belowAll()
{
    sqlite3_initialize();
    for (const char* name : {"unix", "win32"})
        if (sqlite3_vfs* found = sqlite3_vfs_find(name))
            return found;
    return sqlite3_vfs_find(nullptr);
}

/// Every database that is opened from now on stands on `vfs`, encrypted ones too: SQLite3 Multiple Ciphers puts its
/// own layer over it.
inline void putBelowAll(sqlite3_vfs& vfs)
{
#ifdef HANDRAIL_WITH_CIPHERS
    sqlite3_vfs_register(&vfs, 0);
    const std::string ciphers = std::string("multipleciphers-") + vfs.zName;
    if (sqlite3_vfs* made = sqlite3_vfs_find(ciphers.c_str()))
        sqlite3_vfs_register(made, 1);
    else
        sqlite3mc_vfs_create(vfs.zName, 1);
#else
    sqlite3_vfs_register(&vfs, 1);
#endif
}

} // namespace handrail::tests
