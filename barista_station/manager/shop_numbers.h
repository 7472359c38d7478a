// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/shop_view.h"

#include <chrono>
#include <vector>

namespace coffee::station {

/// How many orders are in a state, and for how long the oldest has been.
struct QueueCount {
    std::int32_t orders{0};
    std::chrono::seconds oldest{0};
    std::int32_t oldestNumber{0}; ///< 0 when there is none
    friend bool operator==(const QueueCount&, const QueueCount&) = default;
};

/// The shop in a handful of numbers.
struct ShopNumbers {
    QueueCount queued;
    QueueCount making;
    QueueCount ready;
    std::int32_t unitsWaiting{0};
    ShopTotals today;
    std::int32_t chargesUnderWay{0}; ///< waiting for a card or the bank
    std::int32_t chargesUnknown{0};  ///< looked up or reversed
    std::int32_t reviews{0};         ///< attempts and refunds that need a person
    std::int32_t refundsDue{0};
    Money refundsDueAmount;
    friend bool operator==(const ShopNumbers&, const ShopNumbers&) = default;
};

/// `now` is shop time. Ages count from payment, of ready orders from when they became ready.
[[nodiscard]] ShopNumbers shopNumbers(const ShopView& view, ShopTime now);

/// One row of the manager's list of orders.
struct OrderRow {
    OrderId order{0};
    std::int32_t number{0};
    OrderState state{OrderState::Queued};
    ServiceMode service{ServiceMode::Here};
    std::string kiosk;
    std::vector<PricedLine> lines;
    Money total;
    Money refunded;
    std::int32_t refundsOpen{0};
    ShopTime paidAt{};
    bool canCancel{false};
    bool canRefund{false}; ///< something is left of the payment and the order was not cancelled
    friend bool operator==(const OrderRow&, const OrderRow&) = default;
};

/// What a manager may still ask for: the daemon decides.
[[nodiscard]] bool mayCancel(const OrderView& order);
[[nodiscard]] bool mayRefund(const OrderView& order);

/// Newest first. `search` is a number's beginning; empty shows all.
[[nodiscard]] std::vector<OrderRow> orderRows(const OrderBoard& board, const std::string& search);

} // namespace coffee::station
