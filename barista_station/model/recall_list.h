// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/ticket.h"

#include <vector>

namespace coffee::station {

/// An order that has left the grid, as the recall list shows it. One that others still make has
/// left the grid of a station whose own units are done.
struct RecallRow {
    OrderId order{0};
    std::int32_t number{0};
    OrderState state{OrderState::Ready};
    ServiceMode service{ServiceMode::Here};
    QString summary;       ///< "아메리카노 2, 치즈케이크 1"
    ShopTime at{};         ///< when it became ready, was handed over or cancelled
    QString clock;         ///< the same by the clock on the wall: "14:05"
    bool canRecall{false}; ///< one step: handed over → ready → making; units of one's own → open
    bool tooOld{false}; ///< handed over, and too many were since: the daemon takes it back no more
    friend bool operator==(const RecallRow&, const RecallRow&) = default;
};

/// Ready, handed-over and cancelled orders and those of which the units of `kinds` are done, newest
/// first, at most `most`; `older` are those that the board has forgotten. `search` is a number's
/// beginning, a part of an item's name, or with a colon a time's beginning ("14:0" finds what left
/// between 14:00 and 14:09); empty shows all.
[[nodiscard]] std::vector<RecallRow> recallRows(const OrderBoard& board,
                                                const std::vector<const OrderView*>& older,
                                                const QString& search, Language language,
                                                std::size_t most,
                                                const StationKinds& kinds = allKinds());

/// What the lines of an order are called in one row of a list.
/// With a menu also what was chosen, but for what is usual in it.
[[nodiscard]] QString summaryOf(const std::vector<PricedLine>& lines, Language language,
                                const Menu* menu = nullptr);

} // namespace coffee::station
