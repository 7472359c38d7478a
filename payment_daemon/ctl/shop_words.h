// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/ids.h"
#include "shared/domain/money.h"
#include "shared/domain/order_event.h"

#include <chrono>
#include <string>

/// How coffeectl writes the shop's values.
namespace coffee::ctl {

/// `₩12,500`, `-₩500`.
[[nodiscard]] std::string moneyText(Money money);
[[nodiscard]] std::string moneyText(MoneySum sum);
/// `2025-11-22 14:03:05` on a clock that is `utcOffset` ahead of UTC; `-` for the zero time.
[[nodiscard]] std::string timeText(ShopTime time, std::chrono::minutes utcOffset);
/// `2025-11-22`.
[[nodiscard]] std::string dayText(BusinessDay day);
/// `850 ms`, `12 s`, `3 min`, `5 h 20 min`, `2 d 3 h`: short, rounded down.
[[nodiscard]] std::string durationText(std::chrono::milliseconds duration);
/// `about 4-7 min`, `less than a minute`.
[[nodiscard]] std::string waitText(const WaitRange& wait);
/// `kiosk kiosk-1`, `daemon`.
[[nodiscard]] std::string actorText(const Actor& actor);
/// One sentence without a full stop: what the event says.
[[nodiscard]] std::string eventText(const EventBody& body);

} // namespace coffee::ctl
