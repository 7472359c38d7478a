// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

/// Bugs that are planted into copies of the product's sources to see whether the simulator finds
/// them; see bugs.txt. The product itself has none of this.
namespace coffee::sim {

/// The names of all bugs that this program can have; none in `coffee_sim`.
[[nodiscard]] std::vector<std::string> plantedBugs();
/// This one is there from now on. False when this program does not have it.
[[nodiscard]] bool plant(const std::string& name);

} // namespace coffee::sim
