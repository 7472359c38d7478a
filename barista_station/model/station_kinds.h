// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/menu.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace coffee::station {

/// Which units a station's screen shows: those of these kinds. Never empty.
using StationKinds = std::set<StationKind>;

[[nodiscard]] inline StationKinds allKinds()
{
    return {kAllStationKinds.begin(), kAllStationKinds.end()};
}

/// "espresso,blender" as a command line and a journal say it; empty when a word is no kind, comes
/// twice or is missing.
[[nodiscard]] std::optional<StationKinds> kindsFrom(std::string_view words);
[[nodiscard]] std::string wordsOf(const StationKinds& kinds);

} // namespace coffee::station
