// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// The rows of the table in docs/performance.md: what is measured, against what, and what it must
/// hold. `coffee_bench` runs them.
namespace coffee::bench {

enum class Must { AtMost, AtLeast };

struct RoundOptions {
    bool quick;                   ///< short: enough to see that it runs, not to judge by
    std::filesystem::path folder; ///< scratch, on the disk that is measured
    std::filesystem::path bin;    ///< where the programs are
};

/// One round: the figure and its floor, measured right after each other. A floor of 1 makes the
/// bound an absolute one.
struct Sample {
    double value;
    double floor;
};

struct Row {
    int target; ///< its number in the table; several rows may share one
    std::string name;
    std::string unit;
    Must must;
    double bound; ///< on value / floor
    /// Measures once; throws std::runtime_error with one sentence when it cannot.
    std::function<Sample(const RoundOptions&)> round;
    bool quickToo{true}; ///< a short round can tell as well; such a row is left out otherwise
};

/// What the daemon must hold.
std::vector<Row> daemonRows();
/// What the windows must hold; empty in a build without them.
std::vector<Row> windowRows();

} // namespace coffee::bench
