// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/run/disk_room.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <system_error>
#include <unistd.h>

namespace coffee::daemon {

DiskRoom::DiskRoom(std::filesystem::path folder)
    : m_folder{std::move(folder)}, m_reserve{m_folder / "reserve"}
{
}

std::int64_t DiskRoom::freeBytes() const
{
    struct statvfs room {};
    if (::statvfs(m_folder.c_str(), &room) != 0)
        return 0;
    return static_cast<std::int64_t>(room.f_bavail) * static_cast<std::int64_t>(room.f_frsize);
}

bool DiskRoom::keepReserve()
{
    std::error_code none;
    if (std::filesystem::file_size(m_reserve, none) == static_cast<std::uintmax_t>(kReserveBytes))
        return true;
    const int file = ::open(m_reserve.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    const bool kept = ::posix_fallocate(file, 0, kReserveBytes) == 0;
    ::close(file);
    if (!kept)
        std::filesystem::remove(m_reserve, none); // half a reserve is none
    return kept;
}

bool DiskRoom::giveUpReserve()
{
    std::error_code none;
    return std::filesystem::remove(m_reserve, none);
}

} // namespace coffee::daemon
