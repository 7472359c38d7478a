// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/ids.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What backups are called, and which of them are kept.
namespace coffee::daemon {

/// When a backup was taken, and the last event in it.
struct BackupName {
    ShopTime at{}; ///< in whole seconds
    Sequence head{0};
    friend auto operator<=>(const BackupName&, const BackupName&) = default;
};

/// `shop-20261129T074928Z-000012345.sqlite`: in the order of time by name.
[[nodiscard]] std::string fileNameOf(const BackupName& name);
/// Nothing for every other name.
[[nodiscard]] std::optional<BackupName> backupNameOf(std::string_view fileName);

/// How many are kept: the newest of each of so many hours that have one, and of so many days.
struct BackupRetention {
    int hourly{48};
    int daily{30};
};

/// Those that are neither the newest of one of the newest hours nor of one of the newest days. The
/// newest of all is never among them. Hours and days of UTC.
[[nodiscard]] std::vector<BackupName> outdated(std::vector<BackupName> backups,
                                               const BackupRetention& keep);

} // namespace coffee::daemon
