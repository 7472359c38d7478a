// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/states.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>

namespace coffee {

/// When a breaker opens, for how long, and what closes it. The defaults are those around the
/// payment provider. The shape (count window, fault and slow rate, half-open trials) is the one of
/// Nygard's "Release It!" and of Resilience4j; the figures are the shop's own: a customer stands
/// there, so it opens after three silent terminals, and looks again within a minute at the latest.
struct BreakerLimits {
    /// The latest calls that are judged: no older than this, and no more than these.
    std::chrono::milliseconds window{30'000};
    std::size_t windowCalls{20};
    int faultsInARow{3};
    /// The two rates are judged from so many calls on.
    std::size_t judgedFrom{5};
    int faultPercent{50};
    int slowPercent{60};
    /// A call that took longer than this is slow, whatever came of it.
    std::chrono::milliseconds slowOver{3'000};
    /// How long it stays open: the first time, doubling with every failed probe to the second.
    std::chrono::milliseconds openFirst{5'000};
    std::chrono::milliseconds openMost{60'000};
    /// Up to this share of the rest is taken off at random, so that several never come in step.
    int jitterPercent{20};
    /// The longest rest that the other side may ask for (its Retry-After).
    std::chrono::milliseconds askedMost{600'000};
    /// The longest rest that a person may order.
    std::chrono::milliseconds byHandMost{24 * 3'600'000};
    /// Half-open begins with a look: a question that costs nobody anything.
    bool looksFirst{true};
    /// Calls that must go through, one after the other, before it closes: the first alone is the
    /// proof, three more are the way back.
    int trials{4};
    /// A turn that was promised is kept for so long, and one that is used lasts at most so long.
    std::chrono::milliseconds turnKept{5'000};
    std::chrono::milliseconds turnMost{90'000};
};

/// What a call says about whoever was called.
struct CallResult {
    enum class Kind {
        Answered,   ///< with yes or no: a declined card is an answer like any other
        Fault,      ///< it did not do its work: silent, cut, nonsense, unreachable, overloaded
        SaysNothing ///< nothing was asked of it in the end
    };
    Kind kind{Kind::Answered};
    std::chrono::milliseconds took{0};       ///< without the time a person took
    std::chrono::milliseconds retryAfter{0}; ///< 0 when it named no time
};

/// A move of the breaker, to be recorded.
struct BreakerMove {
    BreakerState from{BreakerState::Closed};
    BreakerState to{BreakerState::Open};
    /// When it is tried again, on the owner's clock; 0 unless it opened.
    std::chrono::milliseconds until{0};
    std::string cause;
    friend bool operator==(const BreakerMove&, const BreakerMove&) = default;
};

/// Decides whether somebody who may be ill is asked to do work.
///
///     closed      calls go; their results are judged over a window
///     open        no call goes until `until`
///     half-open   first a free look, then trials, one at a time; everybody else waits
///
/// Whoever gets a trial has the *turn*: promised to a caller (`keepTurn`), then used by one call
/// (`begin` … `finish`). In half-open a fault or a slow answer opens it again for twice as long;
/// a call that says nothing gives the turn to the next. Results of calls that began before it
/// opened change nothing any more, but a rest that the other side asks for is always kept.
///
/// A value without clock and randomness: both are passed in. An instant is a time of the owner's
/// steady clock, counted from any moment of its choice but never 0. The moves that are possible
/// are `kBreakerEdges`. Not thread-safe.
class CircuitBreaker {
public:
    using Instant = std::chrono::milliseconds;
    /// A number in [0, bound).
    using Random = std::function<std::int32_t(std::int32_t bound)>;

    explicit CircuitBreaker(BreakerLimits limits = {});
    /// As it was before a restart, as far as a log knows: the window is lost, the rest goes on
    /// (never longer than a rest can be), trials begin again with the look.
    [[nodiscard]] static CircuitBreaker restored(BreakerLimits limits, BreakerState state,
                                                 Instant until, Instant now);

    [[nodiscard]] BreakerState state() const { return m_state; }
    [[nodiscard]] const BreakerLimits& limits() const { return m_limits; }
    /// In `Open`: when it is tried again.
    [[nodiscard]] Instant until() const { return m_until; }

    enum class Admission {
        Call,  ///< go on
        Rest,  ///< it is open until `until`
        Look,  ///< the look is not answered yet
        Others ///< somebody else has the turn
    };
    [[nodiscard]] Admission admission(const std::string& caller, Instant now) const;
    /// Since when somebody has used the turn; empty while nobody does.
    [[nodiscard]] std::optional<Instant> trialSince() const;

    /// In half-open, promises the turn to a caller that `admission` lets go on. Else nothing.
    void keepTurn(const std::string& caller, Instant now);
    /// This call of the caller begins; `admission` said `Call`.
    void begin(const std::string& caller, const std::string& call, Instant now);
    std::optional<BreakerMove> finish(const std::string& call, const CallResult& result,
                                      Instant now, const Random& random);

    /// A look is to be sent now.
    [[nodiscard]] bool wantsLook() const;
    void beginLook(Instant now);
    std::optional<BreakerMove> finishLook(const CallResult& result, Instant now,
                                          const Random& random);

    /// What time brings: the rest is over, or a look was never answered.
    std::optional<BreakerMove> timePassed(Instant now, const Random& random);
    /// When `timePassed` is due; empty while it waits for nothing.
    [[nodiscard]] std::optional<Instant> nextDeadline() const;
    /// There is reason to try before the rest is over: a sign of life, or a person who asks.
    std::optional<BreakerMove> tryNow();
    /// A person stops the calls until this moment; how long it rests by itself is not changed.
    BreakerMove openByHand(Instant until);
    /// A person lets calls go on: what was heard before counts no more. Nothing when it is closed.
    std::optional<BreakerMove> closeByHand();

private:
    struct Judged {
        Instant at{};
        bool fault{false};
        bool slow{false};
    };
    struct Turn {
        std::string caller;
        std::string call; ///< empty while it is only promised
        Instant since{};
        Instant ends{};
    };
    enum class LookState { Due, Out, Done };

    [[nodiscard]] BreakerMove move(BreakerStep step, std::string cause);
    [[nodiscard]] BreakerMove open(BreakerStep step, std::string cause, Instant now,
                                   const Random& random);
    [[nodiscard]] std::optional<BreakerMove> judge(const CallResult& result, Instant now,
                                                   const Random& random);
    [[nodiscard]] std::optional<BreakerMove> judgeTrial(const CallResult& result, Instant now,
                                                        const Random& random);
    [[nodiscard]] bool isSlow(const CallResult& result) const;
    void heed(const CallResult& result, Instant now);

    BreakerLimits m_limits;
    BreakerState m_state{BreakerState::Closed};
    std::deque<Judged> m_calls;
    int m_faultsInARow{0};
    std::chrono::milliseconds m_rest{0}; ///< the present or last rest; 0 since it was closed
    Instant m_until{};
    Instant m_askedUntil{}; ///< the other side wants no call before
    LookState m_look{LookState::Due};
    Instant m_lookEnds{};
    std::optional<Turn> m_turn;
    int m_passed{0}; ///< trials that went through
};

} // namespace coffee
