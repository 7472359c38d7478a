// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>

namespace coffee::station {

/// Tells the second half of a double tap: a finger that bounces, or that presses again because it
/// saw nothing happen yet. For what turns into its own opposite when it is pressed.
class SameTap {
public:
    using Steady = std::chrono::steady_clock;

    /// A second tap on the same thing within this time is the same tap.
    static constexpr std::chrono::milliseconds kWithin{600};

    /// True when `what` was tapped a moment before `at`; otherwise this is a tap of its own.
    [[nodiscard]] bool again(std::int64_t what, Steady::time_point at = Steady::now())
    {
        const auto [tap, isFirst] = m_taps.try_emplace(what, at);
        if (!isFirst && at - tap->second < kWithin)
            return true;
        tap->second = at;
        return false;
    }

private:
    std::map<std::int64_t, Steady::time_point> m_taps;
};

} // namespace coffee::station
