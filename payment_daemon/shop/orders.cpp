// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/orders.h"

#include <algorithm>
#include <cassert>

namespace coffee::daemon {

WorkingOrder::WorkingOrder(Step& step, OrderRow row, Actor actor, std::int64_t ageMs)
    : m_step{step},
      m_row{std::move(row)},
      m_actor{std::move(actor)},
      m_occurredAt{std::clamp(step.now().shop - std::chrono::milliseconds{ageMs},
                              std::min(m_row.lastStepAt, step.now().shop), step.now().shop)}
{
}

int WorkingOrder::unitsIn(UnitState state) const
{
    return static_cast<int>(
        std::count_if(m_row.units.begin(), m_row.units.end(),
                      [state](const UnitRow& unit) { return unit.state == state; }));
}

const UnitRow* WorkingOrder::unit(UnitNumber number) const
{
    if (number < 1 || static_cast<std::size_t>(number) > m_row.units.size())
        return nullptr;
    return &m_row.units[static_cast<std::size_t>(number) - 1];
}

void WorkingOrder::record()
{
    m_row.lastStepAt = m_occurredAt;
    m_step.record(OrderChanged{m_row});
}

void WorkingOrder::take(OrderStep edge, const std::string& reason)
{
    const OrderState from = m_row.state;
    const auto to = nextState(from, edge);
    assert(to);
    m_row.state = *to;
    switch (edge) {
    case OrderStep::Start:
        m_row.startedAt = m_occurredAt;
        break;
    case OrderStep::PutBack:
        m_row.startedAt = {};
        break;
    case OrderStep::Finish:
        m_row.readyAt = m_occurredAt;
        break;
    case OrderStep::Collect:
        m_row.finishedAt = m_occurredAt;
        break;
    case OrderStep::Recall:
        m_row.finishedAt = {};
        break;
    case OrderStep::Cancel:
    case OrderStep::CancelByStaff:
        break;
    }
    record();
    m_step.event(m_actor, OrderMoved{m_row.id, edge, from, *to, reason}, m_occurredAt);
}

void WorkingOrder::cancel(CancelledBy by, const std::string& reason, bool stopCard)
{
    const OrderState from = m_row.state;
    m_row.state = OrderState::Cancelled;
    m_row.finishedAt = m_occurredAt;
    m_row.cancelledBy = by;
    m_row.cancelReason = reason;
    m_row.stopUnacknowledged = stopCard;
    record();
    m_step.event(m_actor, OrderCancelled{m_row.id, from, by, reason}, m_occurredAt);
}

void WorkingOrder::moveUnit(UnitNumber number, UnitState to, const std::string& reason)
{
    UnitRow& unit = m_row.units.at(static_cast<std::size_t>(number) - 1);
    const UnitState from = unit.state;
    unit.state = to;
    unit.reason = reason;
    m_step.record(UnitChanged{m_row.id, number, to, reason});
    m_step.event(m_actor, UnitMoved{m_row.id, number, from, to, reason}, m_occurredAt);
}

void WorkingOrder::acknowledgeStop(const std::vector<UnitNumber>& made)
{
    m_row.stopUnacknowledged = false;
    m_row.wasted = made;
    record();
    m_step.event(m_actor, StopAcknowledged{m_row.id, made}, m_occurredAt);
}

void WorkingOrder::call()
{
    m_step.event(m_actor, OrderCalled{m_row.id}, m_occurredAt);
}

std::optional<OrderRow> findOrder(const ShopMemory& memory, Ledger& ledger, OrderId order)
{
    const auto open = memory.orders.find(order);
    if (open != memory.orders.end())
        return open->second;
    return ledger.findOrder(order);
}

} // namespace coffee::daemon
