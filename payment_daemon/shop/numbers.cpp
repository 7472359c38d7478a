// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/numbers.h"

#include <algorithm>

namespace coffee::daemon {

std::int32_t nextNumber(const ShopMemory& memory, BusinessDay day)
{
    // This day's numbers are all below the next one; only older orders, the first of the map, may
    // still hold it.
    const auto today = std::find_if(memory.orders.begin(), memory.orders.end(),
                                    [day](const auto& entry) { return entry.second.day >= day; });
    const auto held = [&](std::int32_t number) {
        return std::any_of(memory.orders.begin(), today,
                           [number](const auto& entry) { return entry.second.number == number; });
    };
    std::int32_t number = day == memory.lastDay ? memory.lastNumber + 1 : kFirstNumber;
    while (held(number))
        ++number;
    return number;
}

} // namespace coffee::daemon
