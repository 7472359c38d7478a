// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"

#include <cstdint>
#include <vector>

namespace coffee::test {

/// A history that does not end between a cancel and its refund.
[[nodiscard]] std::vector<Event> wholeHistory(std::uint64_t seed, std::size_t about);

/// The same with two Zs at its end: one of the first half, one of the rest.
[[nodiscard]] std::vector<Event> withClosings(std::vector<Event> events);

/// What a daemon would have recorded, one step after the other: with keys, codes and stored answers
/// beside what the events tell. Cancels stand in one step with their refunds.
[[nodiscard]] std::vector<daemon::Changes> changesOf(const std::vector<Event>& events);

/// Writes a history into a ledger, all of it in one transaction.
void writeHistory(daemon::Ledger& ledger, const std::vector<Event>& events);

} // namespace coffee::test
