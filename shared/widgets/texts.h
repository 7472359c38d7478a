// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/menu.h"
#include "shared/domain/order_event.h"
#include "shared/domain/refusal.h"
#include "shared/domain/states.h"
#include "shared/widgets/language.h"

#include <QString>
#include <QStringList>

#include <chrono>

// The only place that turns amounts, states and refusals into words. All words are in the language
// that is installed now (LanguageSwitch): ask again on LanguageChange. GUI thread.
namespace coffee::ui::texts {

// The language of the words that these functions give now.
[[nodiscard]] Language language();
// The menu's text in that language.
[[nodiscard]] QString local(const LocalText& text);

// "12,500원", "₩12,500".
[[nodiscard]] QString money(Money amount);
// "+500원", "-300원"; empty for no difference.
[[nodiscard]] QString priceDifference(Money difference);
// "117번", "No. 117"; and what a screen reader says.
[[nodiscard]] QString orderNumber(std::int32_t number);
[[nodiscard]] QString orderNumberSpoken(std::int32_t number);

// The order's state for the customer: 접수, 제조 중, 준비 완료, 픽업 완료, 취소됨.
[[nodiscard]] QString state(OrderState state);
// The four steps of StatusSteps and where a state stands among them (4 = all behind).
[[nodiscard]] QStringList orderSteps();
[[nodiscard]] int orderStep(OrderState state);
[[nodiscard]] QString state(UnitState state);
[[nodiscard]] QString state(AttemptState state);
[[nodiscard]] QString state(RefundState state);
[[nodiscard]] QString state(OrderingState state);
[[nodiscard]] QString state(BreakerState state);
[[nodiscard]] QString state(PresenceState state);
[[nodiscard]] QString by(CancelledBy who);
[[nodiscard]] QString alarm(AlarmKind kind);
[[nodiscard]] QString role(Role role);
[[nodiscard]] QString station(StationKind kind);

// 매장에서 / 포장, and the cup: 매장 컵, 일회용 컵, 개인 컵.
[[nodiscard]] QString service(ServiceMode mode);
[[nodiscard]] QString cup(CupKind kind);

// What the customer does at the terminal now, as a sentence.
[[nodiscard]] QString phase(PaymentPhase phase);
// Why nothing was paid, as a sentence that says that nothing was charged.
[[nodiscard]] QString declined(DeclineKind kind);

// Why a command was not carried out, as a sentence for whoever stands there. With a menu, sold-out
// items are named.
[[nodiscard]] QString refusal(const Refusal& refusal, const Menu* menu = nullptr);

// "약 5~8분", "5–8 min"; a very wide range by its end alone: "최대 33분". Rounded up to minutes, at
// least one.
[[nodiscard]] QString wait(const WaitRange& range);
// A stretch of time: "8초", "3분 20초", "2시간 5분".
[[nodiscard]] QString length(std::chrono::seconds length);
// How long ago: "방금", "3분 전".
[[nodiscard]] QString ago(std::chrono::seconds age);
// "14:03" in the shop's zone (the machine's), and "14:03 기준".
[[nodiscard]] QString timeOfDay(ShopTime time);
[[nodiscard]] QString asOf(ShopTime time);
// "2026년 9월 21일 14:03", "21 Sep 2026, 14:03".
[[nodiscard]] QString dateAndTime(ShopTime time);
// "3개", "3 items"; "2잔", "2 drinks" is the menu's business, not ours.
[[nodiscard]] QString itemCount(int count);

} // namespace coffee::ui::texts
