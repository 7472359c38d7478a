// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/menu.h"
#include "shared/domain/report_fold.h"
#include "tests/support/random.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace coffee::test {

/// Usual days of a shop of any length, day by day: orders are paid, made and collected, some are
/// cancelled, some units go back, and every day is closed by its Z. One seed, one shop. Fast
/// enough for hundreds of thousands of orders.
class MadeDays {
public:
    MadeDays(std::uint64_t seed, const Menu& menu, std::int32_t ordersADay);

    /// All events of the next day, up to and with its `day.closed`.
    [[nodiscard]] std::vector<Event> nextDay();
    [[nodiscard]] OrderId orders() const { return m_lastOrder; }

    static constexpr std::chrono::minutes kUtcOffset{540};
    static constexpr BusinessDay kFirstDay = 20'300;

private:
    void tell(ShopTime at, EventBody body, const Actor& actor);
    void order(ShopTime at);
    void payBack(ShopTime at, OrderId order, Money amount, std::vector<UnitNumber> units);

    Random m_random;
    const Menu& m_menu;
    std::int32_t m_ordersADay;
    std::vector<Event> m_today;
    ShopTime m_dayStart;
    BusinessDay m_day{kFirstDay};
    Sequence m_seq{0};
    Sequence m_closedTo{0};
    std::int64_t m_lastZ{0};
    std::int32_t m_lastNumber{100};
    OrderId m_lastOrder{0};
    RefundId m_lastRefund{0};
};

} // namespace coffee::test
