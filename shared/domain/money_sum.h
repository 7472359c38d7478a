// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/money.h"

#include <compare>
#include <cstdint>

namespace coffee {

/// What many amounts come to: whole won, exact, and not bound to what a single order may cost.
/// Nine thousand million amounts of `Money::kWonMax` fit, so that no shop reaches its end.
class MoneySum {
public:
    constexpr MoneySum() = default;
    static constexpr MoneySum fromWon(std::int64_t won)
    {
        MoneySum sum;
        sum.m_won = won;
        return sum;
    }

    [[nodiscard]] constexpr std::int64_t won() const { return m_won; }
    constexpr MoneySum& operator+=(Money amount)
    {
        m_won += amount.won();
        return *this;
    }
    constexpr MoneySum& operator+=(MoneySum other)
    {
        m_won += other.m_won;
        return *this;
    }
    [[nodiscard]] constexpr MoneySum minus(MoneySum other) const
    {
        return fromWon(m_won - other.m_won);
    }

    friend constexpr auto operator<=>(MoneySum, MoneySum) = default;

private:
    std::int64_t m_won{0};
};

} // namespace coffee
