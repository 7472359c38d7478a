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

/// False on the public stream: every paid order has a line, and no public one does.
bool knowsItsLines(const OrderView& order)
{
    return !order.lines.empty();
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

/// 0 when the event is about something else.
OrderId concernedOrder(const EventBody& body)
{
    return std::visit(
        [](const auto& event) -> OrderId {
            if constexpr (requires { event.order; })
                return event.order;
            else
                return 0;
        },
        body);
}

} // namespace

std::int32_t OrderView::unitsIn(UnitState unitState) const
{
    return static_cast<std::int32_t>(
        std::count_if(units.begin(), units.end(),
                      [unitState](const UnitView& unit) { return unit.state == unitState; }));
}

const PricedLine* OrderView::lineOf(const UnitView& unit) const
{
    const bool known = unit.line >= 1 && static_cast<std::size_t>(unit.line) <= lines.size();
    return known ? &lines[static_cast<std::size_t>(unit.line) - 1] : nullptr;
}

KindCounts OrderView::openByKind() const
{
    KindCounts open{};
    for (const UnitView& unit : units)
        if (const PricedLine* line = lineOf(unit); line && unit.state == UnitState::Open)
            ++open[static_cast<std::size_t>(line->station)];
    return open;
}

KindCounts unitsByKind(const std::vector<PricedLine>& lines)
{
    KindCounts units{};
    for (const PricedLine& line : lines)
        units[static_cast<std::size_t>(line.station)] +=
            static_cast<std::int32_t>(line.units.size());
    return units;
}

Money OrderView::refunded() const
{
    std::int64_t won = 0;
    for (const RefundView& refund : refunds)
        won += refund.amount.won();
    return Money::fromWon(won);
}

/// One function an event. Events of orders that the board does not know change nothing.
struct OrderBoard::Fold {
    OrderBoard& board;
    const Event& event;

    void operator()(const OrderPaid& paid) const
    {
        OrderView order = paidOrder(event, paid);
        order.changedBy = event.seq;
        board.m_orders.insert_or_assign(paid.order, std::move(order));
    }

    void operator()(const OrderAppeared& appeared) const
    {
        board.m_orders.insert_or_assign(appeared.order, appearedOrder(event, appeared));
    }

    void operator()(const OrderMoved& moved) const
    {
        const bool reopens = moved.from == OrderState::Collected;
        // What the public has forgotten stays as it is, so that both streams tell one story.
        if (reopens && !board.isRecent(moved.order))
            return;
        OrderView* order = changed(moved.order);
        if (!order)
            return;
        stamp(*order, moved, event.occurredAt);
        if (reopens)
            std::erase(board.m_finished, moved.order);
        if (moved.to == OrderState::Collected)
            board.finish(moved.order);
    }

    void operator()(const OrderCancelled& cancelled) const
    {
        OrderView* order = changed(cancelled.order);
        if (!order)
            return;
        order->state = OrderState::Cancelled;
        order->finishedAt = event.occurredAt;
        order->cancelledBy = cancelled.by;
        order->cancelReason = cancelled.reason;
        // Only the bar acknowledges, and only what it did not refuse itself.
        order->stopUnacknowledged = knowsItsLines(*order) && cancelled.by != CancelledBy::Shop;
        board.finish(cancelled.order);
    }

    void operator()(const UnitMoved& moved) const
    {
        OrderView* order = board.findMutable(moved.order);
        if (!order || moved.unit < 1 || static_cast<std::size_t>(moved.unit) > order->units.size())
            return;
        UnitView& unit = order->units[static_cast<std::size_t>(moved.unit) - 1];
        unit.state = moved.to;
        unit.reason = moved.reason;
        touch(*order);
    }

    void operator()(const OrderCalled& called) const
    {
        if (OrderView* order = changed(called.order))
            order->calledAt = event.occurredAt;
    }

    void operator()(const StopAcknowledged& stop) const
    {
        if (OrderView* order = changed(stop.order)) {
            order->stopUnacknowledged = false;
            order->wasted = stop.made;
            board.forgetIfSettled(stop.order);
        }
    }

    void operator()(const RefundOpened& opened) const
    {
        if (OrderView* order = changed(opened.order))
            order->refunds.push_back({opened.refund, opened.amount, RefundState::Due, opened.units,
                                      opened.reason, event.at});
    }

    void operator()(const RefundMoved& moved) const
    {
        OrderView* order = changed(moved.order);
        if (!order)
            return;
        for (RefundView& refund : order->refunds)
            if (refund.id == moved.refund) {
                refund.state = moved.to;
                refund.since = event.at;
            }
        board.forgetIfSettled(moved.order);
    }

    /// Everything else is not about an order that exists.
    template <class Other>
    void operator()(const Other&) const
    {
    }

private:
    void touch(OrderView& order) const
    {
        if (knowsItsLines(order))
            order.changedBy = event.seq;
    }

    [[nodiscard]] OrderView* changed(OrderId id) const
    {
        OrderView* order = board.findMutable(id);
        if (order)
            touch(*order);
        return order;
    }
};

void OrderBoard::apply(const Event& event)
{
    const OrderId concerned = concernedOrder(event.body);
    const Waiting before = waitingIn(concerned);
    std::visit(Fold{*this, event}, event.body);
    countWaiting(before, waitingIn(concerned));
}

void OrderBoard::countWaiting(const Waiting& before, const Waiting& after)
{
    m_waiting.orders += after.orders - before.orders;
    m_waiting.units += after.units - before.units;
    for (std::size_t kind = 0; kind < m_waiting.kinds.size(); ++kind)
        m_waiting.kinds[kind] += after.kinds[kind] - before.kinds[kind];
}

OrderBoard::Waiting OrderBoard::waitingIn(OrderId id) const
{
    const OrderView* order = find(id);
    if (!order || (order->state != OrderState::Queued && order->state != OrderState::Making))
        return {};
    return {1, order->unitsIn(UnitState::Open), order->openByKind()};
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
        board.countWaiting({}, board.waitingIn(id));
    }
    board.m_finished.assign(finished.begin(), finished.end());
    return board;
}

bool OrderBoard::isRecent(OrderId order) const
{
    return std::find(m_finished.begin(), m_finished.end(), order) != m_finished.end();
}

void OrderBoard::finish(OrderId order)
{
    m_finished.push_back(order);
    // The ring depends on public facts only, so that the public board forgets at the same event.
    while (m_finished.size() > kFinishedKept) {
        const OrderId oldest = m_finished.front();
        m_finished.pop_front();
        forgetIfSettled(oldest);
    }
}

void OrderBoard::forgetIfSettled(OrderId id)
{
    const OrderView* order = find(id);
    if (order && !isOpen(order->state) && !order->stopUnacknowledged && !hasOpenRefund(*order) &&
        !isRecent(id))
        m_orders.erase(id);
}

} // namespace coffee
