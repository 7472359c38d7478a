// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

namespace coffee::kiosk {

/// The order of a payment's answer as it was at that moment: queued, nothing refunded. For what
/// shows an order whether it was just paid or looked up later.
[[nodiscard]] OrderView orderOf(const protocol::PaidAnswer& paid);

/// The same order as it is known by now. `told` is the daemon's answer about it (null: none yet),
/// which knows most; `known` is the public read model's (null: not there), which is the newest
/// while the stream is `live`; the payment's answer was there first.
[[nodiscard]] OrderView orderByNow(const protocol::PaidAnswer& paid, const OrderView* told,
                                   const OrderView* known, bool live);

} // namespace coffee::kiosk
