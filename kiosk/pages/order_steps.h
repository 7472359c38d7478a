// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/shop_view.h"

namespace coffee::ui {
class StatusSteps;
} // namespace coffee::ui

namespace coffee::kiosk {

/// How far this order is, and when it came there; `state` may be newer than the order's own.
void showSteps(ui::StatusSteps& steps, const OrderView& order, OrderState state);

} // namespace coffee::kiosk
