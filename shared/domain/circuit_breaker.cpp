// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/circuit_breaker.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace coffee {
namespace {

using std::chrono::milliseconds;

/// A share of `whole`, between nothing and `percent` of it.
milliseconds someOf(milliseconds whole, int percent, const CircuitBreaker::Random& random)
{
    const auto most = static_cast<std::int32_t>(whole.count() * percent / 100);
    return milliseconds{most > 0 ? random(most + 1) : 0};
}

std::string share(std::ptrdiff_t part, std::size_t of, const char* what)
{
    return std::to_string(part) + " of " + std::to_string(of) + " calls " + what;
}

} // namespace

CircuitBreaker::CircuitBreaker(BreakerLimits limits) : m_limits{limits} {}

CircuitBreaker CircuitBreaker::restored(BreakerLimits limits, BreakerState state, Instant until,
                                        Instant now)
{
    CircuitBreaker breaker{limits};
    breaker.m_state = state;
    if (state == BreakerState::Closed)
        return breaker;
    breaker.m_rest = limits.openFirst;
    if (state == BreakerState::Open)
        breaker.m_until = std::clamp(
            until, now, now + std::max({limits.openMost, limits.askedMost, limits.byHandMost}));
    return breaker;
}

// ---- asking ---------------------------------------------------------------------------------

CircuitBreaker::Admission CircuitBreaker::admission(const std::string& caller, Instant now) const
{
    switch (m_state) {
    case BreakerState::Closed:
        return Admission::Call;
    case BreakerState::Open:
        return Admission::Rest;
    case BreakerState::HalfOpen:
        break;
    }
    if (m_limits.looksFirst && m_look != LookState::Done)
        return Admission::Look;
    const bool free =
        !m_turn || m_turn->ends <= now || (m_turn->call.empty() && m_turn->caller == caller);
    return free ? Admission::Call : Admission::Others;
}

std::optional<CircuitBreaker::Instant> CircuitBreaker::trialSince() const
{
    if (!m_turn || m_turn->call.empty())
        return std::nullopt;
    return m_turn->since;
}

void CircuitBreaker::keepTurn(const std::string& caller, Instant now)
{
    if (m_state == BreakerState::HalfOpen && admission(caller, now) == Admission::Call)
        m_turn = Turn{caller, {}, now, now + m_limits.turnKept};
}

void CircuitBreaker::begin(const std::string& caller, const std::string& call, Instant now)
{
    assert(admission(caller, now) == Admission::Call);
    if (m_state == BreakerState::HalfOpen)
        m_turn = Turn{caller, call, now, now + m_limits.turnMost};
}

bool CircuitBreaker::wantsLook() const
{
    return m_state == BreakerState::HalfOpen && m_limits.looksFirst && m_look == LookState::Due;
}

void CircuitBreaker::beginLook(Instant now)
{
    assert(wantsLook());
    m_look = LookState::Out;
    m_lookEnds = now + m_limits.turnMost;
}

// ---- hearing --------------------------------------------------------------------------------

bool CircuitBreaker::isSlow(const CallResult& result) const
{
    return result.took > m_limits.slowOver;
}

void CircuitBreaker::heed(const CallResult& result, Instant now)
{
    if (result.kind != CallResult::Kind::Fault || result.retryAfter.count() <= 0)
        return;
    m_askedUntil = std::max(m_askedUntil, now + std::min(result.retryAfter, m_limits.askedMost));
    if (m_state == BreakerState::Open)
        m_until = std::max(m_until, m_askedUntil);
}

std::optional<BreakerMove> CircuitBreaker::finish(const std::string& call, const CallResult& result,
                                                  Instant now, const Random& random)
{
    heed(result, now);
    switch (m_state) {
    case BreakerState::Closed:
        return judge(result, now, random);
    case BreakerState::Open:
        return std::nullopt;
    case BreakerState::HalfOpen:
        break;
    }
    if (!m_turn || m_turn->call.empty() || m_turn->call != call)
        return std::nullopt;
    m_turn.reset();
    return judgeTrial(result, now, random);
}

