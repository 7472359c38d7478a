// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/day_report.h"
#include "shared/protocol/domain_fields.h"

#include <type_traits>

/// The keys, kinds and ranges of a report on the wire and in the ledger, for both directions.
namespace coffee::protocol {

inline constexpr std::int64_t kSumMax = kIdMax;
inline constexpr std::size_t kFiguresMax = 10'000;
inline constexpr std::size_t kReasonsMax = 100'000;
inline constexpr std::int64_t kUtcOffsetMax = 24 * 60;

/// Written from a constant value, read into any other.
template <class F, class Sum>
void describeSum(F& f, std::string_view key, Sum& sum)
{
    std::int64_t won = sum.won();
    f.integer(key, won, -kSumMax, kSumMax);
    if constexpr (!std::is_const_v<Sum>)
        sum = MoneySum::fromWon(won);
}

template <class F, class Duration>
void describeTime(F& f, std::string_view key, Duration& time, std::int64_t min, std::int64_t max)
{
    std::int64_t count = time.count();
    f.integer(key, count, min, max);
    if constexpr (!std::is_const_v<Duration>)
        time = Duration{count};
}

template <class F>
void describe(F& f, typename F::template Ref<DayClosed> t)
{
    f.integer("number", t.number, 1, kIdMax);
    f.integer("report_day", t.reportDay, 0, kDayMax);
    f.integer("from", t.from, 1, kIdMax);
    f.integer("to", t.to, 1, kIdMax);
    describeTime(f, "utc_offset_minutes", t.utcOffset, -kUtcOffsetMax, kUtcOffsetMax);
    f.integer("orders", t.orders, 0, kIdMax);
    describeSum(f, "sales", t.sales);
    f.integer("refunds", t.refunds, 0, kIdMax);
    describeSum(f, "refunded", t.refunded);
}

template <class F>
void describe(F& f, typename F::template Ref<Tally> t)
{
    f.integer("count", t.count, 0, kIdMax);
    describeSum(f, "sum", t.sum);
}

template <class F>
void describe(F& f, typename F::template Ref<TaxFigures> t)
{
    describeSum(f, "supply", t.supply);
    describeSum(f, "vat", t.vat);
    describeSum(f, "exempt", t.exempt);
}

template <class F>
void describe(F& f, typename F::template Ref<ItemFigures> t)
{
    f.text("item", t.item, kWordText);
    f.object("name", t.name);
    f.integer("units", t.units, 0, kIdMax);
    describeSum(f, "sales", t.sales);
    f.integer("units_refunded", t.unitsRefunded, 0, kIdMax);
    describeSum(f, "refunded", t.refunded);
}

template <class F>
void describe(F& f, typename F::template Ref<OptionFigures> t)
{
    f.text("group", t.group, kWordText);
    f.text("choice", t.choice, kWordText);
    f.object("name", t.name);
    f.integer("count", t.count, 0, kIdMax);
    describeSum(f, "sales", t.sales);
}

template <class F>
void describe(F& f, typename F::template Ref<PartFigures> t)
{
    f.object("sales", t.sales);
    f.object("refunds", t.refunds);
}

template <class F>
void describe(F& f, typename F::template Ref<HourFigures> t)
{
    f.integer("hour", t.hour, 0, 23);
    f.object("money", t.money);
}

template <class F>
void describe(F& f, typename F::template Ref<ServiceFigures> t)
{
    f.oneOf("service", t.service);
    f.object("money", t.money);
}

template <class F>
void describe(F& f, typename F::template Ref<KioskFigures> t)
{
    f.text("kiosk", t.kiosk, kWordOrNone);
    f.object("money", t.money);
}

template <class F>
void describe(F& f, typename F::template Ref<TimeFigures> t)
{
    f.integer("count", t.count, 0, kIdMax);
    describeTime(f, "median_ms", t.median, 0, kIdMax);
    describeTime(f, "p90_ms", t.p90, 0, kIdMax);
}

template <class F>
void describe(F& f, typename F::template Ref<CancelFigures> t)
{
    f.oneOf("by", t.by);
    f.text("reason", t.reason, kShortText);
    f.object("orders", t.orders);
}

template <class F>
void describe(F& f, typename F::template Ref<RemakeFigures> t)
{
    f.text("reason", t.reason, kShortText);
    f.integer("units", t.units, 0, kIdMax);
}

template <class F>
void describe(F& f, typename F::template Ref<OpenOrder> t)
{
    f.integer("order", t.order, 1, kIdMax);
    f.integer("number", t.number, 0, kNumberMax);
    f.money("total", t.total);
}

template <class F>
void describe(F& f, typename F::template Ref<DayReport> t)
{
    f.integer("from", t.from, 1, kIdMax);
    f.integer("to", t.to, 0, kIdMax);
    f.integer("day", t.day, 0, kDayMax);
    f.time("first_at", t.firstAt);
    f.time("last_at", t.lastAt);
    describeTime(f, "utc_offset_minutes", t.utcOffset, -kUtcOffsetMax, kUtcOffsetMax);
    f.object("sales", t.sales);
    f.integer("units", t.units, 0, kIdMax);
    f.object("refunds", t.refunds);
    f.object("refunds_opened", t.refundsOpened);
    f.object("sold", t.sold);
    f.object("repaid", t.repaid);
    f.object("declined", t.declined);
    f.object("voided", t.voided);
    f.object("discrepancies", t.discrepancies);
    f.objectIfAny("kept", t.kept);
    f.list("items", t.items, kFiguresMax);
    f.list("options", t.options, kFiguresMax);
    f.list("hours", t.hours, 24);
    f.list("services", t.services, 2);
    f.list("kiosks", t.kiosks, kMachinesMax);
    f.object("making", t.making);
    f.object("lateness", t.lateness);
    f.integer("promised", t.promised, 0, kIdMax);
    f.list("remakes", t.remakes, kReasonsMax);
    f.object("wasted", t.wasted);
    f.list("cancels", t.cancels, kReasonsMax);
    f.list("open", t.open, kOrdersMax);
}

} // namespace coffee::protocol
