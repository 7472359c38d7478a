// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/shop_view.h"

#include <string>
#include <vector>

namespace coffee::kiosk {

/// Units of one line that the bar could not make for one reason, and how far their money is.
struct RefusedUnits {
    std::size_t line{0}; ///< counts from 0
    int units{0};
    Money amount;
    RefundState refund{RefundState::Due}; ///< the least settled of them
    std::string reason;                   ///< as the bar wrote it; empty where it is not known
    friend bool operator==(const RefusedUnits&, const RefusedUnits&) = default;
};

/// Of an order whose lines are known, by line. Nothing of one that is known by its number alone.
[[nodiscard]] std::vector<RefusedUnits> refusedUnits(const OrderView& order);

/// The shop cancelled it, and not whoever ordered.
[[nodiscard]] bool isCancelledByShop(const OrderView& order);

} // namespace coffee::kiosk
