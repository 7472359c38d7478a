// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/station_kinds.h"

#include "shared/domain/words.h"

namespace coffee::station {

std::optional<StationKinds> kindsFrom(std::string_view words)
{
    StationKinds kinds;
    while (true) {
        const std::size_t comma = words.find(',');
        const auto kind = fromWord<StationKind>(words.substr(0, comma));
        if (!kind || !kinds.insert(*kind).second)
            return std::nullopt;
        if (comma == std::string_view::npos)
            return kinds;
        words.remove_prefix(comma + 1);
    }
}

std::string wordsOf(const StationKinds& kinds)
{
    std::string words;
    for (const StationKind kind : kinds)
        words += (words.empty() ? "" : ",") + std::string{word(kind)};
    return words;
}

} // namespace coffee::station
