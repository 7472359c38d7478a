// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/replay.h"

namespace coffee::daemon {
namespace {

/// Satisfies the tables where an answer must be stored; its content is not compared.
constexpr const char* kSomeAnswer = "?";
constexpr const char* kSomeCode = "0000";

/// An amount without the lines it is for: no event tells them before the order is paid.
PricedBasket amountOnly(Money amount)
{
    PricedBasket basket;
    basket.total = amount;
    return basket;
}

} // namespace

struct Replay::Follow {
    Replay& replay;
    const Event& event;
    Changes& changes;

    void operator()(const AttemptOpened& opened) const
    {
        AttemptRow row;
        row.id = opened.attempt;
        row.key.value = "attempt-" + std::to_string(opened.attempt);
        row.machine = opened.kiosk;
        row.basket = amountOnly(opened.amount);
        row.openedAt = row.changedAt = event.at;
        changes.push_back(AttemptInserted{row});
        replay.m_attempts.insert_or_assign(row.id, std::move(row));
    }
    void operator()(const AttemptMoved& moved) const
    {
        AttemptRow& row = attempt(moved.attempt);
        row.state = moved.to;
        row.cause = moved.cause;
        row.changedAt = event.at;
        row.finalBody = kSomeAnswer;
        row.declineKind.reset();
        if (moved.to == AttemptState::Declined)
            row.declineKind = DeclineKind::Declined;
        changes.push_back(AttemptChanged{row});
        if (moved.to == AttemptState::Declined || moved.to == AttemptState::Voided ||
            moved.to == AttemptState::Kept)
            replay.m_attempts.erase(moved.attempt);
    }
    void operator()(const OrderPaid& paid) const
    {
        AttemptRow& attemptRow = attempt(paid.attempt);
        attemptRow.state = AttemptState::Paid;
        attemptRow.payment = paid.payment;
        attemptRow.order = paid.order;
        attemptRow.changedAt = event.at;
        attemptRow.finalBody = kSomeAnswer;
        changes.push_back(AttemptChanged{attemptRow});
        replay.m_attempts.erase(paid.attempt);

        OrderRow row;
        row.id = paid.order;
        row.attempt = paid.attempt;
        row.number = paid.number;
        row.day = event.day;
        row.code = kSomeCode;
        row.kiosk = paid.kiosk;
        row.basket = paid.basket;
        row.payment = paid.payment;
        row.wait = paid.wait;
        row.paidAt = row.lastStepAt = event.at;
        changes.push_back(OrderInserted{row});
        row.basket = {};
        replay.m_orders.insert_or_assign(row.id, std::move(row));
    }
    void operator()(const OrderMoved& moved) const
    {
        OrderRow& row = order(moved.order);
        row.state = moved.to;
        switch (moved.step) {
        case OrderStep::Start:
            row.startedAt = event.occurredAt;
            break;
        case OrderStep::PutBack:
            row.startedAt = {};
            break;
        case OrderStep::Finish:
            row.readyAt = event.occurredAt;
            break;
        case OrderStep::Collect:
            row.finishedAt = event.occurredAt;
            break;
        case OrderStep::Recall:
            row.finishedAt = {};
            break;
        case OrderStep::Cancel:
        case OrderStep::CancelByStaff:
            break;
        }
        stepped(row);
    }
    void operator()(const OrderCancelled& cancelled) const
    {
        OrderRow& row = order(cancelled.order);
        row.state = OrderState::Cancelled;
        row.finishedAt = event.occurredAt;
        row.cancelledBy = cancelled.by;
        row.cancelReason = cancelled.reason;
        row.stopUnacknowledged = cancelled.by != CancelledBy::Shop;
        stepped(row);
    }
    void operator()(const StopAcknowledged& stop) const
    {
        OrderRow& row = order(stop.order);
        row.stopUnacknowledged = false;
        row.wasted = stop.made;
        stepped(row);
    }
    void operator()(const UnitMoved& moved) const
    {
        changes.push_back(UnitChanged{moved.order, moved.unit, moved.to, moved.reason});
    }
    void operator()(const RefundOpened& opened) const
    {
        changes.push_back(RefundInserted{
            {opened.refund, opened.order, "refund-" + std::to_string(opened.refund), opened.amount,
             opened.units, opened.reason, RefundState::Due, event.at, event.at}});
    }
    void operator()(const RefundMoved& moved) const
    {
        changes.push_back(RefundChanged{moved.refund, moved.to, event.at});
    }
    template <class Other>
    void operator()(const Other&) const
    {
    }

private:
    // What no event has made is changed all the same: the ledger refuses it by name.
    AttemptRow& attempt(AttemptId id) const
    {
        AttemptRow& row = replay.m_attempts[id];
        row.id = id;
        return row;
    }
    OrderRow& order(OrderId id) const
    {
        OrderRow& row = replay.m_orders[id];
        row.id = id;
        return row;
    }
    void stepped(OrderRow& row) const
    {
        row.lastStepAt = event.occurredAt;
        changes.push_back(OrderChanged{row});
    }
};

Changes Replay::changesOf(const Event& event)
{
    Changes changes;
    std::visit(Follow{*this, event, changes}, event.body);
    changes.push_back(EventAppended{event});
    return changes;
}

} // namespace coffee::daemon
