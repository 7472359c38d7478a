// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/legal.h"

#include "payment_daemon/run/failpoint.h"
#include "shared/domain/words.h"
#include "tests/sim/coverage.h"

#include <array>
#include <set>
#include <utility>

namespace coffee::sim {
namespace {

template <class State>
using Pairs = std::set<std::pair<State, State>>;

const Pairs<AttemptState>& attempts()
{
    using enum AttemptState;
    static const Pairs<AttemptState> edges{
        {Charging, Paid},      {Charging, Declined},     {Charging, Unknown},
        {Charging, Reversing}, {Charging, NeedsReview},  {Unknown, Paid},
        {Unknown, Declined},   {Unknown, Reversing},     {Unknown, NeedsReview},
        {Reversing, Voided},   {Reversing, NeedsReview}, {NeedsReview, Declined},
        {NeedsReview, Voided}};
    return edges;
}

struct Step {
    OrderState from;
    OrderStep step;
    OrderState to;
};

constexpr std::array kSteps{
    Step{OrderState::Queued, OrderStep::Start, OrderState::Making},
    Step{OrderState::Making, OrderStep::Finish, OrderState::Ready},
    Step{OrderState::Ready, OrderStep::Collect, OrderState::Collected},
    Step{OrderState::Making, OrderStep::PutBack, OrderState::Queued},
    Step{OrderState::Ready, OrderStep::Recall, OrderState::Making},
    Step{OrderState::Collected, OrderStep::Recall, OrderState::Ready},
    Step{OrderState::Queued, OrderStep::Cancel, OrderState::Cancelled},
    Step{OrderState::Making, OrderStep::Cancel, OrderState::Cancelled},
    Step{OrderState::Queued, OrderStep::CancelByStaff, OrderState::Cancelled},
    Step{OrderState::Making, OrderStep::CancelByStaff, OrderState::Cancelled},
    Step{OrderState::Ready, OrderStep::CancelByStaff, OrderState::Cancelled}};

const Pairs<UnitState>& units()
{
    using enum UnitState;
    static const Pairs<UnitState> edges{{Open, Done}, {Done, Open}, {Open, Refused}};
    return edges;
}

const Pairs<RefundState>& refunds()
{
    using enum RefundState;
    static const Pairs<RefundState> edges{{Due, Done}, {Due, NeedsReview}, {NeedsReview, Done}};
    return edges;
}

const Pairs<BreakerState>& breakers()
{
    using enum BreakerState;
    static const Pairs<BreakerState> edges{
        {Closed, Open}, {Open, HalfOpen}, {HalfOpen, Open}, {HalfOpen, Closed}};
    return edges;
}

template <class State>
std::string edge(const char* machine, State from, State to)
{
    return std::string{machine} + ' ' + std::string{word(from)} + '>' + std::string{word(to)};
}

} // namespace

bool isLegalAttempt(AttemptState from, AttemptState to)
{
    return attempts().contains({from, to});
}

bool isLegalOrder(OrderState from, OrderState to)
{
    for (const Step& step : kSteps)
        if (step.from == from && step.to == to)
            return true;
    return false;
}

bool isLegalStep(OrderState from, OrderStep edge)
{
    for (const Step& step : kSteps)
        if (step.from == from && step.step == edge)
            return true;
    return false;
}

bool isLegalUnit(UnitState from, UnitState to)
{
    return units().contains({from, to});
}

bool isMadeAnew(const UnitMoved& unit)
{
    return unit.from == UnitState::Done && unit.to == UnitState::Open && !unit.reason.empty();
}

bool isLegalRefund(RefundState from, RefundState to)
{
    return refunds().contains({from, to});
}

bool isLegalBreaker(BreakerState from, BreakerState to)
{
    return breakers().contains({from, to});
}

bool mayTell(Role role, const EventBody& body)
{
    const bool staff = role == Role::Station || role == Role::Manager;
    if (std::holds_alternative<OrderPaid>(body) || std::holds_alternative<HelpCalled>(body))
        return role == Role::Kiosk;
    if (const auto* cancelled = std::get_if<OrderCancelled>(&body))
        return cancelled->by == CancelledBy::Customer ? role == Role::Kiosk : staff;
    if (std::holds_alternative<OrderMoved>(body) || std::holds_alternative<UnitMoved>(body) ||
        std::holds_alternative<OrderCalled>(body) || std::holds_alternative<StopAcknowledged>(body))
        return staff;
    if (std::holds_alternative<HelpTaken>(body))
        return staff;
    if (std::holds_alternative<ItemAvailability>(body))
        return staff || role == Role::Daemon;
    if (std::holds_alternative<RefundOpened>(body))
        return staff || role == Role::Kiosk;
    if (std::holds_alternative<RefundMoved>(body) || std::holds_alternative<AttemptMoved>(body) ||
        std::holds_alternative<OrderingChanged>(body))
        return role == Role::Daemon || role == Role::Manager;
    if (std::holds_alternative<AttemptOpened>(body))
        return role == Role::Kiosk;
    if (std::holds_alternative<DayClosed>(body))
        return role == Role::Daemon || role == Role::Manager || role == Role::Ctl;
    if (std::holds_alternative<OrderAppeared>(body) || std::holds_alternative<Hidden>(body))
        return false; // of the public stream only
    return role == Role::Daemon;
}

std::string attemptEdge(AttemptState from, AttemptState to)
{
    return edge("attempt", from, to);
}

std::string orderEdge(OrderState from, OrderStep step, OrderState to)
{
    return edge("order", from, to) + ' ' + std::string{word(step)};
}

std::string unitEdge(UnitState from, UnitState to)
{
    return edge("unit", from, to);
}

std::string refundEdge(RefundState from, RefundState to)
{
    return edge("refund", from, to);
}

std::string breakerEdge(BreakerState from, BreakerState to)
{
    return edge("breaker", from, to);
}

// ---- what a run must reach ------------------------------------------------------------------

const std::vector<std::string>& killingPlaces()
{
    static const std::vector<std::string> places = [] {
        std::vector<std::string> all;
        for (const std::string_view place : daemon::kFailpoints)
            all.emplace_back(place);
        for (const std::string_view place : kPlacesBetween)
            all.emplace_back(place);
        return all;
    }();
    return places;
}

const std::vector<std::string>& Coverage::wanted()
{
    static const std::vector<std::string> places = [] {
        std::vector<std::string> all;
        for (const auto& [from, to] : attempts())
            all.push_back(attemptEdge(from, to));
        for (const Step& step : kSteps)
            all.push_back(orderEdge(step.from, step.step, step.to));
        for (const auto& [from, to] : units())
            all.push_back(unitEdge(from, to));
        for (const auto& [from, to] : refunds())
            all.push_back(refundEdge(from, to));
        for (const auto& [from, to] : breakers())
            all.push_back(breakerEdge(from, to));
        for (const std::string& place : killingPlaces())
            all.push_back("killed at " + place);
        for (const char* place :
             {"disk full at record", "disk full at commit", "disk full, written into the reserve",
              "disk broken", "remade while making", "remade when ready",
              "remade after the hand-over"})
            all.emplace_back(place);
        return all;
    }();
    return places;
}

std::vector<std::string> Coverage::missing() const
{
    std::vector<std::string> none;
    for (const std::string& place : wanted())
        if (!m_reached.contains(place))
            none.push_back(place);
    return none;
}

} // namespace coffee::sim
