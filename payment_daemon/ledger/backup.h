// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/backup_names.h"
#include "shared/domain/result.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

namespace coffee::daemon {

/// A good backup: one file, recomputed from its events, on its disk for good.
struct Backup {
    std::filesystem::path file;
    BackupName name;
    std::int64_t bytes{0};
};

/// Makes a backup of a whole copy of a ledger (`LedgerCopy`): moves it into `folder`, which is made
/// when it is not there, checks it there (the file itself, and every state and amount recomputed
/// from the events), syncs it and gives it its name. What fails leaves nothing behind, and one
/// sentence. Takes as long as reading the whole log takes; any thread, but not the shop's.
[[nodiscard]] Result<Backup, std::string> keepBackup(const std::filesystem::path& copy,
                                                     const std::filesystem::path& folder,
                                                     ShopTime at, const std::stop_token& stop = {});

/// Removes the backups beside `ours` that are of the same shop and that `keep` does not want, and
/// gives back how many. Other files, and the backups of other shops, are left alone.
int removeOutdated(const std::filesystem::path& ours, const BackupRetention& keep);

} // namespace coffee::daemon
