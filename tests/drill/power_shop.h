// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"
#include "tests/drill/power_disk.h"

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace coffee::drill {

/// Of everything that stands in a ledger's tables, row by row.
using Digest = std::uint64_t;

/// A shop's ledger at work on a disk that writes everything down: a random history, recorded in
/// batches as the daemon records them, and closed and opened again now and then. One thread's.
class PowerShop {
public:
    explicit PowerShop(std::uint32_t seed);

    [[nodiscard]] const std::vector<DiskAct>& acts() const { return m_disk.acts(); }
    /// How many commits had returned when this act had not yet happened.
    [[nodiscard]] std::size_t committedBefore(std::size_t act) const;
    [[nodiscard]] std::size_t commits() const { return m_marks.size(); }
    /// What the ledger holds after so many commits; nothing stands for no ledger at all.
    [[nodiscard]] std::optional<Digest> digestAfter(std::size_t commits);

private:
    /// The disk after a commit, as every program saw it.
    struct Mark {
        std::size_t acts{0};
        DiskImage contents;
        std::optional<Digest> digest;
    };

    void work(std::minstd_rand& random);
    void mark();

    PowerDisk m_disk;
    std::vector<Mark> m_marks;
    std::uint32_t m_seed;
};

/// The database on a power disk.
inline constexpr const char* kPowerFile = "/shop.sqlite";

/// Lets the real ledger recover whatever lies on the disk, loads it and closes it.
void recover(PowerDisk& disk);
/// What the recovered file says. Throws std::runtime_error when SQLite's own check finds damage.
[[nodiscard]] Digest digestOf(PowerDisk& disk);
/// What `verify` finds wrong with it.
[[nodiscard]] std::vector<std::string> verify(PowerDisk& disk);

} // namespace coffee::drill
