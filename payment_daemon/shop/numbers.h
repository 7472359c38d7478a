// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/memory.h"

namespace coffee::daemon {

/// The next day number: from `kFirstNumber` each business day, never twice on a day, past 9999 if
/// it must be, and none that an order of the day before still holds.
[[nodiscard]] std::int32_t nextNumber(const ShopMemory& memory, BusinessDay day);

} // namespace coffee::daemon
