// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/result.h"

#include <filesystem>
#include <string>

namespace coffee::daemon {

/// The hash of the shop's PIN in a backup or a stopped shop's file; empty when none is set. Fails
/// with one sentence.
[[nodiscard]] Result<std::string, std::string> pinHashIn(const std::filesystem::path& ledger);

/// The empty books of a new shop.
struct NewLedger {
    std::filesystem::path folder; ///< a daemon's `--data`
    std::string epoch;            ///< 32 hex digits, random
    std::string shopId;
    std::string pinHash; ///< may be empty: `coffeectl pin` sets the PIN then
};
/// Fails with one sentence, and changes nothing, when there are books in that folder.
[[nodiscard]] Result<Done, std::string> makeLedger(const NewLedger& wanted);

} // namespace coffee::daemon
