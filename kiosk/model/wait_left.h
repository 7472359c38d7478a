// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/shop_feed.h"

#include <optional>

namespace coffee::kiosk {

/// What a customer whose order waits or is being made is told of its end.
struct WaitLeft {
    std::optional<WaitRange> range; ///< from now; empty where nothing more is known
    bool isLate{false};             ///< it takes longer than this customer was told
    /// As the shop said it before it fell silent: from then, and not counted down.
    bool isLastKnown{false};
    friend bool operator==(const WaitLeft&, const WaitLeft&) = default;
};

/// From the newest that the daemon told. `told` is what it said of this very order (order.show);
/// without it, its range for a new order, which every heartbeat brings, is taken for the order's
/// place among those that wait: it grows when the bar is away or slow, and never ends below what is
/// left of the range that the customer was told.
[[nodiscard]] WaitLeft waitLeft(const client::ShopFeed& feed, const OrderView& order,
                                const std::optional<WaitRange>& told = {});

} // namespace coffee::kiosk
