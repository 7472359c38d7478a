// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"
#include "payment_daemon/shop/inputs.h"
#include "payment_daemon/shop/settings.h"

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What the shop holds in memory: what is open, never the history. The durable part follows from
/// the ledger's rows alone and is rebuilt from them; the rest may be lost at any time.
namespace coffee::daemon {

/// Whoever waits for the outcome of an attempt. The newest asker is answered.
struct Asker {
    ReplyTo to;
    SteadyTime answerBy{};
};

/// An attempt that is under way or needs a person.
struct OpenAttempt {
    AttemptRow row;
    // May be lost:
    PaymentPhase phase{PaymentPhase::Sending};
    PaymentPhase toldPhase{PaymentPhase::Sending};
    std::optional<Asker> asker;
    SteadyTime leaseEnds{};
    SteadyTime leaseEndsAtMost{};
    bool chargeRuns{false};  ///< the provider call is out
    bool settleRuns{false};  ///< a lookup or reversal is out
    SteadyTime nextSettle{}; ///< when to look up or reverse again
    std::chrono::milliseconds backOff{0};
};

struct OpenRefund {
    RefundRow row;
    std::string chargeKey;
    bool runs{false};
    SteadyTime nextTry{};
    std::chrono::milliseconds backOff{0};
};

struct LiveQuote {
    std::string machine;
    std::string locale;
    PricedBasket basket;
    WaitRange wait;
    SteadyTime expires{};
    AttemptKey usedBy; ///< empty while it can be used
};

struct Screen {
    std::string version;
    protocol::Stream stream{protocol::Stream::Events};
    Sequence seq{0};
    SteadyTime heard{};
    SteadyTime upToDate{}; ///< when it last had everything
    PresenceState state{PresenceState::Up};
};

/// Where the log ended at a moment.
struct Head {
    SteadyTime at{};
    Sequence seq{0};
};

struct PinTries {
    int wrong{0};
    SteadyTime lockedUntil{};
};

struct ShopMemory {
    // Durable: rebuilt by `load`.
    std::string epoch;
    std::string shopId;
    ShopView view;
    Sequence head{0};
    ShopTime lastAt{};
    AttemptId lastAttempt{0};
    OrderId lastOrder{0};
    RefundId lastRefund{0};
    BusinessDay lastDay{0};
    std::int32_t lastNumber{0};
    std::string pinHash;
    std::map<AttemptKey, OpenAttempt> attempts;
    std::map<OrderId, OrderRow> orders; ///< open, or with a stop to be acknowledged
    std::map<RefundId, OpenRefund> refunds;

    // May be lost.
    std::map<QuoteId, LiveQuote> quotes;
    std::map<std::pair<Role, std::string>, Screen> screens;
    std::deque<Head> heads; ///< of the last seconds, oldest first
    std::map<std::pair<Role, std::string>, PinTries> pinTries;
    std::map<std::uint64_t, CommandInput> pinWaiting;
    std::uint64_t lastPinTicket{0};
    std::chrono::milliseconds chargeTime{10'000}; ///< how long a charge takes lately, smoothed
    SteadyTime started{};
    SteadyTime nextBeat{};

    /// Takes over what the ledger knows, with the view at its head.
    void load(const OpenShop& open, ShopView rebuilt);
    /// Follows one change that is recorded.
    void apply(const Change& change);

    [[nodiscard]] OpenAttempt* attempt(AttemptId id);
    [[nodiscard]] int chargesRunning() const;
};

} // namespace coffee::daemon
