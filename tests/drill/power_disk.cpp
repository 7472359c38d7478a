// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/power_disk.h"

#include <algorithm>
#include <cstring>
#include <new>

#include <sqlite3.h>

namespace coffee::drill {
namespace {

thread_local PowerDisk* t_disk = nullptr;
sqlite3_vfs g_vfs{};

/// An open file. One without a name is a scratch file: no power cut asks for it.
struct Opened {
    std::shared_ptr<PowerDisk::File> file;
    bool scratch{false};
    bool folderToSync{false}; ///< a new log: its name must be on the disk as well
    bool deleteAtClose{false};
    std::string name;
};

struct Handle {
    sqlite3_file base;
    Opened* opened;
};

Opened& openedOf(sqlite3_file* file)
{
    return *reinterpret_cast<Handle*>(file)->opened;
}

void note(const Opened& opened, DiskAct act)
{
    if (opened.scratch)
        return;
    act.file = opened.file->number;
    t_disk->note(std::move(act));
}

int closeFile(sqlite3_file* file)
{
    auto* handle = reinterpret_cast<Handle*>(file);
    if (handle->opened->deleteAtClose && !handle->opened->scratch)
        t_disk->remove(handle->opened->name);
    delete handle->opened;
    handle->opened = nullptr;
    return SQLITE_OK;
}

int readFile(sqlite3_file* file, void* to, int wanted, sqlite3_int64 at)
{
    const std::string& bytes = openedOf(file).file->bytes;
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    const auto there = std::clamp<sqlite3_int64>(size - at, 0, wanted);
    if (there > 0)
        std::memcpy(to, bytes.data() + at, static_cast<std::size_t>(there));
    if (there == wanted)
        return SQLITE_OK;
    std::memset(static_cast<char*>(to) + there, 0, static_cast<std::size_t>(wanted - there));
    return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* file, const void* from, int count, sqlite3_int64 at)
{
    Opened& opened = openedOf(file);
    const std::string bytes{static_cast<const char*>(from), static_cast<std::size_t>(count)};
    std::string& content = opened.file->bytes;
    const auto start = static_cast<std::size_t>(at);
    if (content.size() < start + bytes.size())
        content.resize(start + bytes.size());
    content.replace(start, bytes.size(), bytes);
    note(opened, {DiskAct::Write, 0, {}, at, bytes});
    return SQLITE_OK;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    Opened& opened = openedOf(file);
    opened.file->bytes.resize(static_cast<std::size_t>(size));
    note(opened, {DiskAct::Truncate, 0, {}, size, {}});
    return SQLITE_OK;
}

int syncFile(sqlite3_file* file, int)
{
    Opened& opened = openedOf(file);
    note(opened, {DiskAct::Sync, 0, {}, 0, {}});
    if (opened.folderToSync)
        note(opened, {DiskAct::SyncFolder, 0, {}, 0, {}});
    opened.folderToSync = false;
    return SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    *size = static_cast<sqlite3_int64>(openedOf(file).file->bytes.size());
    return SQLITE_OK;
}

// Nobody else is there.
int lockFile(sqlite3_file*, int)
{
    return SQLITE_OK;
}
int checkReservedLock(sqlite3_file*, int* held)
{
    *held = 0;
    return SQLITE_OK;
}
int fileControl(sqlite3_file*, int, void*)
{
    return SQLITE_NOTFOUND;
}
// The same promises as SQLite's own file system makes of a real disk.
int sectorSize(sqlite3_file*)
{
    return 4096;
}
int deviceCharacteristics(sqlite3_file*)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
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
                                  lockFile,
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
    auto opened = std::make_unique<Opened>();
    opened->deleteAtClose = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
    if (!name) {
        opened->scratch = true;
        opened->file = std::make_shared<PowerDisk::File>();
    } else {
        opened->name = name;
        opened->file = t_disk->find(name);
        if (!opened->file && (flags & SQLITE_OPEN_CREATE) == 0)
            return SQLITE_CANTOPEN;
        if (!opened->file) {
            opened->file = t_disk->create(name);
            opened->folderToSync = (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL)) != 0;
        }
    }
    auto* handle = reinterpret_cast<Handle*>(file);
    handle->opened = opened.release();
    handle->base.pMethods = &kMethods;
    if (outFlags)
        *outFlags = flags;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs*, const char* name, int syncFolder)
{
    if (!t_disk->remove(name))
        return SQLITE_IOERR_DELETE_NOENT;
    if (syncFolder != 0)
        t_disk->note({DiskAct::SyncFolder, 0, {}, 0, {}});
    return SQLITE_OK;
}

int accessFile(sqlite3_vfs*, const char* name, int, int* result)
{
    *result = t_disk->find(name) ? 1 : 0;
    return SQLITE_OK;
}

int fullPathname(sqlite3_vfs*, const char* name, int size, char* to)
{
    sqlite3_snprintf(size, to, "%s", name);
    return SQLITE_OK;
}

} // namespace

PowerDisk::PowerDisk(DiskImage start)
{
    for (auto& [name, bytes] : start)
        m_files[name] = std::make_shared<File>(File{++m_lastFile, std::move(bytes)});
}

PowerDisk::~PowerDisk()
{
    if (t_disk == this)
        t_disk = nullptr;
}

void PowerDisk::use()
{
    t_disk = this;
}

DiskImage PowerDisk::contents() const
{
    DiskImage image;
    for (const auto& [name, file] : m_files)
        image[name] = file->bytes;
    return image;
}

std::shared_ptr<PowerDisk::File> PowerDisk::find(const std::string& name) const
{
    const auto found = m_files.find(name);
    return found == m_files.end() ? nullptr : found->second;
}

std::shared_ptr<PowerDisk::File> PowerDisk::create(const std::string& name)
{
    auto file = std::make_shared<File>(File{++m_lastFile, {}});
    m_files[name] = file;
    note({DiskAct::Create, file->number, name, 0, {}});
    return file;
}

bool PowerDisk::remove(const std::string& name)
{
    const auto found = m_files.find(name);
    if (found == m_files.end())
        return false;
    note({DiskAct::Delete, found->second->number, name, 0, {}});
    m_files.erase(found);
    return true;
}

void PowerDisk::note(DiskAct act)
{
    m_acts.push_back(std::move(act));
}

void installPowerDisk()
{
    g_vfs = *sqlite3_vfs_find(nullptr); // its clock and its randomness
    g_vfs.iVersion = 1;
    g_vfs.szOsFile = sizeof(Handle);
    g_vfs.zName = "power";
    g_vfs.pNext = nullptr;
    g_vfs.xOpen = openFile;
    g_vfs.xDelete = deleteFile;
    g_vfs.xAccess = accessFile;
    g_vfs.xFullPathname = fullPathname;
    sqlite3_vfs_register(&g_vfs, 1);
}

} // namespace coffee::drill
