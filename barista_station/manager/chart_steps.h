// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coffee::station {

/// Between two lines of a chart whose highest value is `most`: 1, 2 or 5 times a power of ten, so
/// that they stand at numbers that are read easily. Counts are whole: at least 1.
[[nodiscard]] double chartStep(double most);

} // namespace coffee::station
