// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/generated_day.h"

#include "tests/support/random.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <optional>

namespace coffee::test {
namespace {

constexpr int kMinute = 60;
constexpr int kHour = 60 * kMinute;
constexpr std::int64_t kOpens = 1'772'406'000'000;

/// Minutes as a screen shows them: rounded up, at least one.
int shownMinutes(std::int32_t seconds)
{
    return std::max(1, (seconds + kMinute - 1) / kMinute);
}

/// From 0 to 1, of 2^53 equal steps.
double unit(Random& random)
{
    constexpr std::int64_t kSteps = std::int64_t{1} << 53;
    return static_cast<double>(random.between(0, kSteps - 1)) / static_cast<double>(kSteps);
}

/// The sum of twelve even choices is as good as normal here.
double normal(Random& random)
{
    double sum = -6.0;
    for (int n = 0; n < 12; ++n)
        sum += unit(random);
    return sum;
}

int worksSeconds(StationKind kind, const DayPlan& plan, Random& random)
{
    constexpr std::array<double, 3> kMedian{38.0, 62.0, 40.0};
    constexpr double kSpread = 0.4;
    const double seconds =
        kMedian[static_cast<std::size_t>(kind)] * std::exp(kSpread * normal(random));
    // Now and then beans are filled up or a cloth is fetched.
    const double pause = random.oneIn(40) ? 60.0 + 90.0 * unit(random) : 0.0;
    return std::max(8, static_cast<int>(seconds * plan.pacePercent / 100.0 + pause));
}

struct Unit {
    StationKind kind{StationKind::Espresso};
    bool taken{false};
    bool done{false};
};

struct Order {
    OrderId id{0};
    int paid{0};
    std::vector<Unit> units;
    WaitRange told;

    [[nodiscard]] bool isOver() const
    {
        return std::all_of(units.begin(), units.end(), [](const Unit& one) { return one.done; });
    }
};

struct Barista {
    std::vector<StationKind> makes;
    int freeAt{0};
    OrderId order{0};
    std::vector<std::size_t> units; ///< in the hands
};

/// One day, second by second where something happens.
class Day {
public:
    Day(const DayPlan& plan, std::uint64_t seed) : m_plan{plan}, m_random{seed}
    {
        for (const auto& makes : plan.baristas)
            m_baristas.push_back({makes, 0, 0, {}});
    }

    DayResult live()
    {
        int next = nextCustomer(0);
        const int closes = static_cast<int>(m_plan.customersAnHour.size()) * kHour;
        for (int now = 0; now < closes || !m_open.empty(); ++now) {
            while (next == now && now < closes) {
                pay(now);
                next = nextCustomer(now);
            }
            for (Barista& barista : m_baristas)
                work(barista, now);
        }
        return std::move(m_result);
    }

private:
    int nextCustomer(int now)
    {
        const auto hour = std::min<std::size_t>(static_cast<std::size_t>(now / kHour),
                                                m_plan.customersAnHour.size() - 1);
        const double mean = static_cast<double>(kHour) / m_plan.customersAnHour[hour];
        return now + 1 + static_cast<int>(-mean * std::log(1.0 - unit(m_random)));
    }

    void tell(int now, EventBody body)
    {
        const ShopTime at = fromMs(kOpens + std::int64_t{1000} * now);
        const Event event{m_board.seq + 1, at, at, 1, Actor{}, std::move(body)};
        m_board.apply(event);
        m_pace.apply(event, m_board.orders);
    }

    void pay(int now)
    {
        OrderPaid paid;
        paid.order = ++m_lastOrder;
        paid.number = 100 + static_cast<std::int32_t>(m_lastOrder);
        Order order{paid.order, now, {}, {}};
        const int units = m_random.oneIn(5) ? 3 + static_cast<int>(m_random.between(0, 2))
                                            : 1 + static_cast<int>(m_random.between(0, 1));
        for (int n = 0; n < units; ++n) {
            const auto dice = m_random.between(1, 100);
            const StationKind kind = dice <= 74   ? StationKind::Espresso
                                     : dice <= 86 ? StationKind::Blender
                                                  : StationKind::Food;
            order.units.push_back({kind});
            PricedLine line;
            line.station = kind;
            line.units.resize(1);
            paid.basket.lines.push_back(line);
        }
        order.told =
            m_pace.expectedWait(m_board.orders.unitsWaitingByKind(), unitsByKind(paid.basket.lines),
                                fromMs(kOpens + std::int64_t{1000} * now), false);
        paid.wait = order.told;
        m_open.push_back(std::move(order));
        tell(now, std::move(paid));
    }

