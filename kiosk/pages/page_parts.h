// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/menu_model.h"
#include "kiosk/model/my_order.h"
#include "kiosk/session/idle_guard.h"
#include "kiosk/session/order_session.h"
#include "shared/client/shop_feed.h"

namespace coffee::kiosk {

/// The presenters that pages show. All outlive every page.
struct PageParts {
    OrderSession& session;
    CustomerBasket& basket;
    MenuModel& menu;
    MyOrder& myOrder;
    IdleGuard& guard;
    client::ShopFeed& feed;
};

} // namespace coffee::kiosk
