// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/paid_order.h"

#include <algorithm>

namespace coffee::kiosk {

OrderView orderOf(const protocol::PaidAnswer& paid)
{
    OrderView order;
    order.id = paid.order;
    order.number = paid.number;
    order.day = paid.day;
    order.service = paid.basket.service;
    order.allergyNote = paid.basket.allergyNote;
    order.lines = paid.basket.lines;
    order.total = paid.basket.total;
    order.payment = paid.payment;
    order.wait = paid.wait;
    order.paidAt = paid.at;
    LineNumber number = 0;
    for (const PricedLine& line : paid.basket.lines) {
        ++number;
        for (const PricedUnit& unit : line.units)
            order.units.push_back({number, unit.cup, unit.price, UnitState::Open, {}});
    }
    return order;
}

OrderView orderByNow(const protocol::PaidAnswer& paid, const OrderView* told,
                     const OrderView* known, bool live)
{
    OrderView order = told ? *told : orderOf(paid);
    if (!known || (told && !live))
        return order;
    order.state = known->state;
    order.startedAt = known->startedAt;
    order.readyAt = known->readyAt;
    order.finishedAt = known->finishedAt;
    order.cancelledBy = known->cancelledBy;
    for (std::size_t unit = 0; unit < std::min(order.units.size(), known->units.size()); ++unit)
        if (known->units[unit].state == UnitState::Refused)
            order.units[unit].state = UnitState::Refused;
    return order;
}

} // namespace coffee::kiosk
