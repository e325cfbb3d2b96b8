// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storefaults/powercutvfs.h"

#include "tests/storefaults/defaultvfs.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <deque>
#include <memory>
#include <random>
#include <vector>

namespace handrail::tests {

namespace {

constexpr qsizetype sector = 512;

/// A file of the disk: as its users see it, and what is sure.
struct Stored
{
    QByteArray now;
    QByteArray synced;
    /// Sectors as they were after each write since the last sync: any of them may be what the disk has.
    QHash<qsizetype, QList<QByteArray>> loose;
    /// The index of the log, shared by all who have the file open.
    std::deque<std::array<char, 32768>> shared;
    std::array<int, SQLITE_SHM_NLOCK> readers{};
    std::array<bool, SQLITE_SHM_NLOCK> writer{};
};

struct Disk
{
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    QHash<QByteArray, std::shared_ptr<Stored>> files;
    std::mt19937_64 chance;
    int calls = 0;
    int lifetime = 0;
    bool dead = false;
    bool lies = false;
};
Disk disk;

struct File
{
    sqlite3_file base;
    std::shared_ptr<Stored>* stored;
    std::array<bool, SQLITE_SHM_NLOCK>* reads;
    std::array<bool, SQLITE_SHM_NLOCK>* writes;
};
File& of(sqlite3_file* file)
{
    return *reinterpret_cast<File*>(file);
}
Stored& storedOf(sqlite3_file* file)
{
    return **of(file).stored;
}

/// What the disk has of a file whose last sync is some writes ago.
QByteArray keptOf(const Stored& file)
{
    const qsizetype lengths[] = {file.synced.size(), file.now.size()};
    QByteArray kept = file.synced;
    kept.resize(std::max(lengths[0], lengths[1]));
    if (kept.size() > file.synced.size())
        std::memset(kept.data() + file.synced.size(), 0, size_t(kept.size() - file.synced.size()));
    for (auto one = file.loose.begin(); one != file.loose.end(); ++one) {
        const auto choices = one.value().size() + 1;
        const auto pick = qsizetype(disk.chance() % quint64(choices));
        if (pick == choices - 1)
            continue; // as it was
        const QByteArray& written = one.value()[pick];
        const qsizetype at = one.key() * sector;
        // One in four is torn: only its beginning came down.
        qsizetype length = disk.chance() % 4 == 0 ? qsizetype(disk.chance() % sector) : sector;
        length = std::min({length, written.size(), kept.size() - at});
        if (length > 0)
            std::memcpy(kept.data() + at, written.constData(), size_t(length));
    }
    if (lengths[0] != lengths[1] && disk.chance() % 2 == 0)
        kept.resize(lengths[0]); // the new length did not come down
    else
        kept.resize(lengths[1]);
    return kept;
}

void powerFails()
{
    disk.dead = true;
    for (const auto& file : std::as_const(disk.files)) {
        file->now = keptOf(*file);
        file->synced = file->now;
        file->loose.clear();
    }
}

/// False where there is no power any more.
bool spend()
{
    if (disk.dead)
        return false;
    ++disk.calls;
    if (disk.lifetime == 0 || disk.calls < disk.lifetime)
        return true;
    powerFails();
    return false;
}

int closeFile(sqlite3_file* file)
{
    File& open = of(file);
    for (size_t i = 0; i < SQLITE_SHM_NLOCK; ++i) {
        (*open.stored)->readers[i] -= (*open.reads)[i] ? 1 : 0;
        if ((*open.writes)[i])
            (*open.stored)->writer[i] = false;
    }
    delete open.stored;
    delete open.reads;
    delete open.writes;
    return SQLITE_OK;
}
int readFile(sqlite3_file* file, void* to, int size, sqlite3_int64 at)
{
    if (disk.dead)
        return SQLITE_IOERR_READ;
    const QByteArray& bytes = storedOf(file).now;
    const auto there = std::clamp<qsizetype>(bytes.size() - at, 0, size);
    if (there > 0)
        std::memcpy(to, bytes.constData() + at, size_t(there));
    std::memset(static_cast<char*>(to) + there, 0, size_t(size - there));
    return there < size ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
}
int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 at)
{
    Stored& stored = storedOf(file);
    if (disk.dead)
        return SQLITE_IOERR_WRITE;
    const qsizetype end = at + size;
    if (stored.now.size() < end) {
        const qsizetype old = stored.now.size();
        stored.now.resize(end);
        std::memset(stored.now.data() + old, 0, size_t(end - old));
    }
    std::memcpy(stored.now.data() + at, from, size_t(size));
    for (qsizetype i = at / sector; i * sector < end; ++i)
        stored.loose[i].append(stored.now.mid(i * sector, sector));
    return spend() ? SQLITE_OK : SQLITE_IOERR_WRITE;
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    if (!spend())
        return SQLITE_IOERR_TRUNCATE;
    storedOf(file).now.truncate(size);
    return SQLITE_OK;
}
int syncFile(sqlite3_file* file, int)
{
    if (!spend())
        return SQLITE_IOERR_FSYNC;
    if (!disk.lies) {
        Stored& stored = storedOf(file);
        stored.synced = stored.now;
        stored.loose.clear();
    }
    return SQLITE_OK;
}
int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    *size = storedOf(file).now.size();
    return disk.dead ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}
