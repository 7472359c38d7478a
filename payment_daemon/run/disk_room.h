// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace coffee::daemon {

/// Below this the manager is told that the disk is nearly full.
inline constexpr std::int64_t kDiskLowBytes = std::int64_t{1} << 30;
/// Kept for what must be recorded even on a full disk: results of calls that are out.
inline constexpr std::int64_t kReserveBytes = std::int64_t{16} << 20;

/// The room on the ledger's disk: how much is free, and a file that keeps some of it for the worst
/// moment. Only one thread uses it.
class DiskRoom {
public:
    /// `folder` is the ledger's. Nothing is made yet.
    explicit DiskRoom(std::filesystem::path folder);

    /// Bytes that the daemon may still write, apart from the reserve.
    [[nodiscard]] std::int64_t freeBytes() const;
    /// Keeps the room again. True when all of it is kept.
    bool keepReserve();
    /// Gives it up. True when there was any.
    bool giveUpReserve();

private:
    std::filesystem::path m_folder;
    std::filesystem::path m_reserve;
};

} // namespace coffee::daemon
