// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/shots/poses.h"

namespace coffee::kiosk {

/// The number page, from paid to fetched or cancelled.
[[nodiscard]] std::vector<Pose> numberShots();
/// *My order*, and taking up a basket there.
[[nodiscard]] std::vector<Pose> lookUpShots();

} // namespace coffee::kiosk
