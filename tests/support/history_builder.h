// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/shop_view.h"

#include <chrono>
#include <cstdint>
#include <utility>
#include <vector>

namespace coffee::test {

/// Writes a short history by hand: each call is the next event, a second after the last.
class HistoryBuilder {
public:
    explicit HistoryBuilder(std::vector<Event>& events) : m_events{events} {}

    HistoryBuilder& then(EventBody body)
    {
        const Sequence seq = static_cast<Sequence>(m_events.size()) + 1;
        const ShopTime at = fromMs(1'772'391'600'000 + 1000 * seq + m_later);
        m_events.push_back({seq, at, at, m_day, Actor{}, std::move(body)});
        return *this;
    }
    /// From now on it is this much later by the clock.
    HistoryBuilder& later(std::chrono::milliseconds time)
    {
        m_later += time.count();
        return *this;
    }
    /// From now on it is this many days later.
    HistoryBuilder& daysLater(BusinessDay days)
    {
        m_day += days;
        return *this;
    }
    /// An order of one line with `units` units of 5,000 won, under the number 100 + id.
    HistoryBuilder& paid(OrderId id, std::int32_t units = 1, std::int32_t number = 0)
    {
        OrderPaid body;
        body.order = id;
        body.number = number != 0 ? number : 100 + static_cast<std::int32_t>(id);
        body.attempt = id;
        body.kiosk = "kiosk-1";
        PricedLine line;
        line.item = "latte";
        line.name = {"라떼", "Latte"};
        for (std::int32_t i = 0; i < units; ++i)
            line.units.push_back({CupKind::Store, Money::fromWon(5000)});
        line.total = Money::fromWon(5000 * units);
        body.basket.total = line.total;
        body.basket.lines.push_back(std::move(line));
        return then(std::move(body));
    }
    HistoryBuilder& moved(OrderId id, OrderStep step, OrderState from)
    {
        return then(OrderMoved{id, step, from, nextState(from, step).value()});
    }
    HistoryBuilder& started(OrderId id) { return moved(id, OrderStep::Start, OrderState::Queued); }
    HistoryBuilder& finished(OrderId id)
    {
        return moved(id, OrderStep::Finish, OrderState::Making);
    }
    HistoryBuilder& collected(OrderId id)
    {
        return started(id).finished(id).moved(id, OrderStep::Collect, OrderState::Ready);
    }
    HistoryBuilder& cancelled(OrderId id, CancelledBy by = CancelledBy::Customer)
    {
        return then(OrderCancelled{id, OrderState::Queued, by, "changed my mind"});
    }
    HistoryBuilder& unit(OrderId id, UnitNumber number, UnitState from, UnitState to)
    {
        return then(UnitMoved{id, number, from, to, to == UnitState::Refused ? "no milk" : ""});
    }
    HistoryBuilder& refundOpened(RefundId refund, OrderId id, std::int64_t won)
    {
        return then(RefundOpened{refund, id, Money::fromWon(won), {}, "cancelled"});
    }
    HistoryBuilder& refundMoved(RefundId refund, OrderId id, std::int64_t won, RefundState from,
                                RefundState to)
    {
        return then(RefundMoved{refund, id, Money::fromWon(won), from, to, {}});
    }

private:
    std::vector<Event>& m_events;
    BusinessDay m_day{20'514};
    std::int64_t m_later{0};
};

/// The fold of them all.
[[nodiscard]] inline ShopView folded(const std::vector<Event>& events)
{
    ShopView view;
    for (const Event& event : events)
        view.apply(event);
    return view;
}

} // namespace coffee::test
