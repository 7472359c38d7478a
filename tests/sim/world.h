// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/core.h"
#include "tests/sim/sim_dispatcher.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

namespace coffee::sim {

/// What became of one seed.
struct SeedResult {
    std::uint64_t seed{0};
    std::optional<Violation> violation;
    std::uint64_t hash{0};
    std::uint64_t lines{0};
    int orders{0};
    int faults{0};
    milliseconds simulated{0};
    std::deque<std::string> lastLines;
};

/// The trouble goes on until there was enough of it, but not for ever.
inline constexpr milliseconds kTroubleLeast{180'000};
inline constexpr milliseconds kTroubleMost{1'200'000};
/// So long after everything was healed nothing may be open any more.
inline constexpr milliseconds kHealed{600'000};

/// Lives one shop through its trouble and out of it again. Deterministic in `seed` alone.
[[nodiscard]] SeedResult runSeed(std::uint64_t seed, Trace::Keep keep, Coverage& coverage,
                                 SimDispatcher& timers);

} // namespace coffee::sim
