// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/numbers.h"

#include <algorithm>

namespace coffee::daemon {

std::int32_t nextNumber(const ShopMemory& memory, BusinessDay day)
{
    const auto held = [&](std::int32_t number) {
        return std::any_of(memory.orders.begin(), memory.orders.end(),
                           [number](const auto& entry) { return entry.second.number == number; });
    };
    std::int32_t number = day == memory.lastDay ? memory.lastNumber + 1 : kFirstNumber;
    while (held(number))
        ++number;
    return number;
}

} // namespace coffee::daemon
