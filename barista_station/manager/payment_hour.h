// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace coffee::station {

/// The card payments of the last hour, minute by minute, as they are drawn.
struct PaymentHour {
    static constexpr std::size_t kMinutes = 60;

    struct Minute {
        std::int32_t approved{0};
        std::int32_t declined{0};
        std::int32_t failed{0};
        std::int64_t medianMs{0}; ///< 0 where nobody paid
        friend bool operator==(const Minute&, const Minute&) = default;

        [[nodiscard]] std::int32_t all() const { return approved + declined + failed; }
    };

    ShopTime from{};                        ///< when the first minute begins
    std::array<Minute, kMinutes> minutes{}; ///< the last one is the present minute
    std::int32_t approved{0};
    std::int32_t declined{0};
    std::int32_t failed{0};
    std::int64_t usualMs{0}; ///< the median of the minutes, each counted as often as it was paid in
    std::int64_t mostMs{0};
    friend bool operator==(const PaymentHour&, const PaymentHour&) = default;

    [[nodiscard]] bool isEmpty() const { return approved + declined + failed == 0; }
};

/// `now` is shop time; minutes outside the hour before it are passed over.
[[nodiscard]] PaymentHour paymentHour(const std::vector<protocol::PaymentMinute>& minutes,
                                      ShopTime now);

} // namespace coffee::station
