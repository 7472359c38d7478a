// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/refused_units.h"

#include <algorithm>

namespace coffee::kiosk {
namespace {

RefundState refundOf(const OrderView& order, UnitNumber unit)
{
    for (const RefundView& refund : order.refunds)
        if (std::find(refund.units.begin(), refund.units.end(), unit) != refund.units.end())
            return refund.state;
    return RefundState::Due; // its event is on the way
}

/// Whoever waits for a part of it waits for all of it.
RefundState lessSettled(RefundState left, RefundState right)
{
    for (const RefundState state : {RefundState::NeedsReview, RefundState::Due})
        if (left == state || right == state)
            return state;
    return RefundState::Done;
}

} // namespace

std::vector<RefusedUnits> refusedUnits(const OrderView& order)
{
    std::vector<RefusedUnits> all;
    for (std::size_t index = 0; index < order.units.size(); ++index) {
        const UnitView& unit = order.units[index];
        if (unit.state != UnitState::Refused || !order.lineOf(unit))
            continue;
        const RefundState refund = refundOf(order, static_cast<UnitNumber>(index + 1));
        const auto line = static_cast<std::size_t>(unit.line) - 1;
        const auto known = std::find_if(all.begin(), all.end(), [&](const RefusedUnits& one) {
            return one.line == line && one.reason == unit.reason;
        });
        if (known == all.end()) {
            all.push_back({line, 1, unit.price, refund, unit.reason});
            continue;
        }
        ++known->units;
        known->amount = known->amount.plus(unit.price).value_or(known->amount);
        known->refund = lessSettled(known->refund, refund);
    }
    return all;
}

bool isCancelledByShop(const OrderView& order)
{
    return order.state == OrderState::Cancelled && order.cancelledBy &&
           *order.cancelledBy != CancelledBy::Customer;
}

} // namespace coffee::kiosk
