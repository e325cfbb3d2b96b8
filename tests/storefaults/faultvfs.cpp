// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storefaults/faultvfs.h"

#include "tests/storefaults/defaultvfs.h"

#include <new>

namespace handrail::tests {

namespace {

struct State
{
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    int failAt = 0; ///< 0: never.
    int calls = 0;
    Fault fault = Fault::Io;
    bool sticky = false;
    bool failed = false;
    bool keepsIndexes = false;
};
State state;

/// An open file: SQLite's part, and behind it the real one.
struct File
{
    sqlite3_file base;
    sqlite3_file* real;
};
sqlite3_file* realOf(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file)->real;
}

enum class Call { Write, Lock, Other };

bool concerns(Call call)
{
    switch (state.fault) {
    case Fault::Full:
        return call == Call::Write;
    case Fault::Busy:
        return call == Call::Lock;
    case Fault::Io:
    case Fault::NoMemory:
        return true;
    }
    return true;
}

/// SQLITE_OK, or what the call has to fail with. `code`: the I/O error of its kind.
int verdict(Call call, int code)
{
    if (!concerns(call))
        return SQLITE_OK;
    ++state.calls;
    const bool now = state.failAt > 0 && (state.sticky ? state.calls >= state.failAt : state.calls == state.failAt);
    if (!now)
        return SQLITE_OK;
    state.failed = true;
    switch (state.fault) {
    case Fault::Io:
        return code;
    case Fault::Full:
        return SQLITE_FULL;
    case Fault::NoMemory:
        return code == SQLITE_CANTOPEN ? SQLITE_NOMEM : SQLITE_IOERR_NOMEM;
    case Fault::Busy:
        return SQLITE_BUSY;
    }
    return code;
}

/// The body of a call that is passed on unless it fails.
#define HANDRAIL_PASS(kind, code, call)                                                                                \
    if (const int refused = verdict(kind, code); refused != SQLITE_OK)                                                 \
        return refused;                                                                                                \
    sqlite3_file* real = realOf(file);                                                                                 \
    return real->pMethods->call

int closeFile(sqlite3_file* file)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods != nullptr ? real->pMethods->xClose(real) : SQLITE_OK;
}
int readFile(sqlite3_file* file, void* to, int size, sqlite3_int64 at)
{
    HANDRAIL_PASS(Call::Other, SQLITE_IOERR_READ, xRead(real, to, size, at));
}
int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 at)
{
    HANDRAIL_PASS(Call::Write, SQLITE_IOERR_WRITE, xWrite(real, from, size, at));
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    HANDRAIL_PASS(Call::Other, SQLITE_IOERR_TRUNCATE, xTruncate(real, size));
}
int syncFile(sqlite3_file* file, int flags)
{
    HANDRAIL_PASS(Call::Other, SQLITE_IOERR_FSYNC, xSync(real, flags));
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    HANDRAIL_PASS(Call::Other, SQLITE_IOERR_FSTAT, xFileSize(real, size));
}
int lockFile(sqlite3_file* file, int level)
{
    HANDRAIL_PASS(Call::Lock, SQLITE_IOERR_LOCK, xLock(real, level));
}
int unlockFile(sqlite3_file* file, int level)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods->xUnlock(real, level); // giving back always works: the system does it for a dead process too
}
int checkReserved(sqlite3_file* file, int* is)
{
    HANDRAIL_PASS(Call::Other, SQLITE_IOERR_CHECKRESERVEDLOCK, xCheckReservedLock(real, is));
}
int fileControl(sqlite3_file* file, int what, void* with)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods->xFileControl(real, what, with);
}
int sectorSize(sqlite3_file* file)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods->xSectorSize(real);
}
int characteristics(sqlite3_file* file)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods->xDeviceCharacteristics(real);
}
int shmMap(sqlite3_file* file, int page, int size, int extend, void volatile** to)
{
    HANDRAIL_PASS(Call::Other, SQLITE_IOERR_SHMMAP, xShmMap(real, page, size, extend, to));
}
int shmLock(sqlite3_file* file, int offset, int count, int flags)
{
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        sqlite3_file* real = realOf(file);
        return real->pMethods->xShmLock(real, offset, count, flags);
    }
    HANDRAIL_PASS(Call::Lock, SQLITE_IOERR_SHMLOCK, xShmLock(real, offset, count, flags));
}
void shmBarrier(sqlite3_file* file)
{
    sqlite3_file* real = realOf(file);
    real->pMethods->xShmBarrier(real);
}
int shmUnmap(sqlite3_file* file, int remove)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods->xShmUnmap(real, state.keepsIndexes ? 0 : remove);
}
int fetch(sqlite3_file* file, sqlite3_int64 at, int size, void** to)
{
    HANDRAIL_PASS(Call::Other, SQLITE_IOERR_MMAP, xFetch(real, at, size, to));
}
int unfetch(sqlite3_file* file, sqlite3_int64 at, void* from)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods->xUnfetch(real, at, from);
}
#undef HANDRAIL_PASS

