// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"
#include "payment_daemon/shop/inputs.h"
#include "payment_daemon/shop/payment_minutes.h"
#include "payment_daemon/shop/settings.h"
#include "shared/domain/bar_pace.h"
#include "shared/domain/circuit_breaker.h"

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What the shop holds in memory: what is open, never the history. The durable part follows from
/// the ledger's rows alone and is rebuilt from them; the rest may be lost at any time.
namespace coffee::daemon {

// Names of settings that are kept with the log.
inline constexpr std::string_view kNewestBackup = "backup_newest"; ///< shop time, ms

inline constexpr std::string_view kNumbersFloor = "numbers_floor";

/// How far order ids and day numbers were given out in a log that a restore ended.
struct NumbersFloor {
    OrderId order{0};
    BusinessDay day{0};
    std::int32_t number{0}; ///< of that day
};
[[nodiscard]] std::string toText(const NumbersFloor& floor);
/// All zero for what is none.
[[nodiscard]] NumbersFloor numbersFloorOf(std::string_view text);

/// Whoever waits for the outcome of an attempt. The newest asker is answered.
struct Asker {
    ReplyTo to;
    SteadyTime answerBy{};
};

/// What stands beside an attempt's row and may be lost.
struct AttemptSide {
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

/// An attempt that is under way or needs a person.
struct OpenAttempt : AttemptSide {
    AttemptRow row;
};

/// What stands beside a refund's row and may be lost.
struct RefundSide {
    bool runs{false}; ///< the provider call is out
    SteadyTime nextTry{};
    std::chrono::milliseconds backOff{0};
};

/// A refund that is due or needs a person.
struct OpenRefund : RefundSide {
    RefundRow row;
    std::string chargeKey;
};

struct LiveQuote {
    std::string machine;
    std::string locale;
    PricedBasket basket;
    WaitRange wait;
    SteadyTime expires{};
    bool used{false}; ///< forgotten as soon as that is durable
};

/// A basket that waits for its customer. It stays after it was taken, for a repeat of the taking.
struct ParkedBasket {
    std::string machine;
    Basket basket;
    OperationKey parkedBy;
    OperationKey takenBy; ///< empty until somebody took it
    SteadyTime expires{};
};

/// A screen or another machine of the shop by its role and name.
using MachineKey = std::pair<Role, std::string>;
[[nodiscard]] inline MachineKey machineKey(const Actor& who)
{
    return {who.role, who.name};
}

struct Screen {
    std::string version;
    protocol::Stream stream{protocol::Stream::Events};
    Sequence seq{0};
    SteadyTime heard{};
    SteadyTime since{}; ///< when it was heard first, or first again
    PresenceState state{PresenceState::Up};
    bool refresh{false}; ///< it is told to take a new snapshot with its next word
};

/// Where the log ended at a moment.
struct Head {
    SteadyTime at{};
    Sequence seq{0};
};

struct PinTries {
    int wrong{0};
    SteadyTime lockedUntil{};
    SteadyTime last{};
};

/// A command whose PIN is being checked against this hash.
struct PinQuestion {
    CommandInput command;
    std::string hash;
};

/// The backup that is being taken.
struct BackupSide {
    std::uint64_t ticket{0}; ///< of the last one
    bool runs{false};
    bool tried{false};                 ///< one has ended since the start
    SteadyTime nextTry{};              ///< after one that failed
    std::optional<CommandInput> asker; ///< without the PIN
};

/// The comparison with the bank after a restore.
struct CompareSide {
    bool runs{false}; ///< the provider's list is asked for
    SteadyTime nextTry{};
    std::chrono::milliseconds backOff{0};
};

/// What may be lost and stands beside no row.
struct Fleeting {
    std::map<MachineKey, Screen> screens;
    std::deque<Head> heads; ///< of the last seconds, oldest first
    std::map<MachineKey, PinTries> pinTries;
    std::map<std::uint64_t, PinQuestion> pinWaiting;
    std::uint64_t lastPinTicket{0};
    std::chrono::milliseconds chargeTime{10'000}; ///< how long a charge takes lately, smoothed
    CircuitBreaker breaker;                       ///< in the state that the view tells
    BarPace pace;                                 ///< of the last hour
    PaymentMinutes paymentMinutes;
    BackupSide backup;
    CompareSide compare;
    SteadyTime started{};
    SteadyTime nextBeat{};
    BusinessDay closedBefore{0}; ///< every day before it has its Z, or needs none
};

/// Everything that may be lost, as it was before a transaction.
struct SideCopy {
    std::map<AttemptKey, AttemptSide> attempts;
    std::map<RefundId, RefundSide> refunds;
    Fleeting fleeting;
};

struct ShopMemory : Fleeting {
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
    std::int64_t lastZ{0};
    Sequence closedTo{0}; ///< the last event that a Z covers
    std::string pinHash;
    ShopTime newestBackup{}; ///< when the newest good one was taken; 0 = there is none
    ShopTime compareSince{}; ///< see `kCompareSince`; 0 = nothing is to be compared
    std::map<AttemptKey, OpenAttempt> attempts;
    std::map<OrderId, OrderRow> orders; ///< open, or with a stop to be acknowledged
    std::map<RefundId, OpenRefund> refunds;

    // May be lost, beside what `Fleeting` holds.
    std::map<QuoteId, LiveQuote> quotes;
    std::vector<QuoteId> usedQuotes;            ///< in the transaction that is not durable yet
    std::map<std::string, ParkedBasket> parked; ///< by code

    /// Takes over what the ledger knows, with the view at its head. `sides` stand beside the rows
    /// that are there.
    void load(const OpenShop& open, ShopView rebuilt, const SideCopy& sides);
    [[nodiscard]] SideCopy sides() const;
    /// The transaction is durable, or it was undone.
    void forgetUsedQuotes();
    void freeUsedQuotes();
    /// Follows one change that is recorded.
    void apply(const Change& change);

    [[nodiscard]] int chargesRunning() const;
    /// False after a restore, until the bank's books were compared with.
    [[nodiscard]] bool isCompared() const { return compareSince == ShopTime{}; }
};

} // namespace coffee::daemon
