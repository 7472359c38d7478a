// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/inputs.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace coffee::daemon {

/// Shop time: the wall clock at start (never before the last event), then the steady clock, bent
/// slowly towards the wall. A wall clock that jumps more than `kStepAlarm` does not move the shop:
/// that is an alarm. Pure: whoever asks says what both clocks show.
class ShopClock {
public:
    static constexpr std::chrono::minutes kStepAlarm{10};
    /// Shop time runs at most one twentieth faster or slower than it should.
    static constexpr int kSlewShare = 20;

    ShopClock(ShopTime wall, SteadyTime steady, ShopTime lastEvent)
        : m_shop{std::max(wall, lastEvent)}, m_steady{steady}
    {
    }

    [[nodiscard]] ShopTime at(ShopTime wall, SteadyTime steady)
    {
        const auto elapsed = std::max(steady - m_steady, std::chrono::milliseconds{0});
        m_steady = std::max(steady, m_steady);
        const ShopTime straight = m_shop + elapsed;
        const auto off = wall - straight;
        const bool jumped = off > kStepAlarm || off < -kStepAlarm;
        if (jumped && !m_alarmed)
            m_step = off;
        m_alarmed = jumped;
        const auto bend = elapsed / kSlewShare;
        m_shop = straight + (jumped ? std::chrono::milliseconds{0} : std::clamp(off, -bend, bend));
        return m_shop;
    }

    /// The jump that was noticed since the last question, once.
    [[nodiscard]] std::optional<std::chrono::milliseconds> takeStep()
    {
        return std::exchange(m_step, std::nullopt);
    }

private:
    ShopTime m_shop;
    SteadyTime m_steady;
    bool m_alarmed{false};
    std::optional<std::chrono::milliseconds> m_step;
};

} // namespace coffee::daemon
