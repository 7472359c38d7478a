// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/order_event.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace coffee::station {

/// One time that card payments stopped, were tried again or went on.
struct BreakerTurn {
    ShopTime at{};
    BreakerState to{BreakerState::Closed};
    ShopTime until{};     ///< of `Open`: when it is tried again
    std::string cause;    ///< as the log words it
    bool byPerson{false}; ///< a manager or a command did it
    friend bool operator==(const BreakerTurn&, const BreakerTurn&) = default;
};

/// What the breaker around the card payments did, from whatever events the window has seen or has
/// in its own copy of the log, in any order. A value without clock.
class BreakerLog {
public:
    static constexpr std::size_t kTurnsMost = 100;

    /// Other events than the breaker's are passed over, and so is what it knows.
    void take(const Event& event);
    /// The log is another one.
    void clear() { m_turns.clear(); }

    /// Those at or after `from`, the newest first.
    [[nodiscard]] std::vector<BreakerTurn> since(ShopTime from) const;
    /// Payments rest because a person stopped them, as far as it knows.
    [[nodiscard]] bool isStoppedByHand() const;

private:
    std::map<Sequence, BreakerTurn> m_turns;
};

} // namespace coffee::station
