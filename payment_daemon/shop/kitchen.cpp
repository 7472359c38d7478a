// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/kitchen.h"

#include "shared/domain/words.h"

#include <algorithm>

namespace coffee::daemon {
namespace {

OrderStep edgeOf(protocol::OrderAction action)
{
    switch (action) {
    case protocol::OrderAction::Start:
        return OrderStep::Start;
    case protocol::OrderAction::PutBack:
        return OrderStep::PutBack;
    case protocol::OrderAction::Ready:
        return OrderStep::Finish;
    case protocol::OrderAction::Collect:
        return OrderStep::Collect;
    case protocol::OrderAction::Recall:
    case protocol::OrderAction::Call:
        return OrderStep::Recall;
    }
    return OrderStep::Recall;
}

Refusal notPossible(OrderState state, std::string detail)
{
    Refusal refused = refusal(RefusalCode::NotPossible, std::move(detail));
    refused.state = word(state);
    return refused;
}

} // namespace

Refusal wrongState(OrderState truth)
{
    Refusal refused =
        refusal(RefusalCode::WrongState, "the order is " + std::string{word(truth)} + " now");
    refused.state = word(truth);
    return refused;
}

std::optional<Refusal> Kitchen::mayTake(const WorkingOrder& order, OrderStep edge) const
{
    if (!nextState(order.state(), edge))
        return notPossible(order.state(), "an order that is " + std::string{word(order.state())} +
                                              " cannot " + std::string{word(edge)});
    return std::nullopt;
}

Kitchen::Outcome Kitchen::order(Step& step, const Actor& from,
                                const protocol::OrderCommand& command)
{
    const auto row = findOrder(m_memory, m_ledger, command.order);
    if (!row)
        return Failure{refusal(RefusalCode::UnknownOrder, "there is no such order")};
    if (row->state != command.seen)
        return Failure{wrongState(row->state)};
    WorkingOrder order{step, *row, from, command.ageMs};
    const bool goesBack = command.action == protocol::OrderAction::PutBack ||
                          command.action == protocol::OrderAction::Recall;
    if (!command.reason.empty() && !goesBack)
        return Failure{notPossible(row->state, "only a step back has a reason")};
    if (command.action == protocol::OrderAction::Call) {
        if (order.state() != OrderState::Ready)
            return Failure{notPossible(order.state(), "only a ready order is called")};
        order.call();
        return protocol::OrderAnswer{command.order, order.state()};
    }
    const OrderStep edge = edgeOf(command.action);
    if (auto refused = mayTake(order, edge))
        return Failure{*refused};
    if (edge == OrderStep::PutBack && order.unitsIn(UnitState::Done) > 0)
        return Failure{notPossible(order.state(), "a unit is done already")};
    if (edge == OrderStep::Recall && order.state() == OrderState::Collected)
        if (auto refused = mayComeBack(order.row()))
            return Failure{*refused};
    if (edge == OrderStep::Finish)
        for (std::size_t index = 0; index < order.row().units.size(); ++index)
            if (order.row().units[index].state == UnitState::Open)
                order.moveUnit(static_cast<UnitNumber>(index + 1), UnitState::Done, {});
    order.take(edge, command.reason);
    return protocol::OrderAnswer{command.order, order.state()};
}

Kitchen::Outcome Kitchen::unit(Step& step, const Actor& from, const protocol::UnitCommand& command)
{
    const auto row = findOrder(m_memory, m_ledger, command.order);
    if (!row)
        return Failure{refusal(RefusalCode::UnknownOrder, "there is no such order")};
    WorkingOrder order{step, *row, from, command.ageMs};
    const UnitRow* unit = order.unit(command.unit);
    if (!unit)
        return Failure{refusal(RefusalCode::UnknownUnit, "the order has no such unit")};
    const bool mayBeOver =
        command.step == UnitStep::Remake && order.state() == OrderState::Collected;
    if (unit->state != command.seen || !(isOpen(order.state()) || mayBeOver)) {
        Refusal refused = wrongState(order.state());
        // While the order is being made the unit is what has changed.
        const bool isToMake =
            order.state() == OrderState::Queued || order.state() == OrderState::Making;
        if (isToMake && unit->state != command.seen)
            refused.state = word(unit->state);
        refused.detail = "the unit is " + std::string{word(unit->state)} + ", the order is " +
                         std::string{word(order.state())};
        return Failure{refused};
    }
    if (!nextState(unit->state, command.step))
        return Failure{notPossible(order.state(), "a unit that is " +
                                                      std::string{word(unit->state)} +
                                                      " cannot take this step")};
    std::optional<Refusal> refused;
    switch (command.step) {
    case UnitStep::Tick:
        refused = tick(order, command.unit);
        break;
    case UnitStep::Untick:
        refused = untick(order, command.unit);
        break;
    case UnitStep::Refuse:
        refused = refuse(step, order, command.unit, command.reason, from);
        break;
    case UnitStep::Remake:
        refused = remake(order, command.unit, command.reason);
        break;
    }
    if (refused)
        return Failure{*refused};
    return protocol::OrderAnswer{command.order, order.state()};
}

std::optional<Refusal> Kitchen::tick(WorkingOrder& order, UnitNumber unit)
{
    if (order.state() == OrderState::Ready)
        return notPossible(order.state(), "the order is ready; recall it first");
    if (order.state() == OrderState::Queued)
        order.take(OrderStep::Start);
    order.moveUnit(unit, UnitState::Done, {});
    if (order.unitsIn(UnitState::Open) == 0)
        order.take(OrderStep::Finish);
    return std::nullopt;
}

std::optional<Refusal> Kitchen::untick(WorkingOrder& order, UnitNumber unit)
{
    if (order.state() == OrderState::Ready)
        order.take(OrderStep::Recall);
    order.moveUnit(unit, UnitState::Open, {});
    return std::nullopt;
}

std::optional<Refusal> Kitchen::mayComeBack(const OrderRow& order) const
{
    const auto newest = m_ledger.findOrderByNumber(order.number);
    if (newest && newest->id != order.id)
        return refusal(RefusalCode::NumberReused, "the number belongs to a newer order by now");
    // Kiosks and boards have forgotten it; nobody would see it come back.
    if (!m_memory.view.orders.isRecent(order.id))
        return notPossible(order.state, "the order was handed over long ago");
    return std::nullopt;
}

std::optional<Refusal> Kitchen::remake(WorkingOrder& order, UnitNumber unit,
                                       const std::string& reason)
{
    if (reason.empty())
        return notPossible(order.state(), "a unit is made anew for a reason");
    if (order.state() == OrderState::Collected) {
        if (auto refused = mayComeBack(order.row()))
            return refused;
        order.take(OrderStep::Recall);
    }
    if (order.state() == OrderState::Ready)
        order.take(OrderStep::Recall);
    order.moveUnit(unit, UnitState::Open, reason);
    return std::nullopt;
}

std::optional<Refusal> Kitchen::refuse(Step& step, WorkingOrder& order, UnitNumber unit,
                                       const std::string& reason, const Actor& from)
{
    if (order.state() == OrderState::Ready)
        return notPossible(order.state(), "the order is ready; recall it first");
    if (order.state() == OrderState::Queued)
        order.take(OrderStep::Start);
    order.moveUnit(unit, UnitState::Refused, reason);
    const Money price = order.unit(unit)->price;
    if (!Refunds::isRefunded(order.row(), unit))
        m_refunds.open(step, from, order.row(), price, {unit}, "unit refused");
    if (order.unitsIn(UnitState::Open) > 0)
        return std::nullopt;
    if (order.unitsIn(UnitState::Done) > 0) {
        order.take(OrderStep::Finish);
        return std::nullopt;
    }
    // Nothing is made of it, so nothing of the money stays.
    m_refunds.open(step, from, order.row(), Refunds::remaining(order.row()), {}, "order cancelled");
    order.cancel(CancelledBy::Shop, reason, false);
    return std::nullopt;
}

Kitchen::Outcome Kitchen::acknowledge(Step& step, const Actor& from,
                                      const protocol::StopAck& command)
{
    const auto row = findOrder(m_memory, m_ledger, command.order);
    if (!row)
        return Failure{refusal(RefusalCode::UnknownOrder, "there is no such order")};
    WorkingOrder order{step, *row, from, command.ageMs};
    if (!row->stopUnacknowledged)
        return Failure{notPossible(row->state, "there is no stop to be acknowledged")};
    const bool known = std::all_of(command.made.begin(), command.made.end(),
                                   [&](UnitNumber unit) { return order.unit(unit) != nullptr; });
    if (!known)
        return Failure{refusal(RefusalCode::UnknownUnit, "the order has no such unit")};
    std::vector<UnitNumber> made = command.made;
    std::sort(made.begin(), made.end());
    made.erase(std::unique(made.begin(), made.end()), made.end());
    order.acknowledgeStop(made);
    return protocol::OrderAnswer{command.order, order.state()};
}

} // namespace coffee::daemon
