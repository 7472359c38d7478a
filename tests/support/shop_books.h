// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"
#include "tests/support/running_shop.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace coffee::test {

/// What the shop has written down, read from its file after its daemon has stopped.
struct ShopBooks {
    std::vector<daemon::OrderRow> orders;     ///< oldest first, with their refunds
    std::vector<daemon::AttemptRow> attempts; ///< in the order of the log
    std::int64_t events{0};
};

/// Reads a stopped shop's file. Throws std::runtime_error when it cannot be read.
[[nodiscard]] ShopBooks readBooks(const QString& file);

/// Compares the shop's books with the bank's, key by key and amount by amount: every charge that
/// was kept belongs to exactly one paid order of that total, every refund of an order was paid
/// once under its key and there is no other, all else comes to nothing, and nothing is under way.
/// One sentence a difference; none when the books are equal.
[[nodiscard]] QStringList compareBooks(const ShopBooks& shop, const BankBooks& bank);

/// Stops the daemon in order, recomputes its ledger from its events, reads it and compares it with
/// the bank. Empty when all of that is well; else what is wrong.
[[nodiscard]] QStringList auditStoppedShop(RunningShop& shop);

/// Whether no payment and no refund is under way any more, as the running daemon sees it.
[[nodiscard]] bool isQuiet(const RunningShop& shop);

} // namespace coffee::test
