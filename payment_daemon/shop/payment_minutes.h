// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

namespace coffee::daemon {

/// The charges of the last hour, minute by minute, for whoever watches payments. May be lost.
class PaymentMinutes {
public:
    enum class Outcome { Approved, Declined, Failed };
    /// Of a minute, so many times are kept to tell their middle.
    static constexpr std::size_t kTimesMost = 256;

    /// `took` is the provider's time.
    void add(ShopTime now, Outcome outcome, std::chrono::milliseconds took);
    /// Those with charges that began within the hour before `now`, oldest first.
    [[nodiscard]] std::vector<protocol::PaymentMinute> lastHour(ShopTime now) const;

private:
    std::deque<protocol::PaymentMinute> m_minutes;
    std::vector<std::int64_t> m_times; ///< of the newest minute
};

} // namespace coffee::daemon
