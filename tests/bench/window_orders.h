// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/shop_view.h"

#include <vector>

namespace coffee::bench {

inline constexpr int kOpenOrders = 1000;

/// The menu of the demo shop.
[[nodiscard]] Menu demoMenu();
/// One to three lines of the menu, the same for one seed.
[[nodiscard]] Basket smallBasket(const Menu& menu, std::uint64_t seed);
/// A shop in which this many orders are paid and nobody has begun; the first event is number 1.
[[nodiscard]] std::vector<Event> openOrders(const Menu& menu, int count);

} // namespace coffee::bench
