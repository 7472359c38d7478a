// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/made_days.h"

#include "tests/support/random_menu.h"

#include <algorithm>
#include <utility>

namespace coffee::test {
namespace {

using namespace std::chrono_literals;

const Actor kDaemon{Role::Daemon, "daemon"};
const Actor kBar{Role::Station, "bar-1"};

/// A day begins at 04:00, the shop opens at 08:00 and is open for twelve hours.
constexpr auto kOpensAfter = 4h;
constexpr std::chrono::milliseconds kOpenFor = 12h;

} // namespace

MadeDays::MadeDays(std::uint64_t seed, const Menu& menu, std::int32_t ordersADay)
    : m_random{seed},
      m_menu{menu},
      m_ordersADay{ordersADay},
      m_dayStart{ShopTime{std::chrono::days{kFirstDay}} + 4h - kUtcOffset}
{
}

void MadeDays::tell(ShopTime at, EventBody body, const Actor& actor)
{
    m_today.push_back({0, at, at, m_day, actor, std::move(body)});
}

void MadeDays::payBack(ShopTime at, OrderId order, Money amount, std::vector<UnitNumber> units)
{
    const RefundId refund = ++m_lastRefund;
    tell(at, RefundOpened{refund, order, amount, std::move(units), "미안합니다"}, kDaemon);
    tell(at + 2s, RefundMoved{refund, order, amount, RefundState::Due, RefundState::Done, {}},
         kDaemon);
}

void MadeDays::order(ShopTime at)
{
    OrderPaid paid;
    paid.order = paid.attempt = ++m_lastOrder;
    paid.number = ++m_lastNumber;
    paid.kiosk = "kiosk-" + std::to_string(m_random.between(1, 4));
    paid.basket = price(m_menu, {}, randomBasket(m_random, m_menu)).value();
    paid.payment = {"card", "**** 1234", std::to_string(10'000'000 + m_lastOrder)};
    paid.wait = {120, 420};
    const Actor kiosk{Role::Kiosk, paid.kiosk};
    const OrderId id = paid.order;
    const PricedBasket basket = paid.basket;
    tell(at, AttemptOpened{paid.attempt, paid.kiosk, basket.total}, kiosk);
    tell(at + 8s, std::move(paid), kiosk);
    const auto started = at + std::chrono::seconds{m_random.between(20, 300)};
    if (m_random.oneIn(40)) {
        tell(started, OrderCancelled{id, OrderState::Queued, CancelledBy::Customer, "변심"}, kiosk);
        if (basket.total.won() > 0)
            payBack(started, id, basket.total, {});
        tell(started + 5s, StopAcknowledged{id, {}}, kBar);
        return;
    }
    const auto ready = started + std::chrono::seconds{m_random.between(30, 400)};
    tell(started, OrderMoved{id, OrderStep::Start, OrderState::Queued, OrderState::Making}, kBar);
    tell(ready, OrderMoved{id, OrderStep::Finish, OrderState::Making, OrderState::Ready}, kBar);
    tell(ready + 40s, OrderMoved{id, OrderStep::Collect, OrderState::Ready, OrderState::Collected},
         kBar);
    const Money first = basket.lines.front().units.front().price;
    if (first.won() > 0 && m_random.oneIn(30))
        payBack(ready + 90s, id, first, {1});
}

std::vector<Event> MadeDays::nextDay()
{
    m_today.clear();
    m_lastNumber = 100;
    for (std::int32_t one = 0; one < m_ordersADay; ++one)
        order(m_dayStart + kOpensAfter + kOpenFor * one / m_ordersADay);
    std::stable_sort(m_today.begin(), m_today.end(),
                     [](const Event& a, const Event& b) { return a.at < b.at; });
    // Every order of a day ends on it, so nothing from before is asked for.
    ReportFold fold{{m_closedTo, kUtcOffset, {}, [](OrderId) { return std::vector<Event>{}; }}};
    for (Event& event : m_today) {
        event.seq = ++m_seq;
        fold.apply(event);
    }
    const DayReport report = fold.report();
    m_dayStart += 24h;
    ++m_day;
    tell(m_dayStart, closedBy(++m_lastZ, report), kDaemon);
    m_closedTo = m_seq;
    m_today.back().seq = ++m_seq;
    return m_today;
}

} // namespace coffee::test
