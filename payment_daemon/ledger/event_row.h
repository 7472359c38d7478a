// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/statement.h"
#include "shared/domain/order_event.h"

#include <optional>
#include <string_view>

namespace coffee::daemon {

/// The columns that `eventOf` reads, in its order.
inline constexpr std::string_view kEventColumns =
    "seq, at, occurred_at, day, role, name, type, body";

/// The event in the current row. Throws `std::runtime_error` when its words or body are not ours.
[[nodiscard]] Event eventOf(const Rows& row);

/// The order, or the attempt, that an event names.
[[nodiscard]] std::optional<OrderId> orderOf(const EventBody& body);
[[nodiscard]] std::optional<AttemptId> attemptOf(const EventBody& body);

} // namespace coffee::daemon
