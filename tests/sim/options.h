// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace coffee::sim {

struct Options {
    std::uint64_t from{1};
    std::uint64_t seeds{1};
    int jobs{1};
    bool trace{false};               ///< print the history of the seeds
    bool checkDeterminism{false};    ///< live every seed twice and compare
    bool coverage{false};            ///< print what was reached; 1 when something is missing
    std::vector<std::uint64_t> list; ///< of a file: these seeds and no others
    std::string bug;                 ///< of the planted ones, in the program that has them
    bool listBugs{false};
    std::string program;
};

/// Empty on bad usage.
[[nodiscard]] std::optional<Options> readOptions(int argc, char* argv[]);
[[nodiscard]] const char* usage();

} // namespace coffee::sim
