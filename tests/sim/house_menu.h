// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/menu.h"

namespace coffee::sim {

/// Three things to order: with a question that must be answered, without one, and without a cup.
[[nodiscard]] Menu houseMenu();

} // namespace coffee::sim
