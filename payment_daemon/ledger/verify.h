// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/result.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace coffee::daemon {

/// One place where a ledger is not what its events say, or not sound in itself.
struct LedgerDifference {
    std::string where; ///< "orders 17, state", "events 240, chain"
    std::string expected;
    std::string found;
    friend bool operator==(const LedgerDifference&, const LedgerDifference&) = default;
};

/// `WHERE: expected EXPECTED, found FOUND`
[[nodiscard]] std::string toText(const LedgerDifference& difference);

struct LedgerVerdict {
    std::int64_t events{0};
    std::int64_t orders{0};
    std::vector<LedgerDifference> differences; ///< none in a sound ledger
};

/// After so many the rest is not looked for: somebody must look at the file anyway.
inline constexpr std::size_t kDifferencesMax = 1000;

/// Recomputes every state and every amount of a ledger from its events alone and compares them with
/// the tables, column by column; checks the chain of the events, that their sequence has no gaps
/// and their time never goes back, the stored answers, the money of every order, every Z, the
/// stored view, the tables' own rules and the file itself.
///
/// Columns that no event tells are checked against each other where they can be (claim codes and
/// stored answers), else for their form: keys, quotes, locales, the kiosk's "shown", tries of
/// codes, stored answers of operations, tombstones and settings.
///
/// For backups and stopped shops: a running daemon's file is locked. Changes nothing. Fails with
/// one sentence when the file cannot be read as a ledger.
/// `stop` ends it early, as a failure.
[[nodiscard]] Result<LedgerVerdict, std::string> verifyLedger(const std::filesystem::path& file,
                                                              const std::stop_token& stop = {});

} // namespace coffee::daemon
