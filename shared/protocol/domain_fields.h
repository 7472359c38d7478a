// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/json_door.h"
#include "shared/protocol/messages.h"

/// The keys, kinds and ranges of the domain's values on the wire, for both directions. The order
/// of the calls is the order of the keys in what we write; readers take any order.
namespace coffee::protocol {

inline constexpr std::int64_t kIdMax = std::int64_t{1} << 53; // what every JSON reader can hold
inline constexpr std::int64_t kSecondsMax = std::int64_t{7} * 24 * 3600;
inline constexpr std::int64_t kNumberMax = 999'999;
inline constexpr std::int64_t kMakingMinutesMax = 900; ///< sixty people in a quarter of an hour
inline constexpr std::int64_t kDayMax = 3'000'000;
/// What was paid for while the last quotes were open comes on top.
inline constexpr std::size_t kOrdersMax = 2 * kOrdersKnownMax;
inline constexpr std::size_t kMachinesMax = 1'000;
inline constexpr std::size_t kPathBytesMax = 1'024;

template <class F>
void describe(F& f, typename F::template Ref<LocalText> t)
{
    // A description of a menu file has up to 200 characters, each of up to four bytes.
    f.text("ko", t.ko, kLongText);
    f.text("en", t.en, kLongText);
}

template <class F>
void describe(F& f, typename F::template Ref<Actor> t)
{
    f.oneOf("role", t.role);
    f.text("name", t.name, kWordOrNone);
}

template <class F>
void describe(F& f, typename F::template Ref<OptionSelection> t)
{
    f.text("group", t.group, kWordText);
    f.text("choice", t.choice, kWordText);
    f.integer("count", t.count, 1, 99);
}

template <class F>
void describe(F& f, typename F::template Ref<BasketLine> t)
{
    f.text("item", t.item, kWordText);
    f.list("options", t.options, kOptionsOfLineMax);
    f.list("cups", t.cups, kUnitsOfLineMax);
}

template <class F>
void describe(F& f, typename F::template Ref<Basket> t)
{
    f.oneOf("service", t.service);
    f.text("allergy_note", t.allergyNote, {0, kAllergyNoteBytesMax});
    f.list("lines", t.lines, kLinesMax);
}

template <class F>
void describe(F& f, typename F::template Ref<PricedOption> t)
{
    f.text("group", t.group, kWordText);
    f.text("choice", t.choice, kWordText);
    f.object("name", t.name);
    f.integer("count", t.count, 1, 99);
    f.money("price_difference", t.priceDifference);
}

template <class F>
void describe(F& f, typename F::template Ref<PricedUnit> t)
{
    f.oneOf("cup", t.cup);
    f.money("price", t.price);
}

template <class F>
void describe(F& f, typename F::template Ref<PricedLine> t)
{
    f.text("item", t.item, kWordText);
    f.object("name", t.name);
    f.oneOf("station", t.station);
    f.oneOf("tax", t.tax);
    f.list("options", t.options, kOptionsOfLineMax);
    f.list("units", t.units, kUnitsOfLineMax);
    f.money("total", t.total);
}

template <class F>
void describe(F& f, typename F::template Ref<PricedBasket> t)
{
    f.oneOf("service", t.service);
    f.text("allergy_note", t.allergyNote, {0, kAllergyNoteBytesMax});
    f.list("lines", t.lines, kLinesMax);
    f.money("total", t.total);
}

template <class F>
void describe(F& f, typename F::template Ref<WaitRange> t)
{
    f.integer("min_seconds", t.minSeconds, 0, kSecondsMax);
    f.integer("max_seconds", t.maxSeconds, 0, kSecondsMax);
}

template <class F>
void describe(F& f, typename F::template Ref<PaymentInfo> t)
{
    f.text("method", t.method, kWordOrNone);
    f.text("masked_card", t.maskedCard, kWordOrNone);
    f.text("approval", t.approval, kWordOrNone);
}

// ---- event bodies ---------------------------------------------------------------------------

template <class F>
void describe(F& f, typename F::template Ref<OrderPaid> t)
{
    f.integer("order", t.order, 1, kIdMax);
    f.integer("number", t.number, 1, kNumberMax);
    f.integer("attempt", t.attempt, 1, kIdMax);
    f.text("kiosk", t.kiosk, kWordText);
    f.object("basket", t.basket);
    f.object("payment", t.payment);
    f.object("wait", t.wait);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderAppeared> t)
{
    f.integer("order", t.order, 1, kIdMax);
    f.integer("number", t.number, 1, kNumberMax);
    f.oneOf("service", t.service);
    f.integer("units", t.units, 1, kUnitsMax);
    f.object("wait", t.wait);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderMoved> t)
{
    f.integer("order", t.order, 1, kIdMax);
    f.oneOf("step", t.step);
    f.oneOf("from", t.from);
    f.oneOf("to", t.to);
    f.textIfAny("reason", t.reason, kShortText);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderCancelled> t)
{
    f.integer("order", t.order, 1, kIdMax);
    f.oneOf("from", t.from);
    f.oneOf("by", t.by);
    f.text("reason", t.reason, kShortText);
}

template <class F>
void describe(F& f, typename F::template Ref<UnitMoved> t)
{
    f.integer("order", t.order, 1, kIdMax);
    f.integer("unit", t.unit, 1, kUnitsMax);
    f.oneOf("from", t.from);
    f.oneOf("to", t.to);
    f.text("reason", t.reason, kShortText);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderCalled> t)
{
    f.integer("order", t.order, 1, kIdMax);
}

template <class F>
void describe(F& f, typename F::template Ref<StopAcknowledged> t)
{
    f.integer("order", t.order, 1, kIdMax);
    f.list("made", t.made, kUnitsMax);
}

template <class F>
void describe(F& f, typename F::template Ref<RefundOpened> t)
{
    f.integer("refund", t.refund, 1, kIdMax);
    f.integer("order", t.order, 1, kIdMax);
    f.money("amount", t.amount);
    f.list("units", t.units, kUnitsMax);
    f.text("reason", t.reason, kShortText);
}

template <class F>
void describe(F& f, typename F::template Ref<RefundMoved> t)
{
    f.integer("refund", t.refund, 1, kIdMax);
    f.integer("order", t.order, 1, kIdMax);
    f.money("amount", t.amount);
    f.oneOf("from", t.from);
    f.oneOf("to", t.to);
    f.text("reason", t.reason, kShortText);
}

template <class F>
void describe(F& f, typename F::template Ref<AttemptOpened> t)
{
    f.integer("attempt", t.attempt, 1, kIdMax);
    f.text("kiosk", t.kiosk, kWordText);
    f.money("amount", t.amount);
}

template <class F>
void describe(F& f, typename F::template Ref<AttemptMoved> t)
{
    f.integer("attempt", t.attempt, 1, kIdMax);
    f.text("kiosk", t.kiosk, kWordText);
    f.money("amount", t.amount);
    f.oneOf("from", t.from);
    f.oneOf("to", t.to);
    f.text("cause", t.cause, kShortText);
}

template <class F>
void describe(F& f, typename F::template Ref<ItemAvailability> t)
{
    f.text("item", t.item, kWordText);
    f.flag("available", t.available);
    f.integer("until_ms", t.untilMs, 0, kIdMax);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderingChanged> t)
{
    f.oneOf("state", t.state);
    f.integer("until_ms", t.untilMs, 0, kIdMax);
    f.text("text_ko", t.textKo, kShortText);
    f.text("text_en", t.textEn, kShortText);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderingPaced> t)
{
    f.integer("making_minutes", t.makingMinutes, 0, kMakingMinutesMax);
}

template <class F>
void describe(F& f, typename F::template Ref<SaleHours> t)
{
    f.integer("from", t.from, 0, SaleHours::kMinutesOfDay - 1);
    f.integer("to", t.to, 0, SaleHours::kMinutesOfDay);
    f.integer("days", t.days, 1, SaleHours::kEveryDay);
}

template <class F>
void describe(F& f, typename F::template Ref<HoursChanged> t)
{
    f.flag("own", t.own);
    f.object("hours", t.hours);
}

template <class F>
void describe(F& f, typename F::template Ref<BreakerMoved> t)
{
    f.oneOf("from", t.from);
    f.oneOf("to", t.to);
    f.integer("until_ms", t.untilMs, 0, kIdMax);
    f.text("cause", t.cause, kShortText);
}

template <class F>
void describe(F& f, typename F::template Ref<PresenceChanged> t)
{
    f.object("who", t.who);
    f.oneOf("state", t.state);
    f.text("version", t.version, kWordOrNone);
}

template <class F>
void describe(F& f, typename F::template Ref<HelpCalled> t)
{
    f.text("kiosk", t.kiosk, kWordText);
}

template <class F>
void describe(F& f, typename F::template Ref<HelpTaken> t)
{
    f.text("kiosk", t.kiosk, kWordText);
}

template <class F>
void describe(F& f, typename F::template Ref<MenuPublished> t)
{
    f.text("version", t.version, kWordText);
}

template <class F>
void describe(F& f, typename F::template Ref<DaemonStarted> t)
{
    f.text("version", t.version, kWordText);
}

template <class F>
void describe(F& f, typename F::template Ref<AlarmChanged> t)
{
    f.oneOf("kind", t.kind);
    f.flag("on", t.on);
    f.text("detail", t.detail, kShortText);
}

template <class F>
void describe(F&, typename F::template Ref<Hidden>)
{
}

/// Defined in codec_events.cpp for both directions.
void describe(FieldWriter& f, const Event& event);
void describe(FieldReader& f, Event& event);

} // namespace coffee::protocol
