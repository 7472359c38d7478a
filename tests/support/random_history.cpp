// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_history.h"

#include "shared/domain/shop_view.h"
#include "tests/support/random_menu.h"

#include <algorithm>

namespace coffee::test {
namespace {

using namespace std::chrono_literals;

const Actor kDaemon{Role::Daemon, "daemon"};
const Actor kBar{Role::Station, "bar-1"};
const Actor kManager{Role::Manager, "manager-1"};
constexpr std::int32_t kFirstNumber = 101;
/// 2026-03-02 04:00 in Korea.
constexpr ShopTime kStart{std::chrono::milliseconds{1'772'391'600'000}};
constexpr BusinessDay kStartDay = 20'514;

std::string kioskName(Random& random)
{
    return "kiosk-" + std::to_string(random.between(1, 3));
}

} // namespace

RandomHistory::RandomHistory(std::uint64_t seed, HistoryShape shape)
    : m_random{seed},
      m_shape{shape},
      m_menu{randomMenu(m_random)},
      m_now{kStart},
      m_dayEnds{kStart + 24h},
      m_day{kStartDay}
{
    record(DaemonStarted{"0.1.0"}, kDaemon);
    record(MenuPublished{m_menu.version}, kDaemon);
}

Event RandomHistory::next()
{
    while (m_ready.empty())
        decide();
    Event event = std::move(m_ready.front());
    m_ready.pop_front();
    return event;
}

std::vector<Event> RandomHistory::take(std::size_t count)
{
    std::vector<Event> events;
    events.reserve(count);
    while (events.size() < count)
        events.push_back(next());
    return events;
}

void RandomHistory::decide()
{
    passTime();
    const std::int64_t dice = m_random.between(1, 100);
    const bool crowded = ordersIn(true).size() >= static_cast<std::size_t>(m_shape.openOrdersMax);
    if (dice <= 18 && !crowded)
        openAttempt();
    else if (dice <= 38)
        moveAttempt();
    else if (dice <= 82)
        work();
    else if (dice <= 92)
        afterwards();
    else
        surroundings();
}

void RandomHistory::passTime()
{
    m_now += std::chrono::milliseconds{m_random.between(0, 20'000)};
    if (m_eventsToday > m_shape.eventsPerDay)
        m_now = std::max(m_now, m_dayEnds);
    if (m_now < m_dayEnds)
        return;
    m_dayEnds += 24h;
    ++m_day;
    m_eventsToday = 0;
    m_lastNumber = kFirstNumber - 1;
}

void RandomHistory::record(EventBody body, const Actor& actor)
{
    ++m_eventsToday;
    m_ready.push_back({++m_seq, m_now, m_now, m_day, actor, std::move(body)});
}

void RandomHistory::recordFor(Order& order, EventBody body, const Actor& actor)
{
    record(std::move(body), actor);
    // Work that was done while the daemon was away: it happened before it was committed, and
    // never before the order's previous step.
    if (m_random.oneIn(5))
        m_ready.back().occurredAt = std::max(
            order.lastStep, m_now - std::chrono::milliseconds{m_random.between(0, 90'000)});
    order.lastStep = m_ready.back().occurredAt;
}

void RandomHistory::openAttempt()
{
    Attempt attempt;
    attempt.kiosk = kioskName(m_random);
    attempt.basket = randomBasket(m_random, m_menu);
    attempt.amount = price(m_menu, {}, attempt.basket).value().total;
    const AttemptId id = ++m_lastAttempt;
    record(AttemptOpened{id, attempt.kiosk, attempt.amount}, {Role::Kiosk, attempt.kiosk});
    m_attempts.try_emplace(id, std::move(attempt));
}

void RandomHistory::moveAttempt()
{
    if (m_attempts.empty())
        return;
    auto entry = m_attempts.begin();
    std::advance(entry, m_random.between(0, static_cast<std::int64_t>(m_attempts.size()) - 1));
    auto& [id, attempt] = *entry;
    const bool payable =
        attempt.state == AttemptState::Charging || attempt.state == AttemptState::Unknown;
    // Most customers pay; the rest takes any other legal way.
    if (payable && !m_random.oneIn(5)) {
        pay(id, attempt);
        m_attempts.erase(entry);
        return;
    }
    std::vector<AttemptState> ways;
    for (const auto& edge : kAttemptEdges)
        if (edge.from == attempt.state && edge.to != AttemptState::Paid)
            ways.push_back(edge.to);
    const AttemptState to = m_random.oneOf(ways);
    record(AttemptMoved{id, attempt.kiosk, attempt.amount, attempt.state, to, "test"}, kDaemon);
    attempt.state = to;
    if (to == AttemptState::Declined || to == AttemptState::Voided || to == AttemptState::Kept)
        m_attempts.erase(entry);
}

std::int32_t RandomHistory::nextNumber()
{
    const auto isHeld = [this](std::int32_t number) {
        return std::any_of(m_orders.begin(), m_orders.end(), [number](const auto& entry) {
            return isOpen(entry.second.state) && entry.second.number == number;
        });
    };
    do
        ++m_lastNumber;
    while (isHeld(m_lastNumber));
    return m_lastNumber;
}

void RandomHistory::pay(AttemptId id, const Attempt& attempt)
{
    OrderPaid paid;
    paid.order = ++m_lastOrder;
    paid.number = nextNumber();
    paid.attempt = id;
    paid.kiosk = attempt.kiosk;
    paid.basket = price(m_menu, {}, attempt.basket).value();
    paid.payment = {"card", "**** 1234", std::to_string(m_random.between(10'000'000, 99'999'999))};
    paid.wait = {60, m_random.small(90, 900)};

    Order order;
    order.number = paid.number;
    order.wonLeft = paid.basket.total.won();
    order.lastStep = m_now;
    for (const PricedLine& line : paid.basket.lines)
        for (const PricedUnit& unit : line.units) {
            order.units.push_back(UnitState::Open);
            order.prices.push_back(unit.price);
        }
    record(std::move(paid), {Role::Kiosk, attempt.kiosk});
    m_orders.try_emplace(m_lastOrder, std::move(order));
}

std::vector<OrderId> RandomHistory::ordersIn(bool open) const
{
    std::vector<OrderId> ids;
    for (const auto& [id, order] : m_orders)
        if (isOpen(order.state) == open)
            ids.push_back(id);
    return ids;
}

void RandomHistory::work()
{
    const std::vector<OrderId> ids = ordersIn(true);
    if (ids.empty())
        return;
    const OrderId id = m_random.oneOf(ids);
    Order& order = m_orders.at(id);
    const auto move = [&](OrderStep step) {
        const OrderState to = nextState(order.state, step).value();
        recordFor(order, OrderMoved{id, step, order.state, to}, kBar);
        order.state = to;
    };
    const std::int64_t dice = m_random.between(1, 20);
    if (order.state == OrderState::Queued) {
        if (dice == 1)
            cancel(id, order, CancelledBy::Customer);
        else if (dice == 2)
            cancel(id, order, CancelledBy::Staff);
        else
            move(OrderStep::Start);
    } else if (order.state == OrderState::Making) {
        const bool untouched =
            std::find(order.units.begin(), order.units.end(), UnitState::Done) == order.units.end();
        if (dice == 1 && untouched)
            move(OrderStep::PutBack);
        else if (dice == 2)
            cancel(id, order, untouched ? CancelledBy::Customer : CancelledBy::Staff);
        else if (dice <= 14)
            workOnUnit(id, order);
        else
            finish(id, order);
    } else if (dice <= 2) {
        recordFor(order, OrderCalled{id}, kBar);
    } else if (dice == 3) {
        cancel(id, order, CancelledBy::Staff);
    } else if (dice == 4) {
        move(OrderStep::Recall);
    } else {
        move(OrderStep::Collect);
        m_recent.push_back(id);
    }
    while (m_recent.size() > OrderBoard::kFinishedKept)
        m_recent.pop_front();
}

void RandomHistory::workOnUnit(OrderId id, Order& order)
{
    const std::int32_t unit = m_random.small(1, static_cast<std::int32_t>(order.units.size()));
    UnitState& state = order.units[static_cast<std::size_t>(unit) - 1];
    const auto move = [&](UnitState to, const char* reason = "") {
        recordFor(order, UnitMoved{id, unit, state, to, reason}, kBar);
        state = to;
    };
    if (state == UnitState::Done)
        move(UnitState::Open, m_random.oneIn(4) ? "잘못 만듦" : "");
    else if (state == UnitState::Open && m_random.oneIn(8))
        refuseUnit(id, order, unit);
    else if (state == UnitState::Open)
        move(UnitState::Done);
}

void RandomHistory::refuseUnit(OrderId id, Order& order, UnitNumber unit)
{
    const std::size_t index = static_cast<std::size_t>(unit) - 1;
    recordFor(order, UnitMoved{id, unit, UnitState::Open, UnitState::Refused, "재료 소진"}, kBar);
    order.units[index] = UnitState::Refused;
    openRefund(id, order, order.prices[index].won(), {unit});
    const bool allRefused = std::all_of(order.units.begin(), order.units.end(),
                                        [](UnitState one) { return one == UnitState::Refused; });
    if (allRefused)
        cancel(id, order, CancelledBy::Shop);
}

void RandomHistory::finish(OrderId id, Order& order)
{
    for (std::size_t i = 0; i < order.units.size(); ++i)
        if (order.units[i] == UnitState::Open) {
            recordFor(
                order,
                UnitMoved{id, static_cast<UnitNumber>(i) + 1, UnitState::Open, UnitState::Done, {}},
                kBar);
            order.units[i] = UnitState::Done;
        }
    recordFor(order, OrderMoved{id, OrderStep::Finish, OrderState::Making, OrderState::Ready},
              kBar);
    order.state = OrderState::Ready;
}

void RandomHistory::cancel(OrderId id, Order& order, CancelledBy by)
{
    const Actor& actor = by == CancelledBy::Staff ? kManager : kDaemon;
    recordFor(order, OrderCancelled{id, order.state, by, "시험"}, actor);
    order.state = OrderState::Cancelled;
    order.awaitsStop = by != CancelledBy::Shop;
    openRefund(id, order, order.wonLeft, {});
    m_recent.push_back(id);
}

void RandomHistory::openRefund(OrderId id, Order& order, std::int64_t won,
                               std::vector<UnitNumber> units)
{
    if (won == 0)
        return;
    const Money amount = Money::fromWon(won);
    order.wonLeft -= won;
    order.refunds.push_back({++m_lastRefund, amount, RefundState::Due});
    record(RefundOpened{m_lastRefund, id, amount, std::move(units), "시험"}, kDaemon);
}

void RandomHistory::afterwards()
{
    if (m_random.oneIn(4)) {
        recall();
        return;
    }
    std::vector<OrderId> waiting;
    for (const auto& [id, order] : m_orders) {
        const bool refundOpen =
            std::any_of(order.refunds.begin(), order.refunds.end(),
                        [](const Refund& refund) { return refund.state != RefundState::Done; });
        if (order.awaitsStop || refundOpen)
            waiting.push_back(id);
    }
    if (waiting.empty())
        return;
    // The more is waiting, the more is done at once, so that nothing piles up for ever.
    constexpr std::size_t kAtOnce = 8;
    m_random.shuffle(waiting);
    for (std::size_t i = 0; i <= waiting.size() / kAtOnce; ++i)
        settle(waiting[i], m_orders.at(waiting[i]));
}

void RandomHistory::settle(OrderId id, Order& order)
{
    if (!order.awaitsStop || m_random.oneIn(2)) {
        moveRefund(id, order);
        return;
    }
    StopAcknowledged stop{id, {}};
    for (std::size_t i = 0; i < order.units.size(); ++i)
        if (order.units[i] == UnitState::Done)
            stop.made.push_back(static_cast<UnitNumber>(i) + 1);
    recordFor(order, std::move(stop), kBar);
    order.awaitsStop = false;
}

void RandomHistory::recall()
{
    if (m_recent.empty())
        return;
    const OrderId id = m_recent[static_cast<std::size_t>(
        m_random.between(0, static_cast<std::int64_t>(m_recent.size()) - 1))];
    Order& order = m_orders.at(id);
    const bool numberTaken =
        std::any_of(m_orders.upper_bound(id), m_orders.end(),
                    [&order](const auto& entry) { return entry.second.number == order.number; });
    if (order.state != OrderState::Collected || numberTaken)
        return;
    recordFor(order, OrderMoved{id, OrderStep::Recall, OrderState::Collected, OrderState::Ready},
              kBar);
    order.state = OrderState::Ready;
    std::erase(m_recent, id);
}

void RandomHistory::moveRefund(OrderId id, Order& order)
{
    for (Refund& refund : order.refunds) {
        const bool stuck = refund.state == RefundState::NeedsReview && m_shape.stuckRefunds;
        if (refund.state == RefundState::Done || (stuck && !m_random.oneIn(30)))
            continue;
        const bool fails = refund.state == RefundState::Due && m_random.oneIn(6);
        const RefundState to = fails ? RefundState::NeedsReview : RefundState::Done;
        record(RefundMoved{refund.id, id, refund.amount, refund.state, to, {}}, kDaemon);
        refund.state = to;
        return;
    }
}

void RandomHistory::surroundings()
{
    const std::string kiosk = kioskName(m_random);
    switch (m_random.between(1, 10)) {
    case 1: {
        const bool available = m_random.oneIn(2);
        record(ItemAvailability{m_random.oneOf(m_menu.items).id, available,
                                available || m_random.oneIn(2) ? 0 : toMs(m_now + 30min)},
               kBar);
        break;
    }
    case 2: {
        const auto state = static_cast<OrderingState>(m_random.between(0, 2));
        const bool paused = state == OrderingState::Paused;
        record(OrderingChanged{state, paused ? toMs(m_now + 10min) : 0,
                               paused ? "잠시 쉬어 갑니다" : "", paused ? "Back soon" : ""},
               kManager);
        break;
    }
    case 3: {
        const BreakerState to = m_breaker == BreakerState::Open     ? BreakerState::HalfOpen
                                : m_breaker == BreakerState::Closed ? BreakerState::Open
                                : m_random.oneIn(3)                 ? BreakerState::Open
                                                                    : BreakerState::Closed;
        record(BreakerMoved{m_breaker, to, to == BreakerState::Open ? toMs(m_now + 5s) : 0, "test"},
               kDaemon);
        m_breaker = to;
        break;
    }
    case 4:
        record(PresenceChanged{m_random.oneIn(2) ? kBar : Actor{Role::Kiosk, kiosk},
                               static_cast<PresenceState>(m_random.between(0, 3)), "0.1.0"},
               kDaemon);
        break;
    case 5:
        record(HelpCalled{kiosk}, {Role::Kiosk, kiosk});
        break;
    case 6:
        record(HelpTaken{kiosk}, kBar);
        break;
    case 7:
        record(OrderingPaced{m_random.small(0, 4) * 10}, kManager);
        break;
    case 8:
        record(HoursChanged{m_random.oneIn(2), {7 * 60, 21 * 60, m_random.small(1, 127)}},
               kManager);
        break;
    case 9:
        record(AlarmChanged{static_cast<AlarmKind>(m_random.between(0, 3)), m_random.oneIn(2), "t"},
               kDaemon);
        break;
    default:
        record(DaemonStarted{"0.1.0"}, kDaemon);
        break;
    }
}

} // namespace coffee::test
