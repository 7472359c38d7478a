// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/order_event.h"
#include "shared/domain/refusal.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

/// One word for one thing: the names of enumerators on the wire, in the ledger, in logs and on
/// command lines. Words that people see on screens are elsewhere, in their languages.
namespace coffee {

template <class E>
struct Words;

template <class E, std::size_t N>
using WordTable = std::array<std::pair<E, std::string_view>, N>;

template <>
struct Words<Role> {
    static constexpr WordTable<Role, 6> table{{{Role::Kiosk, "kiosk"},
                                               {Role::Board, "board"},
                                               {Role::Station, "station"},
                                               {Role::Manager, "manager"},
                                               {Role::Ctl, "ctl"},
                                               {Role::Daemon, "daemon"}}};
};
template <>
struct Words<StationKind> {
    static constexpr WordTable<StationKind, 3> table{{{StationKind::Espresso, "espresso"},
                                                      {StationKind::Blender, "blender"},
                                                      {StationKind::Food, "food"}}};
};
template <>
struct Words<TaxClass> {
    static constexpr WordTable<TaxClass, 2> table{
        {{TaxClass::Taxable, "taxable"}, {TaxClass::Exempt, "exempt"}}};
};
template <>
struct Words<CupKind> {
    static constexpr WordTable<CupKind, 4> table{{{CupKind::None, "none"},
                                                  {CupKind::Store, "store"},
                                                  {CupKind::Disposable, "disposable"},
                                                  {CupKind::Own, "own"}}};
};
template <>
struct Words<ServiceMode> {
    static constexpr WordTable<ServiceMode, 2> table{
        {{ServiceMode::Here, "here"}, {ServiceMode::TakeAway, "take_away"}}};
};
template <>
struct Words<OrderState> {
    static constexpr WordTable<OrderState, 5> table{{{OrderState::Queued, "queued"},
                                                     {OrderState::Making, "making"},
                                                     {OrderState::Ready, "ready"},
                                                     {OrderState::Collected, "collected"},
                                                     {OrderState::Cancelled, "cancelled"}}};
};
template <>
struct Words<OrderStep> {
    static constexpr WordTable<OrderStep, 7> table{{{OrderStep::Start, "start"},
                                                    {OrderStep::PutBack, "put_back"},
                                                    {OrderStep::Finish, "finish"},
                                                    {OrderStep::Collect, "collect"},
                                                    {OrderStep::Recall, "recall"},
                                                    {OrderStep::Cancel, "cancel"},
                                                    {OrderStep::CancelByStaff, "cancel_by_staff"}}};
};
template <>
struct Words<UnitState> {
    static constexpr WordTable<UnitState, 3> table{
        {{UnitState::Open, "open"}, {UnitState::Done, "done"}, {UnitState::Refused, "refused"}}};
};
template <>
struct Words<AttemptState> {
    static constexpr WordTable<AttemptState, 8> table{{{AttemptState::Charging, "charging"},
                                                       {AttemptState::Paid, "paid"},
                                                       {AttemptState::Declined, "declined"},
                                                       {AttemptState::Unknown, "unknown"},
                                                       {AttemptState::Reversing, "reversing"},
                                                       {AttemptState::Voided, "voided"},
                                                       {AttemptState::NeedsReview, "needs_review"},
                                                       {AttemptState::Kept, "kept"}}};
};
template <>
struct Words<DeclineKind> {
    static constexpr WordTable<DeclineKind, 3> table{{{DeclineKind::Declined, "declined"},
                                                      {DeclineKind::NotCharged, "not_charged"},
                                                      {DeclineKind::NotSent, "not_sent"}}};
};
template <>
struct Words<RefundState> {
    static constexpr WordTable<RefundState, 3> table{{{RefundState::Due, "due"},
                                                      {RefundState::Done, "done"},
                                                      {RefundState::NeedsReview, "needs_review"}}};
};
template <>
struct Words<PaymentPhase> {
    static constexpr WordTable<PaymentPhase, 6> table{{{PaymentPhase::Sending, "sending"},
                                                       {PaymentPhase::WaitingCard, "waiting_card"},
                                                       {PaymentPhase::Reading, "reading"},
                                                       {PaymentPhase::Authorising, "authorising"},
                                                       {PaymentPhase::RemoveCard, "remove_card"},
                                                       {PaymentPhase::Checking, "checking"}}};
};
template <>
struct Words<OrderingState> {
    static constexpr WordTable<OrderingState, 3> table{{{OrderingState::Open, "open"},
                                                        {OrderingState::Busy, "busy"},
                                                        {OrderingState::Paused, "paused"}}};
};
template <>
struct Words<BreakerState> {
    static constexpr WordTable<BreakerState, 3> table{{{BreakerState::Closed, "closed"},
                                                       {BreakerState::Open, "open"},
                                                       {BreakerState::HalfOpen, "half_open"}}};
};
template <>
struct Words<PresenceState> {
    static constexpr WordTable<PresenceState, 4> table{{{PresenceState::Up, "up"},
                                                        {PresenceState::Behind, "behind"},
                                                        {PresenceState::Away, "away"},
                                                        {PresenceState::Removed, "removed"}}};
};
template <>
struct Words<CancelledBy> {
    static constexpr WordTable<CancelledBy, 3> table{{{CancelledBy::Customer, "customer"},
                                                      {CancelledBy::Staff, "staff"},
                                                      {CancelledBy::Shop, "shop"}}};
};
template <>
struct Words<AlarmKind> {
    static constexpr WordTable<AlarmKind, 4> table{
        {{AlarmKind::DiskLow, "disk_low"},
         {AlarmKind::ClockStepped, "clock_stepped"},
         {AlarmKind::BackupOld, "backup_old"},
         {AlarmKind::BooksUncompared, "books_uncompared"}}};
};
template <>
struct Words<RefusalCode> {
    static constexpr WordTable<RefusalCode, 30> table{
        {{RefusalCode::Malformed, "malformed"},
         {RefusalCode::UnknownType, "unknown_type"},
         {RefusalCode::WrongVersion, "wrong_version"},
         {RefusalCode::NotAllowed, "not_allowed"},
         {RefusalCode::WrongMachine, "wrong_machine"},
         {RefusalCode::MenuChanged, "menu_changed"},
         {RefusalCode::UnknownItem, "unknown_item"},
         {RefusalCode::InvalidOptions, "invalid_options"},
         {RefusalCode::InvalidCup, "invalid_cup"},
         {RefusalCode::InvalidQuantity, "invalid_quantity"},
         {RefusalCode::SoldOut, "sold_out"},
         {RefusalCode::PriceChanged, "price_changed"},
         {RefusalCode::Busy, "busy"},
         {RefusalCode::Paused, "paused"},
         {RefusalCode::QuoteExpired, "quote_expired"},
         {RefusalCode::KeyReused, "key_reused"},
         {RefusalCode::UnknownOrder, "unknown_order"},
         {RefusalCode::WrongCode, "wrong_code"},
         {RefusalCode::Locked, "locked"},
         {RefusalCode::WrongPin, "wrong_pin"},
         {RefusalCode::PinNotSet, "pin_not_set"},
         {RefusalCode::WrongState, "wrong_state"},
         {RefusalCode::NotPossible, "not_possible"},
         {RefusalCode::TooLate, "too_late"},
         {RefusalCode::NumberReused, "number_reused"},
         {RefusalCode::UnknownUnit, "unknown_unit"},
         {RefusalCode::RefundTooLarge, "refund_too_large"},
         {RefusalCode::UnknownEpoch, "unknown_epoch"},
         {RefusalCode::NotFound, "not_found"},
         {RefusalCode::ReviewNotOpen, "review_not_open"}}};
};

/// The word of an enumerator; "?" would be a missing row, which a test rules out.
template <class E>
[[nodiscard]] constexpr std::string_view word(E value)
{
    for (const auto& [candidate, name] : Words<E>::table)
        if (candidate == value)
            return name;
    return "?";
}

template <class E>
[[nodiscard]] constexpr std::optional<E> fromWord(std::string_view name)
{
    for (const auto& [candidate, known] : Words<E>::table)
        if (known == name)
            return candidate;
    return std::nullopt;
}

} // namespace coffee
