// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/shop_view.h"

#include <algorithm>

namespace coffee {
namespace {

bool hasOpenRefund(const OrderView& order)
{
    return std::any_of(order.refunds.begin(), order.refunds.end(),
                       [](const RefundView& refund) { return refund.state != RefundState::Done; });
}

OrderView paidOrder(const Event& event, const OrderPaid& paid)
{
    OrderView order;
    order.id = paid.order;
    order.number = paid.number;
    order.day = event.day;
    order.service = paid.basket.service;
    order.kiosk = paid.kiosk;
    order.allergyNote = paid.basket.allergyNote;
    order.lines = paid.basket.lines;
    order.total = paid.basket.total;
    order.payment = paid.payment;
    order.wait = paid.wait;
    order.paidAt = event.at;
    LineNumber number = 0;
    for (const PricedLine& line : paid.basket.lines) {
        ++number;
        for (const PricedUnit& unit : line.units)
            order.units.push_back({number, unit.cup, unit.price, UnitState::Open, {}});
    }
    return order;
}

OrderView appearedOrder(const Event& event, const OrderAppeared& appeared)
{
    OrderView order;
    order.id = appeared.order;
    order.number = appeared.number;
    order.day = event.day;
    order.service = appeared.service;
    order.wait = appeared.wait;
    order.paidAt = event.at;
    order.units.resize(static_cast<std::size_t>(appeared.units));
    return order;
}

void stamp(OrderView& order, const OrderMoved& moved, ShopTime when)
{
    order.state = moved.to;
    switch (moved.step) {
    case OrderStep::Start:
        order.startedAt = when;
        break;
    case OrderStep::PutBack:
        order.startedAt = {};
        break;
    case OrderStep::Finish:
        order.readyAt = when;
        break;
    case OrderStep::Collect:
        order.finishedAt = when;
        break;
    case OrderStep::Recall:
        // The original times are kept: a mis-bumped ticket is as old as it ever was.
        order.finishedAt = {};
        break;
    case OrderStep::Cancel:
    case OrderStep::CancelByStaff:
        break;
    }
}

} // namespace

std::int32_t OrderView::unitsIn(UnitState unitState) const
{
    return static_cast<std::int32_t>(
        std::count_if(units.begin(), units.end(),
                      [unitState](const UnitView& unit) { return unit.state == unitState; }));
}

Money OrderView::refunded() const
{
    std::int64_t won = 0;
    for (const RefundView& refund : refunds)
        won += refund.amount.won();
    return Money::fromWon(won);
}

void OrderBoard::apply(const Event& event)
{
    if (const auto* paid = std::get_if<OrderPaid>(&event.body)) {
        OrderView order = paidOrder(event, *paid);
        order.changedBy = event.seq;
        m_orders.insert_or_assign(paid->order, std::move(order));
    } else if (const auto* appeared = std::get_if<OrderAppeared>(&event.body)) {
        OrderView order = appearedOrder(event, *appeared);
        order.changedBy = event.seq;
        m_orders.insert_or_assign(appeared->order, std::move(order));
    } else if (const auto* moved = std::get_if<OrderMoved>(&event.body)) {
        if (OrderView* order = findMutable(moved->order)) {
            stamp(*order, *moved, event.occurredAt);
            order->changedBy = event.seq;
            if (moved->to == OrderState::Collected)
                finish(moved->order);
            else if (moved->from == OrderState::Collected)
                unfinish(moved->order);
        }
    } else if (const auto* cancelled = std::get_if<OrderCancelled>(&event.body)) {
        if (OrderView* order = findMutable(cancelled->order)) {
            order->state = OrderState::Cancelled;
            order->finishedAt = event.occurredAt;
            order->cancelledBy = cancelled->by;
            order->cancelReason = cancelled->reason;
            order->stopUnacknowledged = cancelled->by != CancelledBy::Shop;
            order->changedBy = event.seq;
            finish(cancelled->order);
        }
    } else if (const auto* unit = std::get_if<UnitMoved>(&event.body)) {
        OrderView* order = findMutable(unit->order);
        if (order && unit->unit >= 1 &&
            static_cast<std::size_t>(unit->unit) <= order->units.size()) {
            UnitView& view = order->units[static_cast<std::size_t>(unit->unit) - 1];
            view.state = unit->to;
            view.reason = unit->reason;
            order->changedBy = event.seq;
        }
    } else if (const auto* called = std::get_if<OrderCalled>(&event.body)) {
        if (OrderView* order = findMutable(called->order)) {
            order->calledAt = event.occurredAt;
            order->changedBy = event.seq;
        }
    } else if (const auto* stop = std::get_if<StopAcknowledged>(&event.body)) {
        if (OrderView* order = findMutable(stop->order)) {
            order->stopUnacknowledged = false;
            order->wasted = stop->made;
            order->changedBy = event.seq;
        }
        forget();
    } else if (const auto* opened = std::get_if<RefundOpened>(&event.body)) {
        if (OrderView* order = findMutable(opened->order)) {
            order->refunds.push_back({opened->refund, opened->amount, RefundState::Due,
                                      opened->units, opened->reason, event.at});
            order->changedBy = event.seq;
        }
    } else if (const auto* refund = std::get_if<RefundMoved>(&event.body)) {
        if (OrderView* order = findMutable(refund->order)) {
            for (RefundView& view : order->refunds)
                if (view.id == refund->refund) {
                    view.state = refund->to;
                    view.since = event.at;
                }
            order->changedBy = event.seq;
        }
        forget();
    }
}

const OrderView* OrderBoard::find(OrderId order) const
{
    const auto found = m_orders.find(order);
    return found == m_orders.end() ? nullptr : &found->second;
}

OrderView* OrderBoard::findMutable(OrderId order)
{
    const auto found = m_orders.find(order);
    return found == m_orders.end() ? nullptr : &found->second;
}

const OrderView* OrderBoard::findByNumber(std::int32_t number) const
{
    for (auto entry = m_orders.rbegin(); entry != m_orders.rend(); ++entry)
        if (entry->second.number == number)
            return &entry->second;
    return nullptr;
}

std::vector<const OrderView*> OrderBoard::open() const
{
    std::vector<const OrderView*> orders;
    for (const auto& [id, order] : m_orders)
        if (isOpen(order.state))
            orders.push_back(&order);
    return orders;
}

std::int32_t OrderBoard::ordersAhead(OrderId order) const
{
    std::int32_t ahead = 0;
    for (const auto& [id, other] : m_orders) {
        if (id >= order)
            break;
        if (other.state == OrderState::Queued || other.state == OrderState::Making)
            ++ahead;
    }
    return ahead;
}

std::int32_t OrderBoard::unitsWaiting() const
{
    std::int32_t units = 0;
    for (const auto& [id, order] : m_orders)
        if (order.state == OrderState::Queued || order.state == OrderState::Making)
            units += order.unitsIn(UnitState::Open);
    return units;
}

std::vector<OrderId> OrderBoard::finishedOrder() const
{
    return {m_finished.begin(), m_finished.end()};
}

OrderBoard OrderBoard::restored(std::vector<OrderView> orders, std::vector<OrderId> finished)
{
    OrderBoard board;
    for (OrderView& order : orders) {
        const OrderId id = order.id;
        board.m_orders.insert_or_assign(id, std::move(order));
    }
    board.m_finished.assign(finished.begin(), finished.end());
    return board;
}

void OrderBoard::finish(OrderId order)
{
    m_finished.push_back(order);
    forget();
}

void OrderBoard::unfinish(OrderId order)
{
    std::erase(m_finished, order);
}

void OrderBoard::forget()
{
    // The ring depends on public facts only, so that the public board forgets at the same event.
    while (m_finished.size() > kFinishedKept)
        m_finished.pop_front();
    std::erase_if(m_orders, [this](const auto& entry) {
        const OrderView& order = entry.second;
        if (isOpen(order.state) || order.stopUnacknowledged || hasOpenRefund(order))
            return false;
        return std::find(m_finished.begin(), m_finished.end(), order.id) == m_finished.end();
    });
}

} // namespace coffee
