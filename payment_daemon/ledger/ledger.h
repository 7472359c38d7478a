// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/order_event.h"
#include "shared/domain/shop_view.h"
#include "shared/protocol/messages.h"

#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The shop's durable memory: what it must keep, apart from how it is kept. One conformance suite
/// (tests/ledger) holds for every engine. The shop thread alone uses it.
namespace coffee::daemon {

/// The disk is full: the transaction was undone as a whole, nothing was recorded.
class LedgerFull : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A change that the ledger does not allow (an edge that is not in the tables, a second use of a
/// key): a mistake of ours. The savepoint in which it happened must be rolled back.
class LedgerRefused : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Reading or writing failed, or the file is damaged. Nothing more may be done with this ledger:
/// the process ends and recovery speaks.
class LedgerBroken : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// ---- rows -----------------------------------------------------------------------------------

/// A payment attempt. Below the line are the columns that `AttemptChanged` writes again.
struct AttemptRow {
    AttemptId id{0};
    AttemptKey key;      ///< unique for ever
    std::string machine; ///< the kiosk that made the key
    QuoteId quote;
    std::string locale;
    PricedBasket basket; ///< `basket.total` is the amount
    WaitRange wait;      ///< what the customer was told
    ShopTime openedAt{};
    // ----
    AttemptState state{AttemptState::Charging};
    std::optional<DeclineKind> declineKind;
    std::string cause;
    bool abandonAsked{false};
    PaymentInfo payment;
    OrderId order{0};      ///< of a paid attempt
    std::string finalBody; ///< the stored answer, byte for byte; empty while it is open
    bool shown{false};     ///< the kiosk has shown the result
    ShopTime changedAt{};
    friend bool operator==(const AttemptRow&, const AttemptRow&) = default;
};

/// A key that was given up before it was ever placed: it never becomes an attempt.
struct TombstoneRow {
    AttemptKey key;
    std::string machine;
    std::string finalBody;
    ShopTime at{};
    friend bool operator==(const TombstoneRow&, const TombstoneRow&) = default;
};

struct UnitRow {
    UnitNumber unit{0};
    LineNumber line{0};
    CupKind cup{CupKind::None};
    Money price;
    UnitState state{UnitState::Open};
    std::string reason;
    friend bool operator==(const UnitRow&, const UnitRow&) = default;
};

struct RefundRow {
    RefundId id{0};
    OrderId order{0};
    std::string key; ///< at the provider; unique
    Money amount;
    std::vector<UnitNumber> units;
    std::string reason;
    RefundState state{RefundState::Due};
    ShopTime openedAt{};
    ShopTime changedAt{};
    friend bool operator==(const RefundRow&, const RefundRow&) = default;
};

/// An order with everything that belongs to it. `units` and `refunds` are filled by reads;
/// `OrderInserted` makes the units from the basket, all open.
struct OrderRow {
    OrderId id{0};
    AttemptId attempt{0};
    AttemptKey key; ///< of the attempt: the charge's key at the provider
    std::int32_t number{0};
    BusinessDay day{0};
    std::string code; ///< the claim code; in no event
    std::string kiosk;
    PricedBasket basket;
    PaymentInfo payment;
    WaitRange wait;
    ShopTime paidAt{};
    // ---- written again by OrderChanged
    OrderState state{OrderState::Queued};
    ShopTime startedAt{};
    ShopTime readyAt{};
    ShopTime finishedAt{};
    ShopTime lastStepAt{}; ///< occurred-at of the last step, which the next may not precede
    std::optional<CancelledBy> cancelledBy;
    std::string cancelReason;
    bool stopUnacknowledged{false};
    std::vector<UnitNumber> wasted;
    // ---- written again by CodeTried
    std::int32_t codeFailures{0};
    std::int64_t codeLockedUntilMs{0};
    // ---- read only
    std::vector<UnitRow> units;
    std::vector<RefundRow> refunds;
    friend bool operator==(const OrderRow&, const OrderRow&) = default;
};

/// The numbered, unchangeable report of a stretch of the log.
struct ZRow {
    std::int64_t number{0}; ///< from 1, without gaps
    BusinessDay day{0};
    Sequence from{0}; ///< behind the Z before
    Sequence to{0};
    ShopTime at{}; ///< when it was written
    Actor by;
    std::string report; ///< as `encodeReport` wrote it
    friend bool operator==(const ZRow&, const ZRow&) = default;
};

/// The stored answer of a changing command.
struct OperationRow {
    OperationKey op;
    std::string machine;
    std::string fingerprint; ///< of the command's content: a key with another content is refused
    protocol::ReplyStatus status{protocol::ReplyStatus::Ok};
    std::string body;
    ShopTime at{};
    friend bool operator==(const OperationRow&, const OperationRow&) = default;
};

// ---- changes --------------------------------------------------------------------------------

struct AttemptInserted {
    AttemptRow row;
};
struct AttemptChanged {
    AttemptRow row;
};
struct TombstoneInserted {
    TombstoneRow row;
};
/// Only in the step in which its attempt becomes paid, behind the `AttemptChanged` that says so.
struct OrderInserted {
    OrderRow row;
};
/// To cancelled only in one step with the refunds of everything that was not paid back before.
struct OrderChanged {
    OrderRow row;
};
struct UnitChanged {
    OrderId order{0};
    UnitNumber unit{0};
    UnitState state{UnitState::Open};
    std::string reason;
};
struct RefundInserted {
    RefundRow row;
};
struct RefundChanged {
    RefundId refund{0};
    RefundState state{RefundState::Due};
    ShopTime at{};
};
/// Behind the `day.closed` event that tells of it.
struct ZInserted {
    ZRow row;
};
struct OperationStored {
    OperationRow row;
};
struct CodeTried {
    OrderId order{0};
    std::int32_t failures{0};
    std::int64_t lockedUntilMs{0};
};
/// Small facts by name, for example the PIN's hash.
struct SettingStored {
    std::string name;
    std::string value;
};
/// With its sequence number: the head plus one, for each in turn.
struct EventAppended {
    Event event;
};
/// The view after the event `seq`, as `encodeView` wrote it; the one before is forgotten.
struct ViewStored {
    Sequence seq{0};
    std::string bytes;
};

using Change = std::variant<AttemptInserted, AttemptChanged, TombstoneInserted, OrderInserted,
                            OrderChanged, UnitChanged, RefundInserted, RefundChanged, ZInserted,
                            OperationStored, CodeTried, SettingStored, EventAppended, ViewStored>;
/// What one input makes true, in the order in which it must be written.
using Changes = std::vector<Change>;

// ---- reads ----------------------------------------------------------------------------------

// Settings that a restore writes into a ledger.
/// What the log is called from now on: screens take it up anew.
inline constexpr std::string_view kRestoredEpoch = "restored_epoch";
/// Shop time in ms: from then on the bank's books are to be compared with. Empty when that is done.
inline constexpr std::string_view kCompareSince = "compare_since";

/// The setting that holds the hash of the shop's PIN.
inline constexpr std::string_view kPinHash = "pin_hash";

/// Everything that a starting shop must know: what is open, never the history.
struct OpenShop {
    std::string epoch; ///< the identity of the log: 32 hex digits, new for a new database
    std::string shopId;
    Sequence head{0};
    ShopTime lastAt{}; ///< of the event `head`
    AttemptId lastAttempt{0};
    OrderId lastOrder{0};
    RefundId lastRefund{0};
    BusinessDay lastDay{0};     ///< of the newest order
    std::int32_t lastNumber{0}; ///< the highest day number of that day
    std::int64_t lastZ{0};      ///< the number of the newest Z; 0 when there is none
    Sequence closedTo{0};       ///< the last event that it covers
    std::map<std::string, std::string> settings;
    std::vector<AttemptRow> attempts; ///< under way or needs_review
    std::vector<OrderRow> orders;     ///< queued, making, ready, or a stop to be acknowledged
    std::vector<RefundRow> refunds;   ///< due or needs_review
    std::optional<ViewStored> view;
};

/// A copy of the whole ledger that is being made beside the selling, a little between batches.
/// The shop thread's, as the ledger.
class LedgerCopy {
public:
    /// Nothing comes of this copy; the ledger itself is as it was.
    class Failed : public std::runtime_error {
    public:
        using std::runtime_error::runtime_error;
    };

    LedgerCopy() = default;
    LedgerCopy(const LedgerCopy&) = delete;
    LedgerCopy& operator=(const LedgerCopy&) = delete;
    virtual ~LedgerCopy() = default;

    /// Copies about a quarter of a megabyte, outside of a transaction. True when the copy is whole:
    /// it holds everything that is committed in this moment. May throw Failed.
    [[nodiscard]] virtual bool some() = 0;
};

using KeyRow = std::variant<AttemptRow, TombstoneRow>;

class Ledger {
public:
    Ledger() = default;
    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;
    virtual ~Ledger() = default;

    // One transaction for a batch of inputs, one savepoint for each. Every call may throw
    // LedgerFull or LedgerBroken; after LedgerFull the transaction is over and undone.
    virtual void begin() = 0;
    virtual void savepoint() = 0;
    virtual void releaseSavepoint() = 0;
    virtual void rollbackToSavepoint() = 0; ///< undoes and releases it
    virtual void commit() = 0;              ///< durable when it returns
    virtual void rollback() = 0;

    /// Within a savepoint. May also throw LedgerRefused.
    virtual void record(const Changes& changes) = 0;

    // Reads see what this transaction has written. They may throw LedgerBroken.
    [[nodiscard]] virtual OpenShop load() = 0;
    [[nodiscard]] virtual std::optional<KeyRow> findKey(const AttemptKey& key) = 0;
    [[nodiscard]] virtual std::optional<AttemptRow> findAttempt(AttemptId attempt) = 0;
    [[nodiscard]] virtual std::optional<OperationRow> findOperation(const OperationKey& op) = 0;
    [[nodiscard]] virtual std::optional<OrderRow> findOrder(OrderId order) = 0;
    [[nodiscard]] virtual std::optional<OrderRow> findOrderByAttempt(const AttemptKey& key) = 0;
    /// The newest order with this day number.
    [[nodiscard]] virtual std::optional<OrderRow> findOrderByNumber(std::int32_t number) = 0;
    [[nodiscard]] virtual std::optional<RefundRow> findRefund(RefundId refund) = 0;
    [[nodiscard]] virtual std::optional<ZRow> findZ(std::int64_t number) = 0;
    /// At most `limit` events after `after`, in order.
    [[nodiscard]] virtual std::vector<Event> eventsAfter(Sequence after, std::int32_t limit) = 0;
    /// Every event that names the order, and those of its attempt, in order; at most `limit`.
    [[nodiscard]] virtual std::vector<Event> eventsOfOrder(OrderId order, std::int32_t limit) = 0;
    /// The newest first; `before` = 0 starts at the newest. Without units and refunds' units, but
    /// with the refunds' amounts.
    [[nodiscard]] virtual std::vector<protocol::OrderSummary>
    ordersBefore(OrderId before, std::int32_t limit, bool openOnly) = 0;
    [[nodiscard]] virtual std::int64_t databaseBytes() = 0;
};

} // namespace coffee::daemon
