// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/row.h"

#include <filesystem>
#include <vector>

namespace coffee::bench {

/// What the daemon must hold in a shop of a certain kind: a slow provider, many screens, a long
/// history.
std::vector<Row> shopRows();

/// A place for one measurement of this run; not made yet.
[[nodiscard]] std::filesystem::path freshFolder(const RoundOptions& options);

} // namespace coffee::bench
