// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/safe_files.h"

#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace coffee::daemon {
namespace {

namespace fs = std::filesystem;

void sync(const fs::path& path, int flags)
{
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    const bool synced = file >= 0 && ::fsync(file) == 0;
    const std::error_code why{errno, std::generic_category()};
    if (file >= 0)
        ::close(file);
    if (!synced)
        throw fs::filesystem_error{"it cannot be put on the disk", path, why};
}

} // namespace

void syncFile(const fs::path& file)
{
    sync(file, O_RDWR);
}

void syncFolder(const fs::path& folder)
{
    sync(folder.empty() ? fs::path{"."} : folder, O_RDONLY | O_DIRECTORY);
}

void moveSynced(const fs::path& from, const fs::path& to)
{
    std::error_code moved;
    fs::rename(from, to, moved);
    if (moved == std::errc::cross_device_link) {
        fs::copy_file(from, to, fs::copy_options::overwrite_existing);
        fs::remove(from);
    } else if (moved) {
        throw fs::filesystem_error{"it cannot be moved", from, to, moved};
    }
    syncFile(to);
}

void publish(const fs::path& part, const fs::path& name)
{
    fs::rename(part, name);
    syncFolder(name.parent_path());
}

} // namespace coffee::daemon
