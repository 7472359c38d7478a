// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/bar_pace.h"

#include <algorithm>
#include <cmath>

namespace coffee {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// Before anything was measured: an espresso drink, something from the blender, food from the case.
constexpr std::array<seconds, kAllStationKinds.size()> kUsualFirst{seconds{75}, seconds{100},
                                                                   seconds{75}};
constexpr std::array<seconds, kAllStationKinds.size()> kUsualNext{seconds{45}, seconds{60},
                                                                  seconds{45}};
/// Of a line that is already being worked on, so much of `first` is still to come.
constexpr double kBegunShare = 0.5;
/// Longer than any shop's line is told as this: the wire's bound is a week.
constexpr double kSecondsMost = 86'400;

double ms(seconds usual)
{
    return static_cast<double>(milliseconds{usual}.count());
}

std::size_t place(StationKind kind)
{
    return static_cast<std::size_t>(kind);
}

} // namespace

void BarPace::Samples::add(ShopTime at, milliseconds took)
{
    const auto bounded = std::clamp(took, milliseconds{0}, milliseconds{kTookMost});
    ring[taken % ring.size()] = {toMs(at), static_cast<std::int32_t>(bounded.count())};
    ++taken;
}

double BarPace::Samples::meanMs(double usualMs, ShopTime now) const
{
    const std::int64_t since = toMs(now - kRemembered);
    double sum = usualMs * kUsualWeight;
    double weight = kUsualWeight;
    for (std::size_t n = 0; n < std::min(taken, ring.size()); ++n) {
        if (ring[n].atMs < since)
            continue;
        sum += ring[n].tookMs;
        weight += 1.0;
    }
    return sum / weight;
}

const BarPace::Kind& BarPace::of(StationKind kind) const
{
    return m_kinds[place(kind)];
}

void BarPace::apply(const Event& event, const OrderBoard& orders)
{
    const auto* moved = std::get_if<UnitMoved>(&event.body);
    if (!moved || moved->to != UnitState::Done)
        return;
    const OrderView* order = orders.find(moved->order);
    if (!order || moved->unit < 1 || static_cast<std::size_t>(moved->unit) > order->units.size())
        return;
    const PricedLine* line = order->lineOf(order->units[static_cast<std::size_t>(moved->unit) - 1]);
    if (!line)
        return;
    Kind& kind = m_kinds[place(line->station)];
    const ShopTime done = event.occurredAt;
    const ShopTime before = fromMs(kind.lastDoneMs);
    if (before >= order->paidAt)
        kind.next.add(done, std::chrono::duration_cast<milliseconds>(done - before));
    else
        kind.first.add(done, std::chrono::duration_cast<milliseconds>(done - order->paidAt));
    // Work that a station tells later may have happened before.
    kind.lastDoneMs = std::max(kind.lastDoneMs, toMs(done));
}

seconds BarPace::makingTime(const KindCounts& units)
{
    seconds whole{0};
    for (std::size_t kind = 0; kind < units.size(); ++kind)
        whole += kUsualNext[kind] * units[kind];
    return whole;
}

milliseconds BarPace::first(StationKind kind, ShopTime now) const
{
    const double mean = of(kind).first.meanMs(ms(kUsualFirst[place(kind)]), now);
    return milliseconds{static_cast<std::int64_t>(mean)};
}

milliseconds BarPace::next(StationKind kind, ShopTime now) const
{
    const double mean = of(kind).next.meanMs(ms(kUsualNext[place(kind)]), now);
    return milliseconds{static_cast<std::int64_t>(mean)};
}

WaitRange BarPace::expectedWait(const KindCounts& queued, const KindCounts& own, ShopTime now,
                                bool barAway) const
{
    constexpr double kMsPerSecond = 1000.0;
    double low = 0;
    double high = 0;
    for (const StationKind kind : kAllStationKinds) {
        if (own[place(kind)] <= 0)
            continue;
        const double firstSeconds = static_cast<double>(first(kind, now).count()) / kMsPerSecond;
        const double nextSeconds = static_cast<double>(next(kind, now).count()) / kMsPerSecond;
        const double ahead = std::max(0, queued[place(kind)]);
        const double units = ahead + own[place(kind)];
        const double begin = firstSeconds * (ahead > 0 ? kBegunShare : 1.0);
        const double middle = begin + (units - 1) * nextSeconds;
        const double spread =
            kSigmas * kUnitSpread * nextSeconds * std::sqrt(units) + kDrift * middle;
        low = std::max(low, middle - spread);
        high = std::max(high, middle + spread);
    }
    const auto whole = [](double value) {
        return static_cast<std::int32_t>(std::clamp(value, 0.0, kSecondsMost));
    };
    WaitRange wait;
    wait.minSeconds = std::max(kSecondsLeast, whole(low));
    wait.maxSeconds = std::max(wait.minSeconds + kWidthLeast, whole(high));
    if (barAway)
        wait.maxSeconds *= 2;
    return wait;
}

milliseconds paceWait(std::vector<PacedOrder> before, seconds making, seconds most, ShopTime now)
{
    std::erase_if(before,
                  [now](const PacedOrder& order) { return order.paidAt + kPacedOver <= now; });
    std::sort(before.begin(), before.end(), [](const PacedOrder& left, const PacedOrder& right) {
        return left.paidAt < right.paidAt;
    });
    seconds sum = making;
    for (const PacedOrder& order : before)
        sum += order.making;
    milliseconds wait{0};
    for (const PacedOrder& order : before) {
        if (sum <= most)
            break;
        sum -= order.making;
        wait = order.paidAt + kPacedOver - now;
    }
    return wait;
}

} // namespace coffee
