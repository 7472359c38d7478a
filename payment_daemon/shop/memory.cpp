// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/memory.h"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <utility>

namespace coffee::daemon {
namespace {

bool staysInMemory(const OrderRow& order)
{
    return isOpen(order.state) || order.stopUnacknowledged;
}

bool staysInMemory(const AttemptRow& attempt)
{
    return isUnderWay(attempt.state) || attempt.state == AttemptState::NeedsReview;
}

/// A number as a setting keeps it; 0 for none.
std::int64_t numberIn(std::string_view text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

void raise(ShopMemory& memory, const NumbersFloor& floor)
{
    memory.lastOrder = std::max(memory.lastOrder, floor.order);
    if (std::pair{floor.day, floor.number} > std::pair{memory.lastDay, memory.lastNumber}) {
        memory.lastDay = floor.day;
        memory.lastNumber = floor.number;
    }
}

/// Follows each kind of change; the volatile fields beside a row are kept.
struct Follow {
    ShopMemory& memory;

    void operator()(const AttemptInserted& change) const { keep(change.row); }
    void operator()(const AttemptChanged& change) const { keep(change.row); }
    void operator()(const TombstoneInserted&) const {}
    void operator()(const OrderInserted& change) const
    {
        OrderRow row = change.row;
        row.units.clear();
        LineNumber line = 0;
        for (const PricedLine& priced : row.basket.lines) {
            ++line;
            for (const PricedUnit& unit : priced.units)
                row.units.push_back({static_cast<UnitNumber>(row.units.size() + 1),
                                     line,
                                     unit.cup,
                                     unit.price,
                                     UnitState::Open,
                                     {}});
        }
        memory.lastOrder = std::max(memory.lastOrder, row.id);
        memory.lastDay = row.day;
        memory.lastNumber = row.number;
        memory.orders.insert_or_assign(row.id, std::move(row));
    }
    void operator()(const OrderChanged& change) const
    {
        if (!staysInMemory(change.row)) {
            memory.orders.erase(change.row.id);
            return;
        }
        const auto known = memory.orders.find(change.row.id);
        if (known == memory.orders.end()) {
            memory.orders.emplace(change.row.id, change.row); // taken back from the history
            return;
        }
        OrderRow row = change.row;
        row.units = known->second.units;
        row.refunds = known->second.refunds;
        known->second = std::move(row);
    }
    void operator()(const UnitChanged& change) const
    {
        const auto order = memory.orders.find(change.order);
        if (order == memory.orders.end())
            return;
        UnitRow& unit = order->second.units.at(static_cast<std::size_t>(change.unit) - 1);
        unit.state = change.state;
        unit.reason = change.reason;
    }
    void operator()(const RefundInserted& change) const
    {
        memory.lastRefund = std::max(memory.lastRefund, change.row.id);
        OpenRefund& refund = memory.refunds[change.row.id];
        refund.row = change.row;
        const auto order = memory.orders.find(change.row.order);
        if (order != memory.orders.end())
            order->second.refunds.push_back(change.row);
    }
    void operator()(const RefundChanged& change) const
    {
        const auto refund = memory.refunds.find(change.refund);
        if (refund == memory.refunds.end())
            return;
        refund->second.row.state = change.state;
        refund->second.row.changedAt = change.at;
        const auto order = memory.orders.find(refund->second.row.order);
        if (order != memory.orders.end())
            for (RefundRow& row : order->second.refunds)
                if (row.id == change.refund)
                    row = refund->second.row;
        if (change.state == RefundState::Done)
            memory.refunds.erase(refund);
    }
    void operator()(const ZInserted& change) const
    {
        memory.lastZ = change.row.number;
        memory.closedTo = change.row.to;
    }
    void operator()(const OperationStored&) const {}
    void operator()(const CodeTried& change) const
    {
        const auto order = memory.orders.find(change.order);
        if (order == memory.orders.end())
            return;
        order->second.codeFailures = change.failures;
        order->second.codeLockedUntilMs = change.lockedUntilMs;
    }
    void operator()(const SettingStored& change) const
    {
        if (change.name == kPinHash)
            memory.pinHash = change.value;
        else if (change.name == kNewestBackup)
            memory.newestBackup = fromMs(numberIn(change.value));
        else if (change.name == kCompareSince)
            memory.compareSince = fromMs(numberIn(change.value));
        else if (change.name == kNumbersFloor)
            raise(memory, numbersFloorOf(change.value));
    }
    void operator()(const EventAppended& change) const
    {
        memory.view.apply(change.event);
        memory.pace.apply(change.event, memory.view.orders);
        memory.head = change.event.seq;
        memory.lastAt = change.event.at;
    }
    void operator()(const ViewStored&) const {}

private:
    void keep(const AttemptRow& row) const
    {
        memory.lastAttempt = std::max(memory.lastAttempt, row.id);
        if (staysInMemory(row))
            memory.attempts[row.key].row = row;
        else
            memory.attempts.erase(row.key);
    }
};

} // namespace

std::string toText(const NumbersFloor& floor)
{
    return std::to_string(floor.order) + ' ' + std::to_string(floor.day) + ' ' +
           std::to_string(floor.number);
}

NumbersFloor numbersFloorOf(std::string_view text)
{
    NumbersFloor floor;
    std::istringstream parts{std::string{text}};
    if (!(parts >> floor.order >> floor.day >> floor.number))
        return {};
    return floor;
}

void ShopMemory::load(const OpenShop& open, ShopView rebuilt, const SideCopy& sides)
{
    epoch = open.epoch;
    shopId = open.shopId;
    view = std::move(rebuilt);
    head = open.head;
    lastAt = open.lastAt;
    lastAttempt = open.lastAttempt;
    lastOrder = open.lastOrder;
    lastRefund = open.lastRefund;
    lastDay = open.lastDay;
    lastNumber = open.lastNumber;
    lastZ = open.lastZ;
    closedTo = open.closedTo;
    const auto setting = [&open](std::string_view name) {
        const auto known = open.settings.find(std::string{name});
        return known == open.settings.end() ? std::string{} : known->second;
    };
    pinHash = setting(kPinHash);
    newestBackup = fromMs(numberIn(setting(kNewestBackup)));
    compareSince = fromMs(numberIn(setting(kCompareSince)));
    raise(*this, numbersFloorOf(setting(kNumbersFloor)));

    attempts.clear();
    for (const AttemptRow& row : open.attempts) {
        OpenAttempt& attempt = attempts[row.key];
        if (const auto side = sides.attempts.find(row.key); side != sides.attempts.end())
            static_cast<AttemptSide&>(attempt) = side->second;
        attempt.row = row;
    }
    orders.clear();
    for (const OrderRow& row : open.orders)
        orders.emplace(row.id, row);
    refunds.clear();
    for (const RefundRow& row : open.refunds) {
        OpenRefund& refund = refunds[row.id];
        if (const auto side = sides.refunds.find(row.id); side != sides.refunds.end())
            static_cast<RefundSide&>(refund) = side->second;
        refund.row = row;
    }
    static_cast<Fleeting&>(*this) = sides.fleeting;
}

SideCopy ShopMemory::sides() const
{
    SideCopy copy;
    for (const auto& [key, attempt] : attempts)
        copy.attempts.emplace_hint(copy.attempts.end(), key, attempt);
    for (const auto& [id, refund] : refunds)
        copy.refunds.emplace_hint(copy.refunds.end(), id, refund);
    copy.fleeting = *this;
    return copy;
}

void ShopMemory::forgetUsedQuotes()
{
    for (const QuoteId& id : usedQuotes)
        quotes.erase(id);
    usedQuotes.clear();
}

void ShopMemory::freeUsedQuotes()
{
    for (const QuoteId& id : usedQuotes)
        if (const auto quote = quotes.find(id); quote != quotes.end())
            quote->second.used = false;
    usedQuotes.clear();
}

void ShopMemory::apply(const Change& change)
{
    std::visit(Follow{*this}, change);
}

int ShopMemory::chargesRunning() const
{
    return static_cast<int>(std::count_if(attempts.begin(), attempts.end(), [](const auto& entry) {
        return entry.second.chargeRuns;
    }));
}

} // namespace coffee::daemon
