// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/order_event.h"

#include <algorithm>
#include <cstdint>

namespace coffee::daemon {

/// How long an order takes from now, as a range that a customer is told.
///
/// One barista works through the units one after the other: a unit takes 30 to 70 seconds, and
/// nothing is handed over in less than a minute. While the bar is away nobody works, and the range
/// says so by doubling its far end. (Measured making times replace the constants later.)
[[nodiscard]] inline WaitRange expectedWait(std::int32_t unitsAheadAndOwn, bool barAway)
{
    constexpr std::int32_t kUnitFast = 30;
    constexpr std::int32_t kUnitSlow = 70;
    constexpr std::int32_t kLeast = 60;
    constexpr std::int32_t kLeastSlow = 180;
    const std::int32_t units = std::clamp(unitsAheadAndOwn, 0, 5'000);
    WaitRange wait{std::max(kLeast, units * kUnitFast), std::max(kLeastSlow, units * kUnitSlow)};
    if (barAway)
        wait.maxSeconds *= 2;
    return wait;
}

} // namespace coffee::daemon
