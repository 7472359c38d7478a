// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/ids.h"
#include "shared/protocol/messages.h"
#include "tests/bench/child.h"
#include "tests/bench/lanes.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

/// The other side of the wire: many kiosks in one process and one thread, each with one question
/// open. It speaks the project's own bytes and reads no more of an answer than it must.
namespace coffee::bench {

/// Two iced americanos, one of them in a cup of the customer's own, and a croissant.
[[nodiscard]] Basket someBasket();
[[nodiscard]] std::string kioskName(int kiosk);

/// An order that a kiosk may place: its key and its quote.
struct PreparedOrder {
    AttemptKey key;
    QuoteId quote;
};
/// Orders of several kiosks; order n is of kiosk n % kiosks.
struct PreparedOrders {
    int kiosks{1};
    std::vector<PreparedOrder> orders;
};

/// Without asking anybody: for a floor, which looks at no quote.
[[nodiscard]] PreparedOrders inventOrders(int kiosks, int orders);
/// Asks the daemon for a quote for each.
[[nodiscard]] PreparedOrders openQuotes(const std::string& commands, int kiosks, int orders);

/// How a load is driven.
struct Pace {
    int warmUp{0};                     ///< the first so many orders are not measured
    std::chrono::microseconds pause{}; ///< of one kiosk between two orders
};

/// Places all of them, each kiosk its own one after the other. Figures: `p50_us`, `p99_us`,
/// `per_s`, `asked_again`. Throws when one is not paid.
[[nodiscard]] Figures placeOrders(const std::string& commands, const PreparedOrders& prepared,
                                  const Pace& pace);

/// One kiosk places each and cancels it at once. Figures: `place_p50_us`, `cancel_p50_us`.
[[nodiscard]] Figures placeAndCancel(const std::string& commands, const PreparedOrders& prepared,
                                     const Pace& pace);

/// Places all of them and has each made and collected, by many kiosks and as many stations.
void placeAndCollect(const std::string& commands, const PreparedOrders& prepared);

} // namespace coffee::bench
