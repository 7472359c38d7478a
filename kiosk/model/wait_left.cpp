// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/wait_left.h"

#include <algorithm>

namespace coffee::kiosk {
namespace {

bool isWaiting(const OrderView& order)
{
    return order.state == OrderState::Queued || order.state == OrderState::Making;
}

std::int32_t unitsToMake(const OrderView& order)
{
    return static_cast<std::int32_t>(order.units.size()) - order.unitsIn(UnitState::Refused);
}

/// The daemon's range for one more drink, as far as this order's place in the queue.
std::optional<WaitRange> rangeAtItsPlace(const client::ShopFeed& feed, OrderId order)
{
    const auto newest = feed.expectedWait();
    const OrderBoard& board = feed.view().orders;
    if (!newest || newest->maxSeconds <= 0 || !board.find(order))
        return std::nullopt;
    std::int64_t upToIt = 0;
    std::int64_t all = 1; // the drink that the range is for
    for (const OrderView* open : board.open()) {
        if (!isWaiting(*open))
            continue;
        all += unitsToMake(*open);
        if (open->id <= order)
            upToIt += unitsToMake(*open);
    }
    const auto part = [&](std::int32_t seconds) {
        return static_cast<std::int32_t>(seconds * upToIt / all);
    };
    return WaitRange{part(newest->minSeconds), part(newest->maxSeconds)};
}

} // namespace

WaitLeft waitLeft(const client::ShopFeed& feed, const OrderView& order,
                  const std::optional<WaitRange>& told)
{
    using std::chrono::duration_cast;
    using std::chrono::seconds;
    WaitLeft left;
    left.isLastKnown = feed.freshness().state != client::FeedState::Live;
    const auto now = left.isLastKnown ? feed.freshness().asOf : feed.shopNow();
    const auto since = static_cast<std::int32_t>(std::max<std::int64_t>(
        0, duration_cast<seconds>(now.value_or(order.paidAt) - order.paidAt).count()));
    left.isLate = since > order.wait.maxSeconds && order.wait.maxSeconds > 0;
    const WaitRange first{std::max(0, order.wait.minSeconds - since),
                          std::max(0, order.wait.maxSeconds - since)};
    if (told && told->maxSeconds > 0) {
        left.range = told;
    } else if (const auto newest = rangeAtItsPlace(feed, order.id)) {
        // What is left of the promise is not cut short, unless whoever orders now waits less.
        const std::int32_t most = std::min(first.maxSeconds, feed.expectedWait()->maxSeconds);
        left.range = WaitRange{left.isLate ? newest->minSeconds
                                           : std::min(first.minSeconds, newest->minSeconds),
                               std::max(most, newest->maxSeconds)};
    } else if (first.maxSeconds > 0) {
        left.range = first;
    }
    return left;
}

} // namespace coffee::kiosk
