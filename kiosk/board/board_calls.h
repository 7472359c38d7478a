// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/shop_view.h"

#include <chrono>
#include <map>
#include <vector>

namespace coffee::board {

/// A number is called so long after it became ready: a slip of the barista's hand that is undone
/// within that time is never heard.
inline constexpr std::chrono::seconds kCallAfter{3};
/// What became ready longer ago than this is not called any more: after a pause of the network
/// nobody hears ten numbers in a row.
inline constexpr std::chrono::seconds kCallWithin{30};

/// Decides which numbers are called aloud, and when. Pure: it is told the board and the shop's
/// time.
class BoardCalls {
public:
    struct Call {
        OrderId order{0};
        std::int32_t number{0};
        friend bool operator==(const Call&, const Call&) = default;
    };

    /// The numbers that are due now, longest ready first; each is given once. A number that staff
    /// call again is due at once.
    [[nodiscard]] std::vector<Call> due(const OrderBoard& board, ShopTime now);

private:
    std::map<OrderId, ShopTime> m_called; ///< which of its calls was given last
};

} // namespace coffee::board
