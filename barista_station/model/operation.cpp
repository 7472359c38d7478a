// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/operation.h"

#include <algorithm>
#include <optional>

namespace coffee::station {
namespace {

using namespace protocol;

void take(OrderView& order, const OrderCommand& command)
{
    const std::optional<OrderStep> step = stepOf(command.action);
    if (!step)
        return;
    const std::optional<OrderState> next = nextState(order.state, *step);
    if (!next || order.state != command.seen)
        return;
    order.state = *next;
    if (*step == OrderStep::Finish)
        for (UnitView& unit : order.units)
            if (unit.state == UnitState::Open)
                unit.state = UnitState::Done;
}

void finishMade(OrderView& order)
{
    const bool nothingOpen = order.unitsIn(UnitState::Open) == 0;
    if (nothingOpen && order.unitsIn(UnitState::Done) > 0 && order.state == OrderState::Making)
        order.state = OrderState::Ready;
}

void take(OrderView& order, const UnitCommand& command)
{
    const auto place = static_cast<std::size_t>(command.unit) - 1;
    const bool mayBeOver = command.step == UnitStep::Remake && order.state == OrderState::Collected;
    if (!(isOpen(order.state) || mayBeOver) || place >= order.units.size())
        return;
    UnitView& unit = order.units[place];
    const std::optional<UnitState> next = nextState(unit.state, command.step);
    if (!next || unit.state != command.seen) {
        // The unit's own event may come before the one that says what became of the order.
        if (command.step == UnitStep::Tick && unit.state == UnitState::Done)
            finishMade(order);
        return;
    }
    unit.state = *next;
    unit.reason = command.reason;
    const bool comesBack = unit.state == UnitState::Open;
    if (comesBack && (order.state == OrderState::Ready || order.state == OrderState::Collected))
        order.state = OrderState::Making;
    finishMade(order);
}

void take(OrderView& order, const StopAck& ack)
{
    order.stopUnacknowledged = false;
    order.wasted = ack.made;
}

} // namespace

OrderId orderOf(const OperationBody& body)
{
    if (const auto* command = std::get_if<OrderCommand>(&body))
        return command->order;
    if (const auto* command = std::get_if<UnitCommand>(&body))
        return command->order;
    if (const auto* command = std::get_if<StopAck>(&body))
        return command->order;
    return 0;
}

RequestBody requestOf(const Operation& operation, std::chrono::milliseconds age)
{
    return std::visit(
        [&](auto command) -> RequestBody {
            command.op = operation.key;
            if constexpr (requires { command.ageMs; })
                command.ageMs = age.count();
            return command;
        },
        operation.body);
}

std::optional<OrderStep> stepOf(OrderAction action)
{
    switch (action) {
    case OrderAction::Start:
        return OrderStep::Start;
    case OrderAction::PutBack:
        return OrderStep::PutBack;
    case OrderAction::Ready:
        return OrderStep::Finish;
    case OrderAction::Collect:
        return OrderStep::Collect;
    case OrderAction::Recall:
        return OrderStep::Recall;
    case OrderAction::Call:
        return std::nullopt;
    }
    return std::nullopt;
}

OrderView predicted(OrderView order, const std::deque<Operation>& operations)
{
    for (const Operation& operation : operations) {
        if (orderOf(operation.body) != order.id)
            continue;
        if (const auto* command = std::get_if<OrderCommand>(&operation.body))
            take(order, *command);
        else if (const auto* unit = std::get_if<UnitCommand>(&operation.body))
            take(order, *unit);
        else if (const auto* ack = std::get_if<StopAck>(&operation.body))
            take(order, *ack);
    }
    return order;
}

} // namespace coffee::station
