// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace coffee::bench {

/// Instructions that the daemon runs for an order, from `order.place` to the paid answer and both
/// events, counted by valgrind's callgrind: a figure that does not depend on what else the machine
/// does. Two daemons open the same quotes and place a few and many of them; the difference is the
/// orders' own. `bin`: where the programs are; `folder`: scratch. Throws std::runtime_error with
/// one sentence when valgrind is not there or does not count.
[[nodiscard]] double instructionsOfAnOrder(const std::filesystem::path& bin,
                                           const std::filesystem::path& folder, int kiosks);

/// One line of JSON without its end: `name`, `value`, `unit`.
[[nodiscard]] std::string instructionsJson(int kiosks, double instructions);

} // namespace coffee::bench
