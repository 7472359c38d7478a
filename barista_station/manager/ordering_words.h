// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/shop_view.h"

#include <QString>

/// How ordering is limited, in words. GUI thread.
namespace coffee::station {

/// So many espresso drinks take so many minutes of making at the usual pace.
[[nodiscard]] int coffeesIn(std::int32_t makingMinutes);

/// "07:00"; minute 1440 is "24:00".
[[nodiscard]] QString clockWords(std::int32_t minute);
/// "매일 07:00~21:30", "월~금 07:00~다음 날 02:00", "화요일 빼고 매일 …", "매일 하루 종일".
[[nodiscard]] QString hoursWords(const SaleHours& hours);
/// "월", of the weekday whose bit is `1 << weekday`.
[[nodiscard]] QString weekdayWord(int weekday);

/// What the shop is slowed to, in one sentence; empty while it is not.
[[nodiscard]] QString paceWords(std::int32_t makingMinutes);

} // namespace coffee::station
