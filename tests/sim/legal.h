// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/order_event.h"

#include <string>

/// The state machines and the role matrix as the design page has them, written down once more: what
/// the simulator believes must not be the tables that it checks.
namespace coffee::sim {

[[nodiscard]] bool isLegalAttempt(AttemptState from, AttemptState to);
[[nodiscard]] bool isLegalOrder(OrderState from, OrderState to);
[[nodiscard]] bool isLegalStep(OrderState from, OrderStep step);
[[nodiscard]] bool isLegalUnit(UnitState from, UnitState to);
/// What was made of a unit is thrown away, for a reason; taking back a tick has none.
[[nodiscard]] bool isMadeAnew(const UnitMoved& unit);
[[nodiscard]] bool isLegalRefund(RefundState from, RefundState to);
[[nodiscard]] bool isLegalBreaker(BreakerState from, BreakerState to);
/// Whether an event of this kind may have an actor of this role.
[[nodiscard]] bool mayTell(Role role, const EventBody& body);

// The names of edges in the coverage list, for example "attempt charging>paid".
[[nodiscard]] std::string attemptEdge(AttemptState from, AttemptState to);
[[nodiscard]] std::string orderEdge(OrderState from, OrderStep step, OrderState to);
[[nodiscard]] std::string unitEdge(UnitState from, UnitState to);
[[nodiscard]] std::string refundEdge(RefundState from, RefundState to);
[[nodiscard]] std::string breakerEdge(BreakerState from, BreakerState to);

/// The shop's PIN in every seed, and how it would stand in a message.
inline constexpr const char* kPin = "271828";
inline constexpr const char* kPinInBytes = "\"271828\"";

} // namespace coffee::sim
