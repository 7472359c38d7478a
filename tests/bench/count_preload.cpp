// SPDX-License-Identifier: GPL-3.0-or-later
// Counts what costs time in a process that was started with this library in LD_PRELOAD: calls that
// wait for the disk, and SQL statements. COFFEE_COUNTS names a file of two 64-bit numbers.
#include <sqlite3.h>

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace {

struct Counts {
    std::atomic<std::int64_t> syncs;
    std::atomic<std::int64_t> statements;
};

Counts& counts()
{
    static Counts* shared = [] {
        static Counts lost{};
        const char* path = std::getenv("COFFEE_COUNTS");
        const int file = path ? ::open(path, O_RDWR | O_CLOEXEC) : -1;
        void* memory = ::mmap(nullptr, sizeof(Counts), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        return memory == MAP_FAILED ? &lost : static_cast<Counts*>(memory);
    }();
    return *shared;
}

template <class Function>
Function* next(const char* name)
{
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

int fsync(int file)
{
    static const auto real = next<int(int)>("fsync");
    ++counts().syncs;
    return real(file);
}

int fdatasync(int file)
{
    static const auto real = next<int(int)>("fdatasync");
    ++counts().syncs;
    return real(file);
}

int sqlite3_step(sqlite3_stmt* statement)
{
    static const auto real = next<int(sqlite3_stmt*)>("sqlite3_step");
    if (!sqlite3_stmt_busy(statement))
        ++counts().statements;
    return real(statement);
}

} // extern "C"
