// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"
#include "shared/protocol/view_fields.h"

namespace coffee::protocol {
namespace {

/// One row of a map on the wire.
struct HelpRow {
    std::string kiosk;
    ShopTime since{};
};
struct AlarmRow {
    AlarmKind kind{AlarmKind::DiskLow};
    ShopTime since{};
    std::string detail;
};
struct SoldOutRow {
    std::string item;
    std::int64_t untilMs{0};
};

template <class F>
void describe(F& f, typename F::template Ref<HelpRow> t)
{
    f.text("kiosk", t.kiosk, kWordText);
    f.time("since", t.since);
}

template <class F>
void describe(F& f, typename F::template Ref<AlarmRow> t)
{
    f.oneOf("kind", t.kind);
    f.time("since", t.since);
    f.text("detail", t.detail, kShortText);
}

template <class F>
void describe(F& f, typename F::template Ref<SoldOutRow> t)
{
    f.text("item", t.item, kWordText);
    f.integer("until_ms", t.untilMs, 0, kIdMax);
}

} // namespace

void describeCancelledBy(FieldWriter& f, const std::optional<CancelledBy>& by)
{
    f.text("cancelled_by", by ? std::string{word(*by)} : std::string{}, kWordOrNone);
}

void describeCancelledBy(FieldReader& f, std::optional<CancelledBy>& by)
{
    std::string name;
    f.text("cancelled_by", name, kWordOrNone);
    by = fromWord<CancelledBy>(name);
    if (!name.empty() && !by)
        f.say("cancelled_by", "expected customer, staff, shop or an empty text");
}

void describe(FieldWriter& f, const StationHealth& health)
{
    f.list("machines", health.machines, kMachinesMax);
    std::vector<HelpRow> calls;
    for (const auto& [kiosk, since] : health.helpCalls)
        calls.push_back({kiosk, since});
    f.list("help_calls", calls, kMachinesMax);
    f.time("daemon_started", health.daemonStarted);
    f.text("daemon_version", health.daemonVersion, kWordOrNone);
    std::vector<AlarmRow> alarms;
    for (const auto& [kind, alarm] : health.alarms)
        alarms.push_back({kind, alarm.first, alarm.second});
    f.list("alarms", alarms, Words<AlarmKind>::table.size());
}

void describe(FieldReader& f, StationHealth& health)
{
    f.list("machines", health.machines, kMachinesMax);
    std::vector<HelpRow> calls;
    f.list("help_calls", calls, kMachinesMax);
    for (HelpRow& row : calls)
        health.helpCalls.insert_or_assign(std::move(row.kiosk), row.since);
    f.time("daemon_started", health.daemonStarted);
    f.text("daemon_version", health.daemonVersion, kWordOrNone);
    std::vector<AlarmRow> alarms;
    f.list("alarms", alarms, Words<AlarmKind>::table.size());
    for (AlarmRow& row : alarms)
        health.alarms.insert_or_assign(row.kind, std::pair{row.since, std::move(row.detail)});
}

void describe(FieldWriter& f, const PaymentView& payments)
{
    std::vector<AttemptView> attempts;
    for (const auto& [id, attempt] : payments.attempts)
        attempts.push_back(attempt);
    f.list("attempts", attempts, kOrdersMax);
    f.oneOf("breaker", payments.breaker);
    f.time("breaker_since", payments.breakerSince);
    f.integer("breaker_until_ms", payments.breakerUntilMs, 0, kIdMax);
}

void describe(FieldReader& f, PaymentView& payments)
{
    std::vector<AttemptView> attempts;
    f.list("attempts", attempts, kOrdersMax);
    for (AttemptView& attempt : attempts) {
        const AttemptId id = attempt.id;
        payments.attempts.insert_or_assign(id, std::move(attempt));
    }
    f.oneOf("breaker", payments.breaker);
    f.time("breaker_since", payments.breakerSince);
    f.integer("breaker_until_ms", payments.breakerUntilMs, 0, kIdMax);
}

void describe(FieldWriter& f, const OfferView& offer)
{
    f.text("menu_version", offer.menuVersion, kWordOrNone);
    std::vector<SoldOutRow> rows;
    for (const auto& [item, until] : offer.soldOut)
        rows.push_back({item, until});
    f.list("sold_out", rows, kItemsMax);
    f.object("ordering", offer.ordering);
    f.integer("making_minutes", offer.makingMinutes, 0, kMakingMinutesMax);
    f.object("hours", offer.hours);
}

void describe(FieldReader& f, OfferView& offer)
{
    f.text("menu_version", offer.menuVersion, kWordOrNone);
    std::vector<SoldOutRow> rows;
    f.list("sold_out", rows, kItemsMax);
    for (SoldOutRow& row : rows)
        offer.soldOut.insert_or_assign(std::move(row.item), row.untilMs);
    f.object("ordering", offer.ordering);
    f.integer("making_minutes", offer.makingMinutes, 0, kMakingMinutesMax);
    f.object("hours", offer.hours);
}

void describe(FieldWriter& f, const OrderBoard& board)
{
    std::vector<OrderView> orders;
    for (const auto& [id, order] : board.all())
        orders.push_back(order);
    f.list("known", orders, kOrdersMax);
    f.list("finished", board.finishedOrder(), OrderBoard::kFinishedKept);
}

void describe(FieldReader& f, OrderBoard& board)
{
    std::vector<OrderView> orders;
    std::vector<OrderId> finished;
    f.list("known", orders, kOrdersMax);
    f.list("finished", finished, OrderBoard::kFinishedKept);
    board = OrderBoard::restored(std::move(orders), std::move(finished));
}

std::string encodeView(const ShopView& view)
{
    return writeWhole(view);
}

Result<ShopView, DecodeError> decodeView(std::string_view bytes)
{
    Complaint complaint;
    ShopView view;
    if (!readWhole(bytes, kReplyBytesMax, view, complaint))
        return Failure{DecodeError{RefusalCode::Malformed, complaint.text(), {}}};
    return view;
}

} // namespace coffee::protocol
