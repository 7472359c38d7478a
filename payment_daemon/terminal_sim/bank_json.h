// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/terminal_sim/bank_ledger.h"

#include <string>
#include <string_view>

namespace coffee::terminal {

// The bank's entries as HTTP.md shows them.

/// The record of a look-up or a list. `state` is a word of HTTP.md, `phase` empty unless the charge
/// is under way.
[[nodiscard]] std::string chargeRecord(const BankCharge& charge, std::string_view state,
                                       std::string_view phase);
/// The last line of a charge's reply. The charge is over.
[[nodiscard]] std::string endOfCharge(const BankCharge& charge);
/// One line for each entry of the books, as `GET /v1/ledger` and `--dump` show them, and a last
/// line with the totals.
[[nodiscard]] std::string ledgerLines(const BankLedger& ledger);

} // namespace coffee::terminal