const sqlite3_io_methods methods = {3,           closeFile,     readFile,    writeFile,  truncateFile,
                                    syncFile,    sizeOfFile,    lockFile,    unlockFile, checkReserved,
                                    fileControl, sectorSize,    characteristics, shmMap, shmLock,
                                    shmBarrier,  shmUnmap,      fetch,       unfetch};

int openFile(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* got)
{
    auto* made = reinterpret_cast<File*>(file);
    made->base.pMethods = nullptr;
    if (const int refused = verdict(Call::Other, SQLITE_CANTOPEN); refused != SQLITE_OK)
        return refused;
    made->real = reinterpret_cast<sqlite3_file*>(made + 1);
    const int opened = state.real->xOpen(state.real, name, made->real, flags, got);
    if (made->real->pMethods != nullptr)
        made->base.pMethods = &methods;
    return opened;
}
int deleteFile(sqlite3_vfs*, const char* name, int sync)
{
    if (const int refused = verdict(Call::Other, SQLITE_IOERR_DELETE); refused != SQLITE_OK)
        return refused;
    return state.real->xDelete(state.real, name, sync);
}
int accessFile(sqlite3_vfs*, const char* name, int flags, int* is)
{
    if (const int refused = verdict(Call::Other, SQLITE_IOERR_ACCESS); refused != SQLITE_OK)
        return refused;
    return state.real->xAccess(state.real, name, flags, is);
}
/// Nobody waits in a test; that it would have is enough.
int sleepNot(sqlite3_vfs*, int microseconds)
{
    return microseconds;
}

} // namespace

FaultVfs::FaultVfs()
{
    state.real = belowAll();
    state.vfs = *state.real;
    state.vfs.pNext = nullptr;
    state.vfs.zName = "handrail-faults";
    state.vfs.szOsFile = int(sizeof(File)) + state.real->szOsFile;
    state.vfs.xOpen = openFile;
    state.vfs.xDelete = deleteFile;
    state.vfs.xAccess = accessFile;
    state.vfs.xSleep = sleepNot;
    putBelowAll(state.vfs);
}

FaultVfs::~FaultVfs() = default;

FaultVfs& FaultVfs::install()
{
    static FaultVfs only;
    return only;
}

void FaultVfs::failAt(int nth, Fault fault, bool sticky)
{
    state.failAt = nth;
    state.fault = fault;
    state.sticky = sticky;
    state.calls = 0;
    state.failed = false;
}

void FaultVfs::stopFailing()
{
    state.failAt = 0;
}

int FaultVfs::calls() const
{
    return state.calls;
}

void FaultVfs::keepIndexes()
{
    state.keepsIndexes = true;
}

bool FaultVfs::hasFailed() const
{
    return state.failed;
}

} // namespace handrail::tests
