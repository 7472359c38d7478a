// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/menu_model.h"
#include "kiosk/model/my_order.h"
#include "kiosk/session/idle_guard.h"
#include "kiosk/session/order_session.h"
#include "shared/client/shop_feed.h"

#include <QString>

namespace coffee::kiosk {

/// What a kiosk shows of its shop, beside what comes with the menu.
struct ShopFront {
    QString logoFile{};             ///< a picture that can be read; empty where there is none
    bool takesCashAtCounter{false}; ///< the staff does; this kiosk never
    bool takesPhones{false};        ///< the terminal takes phones and watches as it takes cards
};

/// The presenters that pages show. All outlive every page.
struct PageParts {
    OrderSession& session;
    CustomerBasket& basket;
    MenuModel& menu;
    MyOrder& myOrder;
    IdleGuard& guard;
    client::ShopFeed& feed;
    ShopFront front{};
};

} // namespace coffee::kiosk
