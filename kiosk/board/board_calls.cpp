// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/board/board_calls.h"

#include <algorithm>

namespace coffee::board {

std::vector<BoardCalls::Call> BoardCalls::due(const OrderBoard& board, ShopTime now)
{
    std::erase_if(m_called, [&board](const auto& called) {
        const OrderView* order = board.find(called.first);
        return !order || order->state != OrderState::Ready;
    });
    std::vector<std::pair<ShopTime, Call>> due;
    for (const auto& [id, order] : board.all()) {
        if (order.state != OrderState::Ready)
            continue;
        const bool isAgain = order.calledAt > order.readyAt;
        const ShopTime since = isAgain ? order.calledAt : order.readyAt;
        const auto waited = now - since;
        if ((!isAgain && waited < kCallAfter) || waited > kCallWithin)
            continue;
        const auto [called, isNew] = m_called.try_emplace(id, since);
        if (!isNew && called->second >= since)
            continue;
        called->second = since;
        due.push_back({since, {id, order.number}});
    }
    std::stable_sort(due.begin(), due.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    std::vector<Call> calls;
    for (const auto& [since, call] : due)
        calls.push_back(call);
    return calls;
}

} // namespace coffee::board
