// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"

#include <filesystem>
#include <memory>
#include <string>

namespace coffee::test {

/// The ledger under test: SQLite's, in a file.
[[nodiscard]] std::unique_ptr<daemon::Ledger> openLedger(const std::filesystem::path& file);
inline constexpr const char* kTestEpoch = "00112233445566778899aabbccddeeff";
inline constexpr const char* kTestShop = "test-shop";

/// `kiosk-1-` and the number as 32 hex digits.
[[nodiscard]] AttemptKey attemptKey(std::int64_t number, const std::string& machine = "kiosk-1");
[[nodiscard]] ShopTime at(std::int64_t seconds);

/// Two lines with options, four units, 20,000 won.
[[nodiscard]] PricedBasket someBasket();
[[nodiscard]] daemon::AttemptRow chargingAttempt(AttemptId id);
/// The same row as it is written when its order comes.
[[nodiscard]] daemon::AttemptRow paidAttempt(AttemptId id, OrderId order);
/// With everything that `OrderInserted` needs; number 100 + id.
[[nodiscard]] daemon::OrderRow queuedOrder(OrderId id, AttemptId attempt);
[[nodiscard]] daemon::RefundRow dueRefund(RefundId id, OrderId order, std::int64_t won,
                                          std::vector<UnitNumber> units = {});
[[nodiscard]] Event told(Sequence seq, EventBody body);

/// Records in a transaction of its own; throws what the ledger throws, after undoing.
void commit(daemon::Ledger& ledger, const daemon::Changes& changes);
/// True when the ledger refuses the changes; then nothing of them is there.
[[nodiscard]] bool refuses(daemon::Ledger& ledger, const daemon::Changes& changes);
/// An attempt, paid, with its order.
void commitPaidOrder(daemon::Ledger& ledger, OrderId id);

} // namespace coffee::test
