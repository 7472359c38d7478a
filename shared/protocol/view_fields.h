// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/domain_fields.h"

/// The read models on the wire and on disk. Maps are lists of rows.
namespace coffee::protocol {

template <class F>
void describe(F& f, typename F::template Ref<RefundView> t)
{
    f.integer("refund", t.id, 1, kIdMax);
    f.money("amount", t.amount);
    f.oneOf("state", t.state);
    f.list("units", t.units, kUnitsMax);
    f.text("reason", t.reason, kShortText);
    f.time("since", t.since);
}

template <class F>
void describe(F& f, typename F::template Ref<UnitView> t)
{
    f.integer("line", t.line, 0, kLinesMax);
    f.oneOf("cup", t.cup);
    f.money("price", t.price);
    f.oneOf("state", t.state);
    f.text("reason", t.reason, kShortText);
}

/// "customer", "staff", "shop", or "" when it was not cancelled.
void describeCancelledBy(FieldWriter& f, const std::optional<CancelledBy>& by);
void describeCancelledBy(FieldReader& f, std::optional<CancelledBy>& by);

template <class F>
void describe(F& f, typename F::template Ref<OrderView> t)
{
    f.integer("order", t.id, 1, kIdMax);
    f.integer("number", t.number, 1, kNumberMax);
    f.integer("day", t.day, 0, kDayMax);
    f.oneOf("state", t.state);
    f.oneOf("service", t.service);
    f.text("kiosk", t.kiosk, kWordOrNone);
    f.text("allergy_note", t.allergyNote, {0, kAllergyNoteBytesMax});
    f.list("lines", t.lines, kLinesMax);
    f.list("units", t.units, kUnitsMax);
    f.money("total", t.total);
    f.object("payment", t.payment);
    f.object("wait", t.wait);
    f.time("paid_at", t.paidAt);
    f.time("started_at", t.startedAt);
    f.time("ready_at", t.readyAt);
    f.time("finished_at", t.finishedAt);
    f.time("called_at", t.calledAt);
    describeCancelledBy(f, t.cancelledBy);
    f.text("cancel_reason", t.cancelReason, kShortText);
    f.flag("stop_unacknowledged", t.stopUnacknowledged);
    f.list("wasted", t.wasted, kUnitsMax);
    f.list("refunds", t.refunds, kUnitsMax);
    f.integer("changed_by", t.changedBy, 0, kIdMax);
}

template <class F>
void describe(F& f, typename F::template Ref<ShopTotals> t)
{
    f.integer("day", t.day, 0, kDayMax);
    f.integer("orders", t.orders, 0, kIdMax);
    f.money("sales", t.sales);
    f.integer("refunds", t.refunds, 0, kIdMax);
    f.money("refunded", t.refunded);
    f.integer("cancels", t.cancels, 0, kIdMax);
    f.integer("declines", t.declines, 0, kIdMax);
    // Collections taken back today may have been made yesterday.
    f.integer("collected", t.collected, -1'000'000, kIdMax);
    f.integer("units_wasted", t.unitsWasted, 0, kIdMax);
}

template <class F>
void describe(F& f, typename F::template Ref<MachineView> t)
{
    f.object("who", t.who);
    f.oneOf("state", t.state);
    f.text("version", t.version, kWordOrNone);
    f.time("since", t.since);
}

template <class F>
void describe(F& f, typename F::template Ref<AttemptView> t)
{
    f.integer("attempt", t.id, 1, kIdMax);
    f.text("kiosk", t.kiosk, kWordText);
    f.money("amount", t.amount);
    f.oneOf("state", t.state);
    f.text("cause", t.cause, kShortText);
    f.time("since", t.since);
}

/// Defined in view_codec.cpp: they hold maps.
void describe(FieldWriter& f, const StationHealth& health);
void describe(FieldReader& f, StationHealth& health);
void describe(FieldWriter& f, const PaymentView& payments);
void describe(FieldReader& f, PaymentView& payments);
void describe(FieldWriter& f, const OfferView& offer);
void describe(FieldReader& f, OfferView& offer);
void describe(FieldWriter& f, const OrderBoard& board);
void describe(FieldReader& f, OrderBoard& board);

template <class F>
void describe(F& f, typename F::template Ref<ShopView> t)
{
    f.integer("seq", t.seq, 0, kIdMax);
    f.time("at", t.at);
    f.object("orders", t.orders);
    f.object("totals", t.totals);
    f.object("health", t.health);
    f.object("payments", t.payments);
    f.object("offer", t.offer);
}

} // namespace coffee::protocol
