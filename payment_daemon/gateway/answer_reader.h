// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/gateway/payment_gateway.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace coffee::daemon {

// Reads the bodies of the terminal's HTTP face (payment_daemon/terminal_sim/HTTP.md). Strict: a
// missing, additional or repeated field, a wrong kind, a value out of range or another key than
// the one that was asked for is "not understood" (an empty optional), never a guess.

/// One line of a charge's reply: where it is, or how it ended.
using ChargeLine = std::variant<PaymentPhase, ChargeOutcome>;
[[nodiscard]] std::optional<ChargeLine> readChargeLine(std::string_view line, std::string_view key);

/// The body of a reply that is not 200.
struct TerminalError {
    std::string error; ///< "busy", "not_found", "fenced", "key_reused", "bad_request"
    std::string detail;
    std::chrono::milliseconds retryAfter{0};
};
[[nodiscard]] std::optional<TerminalError> readError(std::string_view body);

[[nodiscard]] std::optional<LookupOutcome> readLookup(std::string_view body, std::string_view key);
[[nodiscard]] std::optional<ReverseOutcome> readReverse(std::string_view body,
                                                        std::string_view key);
[[nodiscard]] std::optional<RefundOutcome> readRefund(std::string_view body, std::string_view key);
[[nodiscard]] std::optional<CancelWaitOutcome> readCancelWait(std::string_view body,
                                                              std::string_view key);

struct ListPage {
    std::vector<ListedCharge> charges;
    std::int64_t lastOrdinal{0}; ///< ask for what comes after this one; 0 on an empty page
    bool hasMore{false};
};
[[nodiscard]] std::optional<ListPage> readListPage(std::string_view body);

} // namespace coffee::daemon
