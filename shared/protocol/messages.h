// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/day_report.h"
#include "shared/domain/shop_view.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

/// Every message of the wire as a value. What a message means, who may send it, what it is
/// answered with and what happens on silence stands in PROTOCOL.md; the codec is in codec.h.
namespace coffee::protocol {

enum class Stream { Events, Board };

// ---- requests -------------------------------------------------------------------------------

/// Price a basket and promise it. Answered by `Quote`.
struct CheckoutOpen {
    Basket basket;
    std::string locale;      ///< "ko" or "en": the customer's
    std::string menuVersion; ///< of the menu the basket was made from
    Money shownTotal;
    friend bool operator==(const CheckoutOpen&, const CheckoutOpen&) = default;
};

/// Charge for a quote, once, under this key. Answered by `AttemptAnswer` or pending.
struct OrderPlace {
    AttemptKey key;
    QuoteId quote;
    friend bool operator==(const OrderPlace&, const OrderPlace&) = default;
};
struct AttemptAbandon {
    AttemptKey key;
    friend bool operator==(const AttemptAbandon&, const AttemptAbandon&) = default;
};
struct AttemptResume {
    AttemptKey key;
    friend bool operator==(const AttemptResume&, const AttemptResume&) = default;
};
struct AttemptShown {
    AttemptKey key;
    friend bool operator==(const AttemptShown&, const AttemptShown&) = default;
};

/// A customer's proof: number and claim code, or the key of the attempt (at the same kiosk).
struct CodeProof {
    std::int32_t number{0};
    std::string code;
    friend bool operator==(const CodeProof&, const CodeProof&) = default;
};
struct KeyProof {
    AttemptKey key;
    friend bool operator==(const KeyProof&, const KeyProof&) = default;
};
using Proof = std::variant<CodeProof, KeyProof>;

/// Answered by `OrderShown`.
struct OrderShow {
    Proof proof;
    friend bool operator==(const OrderShow&, const OrderShow&) = default;
};

/// By the customer. Answered by `CancelAnswer`.
struct OrderCancel {
    OperationKey op;
    Proof proof;
    OrderState seen{OrderState::Queued};
    std::int64_t ageMs{0};
    friend bool operator==(const OrderCancel&, const OrderCancel&) = default;
};
/// By staff, with the shop PIN. Answered by `CancelAnswer`.
struct OrderCancelByStaff {
    OperationKey op;
    OrderId order{0};
    OrderState seen{OrderState::Queued};
    std::string reason;
    std::string pin;
    std::int64_t ageMs{0};
    friend bool operator==(const OrderCancelByStaff&, const OrderCancelByStaff&) = default;
};

enum class OrderAction { Start, PutBack, Ready, Collect, Recall, Call };

/// `order.start`, `order.put_back`, `order.ready`, `order.collect`, `order.recall`, `order.call`.
/// Answered by `OrderAnswer`.
struct OrderCommand {
    OrderAction action{OrderAction::Start};
    OperationKey op;
    OrderId order{0};
    OrderState seen{OrderState::Queued};
    std::int64_t ageMs{0};
    std::string reason{}; ///< of a step back, where somebody said why; else empty
    friend bool operator==(const OrderCommand&, const OrderCommand&) = default;
};

/// `unit.done`, `unit.undone`, `unit.refuse`, `unit.remake`. Answered by `OrderAnswer`.
struct UnitCommand {
    UnitStep step{UnitStep::Tick};
    OperationKey op;
    OrderId order{0};
    UnitNumber unit{0};
    UnitState seen{UnitState::Open};
    std::string reason; ///< for `unit.refuse` and `unit.remake`, else empty
    std::int64_t ageMs{0};
    friend bool operator==(const UnitCommand&, const UnitCommand&) = default;
};

/// `made` are the units that were made although the order is cancelled. Answered by `OrderAnswer`.
struct StopAck {
    OperationKey op;
    OrderId order{0};
    std::vector<UnitNumber> made;
    std::int64_t ageMs{0};
    friend bool operator==(const StopAck&, const StopAck&) = default;
};

enum class UntilKind { ByHand, Minutes, EndOfDay };

/// Answered by `Accepted`.
struct SetAvailability {
    OperationKey op;
    std::string item;
    bool available{true};
    UntilKind until{UntilKind::ByHand};
    std::int32_t minutes{0}; ///< with `UntilKind::Minutes`
    std::int64_t ageMs{0};
    friend bool operator==(const SetAvailability&, const SetAvailability&) = default;
};

struct HelpCall {
    OperationKey op;
    friend bool operator==(const HelpCall&, const HelpCall&) = default;
};
struct HelpTake {
    OperationKey op;
    std::string kiosk;
    std::int64_t ageMs{0};
    friend bool operator==(const HelpTake&, const HelpTake&) = default;
};

/// Pay back units, or a plain amount when `units` is empty. Answered by `RefundAnswer`.
struct OrderRefund {
    OperationKey op;
    OrderId order{0};
    std::vector<UnitNumber> units;
    Money amount;
    std::string reason;
    std::string pin;
    friend bool operator==(const OrderRefund&, const OrderRefund&) = default;
};

struct OrderingPause {
    OperationKey op;
    std::int32_t minutes{0};
    std::string textKo;
    std::string textEn;
    friend bool operator==(const OrderingPause&, const OrderingPause&) = default;
};
/// So much making may be promised in a quarter of an hour: see `OrderingPaced`. Answered by
/// `Accepted`.
struct OrderingPace {
    OperationKey op;
    std::int32_t makingMinutes{0}; ///< 0 lets customers order as much as they like
    friend bool operator==(const OrderingPace&, const OrderingPace&) = default;
};
/// When the shop takes orders: its own hours, or again the menu's. Answered by `Accepted`.
struct HoursSet {
    OperationKey op;
    bool own{false};
    SaleHours hours{};
    friend bool operator==(const HoursSet&, const HoursSet&) = default;
};
/// A person stops card payments for `minutes`, has them tried now, or lets them go on: the state
/// that the breaker takes. Answered by `Accepted`.
struct BreakerSet {
    OperationKey op;
    BreakerState state{BreakerState::Closed};
    std::int32_t minutes{0}; ///< with `BreakerState::Open`
    friend bool operator==(const BreakerSet&, const BreakerSet&) = default;
};
/// A screen is asked to take the shop's state anew with its next word. Answered by `Accepted`.
struct ScreenRefresh {
    OperationKey op;
    Actor screen;
    friend bool operator==(const ScreenRefresh&, const ScreenRefresh&) = default;
};
/// A machine that is away is no longer listed, until it speaks again. Answered by `Accepted`.
struct MachineRemove {
    OperationKey op;
    Actor machine;
    friend bool operator==(const MachineRemove&, const MachineRemove&) = default;
};
/// Somebody has seen to an alarm: the disk is measured again, the clock counts as right. Answered
/// by `Accepted`.
struct AlarmSettle {
    OperationKey op;
    AlarmKind alarm{AlarmKind::DiskLow};
    friend bool operator==(const AlarmSettle&, const AlarmSettle&) = default;
};
struct OrderingResume {
    OperationKey op;
    friend bool operator==(const OrderingResume&, const OrderingResume&) = default;
};

enum class ReviewKind { Attempt, Refund };
enum class ReviewOutcome {
    Declined, ///< of an attempt: no money was taken
    Voided,   ///< it went back
    Done,     ///< of a refund: the customer has it
    Kept      ///< of an attempt: the customer was served, and the shop keeps the money
};

/// A manager closes a task whose money a person has settled. Answered by `Accepted`.
struct ReviewClose {
    OperationKey op;
    ReviewKind kind{ReviewKind::Attempt};
    std::int64_t id{0};
    ReviewOutcome outcome{ReviewOutcome::Declined};
    std::string reason;
    std::string pin;
    friend bool operator==(const ReviewClose&, const ReviewClose&) = default;
};

/// The bank is asked again now about a payment or a refund that is not settled or that needs a
/// person. Answered by `Accepted`: what it says becomes an event.
struct ReviewLook {
    OperationKey op;
    ReviewKind kind{ReviewKind::Attempt};
    std::int64_t id{0};
    friend bool operator==(const ReviewLook&, const ReviewLook&) = default;
};

/// `oldPin` is empty when none is set. Answered by `Accepted`.
struct PinSet {
    OperationKey op;
    std::string oldPin;
    std::string newPin;
    friend bool operator==(const PinSet&, const PinSet&) = default;
};

/// Take a backup of the ledger now. Answered by `BackupTaken` when it is whole, checked and safe on
/// its disk, which may take minutes.
struct BackupTake {
    OperationKey op;
    std::string folder; ///< absolute, on the daemon's machine; empty: where its own backups go
    std::string pin;
    friend bool operator==(const BackupTake&, const BackupTake&) = default;
};

/// Keep a basket for its customer, who goes on at any kiosk. Answered by `ParkedAnswer`. The key
/// makes asking again safe as long as the basket is kept; nothing of it is in the log.
struct BasketPark {
    OperationKey op;
    Basket basket;
    friend bool operator==(const BasketPark&, const BasketPark&) = default;
};
/// Take it up again, once. Answered by `TakenAnswer`.
struct BasketTake {
    OperationKey op;
    std::string code;
    friend bool operator==(const BasketTake&, const BasketTake&) = default;
};

/// An empty version asks for the newest. Answered by `MenuAnswer`.
struct MenuGet {
    std::string version;
    friend bool operator==(const MenuGet&, const MenuGet&) = default;
};
struct SnapshotGet {
    Stream stream{Stream::Events};
    friend bool operator==(const SnapshotGet&, const SnapshotGet&) = default;
};
struct EventsGet {
    Stream stream{Stream::Events};
    Sequence after{0};
    std::int32_t limit{0};
    friend bool operator==(const EventsGet&, const EventsGet&) = default;
};

/// A screen is alive and has applied everything up to `seq`. Answered by `PresenceAnswer`.
struct Presence {
    std::string version;
    Stream stream{Stream::Events};
    std::string epoch; ///< empty before the first snapshot
    Sequence seq{0};
    friend bool operator==(const Presence&, const Presence&) = default;
};

/// Answered by `StatusAnswer`.
struct StatusGet {
    friend bool operator==(StatusGet, StatusGet) = default;
};
/// The newest orders first; `before` = 0 starts at the newest. Answered by `OrdersAnswer`.
struct OrdersList {
    bool openOnly{false};
    OrderId before{0};
    std::int32_t limit{50};
    friend bool operator==(const OrdersList&, const OrdersList&) = default;
};
/// The whole history of the newest order with this day number, or of `order` when `number` is 0.
/// Answered by `HistoryAnswer`.
struct OrderHistory {
    std::int32_t number{0};
    OrderId order{0};
    friend bool operator==(const OrderHistory&, const OrderHistory&) = default;
};

/// A manager closes the day before it changes by itself. `last` is the newest Z that the sender
/// knows (0: none), so that two who close at once do not write two. Answered by `ClosedAnswer`.
struct DayClose {
    OperationKey op;
    std::int64_t last{0};
    std::string pin;
    friend bool operator==(const DayClose&, const DayClose&) = default;
};
/// The Z of this number, or the newest when it is 0. Answered by `ZAnswer`.
struct ZGet {
    std::int64_t number{0};
    friend bool operator==(const ZGet&, const ZGet&) = default;
};

using RequestBody =
    std::variant<CheckoutOpen, OrderPlace, AttemptAbandon, AttemptResume, AttemptShown, OrderShow,
                 OrderCancel, OrderCancelByStaff, OrderCommand, UnitCommand, StopAck,
                 SetAvailability, HelpCall, HelpTake, OrderRefund, OrderingPause, OrderingResume,
                 ReviewClose, PinSet, MenuGet, SnapshotGet, EventsGet, Presence, StatusGet,
                 OrdersList, OrderHistory, BasketPark, BasketTake, DayClose, ZGet, BackupTake,
                 OrderingPace, HoursSet, BreakerSet, ReviewLook, ScreenRefresh, MachineRemove,
                 AlarmSettle>;

struct Request {
    std::string id; ///< of this question: a repeat of a command has a new one
    Actor from;
    RequestBody body;
    friend bool operator==(const Request&, const Request&) = default;
};

// ---- replies --------------------------------------------------------------------------------

/// It went through; nothing more to say.
struct Accepted {
    friend bool operator==(Accepted, Accepted) = default;
};

struct PresenceAnswer {
    bool refresh{false}; ///< a person asks that this screen takes a new snapshot
    friend bool operator==(const PresenceAnswer&, const PresenceAnswer&) = default;
};

struct Quote {
    QuoteId quote;
    PricedBasket basket;
    std::int64_t expiresInMs{0};
    WaitRange wait;
    std::int32_t ordersAhead{0};
    bool barAway{false}; ///< making may take longer than `wait` says
    friend bool operator==(const Quote&, const Quote&) = default;
};

/// The final answers of an attempt. Each is stored and given again byte for byte.
struct PaidAnswer {
    OrderId order{0};
    std::int32_t number{0};
    std::string code; ///< the four-digit claim code
    BusinessDay day{0};
    ShopTime at{};
    PricedBasket basket;
    PaymentInfo payment;
    WaitRange wait;
    std::int32_t ordersAhead{0};
    friend bool operator==(const PaidAnswer&, const PaidAnswer&) = default;
};
struct DeclinedAnswer {
    DeclineKind kind{DeclineKind::Declined};
    std::string reason; ///< the bank's class of reason, a word
    std::int64_t retryAfterMs{0};
    friend bool operator==(const DeclinedAnswer&, const DeclinedAnswer&) = default;
};
struct VoidedAnswer {
    friend bool operator==(VoidedAnswer, VoidedAnswer) = default;
};
/// No order will come of it; anything charged goes back.
struct GivenUpAnswer {
    friend bool operator==(GivenUpAnswer, GivenUpAnswer) = default;
};
using AttemptAnswer = std::variant<PaidAnswer, DeclinedAnswer, VoidedAnswer, GivenUpAnswer>;

struct OrderShown {
    OrderView order;
    std::int32_t ordersAhead{0};
    WaitRange wait;          ///< from now
    bool cancellable{false}; ///< by the customer, now
    friend bool operator==(const OrderShown&, const OrderShown&) = default;
};

struct CancelAnswer {
    OrderId order{0};
    std::int32_t number{0};
    RefundId refund{0}; ///< 0 when everything had been paid back before
    Money amount;
    friend bool operator==(const CancelAnswer&, const CancelAnswer&) = default;
};

struct OrderAnswer {
    OrderId order{0};
    OrderState state{OrderState::Queued};
    friend bool operator==(const OrderAnswer&, const OrderAnswer&) = default;
};

struct RefundAnswer {
    RefundId refund{0};
    Money amount;
    friend bool operator==(const RefundAnswer&, const RefundAnswer&) = default;
};

struct ParkedAnswer {
    std::string code; ///< six digits, for the customer
    std::int64_t expiresInMs{0};
    friend bool operator==(const ParkedAnswer&, const ParkedAnswer&) = default;
};
struct TakenAnswer {
    Basket basket;
    friend bool operator==(const TakenAnswer&, const TakenAnswer&) = default;
};

/// A good backup: it was recomputed from its events, and it is on its disk for good.
struct BackupTaken {
    std::string file; ///< with its folder
    Sequence head{0}; ///< the last event in it
    ShopTime at{};
    std::int64_t bytes{0};
    friend bool operator==(const BackupTaken&, const BackupTaken&) = default;
};

struct MenuAnswer {
    Menu menu;
    friend bool operator==(const MenuAnswer&, const MenuAnswer&) = default;
};

struct Snapshot {
    Stream stream{Stream::Events};
    std::string epoch;
    std::int32_t foldVersion{kFoldVersion};
    ShopTime now{};
    WaitRange wait;
    ShopView view; ///< `view.seq` is the number it is good for
    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

struct EventsPage {
    Stream stream{Stream::Events};
    std::string epoch;
    Sequence head{0};
    std::vector<Event> events;
    friend bool operator==(const EventsPage&, const EventsPage&) = default;
};

/// A screen's presence as the daemon heard it last.
struct ScreenStatus {
    Actor who;
    PresenceState state{PresenceState::Up};
    std::string version;
    Sequence seq{0};
    std::int64_t silentMs{0};
    friend bool operator==(const ScreenStatus&, const ScreenStatus&) = default;
};

/// The charges that ended in one minute.
struct PaymentMinute {
    ShopTime at{}; ///< its beginning
    std::int32_t approved{0};
    std::int32_t declined{0}; ///< by the bank, or the customer held no card to the terminal
    std::int32_t failed{0};   ///< the provider did not do its work: busy, silent or unreachable
    std::int64_t medianMs{0}; ///< of the provider's time, without that of people
    std::int64_t mostMs{0};
    friend bool operator==(const PaymentMinute&, const PaymentMinute&) = default;
};

struct StatusAnswer {
    std::string version;
    std::string epoch;
    std::string gateway;
    bool simulated{false}; ///< payments are not real: every window says so
    Sequence head{0};
    ShopTime now{};
    std::int64_t upMs{0};
    std::int32_t chargesRunning{0};
    std::int32_t chargesWaiting{0};
    BreakerState breaker{BreakerState::Closed}; ///< around the payment provider
    std::int64_t breakerUntilMs{0};             ///< shop time until which it is open, else 0
    std::int32_t ordersQueued{0};
    std::int32_t ordersMaking{0};
    std::int32_t ordersReady{0};
    std::int64_t databaseBytes{0};
    bool pinSet{false};
    WaitRange wait;
    bool barAway{false}; ///< no barista's screen is up: making may take longer
    std::vector<ScreenStatus> screens;
    std::vector<PaymentMinute> payments; ///< those of the last hour with charges, oldest first
    friend bool operator==(const StatusAnswer&, const StatusAnswer&) = default;
};

struct OrderSummary {
    OrderId order{0};
    std::int32_t number{0};
    BusinessDay day{0};
    OrderState state{OrderState::Queued};
    Money total;
    Money refunded;
    std::string kiosk;
    std::int32_t units{0};
    ShopTime paidAt{};
    friend bool operator==(const OrderSummary&, const OrderSummary&) = default;
};
struct OrdersAnswer {
    std::vector<OrderSummary> orders;
    friend bool operator==(const OrdersAnswer&, const OrdersAnswer&) = default;
};
struct HistoryAnswer {
    OrderSummary order;
    std::vector<Event> events;
    friend bool operator==(const HistoryAnswer&, const HistoryAnswer&) = default;
};

struct ClosedAnswer {
    std::int64_t number{0};
    Sequence from{0};
    Sequence to{0};
    friend bool operator==(const ClosedAnswer&, const ClosedAnswer&) = default;
};
struct ZAnswer {
    std::int64_t number{0};
    ShopTime at{}; ///< when it was written
    Actor by;      ///< the daemon at the change of the day, or who closed it
    DayReport report;
    friend bool operator==(const ZAnswer&, const ZAnswer&) = default;
};

/// Not final yet: ask again with the same key.
struct Pending {
    PaymentPhase phase{PaymentPhase::Sending};
    friend bool operator==(const Pending&, const Pending&) = default;
};

enum class ReplyStatus { Ok, Pending, Refused };

/// A reply whose body was read as the type that belongs to its request.
template <class Body>
struct Reply {
    std::string id;
    Sequence seq{0}; ///< the head of the log when it was answered
    std::variant<Body, Pending, Refusal> content;
};

// ---- frames of the streams ------------------------------------------------------------------

struct EventFrame {
    std::string epoch;
    Event event;
    friend bool operator==(const EventFrame&, const EventFrame&) = default;
};
struct Heartbeat {
    std::string epoch;
    Sequence head{0}; ///< the last published
    ShopTime now{};
    WaitRange wait;
    friend bool operator==(const Heartbeat&, const Heartbeat&) = default;
};
using Frame = std::variant<EventFrame, Heartbeat>;

/// The wire name of a request, for example `order.place`.
[[nodiscard]] std::string_view typeName(const RequestBody& body);
/// The wire name of an event, for example `order.paid`.
[[nodiscard]] std::string_view typeName(const EventBody& body);
/// Default deny: whether this role may send this command at all.
[[nodiscard]] bool mayUse(Role role, const RequestBody& body);

} // namespace coffee::protocol
