// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace coffee::test {

/// Random choices that are the same for one seed on every machine: the standard distributions
/// are not, so none is used.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_engine{seed} {}

    /// From `min` to `max`, both included. The bias of the remainder does not matter to tests.
    std::int64_t between(std::int64_t min, std::int64_t max)
    {
        const auto span = static_cast<std::uint64_t>(max - min) + 1;
        return min + static_cast<std::int64_t>(m_engine() % span);
    }
    std::int32_t small(std::int32_t min, std::int32_t max)
    {
        return static_cast<std::int32_t>(between(min, max));
    }
    bool oneIn(std::int64_t times) { return between(1, times) == 1; }
    template <class T>
    const T& oneOf(const std::vector<T>& things)
    {
        return things[static_cast<std::size_t>(
            between(0, static_cast<std::int64_t>(things.size()) - 1))];
    }
    template <class T>
    void shuffle(std::vector<T>& things)
    {
        for (std::size_t i = things.size(); i > 1; --i)
            std::swap(
                things[i - 1],
                things[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(i) - 1))]);
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace coffee::test
