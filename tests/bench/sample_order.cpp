// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/sample_order.h"

#include "shared/files/menu_file.h"
#include "shared/protocol/codec.h"

#include <stdexcept>

namespace coffee::bench {

using daemon::AttemptRow;
using daemon::OrderRow;

namespace {

const PaymentInfo kPayment{"card", "", "I1234"};
constexpr WaitRange kWait{180, 300};

Menu demoMenu()
{
    auto menu = loadMenu(COFFEE_SOURCE_DIR "/resources/menu.toml");
    if (!menu)
        throw std::runtime_error{"the demo menu cannot be read"};
    return std::move(*menu);
}

} // namespace

std::string demoShopId()
{
    return demoMenu().shopId;
}

PricedBasket pricedByDemoMenu(const Basket& basket)
{
    const auto priced = price(demoMenu(), {}, basket);
    if (!priced)
        throw std::runtime_error{"the basket has no price: " + priced.error().detail};
    return *priced;
}

AttemptRow chargingAttempt(const SampleIds& ids, const PricedBasket& basket)
{
    AttemptRow row;
    row.id = ids.order;
    row.key = ids.key;
    row.machine = ids.kiosk;
    row.quote.value = std::string(32, 'a');
    row.locale = "ko";
    row.basket = basket;
    row.wait = kWait;
    row.openedAt = row.changedAt = ids.at;
    return row;
}

AttemptRow paidAttempt(const SampleIds& ids, const PricedBasket& basket)
{
    AttemptRow row = chargingAttempt(ids, basket);
    row.state = AttemptState::Paid;
    row.cause = "approved";
    row.payment = kPayment;
    row.order = ids.order;
    const OrderRow order = queuedOrder(ids, basket);
    row.finalBody = protocol::encodeBody(protocol::AttemptAnswer{
        protocol::PaidAnswer{order.id, order.number, order.code, order.day, order.paidAt,
                             order.basket, order.payment, order.wait, 0}});
    return row;
}

OrderRow queuedOrder(const SampleIds& ids, const PricedBasket& basket)
{
    OrderRow row;
    row.id = row.attempt = ids.order;
    row.key = ids.key;
    row.number = ids.number;
    row.day = ids.day;
    row.code = "0420";
    row.kiosk = ids.kiosk;
    row.basket = basket;
    row.payment = kPayment;
    row.wait = kWait;
    row.paidAt = row.lastStepAt = ids.at;
    return row;
}

EventBody attemptOpened(const SampleIds& ids, const PricedBasket& basket)
{
    return AttemptOpened{ids.order, ids.kiosk, basket.total};
}

EventBody orderPaid(const SampleIds& ids, const PricedBasket& basket)
{
    return OrderPaid{ids.order, ids.number, ids.order, ids.kiosk, basket, kPayment, kWait};
}

} // namespace coffee::bench
