// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace handrail::tests {

/// What goes wrong under SQLite.
enum class Fault {
    Io,       ///< Any call fails, with the code of its kind.
    Full,     ///< A write finds no room.
    NoMemory, ///< Any call finds no memory.
    Busy,     ///< A lock is somebody else's.
};

/// SQLite's file layer, under whatever stands on it (the encryption too), failing when it is told to. SQLite tests
/// itself in this way (sqlite.org/testing.html, "I/O error testing"). Built once against each copy of SQLite that
/// Handrail uses. One thread; made once a process, and never taken away.
class FaultVfs
{
public:
    /// Becomes the default of this process's SQLite.
    static FaultVfs& install();
    ~FaultVfs();

    /// The `nth` call from now on that `fault` can happen to fails, and where it is `sticky` all after it.
    void failAt(int nth, Fault fault, bool sticky);
    /// From now on nothing fails.
    void stopFailing();
    /// How many calls there were that the last failAt() counted.
    [[nodiscard]] int calls() const;
    [[nodiscard]] bool hasFailed() const;
    /// From now on the index of a log ("-shm") stays when its last user leaves: whoever knows the file by its inode, as the
    /// server does, finds it again.
    void keepIndexes();

private:
    FaultVfs();
};

} // namespace handrail::tests