    [[nodiscard]] bool isAway(const Barista& barista, int now) const
    {
        return &barista == &m_baristas.back() && now >= m_plan.awayFrom * kMinute &&
               now < m_plan.awayTo * kMinute;
    }

    void work(Barista& barista, int now)
    {
        if (barista.freeAt > now)
            return;
        if (barista.order != 0)
            finish(barista, now);
        if (isAway(barista, now))
            return;
        for (Order& order : m_open)
            for (const StationKind kind : barista.makes)
                if (take(barista, order, kind, now))
                    return;
    }

    bool take(Barista& barista, Order& order, StationKind kind, int now)
    {
        int seconds = static_cast<int>(m_random.between(2, 9)); // reads the ticket
        for (std::size_t n = 0; n < order.units.size(); ++n) {
            Unit& one = order.units[n];
            if (one.taken || (one.kind != kind && !m_plan.wholeTickets))
                continue;
            one.taken = true;
            barista.units.push_back(n);
            seconds += worksSeconds(one.kind, m_plan, m_random);
            if (!m_plan.wholeTickets)
                break;
        }
        if (barista.units.empty())
            return false;
        barista.order = order.id;
        barista.freeAt = now + seconds;
        const OrderView* view = m_board.orders.find(order.id);
        if (view->state == OrderState::Queued)
            tell(now,
                 OrderMoved{order.id, OrderStep::Start, OrderState::Queued, OrderState::Making});
        return true;
    }

    void finish(Barista& barista, int now)
    {
        const auto order = std::find_if(m_open.begin(), m_open.end(),
                                        [&](const Order& one) { return one.id == barista.order; });
        for (const std::size_t n : barista.units) {
            order->units[n].done = true;
            tell(now, UnitMoved{order->id,
                                static_cast<UnitNumber>(n + 1),
                                UnitState::Open,
                                UnitState::Done,
                                {}});
        }
        barista.order = 0;
        barista.units.clear();
        if (!order->isOver())
            return;
        tell(now, OrderMoved{order->id, OrderStep::Finish, OrderState::Making, OrderState::Ready});
        m_result.waits.push_back({order->told, now - order->paid});
        m_open.erase(order);
    }

    const DayPlan& m_plan;
    Random m_random;
    ShopView m_board;
    BarPace m_pace;
    std::vector<Barista> m_baristas;
    std::deque<Order> m_open;
    OrderId m_lastOrder{0};
    DayResult m_result;
};

template <class Of>
int middleOf(const std::vector<ToldWait>& waits, Of of)
{
    std::vector<int> values;
    for (const ToldWait& wait : waits)
        values.push_back(of(wait));
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

std::vector<DayPlan> threeDays()
{
    using enum StationKind;
    const std::vector<StationKind> everything{Espresso, Blender, Food};
    return {
        {"a quiet Tuesday, one barista",
         {14, 18, 14, 16, 26, 20, 14, 12, 14, 12},
         {everything},
         false,
         0,
         0,
         100},
        {"a weekday with two rushes, three baristas",
         {85, 60, 30, 75, 130, 90, 45, 35, 50, 30},
         {{Espresso}, {Espresso, Blender}, {Blender, Food, Espresso}},
         false,
         0,
         0,
         100},
        {"a Saturday, whole tickets, a slow machine, one of three away for two hours",
         {20, 30, 45, 55, 60, 60, 55, 50, 40, 25},
         {everything, everything, everything},
         true,
         300,
         420,
         130},
    };
}

double DayResult::coveredPercent() const
{
    const auto covered = std::count_if(waits.begin(), waits.end(), [](const ToldWait& wait) {
        const int was = shownMinutes(wait.wasSeconds);
        return was >= shownMinutes(wait.told.minSeconds) &&
               was <= shownMinutes(wait.told.maxSeconds);
    });
    return waits.empty() ? 0.0
                         : 100.0 * static_cast<double>(covered) / static_cast<double>(waits.size());
}

int DayResult::medianWidthMinutes() const
{
    return middleOf(waits, [](const ToldWait& wait) {
        return shownMinutes(wait.told.maxSeconds) - shownMinutes(wait.told.minSeconds);
    });
}

int DayResult::medianWaitSeconds() const
{
    return middleOf(waits, [](const ToldWait& wait) { return wait.wasSeconds; });
}

int DayResult::longestWaitSeconds() const
{
    int longest = 0;
    for (const ToldWait& wait : waits)
        longest = std::max(longest, wait.wasSeconds);
    return longest;
}

DayResult liveThrough(const DayPlan& plan, std::uint64_t seed)
{
    DayResult result = Day{plan, seed}.live();
    result.name = plan.name;
    return result;
}

} // namespace coffee::test
