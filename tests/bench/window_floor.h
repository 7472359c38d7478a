// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace coffee::bench {

/// Microseconds of `rounds` repaints of the visible part of a list view of 1,000 short texts in
/// 1000 × 700 pixels, as Qt Widgets paint it by themselves. Before any look is installed.
[[nodiscard]] std::vector<double> listRepaints(int rounds);

} // namespace coffee::bench