int fine(sqlite3_file*, int)
{
    return SQLITE_OK;
}
int notReserved(sqlite3_file*, int* is)
{
    *is = 0;
    return SQLITE_OK;
}
int unknownControl(sqlite3_file*, int, void*)
{
    return SQLITE_NOTFOUND;
}
int sectorSize(sqlite3_file*)
{
    return int(sector);
}
int promisesNothing(sqlite3_file*)
{
    return 0;
}
int shmMap(sqlite3_file* file, int page, int size, int extend, void volatile** to)
{
    Stored& stored = storedOf(file);
    *to = nullptr;
    if (disk.dead || size > 32768)
        return SQLITE_IOERR_SHMMAP;
    while (extend != 0 && int(stored.shared.size()) <= page)
        stored.shared.emplace_back().fill(0);
    if (page < int(stored.shared.size()))
        *to = stored.shared[size_t(page)].data();
    return SQLITE_OK;
}
int shmLock(sqlite3_file* file, int offset, int count, int flags)
{
    Stored& stored = storedOf(file);
    auto& reads = *of(file).reads;
    auto& writes = *of(file).writes;
    for (int n = offset; n < offset + count; ++n) {
        const auto i = size_t(n);
        if ((flags & SQLITE_SHM_UNLOCK) != 0)
            continue;
        const bool othersWrite = stored.writer[i] && !writes[i];
        const bool othersRead = stored.readers[i] > (reads[i] ? 1 : 0);
        if (othersWrite || ((flags & SQLITE_SHM_EXCLUSIVE) != 0 && othersRead))
            return SQLITE_BUSY;
    }
    const bool gives = (flags & SQLITE_SHM_UNLOCK) != 0;
    for (int n = offset; n < offset + count; ++n) {
        const auto i = size_t(n);
        if ((flags & SQLITE_SHM_SHARED) != 0) {
            if (reads[i] == gives)
                stored.readers[i] += gives ? -1 : 1;
            reads[i] = !gives;
        } else {
            stored.writer[i] = !gives;
            writes[i] = !gives;
        }
    }
    return SQLITE_OK;
}
void shmBarrier(sqlite3_file*) { }
int shmUnmap(sqlite3_file* file, int remove)
{
    if (remove != 0)
        storedOf(file).shared.clear();
    return SQLITE_OK;
}

const sqlite3_io_methods methods = {2,           closeFile,      readFile,       writeFile,       truncateFile, syncFile,
                                    sizeOfFile,  fine,           fine,           notReserved,     unknownControl,
                                    sectorSize,  promisesNothing, shmMap,        shmLock,         shmBarrier,
                                    shmUnmap,    nullptr,        nullptr};

int openFile(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* got)
{
    File& made = of(file);
    made.base.pMethods = nullptr;
    const QByteArray path = name != nullptr ? QByteArray(name) : "temp-" + QByteArray::number(disk.files.size());
    const bool exists = disk.files.contains(path);
    if (disk.dead || (!exists && (flags & SQLITE_OPEN_CREATE) == 0))
        return SQLITE_CANTOPEN;
    auto& stored = disk.files[path];
    if (!stored)
        stored = std::make_shared<Stored>();
    made.stored = new std::shared_ptr<Stored>(stored);
    made.reads = new std::array<bool, SQLITE_SHM_NLOCK>{};
    made.writes = new std::array<bool, SQLITE_SHM_NLOCK>{};
    made.base.pMethods = &methods;
    if (got != nullptr)
        *got = flags;
    return SQLITE_OK;
}
int deleteFile(sqlite3_vfs*, const char* name, int)
{
    if (!spend())
        return SQLITE_IOERR_DELETE;
    return disk.files.remove(name) > 0 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}
int accessFile(sqlite3_vfs*, const char* name, int, int* is)
{
    *is = disk.files.contains(name) ? 1 : 0;
    return disk.dead ? SQLITE_IOERR_ACCESS : SQLITE_OK;
}
int fullPath(sqlite3_vfs*, const char* name, int size, char* to)
{
    return qstrlen(name) < size_t(size) && qstrncpy(to, name, size_t(size)) != nullptr ? SQLITE_OK : SQLITE_CANTOPEN;
}

} // namespace

PowerCutVfs& PowerCutVfs::install()
{
    static PowerCutVfs only;
    if (disk.real == nullptr) {
        disk.real = belowAll();
        disk.vfs = *disk.real;
        disk.vfs.pNext = nullptr;
        disk.vfs.zName = "handrail-power";
        disk.vfs.szOsFile = int(sizeof(File));
        disk.vfs.xOpen = openFile;
        disk.vfs.xDelete = deleteFile;
        disk.vfs.xAccess = accessFile;
        disk.vfs.xFullPathname = fullPath;
    }
    putBelowAll(disk.vfs);
    return only;
}

void PowerCutVfs::powerOn(const Files& files, int calls, quint64 seed)
{
    disk.files.clear();
    for (auto file = files.begin(); file != files.end(); ++file) {
        auto stored = std::make_shared<Stored>();
        stored->now = stored->synced = file.value();
        disk.files.insert(file.key(), stored);
    }
    disk.chance.seed(seed);
    disk.calls = 0;
    disk.lifetime = calls;
    disk.dead = disk.lies = false;
}

void PowerCutVfs::cut()
{
    if (!disk.dead)
        powerFails();
}

bool PowerCutVfs::isDead() const
{
    return disk.dead;
}

PowerCutVfs::Files PowerCutVfs::files() const
{
    Files files;
    for (auto file = disk.files.begin(); file != disk.files.end(); ++file)
        files.insert(file.key(), file.value()->now);
    return files;
}

int PowerCutVfs::calls() const
{
    return disk.calls;
}

void PowerCutVfs::lieAboutSyncs(bool lies)
{
    disk.lies = lies;
}

} // namespace handrail::tests
