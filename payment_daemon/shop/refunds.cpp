// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/refunds.h"

#include "shared/domain/causes.h"

#include <algorithm>

namespace coffee::daemon {

Money Refunds::remaining(const OrderRow& order)
{
    std::int64_t won = order.basket.total.won();
    for (const RefundRow& refund : order.refunds)
        won -= refund.amount.won();
    return Money::fromWon(won);
}

bool Refunds::isRefunded(const OrderRow& order, UnitNumber unit)
{
    return std::any_of(order.refunds.begin(), order.refunds.end(), [unit](const RefundRow& refund) {
        return std::find(refund.units.begin(), refund.units.end(), unit) != refund.units.end();
    });
}

RefundRow Refunds::insert(Step& step, const Actor& actor, const OrderRow& order, Money amount,
                          std::vector<UnitNumber> units, const std::string& reason) const
{
    RefundRow row;
    row.id = step.nextRefund();
    row.order = order.id;
    row.key = "refund-" + m_memory.epoch.substr(0, 16) + "-" + std::to_string(row.id);
    row.amount = amount;
    row.units = std::move(units);
    row.reason = reason;
    row.openedAt = row.changedAt = step.now().shop;
    step.record(RefundInserted{row});
    step.event(actor, RefundOpened{row.id, row.order, row.amount, row.units, row.reason});
    return row;
}

void Refunds::adopt(Step& step, const OrderRow& order, Money amount, const std::string& reason)
{
    const Money most = std::min(amount, remaining(order));
    if (most.won() > 0)
        move(step, insert(step, daemonActor(), order, most, {}, reason), RefundState::NeedsReview,
             reason, daemonActor());
}

RefundId Refunds::open(Step& step, const Actor& actor, OrderRow& order, Money amount,
                       std::vector<UnitNumber> units, const std::string& reason)
{
    const Money due = std::min(amount, remaining(order));
    if (due.won() <= 0)
        return 0;
    const RefundRow row = insert(step, actor, order, due, std::move(units), reason);
    step.call(RefundCall{row.key, order.key.value, row.amount});
    step.remember([id = row.id, chargeKey = order.key.value](ShopMemory& memory) {
        const auto refund = memory.refunds.find(id);
        if (refund == memory.refunds.end())
            return;
        refund->second.chargeKey = chargeKey;
        refund->second.runs = true;
    });
    order.refunds.push_back(row);
    return row.id;
}

void Refunds::on(Step& step, const RefundFinished& finished)
{
    const auto found =
        std::find_if(m_memory.refunds.begin(), m_memory.refunds.end(),
                     [&](const auto& entry) { return entry.second.row.key == finished.refundKey; });
    if (found == m_memory.refunds.end())
        return;
    const RefundRow& row = found->second.row;
    step.remember([id = row.id, now = step.now().steady](ShopMemory& memory) {
        const auto refund = memory.refunds.find(id);
        if (refund == memory.refunds.end())
            return;
        OpenRefund& open = refund->second;
        open.runs = false;
        open.backOff = open.backOff.count() == 0
                           ? std::chrono::milliseconds{kLookupFirst}
                           : std::min<std::chrono::milliseconds>(open.backOff * 2, kLookupMost);
        open.nextTry = now + open.backOff;
    });
    if (row.state != RefundState::Due)
        return;
    switch (finished.outcome.result) {
    case RefundResult::Done:
        return move(step, row, RefundState::Done, row.reason, daemonActor());
    case RefundResult::Refused:
        return move(step, row, RefundState::NeedsReview, std::string{kRefundRefused},
                    daemonActor());
    case RefundResult::Unknown:
        return;
    }
}

void Refunds::review(Step& step, const std::string& refundKey)
{
    const auto found =
        std::find_if(m_memory.refunds.begin(), m_memory.refunds.end(),
                     [&](const auto& entry) { return entry.second.row.key == refundKey; });
    if (found == m_memory.refunds.end())
        return;
    step.remember([id = found->first](ShopMemory& memory) {
        const auto refund = memory.refunds.find(id);
        if (refund != memory.refunds.end())
            refund->second.runs = false;
    });
    if (found->second.row.state == RefundState::Due)
        move(step, found->second.row, RefundState::NeedsReview, std::string{kRefundNotRecorded},
             daemonActor());
}

void Refunds::timers(Step& step, const OpenRefund& refund)
{
    if (refund.runs || refund.row.state != RefundState::Due || refund.nextTry > step.now().steady)
        return;
    ask(step, refund);
}

void Refunds::ask(Step& step, const OpenRefund& refund) const
{
    step.call(RefundCall{refund.row.key, refund.chargeKey, refund.row.amount});
    step.remember([id = refund.row.id](ShopMemory& memory) {
        const auto open = memory.refunds.find(id);
        if (open != memory.refunds.end())
            open->second.runs = true;
    });
}

std::optional<Refusal> Refunds::look(Step& step, RefundId id) const
{
    const auto found = m_memory.refunds.find(id);
    if (found == m_memory.refunds.end())
        return refusal(RefusalCode::ReviewNotOpen, "this refund is settled");
    // There is no question without a payment: a person may just have given it back by hand.
    if (found->second.row.state != RefundState::Due)
        return refusal(RefusalCode::NotPossible, "a person pays this back, not the bank");
    if (found->second.runs)
        return bankIsBeingAsked();
    ask(step, found->second);
    return std::nullopt;
}

std::optional<Refusal> Refunds::close(Step& step, const Actor& from, RefundId id,
                                      protocol::ReviewOutcome outcome, const std::string& reason)
{
    const auto found = m_memory.refunds.find(id);
    if (found == m_memory.refunds.end() || found->second.row.state != RefundState::NeedsReview)
        return refusal(RefusalCode::ReviewNotOpen, "this refund is not under review");
    if (outcome != protocol::ReviewOutcome::Done)
        return refusal(RefusalCode::NotPossible, "a refund is closed as done");
    move(step, found->second.row, RefundState::Done, reason, from);
    return std::nullopt;
}

void Refunds::move(Step& step, const RefundRow& row, RefundState to, const std::string& reason,
                   const Actor& actor)
{
    const RefundState from = row.state;
    step.record(RefundChanged{row.id, to, step.now().shop});
    step.event(actor, RefundMoved{row.id, row.order, row.amount, from, to, reason});
}

} // namespace coffee::daemon
