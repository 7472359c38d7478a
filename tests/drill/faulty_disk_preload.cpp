// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that fails, under one folder of a process that was started with this library in
// LD_PRELOAD. COFFEE_FAULTY_FOLDER names the folder; which fault there is says the name of a file
// in the folder that COFFEE_FAULTS names, looked for at every call:
//   full          nothing can be written (ENOSPC)
//   full_reserve  the same until the file `reserve` in the folder is gone or empty
//   no_sync       what was written is not confirmed (EIO)
//   read_only     nothing can be opened for writing or written (EROFS)
//   low           statvfs says that half a GiB is left
//   clock         the wall clock is an hour ahead
// Everything else goes through.
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <dlfcn.h>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace {

template <class Function>
Function* next(const char* name)
{
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

bool hasFault(const char* name)
{
    const char* faults = std::getenv("COFFEE_FAULTS");
    return faults && ::access((std::string{faults} + '/' + name).c_str(), F_OK) == 0;
}

bool isConcerned(const char* path)
{
    const char* folder = std::getenv("COFFEE_FAULTY_FOLDER");
    return folder && path && std::strncmp(path, folder, std::strlen(folder)) == 0;
}

bool isConcerned(int file)
{
    char link[64];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    char path[PATH_MAX + 1];
    const ssize_t size = ::readlink(link, path, PATH_MAX);
    if (size < 0)
        return false;
    path[size] = '\0';
    return isConcerned(path);
}

bool reserveIsThere()
{
    struct stat found {};
    return ::stat((std::string{std::getenv("COFFEE_FAULTY_FOLDER")} + "/reserve").c_str(),
                  &found) == 0 &&
           found.st_size > 0;
}

/// Sets errno and says true when this file cannot be written now.
bool refusesWrites(int file)
{
    if (!isConcerned(file))
        return false;
    if (hasFault("read_only"))
        errno = EROFS;
    else if (hasFault("full") || (hasFault("full_reserve") && reserveIsThere()))
        errno = ENOSPC;
    else
        return false;
    return true;
}

bool refusesSync(int file)
{
    if (!hasFault("no_sync") || !isConcerned(file))
        return false;
    errno = EIO;
    return true;
}

bool refusesOpening(const char* path, int flags)
{
    const bool writes = (flags & O_ACCMODE) != O_RDONLY;
    if (!writes || !isConcerned(path) || !hasFault("read_only"))
        return false;
    errno = EROFS;
    return true;
}

mode_t modeOf(int flags, std::va_list list)
{
    return (flags & O_CREAT) != 0 ? static_cast<mode_t>(va_arg(list, unsigned)) : 0;
}

} // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* found)
{
    constexpr time_t kHour = 3'600;
    const int result = next<decltype(::clock_gettime)>("clock_gettime")(clock, found);
    if (result == 0 && clock == CLOCK_REALTIME && hasFault("clock"))
        found->tv_sec += kHour;
    return result;
}

ssize_t write(int file, const void* bytes, size_t size)
{
    return refusesWrites(file) ? -1 : next<decltype(::write)>("write")(file, bytes, size);
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t at)
{
    return refusesWrites(file) ? -1 : next<decltype(::pwrite)>("pwrite")(file, bytes, size, at);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at)
{
    return refusesWrites(file) ? -1 : next<decltype(::pwrite64)>("pwrite64")(file, bytes, size, at);
}
int posix_fallocate(int file, off_t at, off_t size)
{
    if (isConcerned(file) && (hasFault("full") || hasFault("full_reserve")))
        return ENOSPC;
    return next<decltype(::posix_fallocate)>("posix_fallocate")(file, at, size);
}
int fsync(int file)
{
    return refusesSync(file) ? -1 : next<decltype(::fsync)>("fsync")(file);
}
int fdatasync(int file)
{
    return refusesSync(file) ? -1 : next<decltype(::fdatasync)>("fdatasync")(file);
}
int open(const char* path, int flags, ...)
{
    std::va_list list;
    va_start(list, flags);
    const mode_t mode = modeOf(flags, list);
    va_end(list);
    return refusesOpening(path, flags) ? -1 : next<decltype(::open)>("open")(path, flags, mode);
}
int open64(const char* path, int flags, ...)
{
    std::va_list list;
    va_start(list, flags);
    const mode_t mode = modeOf(flags, list);
    va_end(list);
    return refusesOpening(path, flags) ? -1 : next<decltype(::open64)>("open64")(path, flags, mode);
}
int statvfs(const char* path, struct statvfs* found)
{
    const int result = next<decltype(::statvfs)>("statvfs")(path, found);
    if (result == 0 && isConcerned(path) && hasFault("low"))
        found->f_bavail = (std::size_t{512} << 20U) / found->f_frsize;
    return result;
}

} // extern "C"
