// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/row.h"

#include <optional>
#include <string>
#include <vector>

namespace coffee::bench {

/// All samples of one row, and what they say.
struct Measured {
    const Row* row{nullptr};
    std::vector<Sample> samples;
    std::string trouble; ///< why a round could not be measured; empty when all were
    bool quick{false};   ///< short rounds: not to judge by

    /// Median of the ratios within their bound, and no trouble.
    [[nodiscard]] bool holds() const;
    /// One line of JSON without its end: `target`, `name`, `value` (median) with `min` and `max`,
    /// `unit`, `floor`, `ratio` (medians) with `ratio_min` and `ratio_max`, `rounds`, `must`,
    /// `holds`; also `quick` and `trouble` when there is such.
    [[nodiscard]] std::string json() const;
};

/// Round 1 of every row, then round 2 of every row, and so on: whatever else the machine does
/// meets all of them.
[[nodiscard]] std::vector<Measured> runRounds(const std::vector<Row>& rows, int rounds,
                                              const RoundOptions& options);

/// The middle one; the mean of both in the middle of an even number. 0 of none.
[[nodiscard]] double median(std::vector<double> values);
/// The value below which this share (0 … 1) of the samples lies; 0 of none.
[[nodiscard]] double quantile(std::vector<double> values, double share);

} // namespace coffee::bench
