// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/ids.h"
#include "tests/sim/coverage.h"
#include "tests/sim/schedule.h"
#include "tests/sim/trace.h"
#include "tests/support/random.h"

#include <chrono>
#include <optional>
#include <string>

namespace coffee::sim {

/// What was broken first, and in which words.
struct Violation {
    std::string invariant; ///< for example "I4"
    std::string text;
};

/// What every part of a simulated shop shares: time, chance, the trace, and the one place in which
/// a broken promise is written down. One seed, one core, one thread.
struct Core {
    Core(std::uint64_t seed, Trace::Keep keep, Coverage& reached)
        : random{seed}, trace{keep}, coverage{reached}
    {
    }

    Schedule schedule;
    test::Random random;
    Trace trace;
    Coverage& coverage;
    std::optional<Violation> violation;
    int faults{0};

    [[nodiscard]] milliseconds now() const { return schedule.now(); }
    template <class... Parts>
    void note(const Parts&... parts)
    {
        trace.line(now(), parts...);
    }
    /// The first one counts; the seed ends with the present act.
    void violate(const std::string& invariant, const std::string& text)
    {
        if (violation)
            return;
        note("VIOLATION", invariant, text);
        violation = Violation{invariant, text};
    }
    [[nodiscard]] milliseconds between(std::int64_t least, std::int64_t most)
    {
        return milliseconds{random.between(least, most)};
    }
    /// In `percent` of a hundred cases.
    [[nodiscard]] bool chance(int percent) { return random.between(1, 100) <= percent; }
    /// 32 hex digits that do not come twice; never a 7, so that no PIN of the simulation is in it.
    [[nodiscard]] std::string hex()
    {
        static constexpr char kDigits[] = "012345689abcdef";
        std::string text(32, '0');
        for (int part = 0; part < 2; ++part) {
            auto value = static_cast<std::uint64_t>(random.between(0, std::int64_t{1} << 62));
            for (int place = 0; place < 16; ++place, value /= 15)
                text[static_cast<std::size_t>(part * 16 + place)] = kDigits[value % 15];
        }
        return text;
    }

    /// The clocks of the simulated machines. They agree; only the daemon's wall clock may jump.
    [[nodiscard]] std::chrono::steady_clock::time_point steady() const
    {
        return std::chrono::steady_clock::time_point{std::chrono::hours{1} + now()};
    }
    ShopTime wallStart{};
    [[nodiscard]] ShopTime wall() const { return wallStart + now(); }
};

} // namespace coffee::sim
