// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/basket.h"
#include "shared/domain/ids.h"
#include "shared/domain/money_sum.h"
#include "shared/domain/states.h"

#include <chrono>
#include <string>
#include <variant>
#include <vector>

/// What happened in the shop. Events are facts in the past tense, written in the transaction that
/// made them true, numbered without gaps; every screen is a fold over them.
namespace coffee {

/// A range of seconds that a customer is told.
struct WaitRange {
    std::int32_t minSeconds{0};
    std::int32_t maxSeconds{0};
    friend bool operator==(const WaitRange&, const WaitRange&) = default;
};

/// How the order was paid; never card data beyond what a receipt may show.
struct PaymentInfo {
    std::string method;     ///< "card"
    std::string maskedCard; ///< "**** 1234", may be empty
    std::string approval;   ///< the bank's approval number
    friend bool operator==(const PaymentInfo&, const PaymentInfo&) = default;
};

/// The money is there, therefore the order is. Units are numbered 1… in the order of the lines.
struct OrderPaid {
    OrderId order{0};
    std::int32_t number{0};
    AttemptId attempt{0};
    std::string kiosk;
    PricedBasket basket;
    PaymentInfo payment;
    WaitRange wait;
    friend bool operator==(const OrderPaid&, const OrderPaid&) = default;
};

/// The public face of `OrderPaid`: a number and how many units it has.
struct OrderAppeared {
    OrderId order{0};
    std::int32_t number{0};
    ServiceMode service{ServiceMode::Here};
    std::int32_t units{0};
    WaitRange wait;
    friend bool operator==(const OrderAppeared&, const OrderAppeared&) = default;
};

/// Start, put back, finish, collect or recall; a cancel has an event of its own.
struct OrderMoved {
    OrderId order{0};
    OrderStep step{OrderStep::Start};
    OrderState from{OrderState::Queued};
    OrderState to{OrderState::Making};
    std::string reason{}; ///< why it was taken back, where somebody said so; else empty
    friend bool operator==(const OrderMoved&, const OrderMoved&) = default;
};

enum class CancelledBy { Customer, Staff, Shop };

/// No more making. The refund that pays it back is in `RefundOpened` of the same transaction.
struct OrderCancelled {
    OrderId order{0};
    OrderState from{OrderState::Queued};
    CancelledBy by{CancelledBy::Customer};
    std::string reason;
    friend bool operator==(const OrderCancelled&, const OrderCancelled&) = default;
};

/// A unit was ticked off, taken back, refused, or thrown away to be made anew.
struct UnitMoved {
    OrderId order{0};
    UnitNumber unit{0};
    UnitState from{UnitState::Open};
    UnitState to{UnitState::Done};
    std::string reason; ///< why it was refused, or why it is made anew; else empty
    friend bool operator==(const UnitMoved&, const UnitMoved&) = default;
};

/// What was made of the unit is waste, and it is made once more. Taking back a tick has no reason.
[[nodiscard]] inline bool isRemake(const UnitMoved& moved)
{
    return moved.from == UnitState::Done && moved.to == UnitState::Open && !moved.reason.empty();
}

/// A ready order was called again.
struct OrderCalled {
    OrderId order{0};
    friend bool operator==(const OrderCalled&, const OrderCalled&) = default;
};

/// A barista has seen that a cancelled order must not be made; `made` units are waste.
struct StopAcknowledged {
    OrderId order{0};
    std::vector<UnitNumber> made;
    friend bool operator==(const StopAcknowledged&, const StopAcknowledged&) = default;
};

struct RefundOpened {
    RefundId refund{0};
    OrderId order{0};
    Money amount;
    std::vector<UnitNumber> units; ///< the units it pays back; empty for a plain amount
    std::string reason;
    friend bool operator==(const RefundOpened&, const RefundOpened&) = default;
};

struct RefundMoved {
    RefundId refund{0};
    OrderId order{0};
    Money amount;
    RefundState from{RefundState::Due};
    RefundState to{RefundState::Done};
    std::string reason;
    friend bool operator==(const RefundMoved&, const RefundMoved&) = default;
};

/// The decision to charge, committed before the provider is called.
struct AttemptOpened {
    AttemptId attempt{0};
    std::string kiosk;
    Money amount;
    friend bool operator==(const AttemptOpened&, const AttemptOpened&) = default;
};

/// Every other edge of an attempt, but the one to paid (`OrderPaid` is that edge).
struct AttemptMoved {
    AttemptId attempt{0};
    std::string kiosk;
    Money amount;
    AttemptState from{AttemptState::Charging};
    AttemptState to{AttemptState::Unknown};
    std::string cause;
    friend bool operator==(const AttemptMoved&, const AttemptMoved&) = default;
};

struct ItemAvailability {
    std::string item;
    bool available{true};
    std::int64_t untilMs{0}; ///< shop time at which it comes back by itself; 0 = by hand
    friend bool operator==(const ItemAvailability&, const ItemAvailability&) = default;
};

struct OrderingChanged {
    OrderingState state{OrderingState::Open};
    std::int64_t untilMs{0};
    std::string textKo;
    std::string textEn;
    friend bool operator==(const OrderingChanged&, const OrderingChanged&) = default;
};

/// So much making may be promised in any quarter of an hour: `BarPace::makingTime` of the orders
/// that were paid in it. By whoever slows the shop down.
struct OrderingPaced {
    std::int32_t makingMinutes{0}; ///< 0 = as much as customers order
    friend bool operator==(const OrderingPaced&, const OrderingPaced&) = default;
};

/// The shop takes orders in these hours, whatever its menu says; or again in the menu's.
struct HoursChanged {
    bool own{false}; ///< `hours` count; else the menu's
    SaleHours hours{};
    friend bool operator==(const HoursChanged&, const HoursChanged&) = default;
};

struct BreakerMoved {
    BreakerState from{BreakerState::Closed};
    BreakerState to{BreakerState::Open};
    std::int64_t untilMs{0};
    std::string cause;
    friend bool operator==(const BreakerMoved&, const BreakerMoved&) = default;
};

struct PresenceChanged {
    Actor who;
    PresenceState state{PresenceState::Up};
    std::string version;
    friend bool operator==(const PresenceChanged&, const PresenceChanged&) = default;
};

struct HelpCalled {
    std::string kiosk;
    friend bool operator==(const HelpCalled&, const HelpCalled&) = default;
};

struct HelpTaken {
    std::string kiosk;
    friend bool operator==(const HelpTaken&, const HelpTaken&) = default;
};

struct MenuPublished {
    std::string version;
    friend bool operator==(const MenuPublished&, const MenuPublished&) = default;
};

struct DaemonStarted {
    std::string version;
    friend bool operator==(const DaemonStarted&, const DaemonStarted&) = default;
};

enum class AlarmKind {
    DiskLow,
    ClockStepped,
    BackupOld,
    BooksUncompared ///< after a restore the bank does not tell what it did since the backup
};

struct AlarmChanged {
    AlarmKind kind{AlarmKind::DiskLow};
    bool on{false};
    std::string detail;
    friend bool operator==(const AlarmChanged&, const AlarmChanged&) = default;
};

/// A Z was written: the report of the events `from` to `to`, numbered and unchangeable. The event
/// itself belongs to the next one. Its figures are the head of the report, so that the log says
/// for ever what was closed.
struct DayClosed {
    std::int64_t number{0}; ///< from 1, without gaps
    BusinessDay reportDay{0};
    Sequence from{0};
    Sequence to{0};
    std::chrono::minutes utcOffset{0}; ///< of the report's hours
    std::int64_t orders{0};
    MoneySum sales;
    std::int64_t refunds{0};
    MoneySum refunded;
    friend bool operator==(const DayClosed&, const DayClosed&) = default;
};

/// On the public stream: something happened that is not public. Keeps the sequence gapless.
struct Hidden {
    friend bool operator==(Hidden, Hidden) = default;
};

using EventBody =
    std::variant<OrderPaid, OrderAppeared, OrderMoved, OrderCancelled, UnitMoved, OrderCalled,
                 StopAcknowledged, RefundOpened, RefundMoved, AttemptOpened, AttemptMoved,
                 ItemAvailability, OrderingChanged, BreakerMoved, PresenceChanged, HelpCalled,
                 HelpTaken, MenuPublished, DaemonStarted, AlarmChanged, DayClosed, Hidden,
                 OrderingPaced, HoursChanged>;

struct Event {
    Sequence seq{0};
    ShopTime at{};         ///< when it was committed; never decreases along the log
    ShopTime occurredAt{}; ///< when it happened (work done while the daemon was away)
    BusinessDay day{0};    ///< the business day of `at`; it changes at 04:00 shop time
    Actor actor;
    EventBody body;
    friend bool operator==(const Event&, const Event&) = default;
};

/// The event as kiosks and boards may see it: public facts without names, amounts and lines;
/// everything else as `Hidden`, under the same sequence number, without an actor.
[[nodiscard]] Event publicFace(const Event& event);

} // namespace coffee
