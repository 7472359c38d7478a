// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/shots/stage.h"

#include <functional>
#include <vector>

namespace coffee::kiosk {

/// One page in one state that a customer can meet.
struct Pose {
    const char* name; ///< for file names and complaints: 04-menu
    std::function<void(Stage&)> take;
    bool isShopKnown{true}; ///< its menu has been heard
};

/// Every page, sheet and trouble of the order window.
[[nodiscard]] std::vector<Pose> poses();

} // namespace coffee::kiosk
