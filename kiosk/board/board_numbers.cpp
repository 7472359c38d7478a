// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/board/board_numbers.h"

#include <algorithm>

namespace coffee::board {
namespace {

bool isToldOf(const OrderView& order, ShopTime now)
{
    switch (order.state) {
    case OrderState::Queued:
    case OrderState::Making:
        return order.unitsIn(UnitState::Refused) > 0;
    case OrderState::Ready:
        return order.unitsIn(UnitState::Refused) > 0 &&
               now - std::max(order.readyAt, order.calledAt) < kClearsAfter;
    case OrderState::Collected:
        return false;
    case OrderState::Cancelled:
        return order.cancelledBy && *order.cancelledBy != CancelledBy::Customer &&
               now - order.finishedAt < kCancelledFor;
    }
    return false;
}

} // namespace

BoardNumbers boardNumbers(const OrderBoard& board, ShopTime now)
{
    struct Ready {
        ShopTime at;
        BoardNumber number;
    };
    BoardNumbers numbers;
    std::vector<Ready> ready;
    for (const auto& [id, order] : board.all()) {
        if (isToldOf(order, now))
            numbers.told.push_back({id, order.number, order.unitsIn(UnitState::Refused),
                                    order.state == OrderState::Cancelled});
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
    std::reverse(numbers.told.begin(), numbers.told.end());
    return numbers;
}

} // namespace coffee::board
