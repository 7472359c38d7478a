// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/customer_basket.h"

#include <vector>

namespace coffee::kiosk {

/// The one row on the review page: something to eat for whoever only drinks, something to drink for
/// whoever only eats. At most `most`, popular ones first, and only what can be had now (`notNow` is
/// what cannot). None for a basket that is empty or has both. The pointers are into its menu.
[[nodiscard]] std::vector<const MenuItem*> suggestionsFor(const CustomerBasket& basket,
                                                          const SoldOut& notNow, std::size_t most);

} // namespace coffee::kiosk
