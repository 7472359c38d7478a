// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/basket.h"
#include "tests/support/random.h"

namespace coffee::test {

/// A menu that the menu reader would accept, with every kind of group: required, optional,
/// counted, with and without a default, with discounts.
[[nodiscard]] Menu randomMenu(Random& random);

/// One line that `priceLine` accepts, for an item of the menu.
[[nodiscard]] BasketLine randomLine(Random& random, const Menu& menu, ServiceMode service);

/// A basket that `price` accepts when nothing is sold out.
[[nodiscard]] Basket randomBasket(Random& random, const Menu& menu);

} // namespace coffee::test
