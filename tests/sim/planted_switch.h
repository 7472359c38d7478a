// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace coffee::sim {

/// The bug that this process has; empty for none. Set once, before the first seed.
inline std::string planted;

[[nodiscard]] inline bool isPlanted(std::string_view name)
{
    return planted == name;
}

} // namespace coffee::sim
