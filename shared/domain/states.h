// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>

/// The state machines of an order, its units, a payment attempt and a refund, each as one table.
/// What is not listed does not happen: the ledger's triggers say the same, and a test walks every
/// pair of both.
namespace coffee {

enum class OrderState { Queued, Making, Ready, Collected, Cancelled };

enum class OrderStep {
    Start,        ///< a barista takes it up
    PutBack,      ///< back to the queue, while no unit is done
    Finish,       ///< every unit is done or refused
    Collect,      ///< handed over
    Recall,       ///< taken back to the state before
    Cancel,       ///< by the customer, or by the shop because every unit was refused
    CancelByStaff ///< with PIN and reason, also when it is ready
};

struct OrderEdge {
    OrderState from;
    OrderStep step;
    OrderState to;
};

inline constexpr std::array kAllOrderStates{OrderState::Queued, OrderState::Making,
                                            OrderState::Ready, OrderState::Collected,
                                            OrderState::Cancelled};
inline constexpr std::array kAllOrderSteps{
    OrderStep::Start,  OrderStep::PutBack, OrderStep::Finish,       OrderStep::Collect,
    OrderStep::Recall, OrderStep::Cancel,  OrderStep::CancelByStaff};

inline constexpr std::array kOrderEdges{
    OrderEdge{OrderState::Queued, OrderStep::Start, OrderState::Making},
    OrderEdge{OrderState::Making, OrderStep::PutBack, OrderState::Queued},
    OrderEdge{OrderState::Making, OrderStep::Finish, OrderState::Ready},
    OrderEdge{OrderState::Ready, OrderStep::Collect, OrderState::Collected},
    OrderEdge{OrderState::Ready, OrderStep::Recall, OrderState::Making},
    OrderEdge{OrderState::Collected, OrderStep::Recall, OrderState::Ready},
    OrderEdge{OrderState::Queued, OrderStep::Cancel, OrderState::Cancelled},
    OrderEdge{OrderState::Making, OrderStep::Cancel, OrderState::Cancelled},
    OrderEdge{OrderState::Queued, OrderStep::CancelByStaff, OrderState::Cancelled},
    OrderEdge{OrderState::Making, OrderStep::CancelByStaff, OrderState::Cancelled},
    OrderEdge{OrderState::Ready, OrderStep::CancelByStaff, OrderState::Cancelled},
};

/// Empty when the step is not possible in that state.
[[nodiscard]] constexpr std::optional<OrderState> nextState(OrderState from, OrderStep step)
{
    for (const OrderEdge& edge : kOrderEdges)
        if (edge.from == from && edge.step == step)
            return edge.to;
    return std::nullopt;
}

/// Still of interest to the bar: paid, and neither handed over nor cancelled.
[[nodiscard]] constexpr bool isOpen(OrderState state)
{
    return state == OrderState::Queued || state == OrderState::Making || state == OrderState::Ready;
}

enum class UnitState { Open, Done, Refused };
enum class UnitStep {
    Tick,
    Untick,
    Refuse, ///< it cannot be made
    Remake  ///< what was made is thrown away and made anew, at no charge
};

struct UnitEdge {
    UnitState from;
    UnitStep step;
    UnitState to;
};

inline constexpr std::array kAllUnitStates{UnitState::Open, UnitState::Done, UnitState::Refused};
inline constexpr std::array kAllUnitSteps{UnitStep::Tick, UnitStep::Untick, UnitStep::Refuse,
                                          UnitStep::Remake};
inline constexpr std::array kUnitEdges{
    UnitEdge{UnitState::Open, UnitStep::Tick, UnitState::Done},
    UnitEdge{UnitState::Done, UnitStep::Untick, UnitState::Open},
    UnitEdge{UnitState::Open, UnitStep::Refuse, UnitState::Refused},
    UnitEdge{UnitState::Done, UnitStep::Remake, UnitState::Open},
};

[[nodiscard]] constexpr std::optional<UnitState> nextState(UnitState from, UnitStep step)
{
    for (const UnitEdge& edge : kUnitEdges)
        if (edge.from == from && edge.step == step)
            return edge.to;
    return std::nullopt;
}

/// A payment attempt. Only `Paid` has an order. `Reversing` and `NeedsReview` never become paid.
enum class AttemptState {
    Charging,
    Paid,
    Declined,
    Unknown,
    Reversing,
    Voided,
    NeedsReview,
    Kept ///< a person found that the customer was served: the shop keeps the money, without an
         ///< order
};

/// What exactly `Declined` means; no money moved in any of them.
enum class DeclineKind {
    Declined,   ///< the bank said no
    NotCharged, ///< the customer cancelled, or no card came
    NotSent     ///< the terminal was busy or unreachable; nothing was asked of it
};

template <class State>
struct StateEdge {
    State from;
    State to;
};
using AttemptEdge = StateEdge<AttemptState>;

inline constexpr std::array kAllAttemptStates{
    AttemptState::Charging,  AttemptState::Paid,   AttemptState::Declined,    AttemptState::Unknown,
    AttemptState::Reversing, AttemptState::Voided, AttemptState::NeedsReview, AttemptState::Kept};
inline constexpr std::array kAttemptEdges{
    AttemptEdge{AttemptState::Charging, AttemptState::Paid},
    AttemptEdge{AttemptState::Charging, AttemptState::Declined},
    AttemptEdge{AttemptState::Charging, AttemptState::Unknown},
    AttemptEdge{AttemptState::Charging, AttemptState::Reversing},
    AttemptEdge{AttemptState::Charging, AttemptState::NeedsReview},
    AttemptEdge{AttemptState::Unknown, AttemptState::Paid},
    AttemptEdge{AttemptState::Unknown, AttemptState::Declined},
    AttemptEdge{AttemptState::Unknown, AttemptState::Reversing},
    AttemptEdge{AttemptState::Unknown, AttemptState::NeedsReview},
    AttemptEdge{AttemptState::Reversing, AttemptState::Voided},
    AttemptEdge{AttemptState::Reversing, AttemptState::NeedsReview},
    AttemptEdge{AttemptState::NeedsReview, AttemptState::Declined},
    AttemptEdge{AttemptState::NeedsReview, AttemptState::Voided},
    AttemptEdge{AttemptState::NeedsReview, AttemptState::Kept},
};

[[nodiscard]] constexpr bool mayMove(AttemptState from, AttemptState to)
{
    for (const auto& edge : kAttemptEdges)
        if (edge.from == from && edge.to == to)
            return true;
    return false;
}

/// Money of this attempt may still move without a person: it is looked up or reversed.
[[nodiscard]] constexpr bool isUnderWay(AttemptState state)
{
    return state == AttemptState::Charging || state == AttemptState::Unknown ||
           state == AttemptState::Reversing;
}

enum class RefundState { Due, Done, NeedsReview };
using RefundEdge = StateEdge<RefundState>;
inline constexpr std::array kAllRefundStates{RefundState::Due, RefundState::Done,
                                             RefundState::NeedsReview};
inline constexpr std::array kRefundEdges{
    RefundEdge{RefundState::Due, RefundState::Done},
    RefundEdge{RefundState::Due, RefundState::NeedsReview},
    RefundEdge{RefundState::NeedsReview, RefundState::Done},
};

[[nodiscard]] constexpr bool mayMove(RefundState from, RefundState to)
{
    for (const auto& edge : kRefundEdges)
        if (edge.from == from && edge.to == to)
            return true;
    return false;
}

/// What the customer has to do at the card terminal now.
enum class PaymentPhase { Sending, WaitingCard, Reading, Authorising, RemoveCard, Checking };

/// Whether the shop takes orders now.
enum class OrderingState { Open, Busy, Paused };

/// Whether somebody else is asked to do work for us: always, not at all, or one trial at a time.
enum class BreakerState { Closed, Open, HalfOpen };

enum class BreakerStep {
    Trip,        ///< too many calls failed or were slow
    WaitOver,    ///< it has rested long enough
    ProbeFailed, ///< the look or a trial failed
    Recover,     ///< enough trials went through
    OpenByHand,  ///< a person stops card payments
    CloseByHand  ///< a person lets them go on
};

struct BreakerEdge {
    BreakerState from;
    BreakerStep step;
    BreakerState to;
};

inline constexpr std::array kAllBreakerStates{BreakerState::Closed, BreakerState::Open,
                                              BreakerState::HalfOpen};
inline constexpr std::array kAllBreakerSteps{BreakerStep::Trip,        BreakerStep::WaitOver,
                                             BreakerStep::ProbeFailed, BreakerStep::Recover,
                                             BreakerStep::OpenByHand,  BreakerStep::CloseByHand};
inline constexpr std::array kBreakerEdges{
    BreakerEdge{BreakerState::Closed, BreakerStep::Trip, BreakerState::Open},
    BreakerEdge{BreakerState::Open, BreakerStep::WaitOver, BreakerState::HalfOpen},
    BreakerEdge{BreakerState::HalfOpen, BreakerStep::ProbeFailed, BreakerState::Open},
    BreakerEdge{BreakerState::HalfOpen, BreakerStep::Recover, BreakerState::Closed},
    BreakerEdge{BreakerState::Closed, BreakerStep::OpenByHand, BreakerState::Open},
    BreakerEdge{BreakerState::HalfOpen, BreakerStep::OpenByHand, BreakerState::Open},
    BreakerEdge{BreakerState::Open, BreakerStep::OpenByHand, BreakerState::Open},
    BreakerEdge{BreakerState::Open, BreakerStep::CloseByHand, BreakerState::Closed},
    BreakerEdge{BreakerState::HalfOpen, BreakerStep::CloseByHand, BreakerState::Closed},
};

[[nodiscard]] constexpr std::optional<BreakerState> nextState(BreakerState from, BreakerStep step)
{
    for (const BreakerEdge& edge : kBreakerEdges)
        if (edge.from == from && edge.step == step)
            return edge.to;
    return std::nullopt;
}

/// A screen as the daemon sees it, from its `presence`.
enum class PresenceState {
    Up,
    Behind,
    Away,
    Removed ///< a person took it off the list; it is there again with its next word
};

} // namespace coffee