std::optional<BreakerMove> CircuitBreaker::judge(const CallResult& result, Instant now,
                                                 const Random& random)
{
    if (result.kind == CallResult::Kind::SaysNothing)
        return std::nullopt;
    const bool fault = result.kind == CallResult::Kind::Fault;
    m_faultsInARow = fault ? m_faultsInARow + 1 : 0;
    m_calls.push_back({now, fault, isSlow(result)});
    while (m_calls.size() > m_limits.windowCalls || m_calls.front().at + m_limits.window < now)
        m_calls.pop_front();

    if (m_faultsInARow >= m_limits.faultsInARow)
        return open(BreakerStep::Trip, std::to_string(m_faultsInARow) + " faults in a row", now,
                    random);
    const std::size_t all = m_calls.size();
    if (all < m_limits.judgedFrom)
        return std::nullopt;
    const auto reaches = [all](std::ptrdiff_t part, int percent) {
        return part * 100 >= static_cast<std::ptrdiff_t>(all) * percent;
    };
    const auto faults =
        std::count_if(m_calls.begin(), m_calls.end(), [](const Judged& one) { return one.fault; });
    if (reaches(faults, m_limits.faultPercent))
        return open(BreakerStep::Trip, share(faults, all, "failed"), now, random);
    const auto slow =
        std::count_if(m_calls.begin(), m_calls.end(), [](const Judged& one) { return one.slow; });
    if (reaches(slow, m_limits.slowPercent))
        return open(BreakerStep::Trip, share(slow, all, "were slow"), now, random);
    return std::nullopt;
}

std::optional<BreakerMove> CircuitBreaker::judgeTrial(const CallResult& result, Instant now,
                                                      const Random& random)
{
    if (result.kind == CallResult::Kind::SaysNothing)
        return std::nullopt;
    if (result.kind == CallResult::Kind::Fault)
        return open(BreakerStep::ProbeFailed, "a trial failed", now, random);
    if (isSlow(result))
        return open(BreakerStep::ProbeFailed, "a trial was slow", now, random);
    if (++m_passed < m_limits.trials)
        return std::nullopt;
    return move(BreakerStep::Recover, std::to_string(m_passed) + " trials went through");
}

std::optional<BreakerMove> CircuitBreaker::finishLook(const CallResult& result, Instant now,
                                                      const Random& random)
{
    heed(result, now);
    if (m_state != BreakerState::HalfOpen || m_look != LookState::Out)
        return std::nullopt;
    if (result.kind != CallResult::Kind::Answered || isSlow(result))
        return open(BreakerStep::ProbeFailed, "the look failed", now, random);
    m_look = LookState::Done;
    return std::nullopt;
}

// ---- time -----------------------------------------------------------------------------------

std::optional<BreakerMove> CircuitBreaker::timePassed(Instant now, const Random& random)
{
    if (m_state == BreakerState::Open && m_until <= now)
        return tryNow();
    if (m_state == BreakerState::HalfOpen && m_look == LookState::Out && m_lookEnds <= now)
        return open(BreakerStep::ProbeFailed, "the look was not answered", now, random);
    return std::nullopt;
}

std::optional<CircuitBreaker::Instant> CircuitBreaker::nextDeadline() const
{
    if (m_state == BreakerState::Open)
        return m_until;
    if (m_state == BreakerState::HalfOpen && m_look == LookState::Out)
        return m_lookEnds;
    return std::nullopt;
}

std::optional<BreakerMove> CircuitBreaker::tryNow()
{
    if (m_state != BreakerState::Open)
        return std::nullopt;
    return move(BreakerStep::WaitOver, "it has rested");
}

BreakerMove CircuitBreaker::openByHand(Instant until)
{
    BreakerMove moved = move(BreakerStep::OpenByHand, "stopped by a person");
    m_until = until;
    moved.until = until;
    return moved;
}

std::optional<BreakerMove> CircuitBreaker::closeByHand()
{
    if (m_state == BreakerState::Closed)
        return std::nullopt;
    m_askedUntil = {};
    return move(BreakerStep::CloseByHand, "let on by a person");
}

// ---- moving ---------------------------------------------------------------------------------

BreakerMove CircuitBreaker::move(BreakerStep step, std::string cause)
{
    const auto next = nextState(m_state, step);
    assert(next);
    const BreakerState from = std::exchange(m_state, next.value_or(m_state));
    m_calls.clear();
    m_faultsInARow = 0;
    m_turn.reset();
    m_passed = 0;
    m_look = LookState::Due;
    m_until = {};
    if (m_state == BreakerState::Closed)
        m_rest = {};
    return {from, m_state, {}, std::move(cause)};
}

BreakerMove CircuitBreaker::open(BreakerStep step, std::string cause, Instant now,
                                 const Random& random)
{
    BreakerMove moved = move(step, std::move(cause));
    m_rest = m_rest.count() == 0 ? m_limits.openFirst : std::min(m_rest * 2, m_limits.openMost);
    m_until = now + m_rest - someOf(m_rest, m_limits.jitterPercent, random);
    // Never before the other side wants to be asked again, and not all at that very moment.
    if (m_askedUntil > m_until)
        m_until = m_askedUntil +
                  someOf(std::min(m_askedUntil - now, m_rest), m_limits.jitterPercent, random);
    moved.until = m_until;
    return moved;
}

} // namespace coffee
