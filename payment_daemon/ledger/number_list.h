// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coffee::daemon {

/// `[1,3]`: a short list of numbers in one column.
[[nodiscard]] std::string numberList(const std::vector<std::int32_t>& numbers);
/// Throws UnreadableRow.
[[nodiscard]] std::vector<std::int32_t> readNumberList(std::string_view text);

} // namespace coffee::daemon
