// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/cancelling.h"

#include "payment_daemon/shop/attempt_key.h"
#include "payment_daemon/shop/kitchen.h"
#include "shared/domain/words.h"

#include <algorithm>

namespace coffee::daemon {
namespace {

constexpr std::string_view kCancelRefund = "order cancelled";

/// The answer to a second cancel: the same order and the refund that the first one opened, if there
/// was anything left to pay back.
protocol::CancelAnswer cancelledBefore(const OrderRow& order)
{
    for (const RefundRow& refund : order.refunds)
        if (refund.reason == kCancelRefund)
            return {order.id, order.number, refund.id, refund.amount};
    return {order.id, order.number, 0, {}};
}

int unitsIn(const OrderRow& order, UnitState state)
{
    return static_cast<int>(
        std::count_if(order.units.begin(), order.units.end(),
                      [state](const UnitRow& unit) { return unit.state == state; }));
}

} // namespace

OrderView viewOf(const OrderRow& row)
{
    OrderView view;
    view.id = row.id;
    view.number = row.number;
    view.day = row.day;
    view.state = row.state;
    view.service = row.basket.service;
    view.kiosk = row.kiosk;
    view.allergyNote = row.basket.allergyNote;
    view.lines = row.basket.lines;
    view.total = row.basket.total;
    view.payment = row.payment;
    view.wait = row.wait;
    view.paidAt = row.paidAt;
    view.startedAt = row.startedAt;
    view.readyAt = row.readyAt;
    view.finishedAt = row.finishedAt;
    view.cancelledBy = row.cancelledBy;
    view.cancelReason = row.cancelReason;
    view.stopUnacknowledged = row.stopUnacknowledged;
    view.wasted = row.wasted;
    for (const UnitRow& unit : row.units)
        view.units.push_back({unit.line, unit.cup, unit.price, unit.state, unit.reason});
    for (const RefundRow& refund : row.refunds)
        view.refunds.push_back({refund.id, refund.amount, refund.state, refund.units, refund.reason,
                                refund.changedAt});
    return view;
}

Result<OrderRow, Refusal> Cancelling::proven(Step& step, const Actor& from,
                                             const protocol::Proof& proof)
{
    if (const auto* key = std::get_if<protocol::KeyProof>(&proof)) {
        if (!belongsTo(key->key, from))
            return Failure{
                refusal(RefusalCode::WrongMachine, "the key was made by another machine")};
        const auto row = m_ledger.findOrderByAttempt(key->key);
        if (!row)
            return Failure{refusal(RefusalCode::UnknownOrder, "there is no such order")};
        return *row;
    }
    const auto& code = std::get<protocol::CodeProof>(proof);
    auto row = m_ledger.findOrderByNumber(code.number);
    if (!row)
        return Failure{refusal(RefusalCode::UnknownOrder, "there is no order of this number")};
    const std::int64_t now = toMs(step.now().shop);
    if (row->codeLockedUntilMs > now) {
        Refusal refused = refusal(RefusalCode::Locked, "too many wrong codes for this order");
        refused.retryAfter = std::chrono::milliseconds{row->codeLockedUntilMs - now};
        return Failure{refused};
    }
    if (row->code == code.code) {
        if (row->codeFailures > 0) {
            row->codeFailures = 0;
            row->codeLockedUntilMs = 0;
            step.record(CodeTried{row->id, 0, 0});
        }
        return *row;
    }
    const std::int32_t failures = row->codeFailures + 1;
    const bool locks = failures >= kCodeTriesMax;
    step.record(CodeTried{
        row->id, locks ? 0 : failures,
        locks ? now + std::chrono::duration_cast<std::chrono::milliseconds>(kCodeLock).count()
              : 0});
    Refusal refused = refusal(locks ? RefusalCode::Locked : RefusalCode::WrongCode,
                              "the claim code does not fit");
    refused.left = kCodeTriesMax - failures;
    if (locks)
        refused.retryAfter = kCodeLock;
    return Failure{refused};
}

std::optional<Refusal> Cancelling::tooLate(const OrderRow& order) const
{
    const bool started = order.state != OrderState::Queued;
    const bool someDone = unitsIn(order, UnitState::Done) > 0;
    bool allowed = order.state == OrderState::Queued || order.state == OrderState::Making;
    switch (m_settings.customerCancelUntil) {
    case CancelUntil::Queued:
        allowed = allowed && !started;
        break;
    case CancelUntil::Making:
        allowed = allowed && !someDone;
        break;
    case CancelUntil::Ready:
        break;
    }
    if (allowed)
        return std::nullopt;
    Refusal refused = refusal(RefusalCode::TooLate, "the order is too far to be cancelled here");
    refused.state = word(order.state);
    return refused;
}

void Cancelling::show(Step& step, const ReplyTo& to, const Actor& from,
                      const protocol::OrderShow& request)
{
    const auto row = proven(step, from, request.proof);
    if (!row)
        return step.refuse(to, row.error());
    protocol::OrderShown shown;
    shown.order = viewOf(*row);
    if (const OrderView* known = m_memory.view.orders.find(row->id))
        shown.order.calledAt = known->calledAt; // in no row
    shown.cancellable = isOpen(row->state) && !tooLate(*row);
    if (row->state == OrderState::Queued || row->state == OrderState::Making) {
        shown.ordersAhead = m_memory.view.orders.ordersAhead(row->id);
        shown.wait = m_checkout.waitOf(row->id, step.now().shop);
    }
    step.ok(to, shown);
}

protocol::CancelAnswer Cancelling::cancel(Step& step, WorkingOrder& order, const Actor& from,
                                          CancelledBy by, const std::string& reason)
{
    order.cancel(by, reason, true);
    std::vector<UnitNumber> units;
    for (std::size_t index = 0; index < order.row().units.size(); ++index)
        if (!Refunds::isRefunded(order.row(), static_cast<UnitNumber>(index + 1)))
            units.push_back(static_cast<UnitNumber>(index + 1));
    const Money due = Refunds::remaining(order.row());
    const RefundId refund =
        m_refunds.open(step, from, order.row(), due, std::move(units), std::string{kCancelRefund});
    return {order.row().id, order.row().number, refund, refund == 0 ? Money{} : due};
}

Cancelling::Outcome Cancelling::byCustomer(Step& step, const Actor& from,
                                           const protocol::OrderCancel& command)
{
    const auto row = proven(step, from, command.proof);
    if (!row)
        return Failure{row.error()};
    if (row->state == OrderState::Cancelled)
        return cancelledBefore(*row);
    // What the customer saw decides only what they are told; a start meanwhile does not matter as
    // long as cancelling is still possible.
    if (auto refused = tooLate(*row))
        return Failure{*refused};
    WorkingOrder order{step, *row, from, command.ageMs};
    return cancel(step, order, from, CancelledBy::Customer, "cancelled by the customer");
}

Cancelling::Outcome Cancelling::byStaff(Step& step, const Actor& from,
                                        const protocol::OrderCancelByStaff& command)
{
    const auto row = findOrder(m_memory, m_ledger, command.order);
    if (!row)
        return Failure{refusal(RefusalCode::UnknownOrder, "there is no such order")};
    if (row->state == OrderState::Cancelled)
        return cancelledBefore(*row);
    if (row->state != command.seen)
        return Failure{wrongState(row->state)};
    if (!nextState(row->state, OrderStep::CancelByStaff)) {
        Refusal refused = refusal(RefusalCode::NotPossible, "the order was collected; refund it");
        refused.state = word(row->state);
        return Failure{refused};
    }
    WorkingOrder order{step, *row, from, command.ageMs};
    return cancel(step, order, from, CancelledBy::Staff, command.reason);
}

Result<protocol::RefundAnswer, Refusal> Cancelling::refund(Step& step, const Actor& from,
                                                           const protocol::OrderRefund& command)
{
    auto row = findOrder(m_memory, m_ledger, command.order);
    if (!row)
        return Failure{refusal(RefusalCode::UnknownOrder, "there is no such order")};
    // What no screen shows any more would be paid back out of everybody's sight.
    if (!m_memory.view.orders.find(row->id)) {
        Refusal refused = refusal(RefusalCode::NotPossible,
                                  "the order was finished long ago; pay it back at the terminal");
        refused.state = word(row->state);
        return Failure{refused};
    }
    Money amount = command.amount;
    if (!command.units.empty()) {
        std::int64_t won = 0;
        for (const UnitNumber unit : command.units) {
            const bool exists = unit >= 1 && static_cast<std::size_t>(unit) <= row->units.size();
            const bool twice = std::count(command.units.begin(), command.units.end(), unit) > 1;
            if (!exists || twice)
                return Failure{refusal(RefusalCode::UnknownUnit, "the order has no such unit")};
            if (Refunds::isRefunded(*row, unit))
                return Failure{refusal(RefusalCode::RefundTooLarge,
                                       "unit " + std::to_string(unit) + " was refunded before")};
            won += row->units[static_cast<std::size_t>(unit) - 1].price.won();
        }
        amount = Money::fromWon(won);
    }
    const Money left = Refunds::remaining(*row);
    if (amount.won() <= 0 || amount > left) {
        Refusal refused = refusal(RefusalCode::RefundTooLarge, "more than what is left to refund");
        refused.total = left;
        return Failure{refused};
    }
    const RefundId id = m_refunds.open(step, from, *row, amount, command.units, command.reason);
    return protocol::RefundAnswer{id, amount};
}

} // namespace coffee::daemon
