// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/menu.h"
#include "shared/domain/order_event.h"
#include "tests/support/random.h"

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace coffee::test {

/// Shapes what kind of day a history tells.
struct HistoryShape {
    std::int32_t openOrdersMax{12}; ///< beyond it the bar catches up
    std::int32_t eventsPerDay{400}; ///< about; then the business day changes
    bool stuckRefunds{true};        ///< some refunds stay open for a long time
};

/// Makes histories that the daemon could have written: every edge is legal, what belongs in one
/// transaction comes together, `at` never decreases, day numbers start at 101 each business day
/// and skip those that an open order of the day before still holds. One seed, one history.
class RandomHistory {
public:
    explicit RandomHistory(std::uint64_t seed, HistoryShape shape = {});

    /// The next event; sequences are gapless from 1.
    Event next();
    std::vector<Event> take(std::size_t count);

    [[nodiscard]] const Menu& menu() const { return m_menu; }

private:
    struct Refund {
        RefundId id{0};
        Money amount;
        RefundState state{RefundState::Due};
    };
    struct Order {
        std::int32_t number{0};
        OrderState state{OrderState::Queued};
        std::vector<UnitState> units;
        std::vector<Money> prices;
        std::int64_t wonLeft{0};
        ShopTime lastStep{};
        bool awaitsStop{false};
        std::vector<Refund> refunds;
    };
    struct Attempt {
        std::string kiosk;
        Basket basket;
        Money amount;
        AttemptState state{AttemptState::Charging};
    };

    void decide();
    void record(EventBody body, const Actor& actor);
    void recordFor(Order& order, EventBody body, const Actor& actor);
    void passTime();

    void openAttempt();
    void moveAttempt();
    void pay(AttemptId id, const Attempt& attempt);
    void work();
    void workOnUnit(OrderId id, Order& order);
    void refuseUnit(OrderId id, Order& order, UnitNumber unit);
    void finish(OrderId id, Order& order);
    void cancel(OrderId id, Order& order, CancelledBy by);
    void openRefund(OrderId id, Order& order, std::int64_t won, std::vector<UnitNumber> units);
    void afterwards();
    void settle(OrderId id, Order& order);
    void recall();
    void moveRefund(OrderId id, Order& order);
    void surroundings();
    [[nodiscard]] std::int32_t nextNumber();
    [[nodiscard]] std::vector<OrderId> ordersIn(bool open) const;

    Random m_random;
    HistoryShape m_shape;
    Menu m_menu;
    ShopTime m_now;
    ShopTime m_dayEnds;
    BusinessDay m_day;
    Sequence m_seq{0};
    std::int32_t m_eventsToday{0};
    std::int32_t m_lastNumber{100};
    OrderId m_lastOrder{0};
    AttemptId m_lastAttempt{0};
    RefundId m_lastRefund{0};
    std::map<OrderId, Order> m_orders;
    std::map<AttemptId, Attempt> m_attempts;
    std::deque<OrderId> m_recent; ///< collected or cancelled, as long as boards remember them
    BreakerState m_breaker{BreakerState::Closed};
    std::deque<Event> m_ready;
};

} // namespace coffee::test
