// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

namespace coffee::kiosk {

/// The order of a payment's answer as it was at that moment: queued, nothing refunded. For what
/// shows an order whether it was just paid or looked up later.
[[nodiscard]] OrderView orderOf(const protocol::PaidAnswer& paid);

} // namespace coffee::kiosk
