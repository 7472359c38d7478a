// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/ticket_queue.h"

#include <algorithm>

/// What a tap asks for: each becomes operations of the reporter, or nothing.
namespace coffee::station {
namespace {

using protocol::OrderAction;

bool isToMake(TicketStage stage)
{
    return stage == TicketStage::Queued || stage == TicketStage::Making;
}

std::vector<UnitNumber> unitsIn(const Ticket& ticket, UnitState state)
{
    std::vector<UnitNumber> units;
    for (const TicketLine& line : ticket.lines)
        for (const TicketUnit& unit : line.units)
            if (unit.state == state)
                units.push_back(unit.number);
    return units;
}

const TicketUnit* findUnit(const Ticket& ticket, UnitNumber number)
{
    for (const TicketLine& line : ticket.lines)
        for (const TicketUnit& unit : line.units)
            if (unit.number == number)
                return &unit;
    return nullptr;
}

} // namespace

void TicketQueue::tell(OperationBody operation)
{
    m_ownTap = true;
    m_reporter.report(std::move(operation));
    m_ownTap = false;
}

void TicketQueue::report(OrderId order, OrderAction action, OrderState seen, const QString& reason)
{
    if (m_refusals.erase(order) > 0)
        lookAgainAt(order);
    protocol::OrderCommand command;
    command.action = action;
    command.order = order;
    command.seen = seen;
    command.reason = reason.toStdString();
    tell(std::move(command));
}

void TicketQueue::reportUnit(OrderId order, UnitNumber unit, UnitStep step, UnitState seen,
                             const QString& reason)
{
    if (m_refusals.erase(order) > 0)
        lookAgainAt(order);
    protocol::UnitCommand command;
    command.step = step;
    command.order = order;
    command.unit = unit;
    command.seen = seen;
    command.reason = reason.toStdString();
    tell(std::move(command));
}

void TicketQueue::start(OrderId order)
{
    const Ticket* ticket = find(order);
    if (!ticket || ticket->stage != TicketStage::Queued || isTurned(order, 0) || sameTap(order, 0))
        return;
    m_steps.push_back({m_steadyNow(), order, 0});
    report(order, OrderAction::Start, OrderState::Queued);
}

void TicketQueue::finish(OrderId order)
{
    const Ticket* ticket = find(order);
    if (!ticket || !isToMake(ticket->stage) || isTurned(order, 0) || sameTap(order, 0))
        return;
    const std::vector<UnitNumber> mine = unitsIn(*ticket, UnitState::Open);
    const bool isShared = ticket->elsewhere.units > 0 && !mine.empty();
    if (ticket->stage == TicketStage::Queued)
        report(order, OrderAction::Start, OrderState::Queued);
    if (!isShared) {
        report(order, OrderAction::Ready, OrderState::Making);
        return;
    }
    for (const UnitNumber unit : mine)
        reportUnit(order, unit, UnitStep::Tick, UnitState::Open);
    // It left with the last of them; its undo is for all.
    if (const auto left = m_left.find(order); left != m_left.end())
        left->second.openBefore = mine;
}

void TicketQueue::collect(OrderId order)
{
    const Ticket* ticket = find(order);
    if (!ticket || ticket->stage != TicketStage::Ready || isTurned(order, 0) || sameTap(order, 0))
        return;
    report(order, OrderAction::Collect, OrderState::Ready);
}

void TicketQueue::putBack(OrderId order)
{
    const Ticket* ticket = find(order);
    if (!ticket || !ticket->canPutBack() || isTurned(order, 0) || sameTap(order, 0))
        return;
    report(order, OrderAction::PutBack, OrderState::Making);
}

void TicketQueue::toggleUnit(OrderId order, UnitNumber unit)
{
    const Ticket* ticket = find(order);
    const TicketUnit* shown = ticket ? findUnit(*ticket, unit) : nullptr;
    if (!shown || !isToMake(ticket->stage) || shown->state == UnitState::Refused ||
        isTurned(order, unit) || sameTap(order, unit))
        return;
    const UnitState state = shown->state;
    if (ticket->stage == TicketStage::Queued)
        report(order, OrderAction::Start, OrderState::Queued);
    m_steps.push_back({m_steadyNow(), order, unit});
    reportUnit(order, unit, state == UnitState::Open ? UnitStep::Tick : UnitStep::Untick, state);
}

void TicketQueue::refuseUnit(OrderId order, UnitNumber unit, const QString& reason)
{
    const Ticket* ticket = find(order);
    const TicketUnit* shown = ticket ? findUnit(*ticket, unit) : nullptr;
    if (!shown || !isToMake(ticket->stage) || shown->state != UnitState::Open)
        return;
    reportUnit(order, unit, UnitStep::Refuse, UnitState::Open, reason);
}

void TicketQueue::remakeUnit(OrderId order, UnitNumber unit, const QString& reason)
{
    reportUnit(order, unit, UnitStep::Remake, UnitState::Done, reason);
}

void TicketQueue::acknowledgeStop(OrderId order, const std::vector<UnitNumber>& made)
{
    const Ticket* ticket = find(order);
    if (!ticket || ticket->stage != TicketStage::Stopped || ticket->dimmed || isTurned(order, 0) ||
        sameTap(order, 0))
        return;
    protocol::StopAck ack;
    ack.order = order;
    ack.made = made;
    // The card asks for what is made here; what the others have ticked off is made as well.
    for (const UnitNumber unit : doneElsewhere(order))
        if (std::find(made.begin(), made.end(), unit) == made.end())
            ack.made.push_back(unit);
    tell(std::move(ack));
}

void TicketQueue::recall(OrderId order, OrderState seen, const QString& reason)
{
    const Ticket* ticket = find(order);
    const bool isElsewhere = ticket && ticket->stage == TicketStage::Elsewhere;
    if (!(isElsewhere || nextState(seen, OrderStep::Recall)) || sameTap(order, 0))
        return;
    m_recalled.insert(order);
    if (!isElsewhere) {
        report(order, OrderAction::Recall, seen, reason);
        return;
    }
    for (const UnitNumber unit : unitsIn(Ticket{*ticket}, UnitState::Done))
        reportUnit(order, unit, UnitStep::Untick, UnitState::Done);
}

void TicketQueue::takeBack(OrderId order)
{
    const Ticket* ticket = find(order);
    if (!ticket || ticket->stage != TicketStage::Ready)
        return;
    if (canUndo(order))
        undo(order);
    else
        recall(order, OrderState::Ready);
}

void TicketQueue::callAgain(OrderId order)
{
    const Ticket* ticket = find(order);
    if (!ticket || ticket->stage != TicketStage::Ready || isTurned(order, 0) || sameTap(order, 0))
        return;
    report(order, OrderAction::Call, OrderState::Ready);
}

std::vector<UnitNumber> TicketQueue::doneElsewhere(OrderId id) const
{
    std::vector<UnitNumber> done;
    const auto order = m_orders.find(id);
    if (order == m_orders.end())
        return done;
    const std::vector<PricedLine>& lines = order->second.lines;
    UnitNumber number = 0;
    for (const UnitView& unit : order->second.units) {
        ++number;
        const auto line = static_cast<std::size_t>(unit.line) - 1;
        const bool isShownHere = line < lines.size() && m_kinds.contains(lines[line].station);
        if (unit.state == UnitState::Done && !isShownHere)
            done.push_back(number);
    }
    return done;
}

bool TicketQueue::canUndo(OrderId order) const
{
    const Left* left = leftFor(order);
    const Ticket* ticket = find(order);
    return left && ticket && ticket->stage == left->to && isFresh(left->at, kUndo);
}

void TicketQueue::undo(OrderId order)
{
    if (canUndo(order) && !isTurned(order, 0) && !sameTap(order, 0))
        undoNow(order);
}

void TicketQueue::undoNow(OrderId order)
{
    const Left undone = m_left.at(order);
    m_left.erase(order);
    if (undone.to == TicketStage::Collected) {
        report(order, OrderAction::Recall, OrderState::Collected);
        return;
    }
    if (undone.to == TicketStage::Ready)
        report(order, OrderAction::Recall, OrderState::Ready);
    for (const UnitNumber unit : undone.openBefore)
        reportUnit(order, unit, UnitStep::Untick, UnitState::Done);
}

bool TicketQueue::undoLast()
{
    const auto lastLeft =
        std::max_element(m_left.begin(), m_left.end(), [](const auto& left, const auto& right) {
            return left.second.at < right.second.at;
        });
    const bool hasLeft = lastLeft != m_left.end() && isFresh(lastLeft->second.at, kUndo);
    const bool hasStep = !m_steps.empty() && isFresh(m_steps.back().at, kUndo);
    if (hasLeft && (!hasStep || lastLeft->second.at >= m_steps.back().at)) {
        const OrderId order = lastLeft->first;
        if (canUndo(order) && !isTurned(order, 0))
            undoNow(order);
        return true;
    }
    if (!hasStep)
        return false;
    const Step step = m_steps.back();
    m_steps.pop_back();
    // The undo itself is a wish of its own, not the second half of a double tap.
    m_taps.forget({step.order, step.unit});
    if (step.unit == 0) {
        putBack(step.order);
        return true;
    }
    toggleUnit(step.order, step.unit);
    if (!m_steps.empty() && m_steps.back().order == step.order && m_steps.back().unit == step.unit)
        m_steps.pop_back();
    return true;
}

} // namespace coffee::station
