// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

namespace coffee::kiosk {

/// Where one customer is. Each phase has one page; `OrderSession` alone moves between them.
enum class Phase {
    Settling,    ///< a payment from before this start is being settled; no customer yet
    Closed,      ///< no menu is known yet: the shop was never reached
    Attract,     ///< nobody is here
    Menu,        ///< choosing an item
    Options,     ///< putting one line together
    Review,      ///< the whole order in words, before paying
    Opening,     ///< asking the daemon for a price and a place; no card yet
    Busy,        ///< turned away for a while, basket kept, tried again by itself
    Paused,      ///< the shop takes no orders for now, basket kept
    Unreachable, ///< nobody answered, basket kept, tried again by itself
    Paying,      ///< the card terminal is at work
    Checking,    ///< it is not known whether the card was charged; asked until it is
    GivingUp,    ///< the customer wants out; the daemon is told until it has confirmed
    NotPaid,     ///< it ended without an order; why, and what to do next
    Number,      ///< paid: the order's number
    MyOrder,     ///< looking up an order; the customer's own order waits meanwhile
    Parked       ///< the shop keeps the basket: its code, to go on with at any kiosk
};

inline constexpr std::array kAllPhases{
    Phase::Settling, Phase::Closed,   Phase::Attract,  Phase::Menu,    Phase::Options,
    Phase::Review,   Phase::Opening,  Phase::Busy,     Phase::Paused,  Phase::Unreachable,
    Phase::Paying,   Phase::Checking, Phase::GivingUp, Phase::NotPaid, Phase::Number,
    Phase::MyOrder,  Phase::Parked};

/// The phase's name in logs.
[[nodiscard]] constexpr const char* phaseWord(Phase phase)
{
    constexpr std::array words{"settling", "closed",   "attract",   "menu",     "options",
                               "review",   "opening",  "busy",      "paused",   "unreachable",
                               "paying",   "checking", "giving_up", "not_paid", "number",
                               "my_order", "parked"};
    static_assert(words.size() == kAllPhases.size());
    return words[static_cast<std::size_t>(phase)];
}

struct PhaseEdge {
    Phase from;
    Phase to;
};

/// Every move that there is, but for the two that are everywhere: to *My order* and back (from
/// phases without a payment), and to `Attract` when a customer leaves.
inline constexpr std::array kPhaseEdges{
    PhaseEdge{Phase::Settling, Phase::Number},     PhaseEdge{Phase::Settling, Phase::NotPaid},
    PhaseEdge{Phase::Settling, Phase::Closed},     PhaseEdge{Phase::Settling, Phase::Attract},
    PhaseEdge{Phase::Closed, Phase::Attract},      PhaseEdge{Phase::Attract, Phase::Closed},
    PhaseEdge{Phase::Attract, Phase::Menu},        PhaseEdge{Phase::Menu, Phase::Options},
    PhaseEdge{Phase::Menu, Phase::Review},         PhaseEdge{Phase::Options, Phase::Menu},
    PhaseEdge{Phase::Options, Phase::Review},      PhaseEdge{Phase::Review, Phase::Menu},
    PhaseEdge{Phase::Review, Phase::Options},      PhaseEdge{Phase::Review, Phase::Opening},
    PhaseEdge{Phase::Opening, Phase::Review},      PhaseEdge{Phase::Opening, Phase::Menu},
    PhaseEdge{Phase::Opening, Phase::Busy},        PhaseEdge{Phase::Opening, Phase::Paused},
    PhaseEdge{Phase::Opening, Phase::Unreachable}, PhaseEdge{Phase::Opening, Phase::Paying},
    PhaseEdge{Phase::Opening, Phase::NotPaid},     PhaseEdge{Phase::Busy, Phase::Review},
    PhaseEdge{Phase::Busy, Phase::Menu},           PhaseEdge{Phase::Busy, Phase::Paused},
    PhaseEdge{Phase::Busy, Phase::Unreachable},    PhaseEdge{Phase::Busy, Phase::Paying},
    PhaseEdge{Phase::Busy, Phase::Checking},       PhaseEdge{Phase::Busy, Phase::GivingUp},
    PhaseEdge{Phase::Busy, Phase::NotPaid},        PhaseEdge{Phase::Busy, Phase::Number},
    PhaseEdge{Phase::Busy, Phase::Opening},        PhaseEdge{Phase::Paused, Phase::Review},
    PhaseEdge{Phase::Paused, Phase::Menu},         PhaseEdge{Phase::Unreachable, Phase::Review},
    PhaseEdge{Phase::Unreachable, Phase::Menu},    PhaseEdge{Phase::Unreachable, Phase::Busy},
    PhaseEdge{Phase::Unreachable, Phase::Paused},  PhaseEdge{Phase::Unreachable, Phase::Paying},
    PhaseEdge{Phase::Unreachable, Phase::NotPaid}, PhaseEdge{Phase::Paying, Phase::Checking},
    PhaseEdge{Phase::Paying, Phase::GivingUp},     PhaseEdge{Phase::Paying, Phase::Busy},
    PhaseEdge{Phase::Paying, Phase::NotPaid},      PhaseEdge{Phase::Paying, Phase::Number},
    PhaseEdge{Phase::Paying, Phase::Opening},      PhaseEdge{Phase::Checking, Phase::Paying},
    PhaseEdge{Phase::Checking, Phase::GivingUp},   PhaseEdge{Phase::Checking, Phase::Busy},
    PhaseEdge{Phase::Checking, Phase::NotPaid},    PhaseEdge{Phase::Checking, Phase::Number},
    PhaseEdge{Phase::Checking, Phase::Opening},    PhaseEdge{Phase::GivingUp, Phase::Number},
    PhaseEdge{Phase::GivingUp, Phase::Review},     PhaseEdge{Phase::GivingUp, Phase::NotPaid},
    PhaseEdge{Phase::GivingUp, Phase::Busy},       PhaseEdge{Phase::NotPaid, Phase::Review},
    PhaseEdge{Phase::NotPaid, Phase::Opening},     PhaseEdge{Phase::NotPaid, Phase::Menu},
    PhaseEdge{Phase::Busy, Phase::Parked},         PhaseEdge{Phase::Parked, Phase::Review},
};

/// Money may be moving, or the daemon has not yet said that it is not: nobody leaves on their own
/// and no clock sends anybody away.
[[nodiscard]] constexpr bool isPaymentRunning(Phase phase)
{
    return phase == Phase::Settling || phase == Phase::Opening || phase == Phase::Paying ||
           phase == Phase::Checking || phase == Phase::GivingUp;
}

/// The customer's basket may still change.
[[nodiscard]] constexpr bool isChoosing(Phase phase)
{
    return phase == Phase::Menu || phase == Phase::Options || phase == Phase::Review;
}

[[nodiscard]] constexpr bool mayMove(Phase from, Phase to)
{
    if (from == to)
        return false;
    if (to == Phase::MyOrder || to == Phase::Attract)
        return from == Phase::Settling ? to == Phase::Attract : !isPaymentRunning(from);
    if (from == Phase::MyOrder)
        return !isPaymentRunning(to);
    return std::any_of(kPhaseEdges.begin(), kPhaseEdges.end(), [from, to](const PhaseEdge& edge) {
        return edge.from == from && edge.to == to;
    });
}

} // namespace coffee::kiosk
