// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/drill/told_journal.h"
#include "tests/support/running_shop.h"

#include <string>
#include <vector>

namespace coffee::drill {

/// What a shop's file, its bank and its clients' journals say while the daemon is dead.
struct DeadShop {
    std::filesystem::path database; ///< a copy of the file with its log, to be opened and changed
    test::BankBooks bank;           ///< asked before the next daemon was started
    std::vector<ToldLine> told;     ///< by all clients so far
};

/// What must hold at every moment, however the daemon ended, also with payments and refunds under
/// way: the bank charges only what was recorded before, every order is paid with its amount, a
/// refund that is recorded as done was paid once, nothing is paid back that the shop does not owe,
/// and every answer that a client was given stands in the shop's file byte for byte. One sentence
/// a difference.
[[nodiscard]] std::vector<std::string> differencesAtThisMoment(const DeadShop& shop);

} // namespace coffee::drill
