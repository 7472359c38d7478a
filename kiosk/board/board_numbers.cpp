// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/board/board_numbers.h"

#include <algorithm>

namespace coffee::board {

BoardNumbers boardNumbers(const OrderBoard& board, ShopTime now)
{
    struct Ready {
        ShopTime at;
        BoardNumber number;
    };
    BoardNumbers numbers;
    std::vector<Ready> ready;
    for (const auto& [id, order] : board.all()) {
        if (order.state == OrderState::Queued || order.state == OrderState::Making) {
            numbers.preparing.push_back({id, order.number, false});
        } else if (order.state == OrderState::Ready) {
            const ShopTime at = std::max(order.readyAt, order.calledAt);
            ready.push_back({at, {id, order.number, now - at < kNewFor}});
        }
    }
    std::stable_sort(ready.begin(), ready.end(),
                     [](const Ready& left, const Ready& right) { return left.at > right.at; });
    for (const Ready& one : ready)
        (now - one.at < kClearsAfter ? numbers.ready : numbers.left).push_back(one.number);
    return numbers;
}

} // namespace coffee::board
