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

/// An order of which the bar could not make everything: its customer is asked to the counter.
struct BoardTold {
    OrderId order{0};
    std::int32_t number{0};
    std::int32_t unitsRefused{0};
    bool isCancelled{false}; ///< the shop cancelled all of it
    friend bool operator==(const BoardTold&, const BoardTold&) = default;
};

/// What the pickup board shows.
struct BoardNumbers {
    std::vector<BoardNumber> preparing; ///< waiting or being made, oldest payment first
    std::vector<BoardNumber> ready;     ///< newest first, so that it is seen where one looks first
    /// Ready for so long that they stand aside: still to be had, at the counter. Newest first.
    std::vector<BoardNumber> left;
    /// Newest payment first. A customer who cancelled knows it already.
    std::vector<BoardTold> told;
    friend bool operator==(const BoardNumbers&, const BoardNumbers&) = default;
};

/// How long a number stands out.
inline constexpr std::chrono::seconds kNewFor{30};

/// A number that nobody has collected leaves the large digits after this time.
inline constexpr std::chrono::minutes kClearsAfter{20};

/// An order that the shop cancelled stays named so long, rather than to be gone without a word.
inline constexpr std::chrono::minutes kCancelledFor{10};

/// From the public view; `now` is shop time.
[[nodiscard]] BoardNumbers boardNumbers(const OrderBoard& board, ShopTime now);

} // namespace coffee::board
