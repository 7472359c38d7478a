// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/refused_units.h"

#include <QString>

/// What the customer is told of what the bar could not make. In the language of the moment.
namespace coffee::kiosk::words {

/// The bar's or the staff's reason as a sentence: "재료가 떨어졌어요."; somebody's own words as
/// they are; empty where there is nothing to say.
[[nodiscard]] QString reason(const std::string& written);
/// "콜드브루 1개".
[[nodiscard]] QString refusedItems(const RefusedUnits& refused, const OrderView& order);
/// What happens to their money: "만들 수 없어서 돌려 드려요 · 5,000원 · 재료가 떨어졌어요."
[[nodiscard]] QString refusedMoney(const RefusedUnits& refused);
/// The whole in sentences, as far as the order is known: that the shop cancelled it and why, or how
/// much of it cannot be made. Empty for an order that is made as ordered, and for one that the
/// customer cancelled.
[[nodiscard]] QString refusal(const OrderView& order);
/// What stands in place of the steps that a cancelled order does not reach.
[[nodiscard]] QString stopped(const OrderView& order);

} // namespace coffee::kiosk::words
