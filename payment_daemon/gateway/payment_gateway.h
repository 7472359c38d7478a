// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/ids.h"
#include "shared/domain/money.h"
#include "shared/domain/states.h"

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

namespace coffee::daemon {

// The door to whoever takes the money. Outcomes are values: a provider that says nothing is
// `Unknown`, never an exception and never a decline.

/// Take `amount` at `terminal` under `key`. The key is the idempotency key at the provider: a
/// repeated key is answered with the first result and never charged twice.
struct ChargeCall {
    std::string key;
    std::string terminal;
    Money amount;
};
struct LookupCall {
    std::string key;
};
/// Give back everything of `key`, or make sure that it can never be charged.
struct ReverseCall {
    std::string key;
};
/// Give back `amount` of the approved charge `chargeKey`, once under `refundKey`.
struct RefundCall {
    std::string refundKey;
    std::string chargeKey;
    Money amount;
};
/// Stop waiting for a card. The charge's own outcome stays the truth.
struct CancelWaitCall {
    std::string key;
};
/// Everything the provider holds that began at `since` or later, by the provider's own clock: ask
/// from somewhat earlier than needed.
struct ListCall {
    ShopTime since;
};

/// Why the bank said no, as far as a customer may be told.
enum class DeclineReason { Refused, InsufficientFunds, LimitExceeded, CardExpired, CardUnreadable };

/// Why a charge was certainly not made.
enum class NotSentReason {
    Busy,         ///< the provider says so, and that it recorded nothing
    NotBegun,     ///< no worker was free in time; the provider was asked nothing
    Unreachable,  ///< no connection came to be, so not one byte left
    Misconfigured ///< the provider does not accept this kind of request from us; people must act
};

/// Why nobody here knows what happened.
enum class UnknownReason {
    TimedOut,      ///< no answer within the deadline
    ConnectionCut, ///< the answer did not come whole
    Garbled,       ///< the answer is not one of this protocol, or contradicts the request
    Stopped        ///< our own stop token cut the call
};

/// `amount` is what the bank took by its own word; compare it with what was asked.
struct ChargeApproved {
    Money amount;
    std::string approval;   ///< the bank's approval number
    std::string maskedCard; ///< at most "**** 1234"; may be empty
    std::string method;     ///< "card"
    friend bool operator==(const ChargeApproved&, const ChargeApproved&) = default;
};
struct ChargeDeclined {
    DeclineReason reason{DeclineReason::Refused};
    friend bool operator==(const ChargeDeclined&, const ChargeDeclined&) = default;
};
/// No card came, the customer left, or the wait was cancelled: nothing was charged and nothing
/// will be under this key. Also the answer for a key that a reversal has fenced.
struct ChargeCancelled {
    friend bool operator==(const ChargeCancelled&, const ChargeCancelled&) = default;
};
struct ChargeNotSent {
    NotSentReason reason{NotSentReason::Busy};
    std::chrono::milliseconds retryAfter{0}; ///< zero when the provider named no time
    std::string detail;                      ///< one English sentence for the log
    friend bool operator==(const ChargeNotSent&, const ChargeNotSent&) = default;
};
/// Look the key up; never charge again, never show it as declined.
struct ChargeUnknown {
    UnknownReason reason{UnknownReason::TimedOut};
    std::string detail;
    friend bool operator==(const ChargeUnknown&, const ChargeUnknown&) = default;
};
using ChargeOutcome =
    std::variant<ChargeApproved, ChargeDeclined, ChargeCancelled, ChargeNotSent, ChargeUnknown>;

/// The money is at the bank, also after refunds; only a reversal changes this answer.
struct LookupApproved {
    ChargeApproved charge;
    Money refunded; ///< the sum of settled refunds
    friend bool operator==(const LookupApproved&, const LookupApproved&) = default;
};
struct LookupDeclined {
    DeclineReason reason{DeclineReason::Refused};
    friend bool operator==(const LookupDeclined&, const LookupDeclined&) = default;
};
/// Ended without a charge: the attempt becomes declined, not_charged.
struct LookupCancelled {
    friend bool operator==(const LookupCancelled&, const LookupCancelled&) = default;
};
/// Given back, or fenced before it came: no money is held and none will be.
struct LookupReversed {
    friend bool operator==(const LookupReversed&, const LookupReversed&) = default;
};
/// The provider has never heard of the key. It may still arrive: fence it (`reverse`) before
/// telling anybody that nothing was charged.
struct LookupNotFound {
    friend bool operator==(const LookupNotFound&, const LookupNotFound&) = default;
};
struct LookupInProgress {
    PaymentPhase phase{PaymentPhase::Authorising};
    friend bool operator==(const LookupInProgress&, const LookupInProgress&) = default;
};
struct LookupUnknown {
    std::string detail;
    friend bool operator==(const LookupUnknown&, const LookupUnknown&) = default;
};
using LookupOutcome = std::variant<LookupApproved, LookupDeclined, LookupCancelled, LookupReversed,
                                   LookupNotFound, LookupInProgress, LookupUnknown>;

enum class ReverseResult {
    Reversed,       ///< the whole charge was given back, now or earlier
    NotFoundFenced, ///< no money was held under this key, and a later charge with it is refused
    Refused,        ///< the bank will not (for example, part of it was refunded): people must act
    Unknown         ///< ask again under the same key
};
struct ReverseOutcome {
    ReverseResult result{ReverseResult::Unknown};
    std::string detail;
    friend bool operator==(const ReverseOutcome&, const ReverseOutcome&) = default;
};

enum class RefundResult {
    Done,    ///< given back, now or earlier under the same refund key
    Refused, ///< never under this key: more than is left, or nothing was charged
    Unknown  ///< ask again under the same refund key
};
struct RefundOutcome {
    RefundResult result{RefundResult::Unknown};
    std::string detail;
    friend bool operator==(const RefundOutcome&, const RefundOutcome&) = default;
};

enum class CancelWaitResult {
    Cancelled, ///< the terminal stopped waiting
    TooLate,   ///< a card was presented, or the charge is over
    NotFound,  ///< no such charge
    Unknown
};
struct CancelWaitOutcome {
    CancelWaitResult result{CancelWaitResult::Unknown};
    std::string detail;
    friend bool operator==(const CancelWaitOutcome&, const CancelWaitOutcome&) = default;
};

enum class ListedState { InProgress, Approved, Declined, Cancelled, Reversed };
struct ListedCharge {
    std::string key;
    std::string terminal;
    ListedState state{ListedState::InProgress};
    Money amount;   ///< what was taken if approved or reversed, else what was asked
    Money refunded; ///< the sum of settled refunds
    ShopTime startedAt;
    friend bool operator==(const ListedCharge&, const ListedCharge&) = default;
};
/// A list is whole or it is not there.
struct ListUnknown {
    std::string detail;
    friend bool operator==(const ListUnknown&, const ListUnknown&) = default;
};
using ListOutcome = std::variant<std::vector<ListedCharge>, ListUnknown>;

/// One payment provider. Every call blocks its thread until the outcome is known, the provider's
/// own deadline is over or `stop` is requested, whichever comes first; after a stop request it
/// returns within one second. Calls never throw.
///
/// Any number of threads may call at once. `GatewayWorkers` runs the calls for the shop.
class PaymentGateway {
public:
    /// Called on the calling thread while a charge is under way, each phase at most once in a row:
    /// WaitingCard, Reading, Authorising or RemoveCard.
    using Progress = std::function<void(PaymentPhase)>;

    PaymentGateway() = default;
    PaymentGateway(const PaymentGateway&) = delete;
    PaymentGateway& operator=(const PaymentGateway&) = delete;
    virtual ~PaymentGateway() = default;

    /// A call that is cut by `stop` may have charged: `ChargeUnknown{Stopped}`.
    [[nodiscard]] virtual ChargeOutcome charge(const ChargeCall& call, const Progress& progress,
                                               std::stop_token stop) = 0;
    [[nodiscard]] virtual LookupOutcome lookup(const LookupCall& call, std::stop_token stop) = 0;
    [[nodiscard]] virtual ReverseOutcome reverse(const ReverseCall& call, std::stop_token stop) = 0;
    [[nodiscard]] virtual RefundOutcome refund(const RefundCall& call, std::stop_token stop) = 0;
    [[nodiscard]] virtual CancelWaitOutcome cancelWait(const CancelWaitCall& call,
                                                       std::stop_token stop) = 0;
    [[nodiscard]] virtual ListOutcome list(const ListCall& call, std::stop_token stop) = 0;
};

} // namespace coffee::daemon
