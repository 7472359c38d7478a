// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace coffee::sim {

/// Where the daemon can be killed beside the product's own failpoints: places between two effects,
/// and within a commit, that only a simulator can name.
inline constexpr std::array<std::string_view, 7> kPlacesBetween{
    "commit.lost",
    "commit.kept",
    "effects.before_replies",
    "effects.between_replies",
    "effects.between_frames",
    "effects.before_call",
    "effects.after_call",
};
/// All of them.
[[nodiscard]] const std::vector<std::string>& killingPlaces();

/// Which edges and failpoints were reached, and how often, over any number of seeds.
class Coverage {
public:
    void reach(const std::string& place, std::int64_t times = 1) { m_reached[place] += times; }
    void add(const Coverage& other)
    {
        for (const auto& [place, times] : other.m_reached)
            reach(place, times);
    }
    [[nodiscard]] const std::map<std::string, std::int64_t>& reached() const { return m_reached; }
    /// Everything that a run of 2,000 seeds must reach: every legal edge and every failpoint.
    [[nodiscard]] static const std::vector<std::string>& wanted();
    [[nodiscard]] std::vector<std::string> missing() const;

private:
    std::map<std::string, std::int64_t> m_reached;
};

} // namespace coffee::sim
