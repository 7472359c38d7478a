// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

namespace coffee {

/// An exact amount in whole won; the won has no smaller coin. Negative amounts are price
/// differences (an own cup). There is no way in or out through floating point.
///
/// Sums are range-checked: beyond ±`kWonMax` there is no amount, because an order that large is
/// a mistake and not a sale.
class Money {
public:
    /// One billion won: a thousand times the largest plausible order.
    static constexpr std::int64_t kWonMax = 1'000'000'000;

    constexpr Money() = default;
    /// `won` must lie within ±kWonMax; input from outside goes through `checked`.
    static constexpr Money fromWon(std::int64_t won) { return Money{won}; }
    /// Empty when `won` is out of range.
    static constexpr std::optional<Money> checked(std::int64_t won)
    {
        if (won > kWonMax || won < -kWonMax)
            return std::nullopt;
        return Money{won};
    }

    [[nodiscard]] constexpr std::int64_t won() const { return m_won; }
    [[nodiscard]] constexpr std::optional<Money> plus(Money other) const
    {
        return checked(m_won + other.m_won);
    }
    [[nodiscard]] constexpr std::optional<Money> minus(Money other) const
    {
        return checked(m_won - other.m_won);
    }
    [[nodiscard]] constexpr std::optional<Money> times(std::int32_t quantity) const
    {
        const std::int64_t bound = m_won < 0 ? -m_won : m_won;
        const std::int64_t count = quantity < 0 ? -std::int64_t{quantity} : quantity;
        if (count != 0 && bound > kWonMax / count)
            return std::nullopt;
        return checked(m_won * quantity);
    }

    friend constexpr auto operator<=>(Money, Money) = default;

private:
    constexpr explicit Money(std::int64_t won) : m_won{won} {}
    std::int64_t m_won{0};
};

} // namespace coffee
