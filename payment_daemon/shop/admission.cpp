// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/admission.h"

#include "shared/domain/words.h"

#include <algorithm>

namespace coffee::daemon {
namespace {

using std::chrono::milliseconds;
using Kind = CallResult::Kind;

/// What a customer is told to wait, before the spread: long enough to be worth a countdown, short
/// enough to be believed.
constexpr milliseconds kWaitLeast{2'000};
constexpr milliseconds kPlaceWaitMost{40'000};
constexpr milliseconds kTurnWaitMost{20'000};
/// The look is answered by then if it is answered at all.
constexpr milliseconds kLookWait{1'000};
/// Whoever waits is told up to half as much again, and at least this much of a difference.
constexpr milliseconds kSpreadLeast{3'000};
constexpr milliseconds kSpreadMost{10'000};

template <class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};

CircuitBreaker::Instant instant(SteadyTime time)
{
    return time.time_since_epoch();
}

CallResult resultOf(const ChargeFinished& finished)
{
    CallResult result = std::visit(
        Overloaded{
            [](const ChargeApproved&) { return CallResult{}; },
            [](const ChargeDeclined&) { return CallResult{}; },
            [](const ChargeCancelled&) {
                return CallResult{Kind::SaysNothing, {}, {}};
            },
            [](const ChargeNotSent& unsent) {
                const bool asked = unsent.reason != NotSentReason::NotBegun;
                return CallResult{asked ? Kind::Fault : Kind::SaysNothing, {}, unsent.retryAfter};
            },
            [](const ChargeUnknown& unknown) {
                const bool ours = unknown.reason == UnknownReason::Stopped;
                return CallResult{ours ? Kind::SaysNothing : Kind::Fault, {}, {}};
            },
        },
        finished.outcome);
    result.took = finished.providerTime;
    return result;
}

} // namespace

milliseconds Admission::spread(milliseconds wait) const
{
    const milliseconds over = std::clamp(wait / 2, kSpreadLeast, kSpreadMost);
    return wait + milliseconds{m_sources.randomBelow(static_cast<std::int32_t>(over.count()))};
}

Refusal Admission::busy(std::string detail, milliseconds wait) const
{
    Refusal refused = daemon::refusal(RefusalCode::Busy, std::move(detail));
    refused.retryAfter = spread(wait);
    return refused;
}

milliseconds Admission::rest(const Step& step) const
{
    const CircuitBreaker& breaker = m_memory.breaker;
    if (breaker.state() != BreakerState::Open)
        return spread(kWaitLeast);
    return spread(std::max(breaker.until() - instant(step.now().steady) + kLookWait, kWaitLeast));
}

std::optional<Refusal> Admission::refusal(const Step& step, const Actor& from) const
{
    if (!m_memory.isCompared())
        return busy("the books are compared with the bank's after a restore", kComparedSoon);
    const int running = m_memory.chargesRunning();
    const int capacity = m_settings.chargeWorkers + static_cast<int>(m_settings.chargesWaitingMax);
    if (running >= capacity) {
        // One place is free after the share of a charge's time that each worker stands for.
        const milliseconds perPlace = m_memory.chargeTime / std::max(1, m_settings.chargeWorkers);
        return busy("all payment terminals are in use",
                    std::clamp(perPlace * (1 + running - capacity), kWaitLeast, kPlaceWaitMost));
    }
    const CircuitBreaker& breaker = m_memory.breaker;
    const CircuitBreaker::Instant now = instant(step.now().steady);
    switch (breaker.admission(from.name, now)) {
    case CircuitBreaker::Admission::Call:
        return std::nullopt;
    case CircuitBreaker::Admission::Rest:
        return busy("card payments rest after trouble",
                    std::max(breaker.until() - now + kLookWait, kWaitLeast));
    case CircuitBreaker::Admission::Look:
        return busy("card payments are being looked at", kWaitLeast);
    case CircuitBreaker::Admission::Others: {
        const milliseconds lasts = now - breaker.trialSince().value_or(now);
        return busy("card payments are tried again by one kiosk at a time",
                    std::clamp(m_memory.chargeTime - lasts, kWaitLeast, kTurnWaitMost));
    }
    }
    return std::nullopt;
}

void Admission::promise(Step& step, const Actor& from) const
{
    if (m_memory.breaker.state() != BreakerState::HalfOpen)
        return;
    CircuitBreaker breaker = m_memory.breaker;
    breaker.keepTurn(from.name, instant(step.now().steady));
    keep(step, breaker, std::nullopt);
}

void Admission::begin(Step& step, const Actor& from, const AttemptKey& key) const
{
    if (m_memory.breaker.state() != BreakerState::HalfOpen)
        return;
    CircuitBreaker breaker = m_memory.breaker;
    breaker.begin(from.name, key.value, instant(step.now().steady));
    keep(step, breaker, std::nullopt);
}

Result<protocol::Accepted, Refusal> Admission::set(Step& step, const Actor& from,
                                                   const protocol::BreakerSet& command) const
{
    CircuitBreaker breaker = m_memory.breaker;
    std::optional<BreakerMove> moved;
    switch (command.state) {
    case BreakerState::Open:
        if (command.minutes < 1)
            return Failure{daemon::refusal(RefusalCode::NotPossible,
                                           "it must be said for how many minutes cards rest")};
        moved =
            breaker.openByHand(instant(step.now().steady) + std::chrono::minutes{command.minutes});
        break;
    case BreakerState::HalfOpen:
        moved = breaker.tryNow();
        if (!moved) {
            Refusal refused =
                daemon::refusal(RefusalCode::WrongState, "card payments do not rest now");
            refused.state = word(breaker.state());
            return Failure{refused};
        }
        break;
    case BreakerState::Closed:
        moved = breaker.closeByHand();
        break;
    }
    keep(step, breaker, moved, from);
    return protocol::Accepted{};
}

void Admission::count(Step& step, const ChargeFinished& finished, const CallResult& result) const
{
    using Outcome = PaymentMinutes::Outcome;
    const bool answered =
        result.kind == Kind::Answered || std::holds_alternative<ChargeCancelled>(finished.outcome);
    if (!answered && result.kind != Kind::Fault)
        return;
    const Outcome outcome = !answered ? Outcome::Failed
                            : std::holds_alternative<ChargeApproved>(finished.outcome)
                                ? Outcome::Approved
                                : Outcome::Declined;
    step.remember([outcome, took = result.took, now = step.now().shop](ShopMemory& memory) {
        memory.paymentMinutes.add(now, outcome, took);
    });
}

void Admission::on(Step& step, const ChargeFinished& finished) const
{
    CallResult result = resultOf(finished);
    // What was given up before it left this machine says nothing about the provider.
    const auto attempt = m_memory.attempts.find(AttemptKey{finished.key});
    const bool wanted =
        attempt != m_memory.attempts.end() && attempt->second.row.state == AttemptState::Charging;
    if (!wanted && std::holds_alternative<ChargeNotSent>(finished.outcome))
        result.kind = Kind::SaysNothing;
    count(step, finished, result);
    CircuitBreaker breaker = m_memory.breaker;
    const auto moved =
        breaker.finish(finished.key, result, instant(step.now().steady), m_sources.randomBelow);
    keep(step, breaker, moved);
}

bool Admission::on(Step& step, const LookupFinished& finished) const
{
    if (finished.key != lookKey())
        return false;
    const bool unknown = std::holds_alternative<LookupUnknown>(finished.outcome);
    CircuitBreaker breaker = m_memory.breaker;
    const auto moved =
        breaker.finishLook({unknown ? Kind::Fault : Kind::Answered, finished.providerTime, {}},
                           instant(step.now().steady), m_sources.randomBelow);
    keep(step, breaker, moved);
    return true;
}

void Admission::recover(Step& step) const
{
    const PaymentView& known = m_memory.view.payments;
    const CircuitBreaker::Instant now = instant(step.now().steady);
    const milliseconds left{known.breakerUntilMs - toMs(step.now().shop)};
    keep(step, CircuitBreaker::restored(m_settings.breaker, known.breaker, now + left, now),
         std::nullopt);
}

void Admission::timers(Step& step) const
{
    CircuitBreaker breaker = m_memory.breaker;
    const CircuitBreaker::Instant now = instant(step.now().steady);
    const auto moved = breaker.timePassed(now, m_sources.randomBelow);
    const bool looks = breaker.wantsLook();
    if (looks) {
        breaker.beginLook(now);
        step.call(LookupCall{lookKey()});
    }
    if (moved || looks)
        keep(step, breaker, moved);
}

std::optional<SteadyTime> Admission::nextDeadline(SteadyTime now) const
{
    if (m_memory.breaker.wantsLook())
        return now;
    const auto due = m_memory.breaker.nextDeadline();
    return due ? std::optional{SteadyTime{*due}} : std::nullopt;
}

std::string Admission::lookKey() const
{
    return "look-" + m_memory.epoch.substr(0, 16);
}

void Admission::keep(Step& step, const CircuitBreaker& breaker,
                     const std::optional<BreakerMove>& moved, const Actor& actor) const
{
    step.remember([breaker](ShopMemory& memory) { memory.breaker = breaker; });
    if (!moved)
        return;
    std::int64_t until = 0;
    if (moved->to == BreakerState::Open)
        until = toMs(step.now().shop + (moved->until - instant(step.now().steady)));
    step.event(actor, BreakerMoved{moved->from, moved->to, until, moved->cause});
    if (moved->to == BreakerState::Open)
        step.effect(RecallEffect{});
    const OrderingState ordering = m_memory.view.offer.ordering.state;
    if (moved->to == BreakerState::Open && ordering != OrderingState::Paused)
        step.event(actor, OrderingChanged{OrderingState::Busy, until, {}, {}});
    else if (moved->to == BreakerState::Closed && ordering == OrderingState::Busy)
        step.event(actor, OrderingChanged{});
}

} // namespace coffee::daemon
