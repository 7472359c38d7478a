// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace coffee::daemon {

/// How often something took how long: counts up to each bound, and beyond. Only grows.
template <std::size_t N>
class Histogram {
public:
    /// Upper bounds in ascending order.
    constexpr explicit Histogram(const std::array<std::chrono::microseconds, N>& bounds)
        : m_bounds{bounds}
    {
    }

    void add(std::chrono::microseconds took)
    {
        std::size_t place = 0;
        while (place < N && took > m_bounds[place])
            ++place;
        ++m_counts[place];
        m_sum += took;
    }

    [[nodiscard]] const std::array<std::chrono::microseconds, N>& bounds() const
    {
        return m_bounds;
    }
    /// How many took at most `bounds()[place]`; with `place` = N all of them.
    [[nodiscard]] std::uint64_t upTo(std::size_t place) const
    {
        std::uint64_t count = 0;
        for (std::size_t n = 0; n <= place; ++n)
            count += m_counts[n];
        return count;
    }
    [[nodiscard]] std::chrono::microseconds sum() const { return m_sum; }

private:
    std::array<std::chrono::microseconds, N> m_bounds;
    std::array<std::uint64_t, N + 1> m_counts{};
    std::chrono::microseconds m_sum{0};
};

} // namespace coffee::daemon
