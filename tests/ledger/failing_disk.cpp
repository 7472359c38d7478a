// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ledger/failing_disk.h"

#include <cstddef>
#include <new>

#include <sqlite3.h>

namespace coffee::test::failing_disk {
namespace {

bool g_full = false;
bool g_syncBroken = false;
sqlite3_vfs* g_real = nullptr;
sqlite3_vfs g_failing{};

/// The real file lies right behind, in the memory that SQLite gave us.
struct File {
    sqlite3_file base;
};

sqlite3_file* realOf(sqlite3_file* file)
{
    constexpr std::size_t kAligned = (sizeof(File) + alignof(std::max_align_t) - 1) /
                                     alignof(std::max_align_t) * alignof(std::max_align_t);
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<std::byte*>(file) + kAligned);
}

constexpr int kExtraBytes = static_cast<int>(sizeof(File) + 2 * alignof(std::max_align_t));

int closeFile(sqlite3_file* file)
{
    return realOf(file)->pMethods->xClose(realOf(file));
}
int readFile(sqlite3_file* file, void* to, int bytes, sqlite3_int64 at)
{
    return realOf(file)->pMethods->xRead(realOf(file), to, bytes, at);
}
int writeFile(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 at)
{
    if (g_full)
        return SQLITE_FULL;
    return realOf(file)->pMethods->xWrite(realOf(file), from, bytes, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}
int syncFile(sqlite3_file* file, int flags)
{
    if (g_syncBroken)
        return SQLITE_IOERR_FSYNC;
    return realOf(file)->pMethods->xSync(realOf(file), flags);
}
int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}
int lockFile(sqlite3_file* file, int level)
{
    return realOf(file)->pMethods->xLock(realOf(file), level);
}
int unlockFile(sqlite3_file* file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}
int checkReservedLock(sqlite3_file* file, int* held)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), held);
}
int fileControl(sqlite3_file* file, int operation, void* argument)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}
int sectorSize(sqlite3_file* file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}
int deviceCharacteristics(sqlite3_file* file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}

/// Version 1: no shared memory and no memory maps, which a ledger never uses.
const sqlite3_io_methods kMethods{1,
                                  closeFile,
                                  readFile,
                                  writeFile,
                                  truncateFile,
                                  syncFile,
                                  fileSize,
                                  lockFile,
                                  unlockFile,
                                  checkReservedLock,
                                  fileControl,
                                  sectorSize,
                                  deviceCharacteristics,
                                  nullptr,
                                  nullptr,
                                  nullptr,
                                  nullptr,
                                  nullptr,
                                  nullptr};

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    file->pMethods = nullptr;
    const int code = g_real->xOpen(g_real, name, realOf(file), flags, outFlags);
    if (code == SQLITE_OK)
        file->pMethods = &kMethods;
    return code;
}

} // namespace

void install()
{
    g_real = sqlite3_vfs_find(nullptr);
    g_failing = *g_real;
    g_failing.zName = "failing";
    g_failing.szOsFile += kExtraBytes;
    g_failing.xOpen = openFile;
    sqlite3_vfs_register(&g_failing, 1);
}

void fill(bool full)
{
    g_full = full;
}

void breakSync(bool broken)
{
    g_syncBroken = broken;
}

} // namespace coffee::test::failing_disk
