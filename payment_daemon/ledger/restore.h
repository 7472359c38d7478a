// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/ids.h"
#include "shared/domain/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace coffee::daemon {

/// What stands in the place of the backup now, and what stood there before.
struct Restored {
    Sequence head{0};               ///< the last event that is there
    ShopTime at{};                  ///< of that event
    std::filesystem::path replaced; ///< the folder with the files that were there; empty: none were
};

struct RestoreOrder {
    std::filesystem::path backup;
    std::filesystem::path folder; ///< a daemon's `--data`
    std::string epoch;            ///< of the log that begins: 32 hex digits, random
    bool overNewer{false};        ///< also when the ledger that is there knows more than the backup
};

/// Puts a backup where a daemon will find it, on an empty machine or over a stopped shop.
///
/// The backup is copied, recomputed from its events, and takes the ledger's name in one step; the
/// files that were there are kept in a folder of their own. What stands there then is another log
/// than before: screens take it up anew, and the daemon compares it with the bank's books before it
/// takes payments (`kCompareSince`).
///
/// Fails with one sentence and changes nothing when a daemon runs there, when the backup is not
/// sound, or when the ledger that is there is newer than the backup or of another log and
/// `overNewer` does not say that this is wanted.
[[nodiscard]] Result<Restored, std::string> restoreLedger(const RestoreOrder& order);

} // namespace coffee::daemon
