// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/shop_view.h"

#include <chrono>
#include <vector>

namespace coffee::board {

/// One number on the pickup board.
struct BoardNumber {
    OrderId order{0};
    std::int32_t number{0};
    bool isNew{false}; ///< it became ready, or was called again, a moment ago
    friend bool operator==(const BoardNumber&, const BoardNumber&) = default;
};

/// What the pickup board shows.
struct BoardNumbers {
    std::vector<BoardNumber> preparing; ///< waiting or being made, oldest payment first
    std::vector<BoardNumber> ready;     ///< newest first, so that it is seen where one looks first
    /// Ready for so long that they stand aside: still to be had, at the counter. Newest first.
    std::vector<BoardNumber> left;
    friend bool operator==(const BoardNumbers&, const BoardNumbers&) = default;
};

/// How long a number stands out.
inline constexpr std::chrono::seconds kNewFor{30};

/// A number that nobody has collected leaves the large digits after this time.
inline constexpr std::chrono::minutes kClearsAfter{20};

/// From the public view; `now` is shop time.
[[nodiscard]] BoardNumbers boardNumbers(const OrderBoard& board, ShopTime now);

} // namespace coffee::board
