// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>

namespace coffee::station {

/// A second tap on the same thing within this time is the same tap.
inline constexpr std::chrono::milliseconds kSameTap{600};

/// Tells the second half of a double tap: a finger that bounces, or that presses again because it
/// saw nothing happen yet. For what turns into its own opposite when it is pressed. `What` names
/// the thing, with an order of its own; times are passed in.
template <class What>
class SameTap {
public:
    using Instant = std::chrono::steady_clock::time_point;

    /// True when `what` was tapped a moment before `now`; otherwise this is a tap of its own.
    [[nodiscard]] bool again(const What& what, Instant now)
    {
        const auto [tap, isFirst] = m_taps.try_emplace(what, now);
        if (!isFirst && now - tap->second < kSameTap)
            return true;
        tap->second = now;
        return false;
    }
    /// The next tap on it is one of its own, however soon.
    void forget(const What& what) { m_taps.erase(what); }
    /// Keeps no more than can still matter.
    void dropExpired(Instant now)
    {
        std::erase_if(m_taps, [now](const auto& tap) { return now - tap.second >= kSameTap; });
    }

private:
    std::map<What, Instant> m_taps;
};

} // namespace coffee::station
