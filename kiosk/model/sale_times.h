// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/shop_feed.h"
#include "shared/domain/basket.h"

namespace coffee::kiosk {

/// The items of the menu that are not sold at this time of day, by the shop's clock as the feed
/// knows it and the zone of this machine. None before the clock was heard: the daemon has the say.
[[nodiscard]] SoldOut outsideHours(const Menu& menu, const client::ShopFeed& feed);

/// Whether the shop takes orders at this time of day, by the same clock; so it does before that was
/// heard.
[[nodiscard]] bool isOpenNow(const Menu& menu, const client::ShopFeed& feed);

} // namespace coffee::kiosk
