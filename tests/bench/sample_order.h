// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"

#include <string>

/// One order as the demo shop would record it, for whoever writes without deciding.
namespace coffee::bench {

/// What is written with it; the rest of a sample is always the same.
struct SampleIds {
    OrderId order{1}; ///< and its attempt
    std::int32_t number{101};
    BusinessDay day{0};
    ShopTime at{};
    AttemptKey key;
    std::string kiosk{"kiosk-1"};
};

/// Prices `basket` by the demo menu. Throws std::runtime_error when it cannot.
[[nodiscard]] PricedBasket pricedByDemoMenu(const Basket& basket);
[[nodiscard]] std::string demoShopId();

[[nodiscard]] daemon::AttemptRow chargingAttempt(const SampleIds& ids, const PricedBasket& basket);
[[nodiscard]] daemon::AttemptRow paidAttempt(const SampleIds& ids, const PricedBasket& basket);
[[nodiscard]] daemon::OrderRow queuedOrder(const SampleIds& ids, const PricedBasket& basket);
[[nodiscard]] EventBody attemptOpened(const SampleIds& ids, const PricedBasket& basket);
[[nodiscard]] EventBody orderPaid(const SampleIds& ids, const PricedBasket& basket);

} // namespace coffee::bench
