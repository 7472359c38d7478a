// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/options.h"
#include "tests/sim/world.h"

namespace coffee::sim {

/// Runs what the options ask for, in this process or in several, and prints one JSON line. The
/// program's exit code.
[[nodiscard]] int run(const Options& options, SimDispatcher& timers);

} // namespace coffee::sim
