// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"
#include "shared/protocol/menu_fields.h"
#include "shared/protocol/protocol_words.h"
#include "shared/protocol/report_fields.h"
#include "shared/protocol/view_fields.h"

#include <array>

namespace coffee::protocol {

template <class F>
void describe(F&, typename F::template Ref<Accepted>)
{
}

template <class F>
void describe(F& f, typename F::template Ref<PresenceAnswer> t)
{
    f.flagIfAny("refresh", t.refresh);
}

template <class F>
void describe(F& f, typename F::template Ref<Quote> t)
{
    f.name("quote", t.quote);
    f.object("basket", t.basket);
    f.integer("expires_in_ms", t.expiresInMs, 0, kIdMax);
    f.object("wait", t.wait);
    f.integer("orders_ahead", t.ordersAhead, 0, kOrdersMax);
    f.flag("bar_away", t.barAway);
}

template <class F>
void describe(F& f, typename F::template Ref<PaidAnswer> t)
{
    f.integer("order", t.order, 1, kIdMax);
    f.integer("number", t.number, 1, kNumberMax);
    f.text("code", t.code, {4, 4});
    f.integer("day", t.day, 0, kDayMax);
    f.time("at", t.at);
    f.object("basket", t.basket);
    f.object("payment", t.payment);
    f.object("wait", t.wait);
    f.integer("orders_ahead", t.ordersAhead, 0, kOrdersMax);
}

template <class F>
void describe(F& f, typename F::template Ref<DeclinedAnswer> t)
{
    f.oneOf("kind", t.kind);
    f.text("reason", t.reason, kWordOrNone);
    f.integer("retry_after_ms", t.retryAfterMs, 0, kIdMax);
}

template <class F>
void describe(F&, typename F::template Ref<VoidedAnswer>)
{
}

template <class F>
void describe(F&, typename F::template Ref<GivenUpAnswer>)
{
}

static constexpr std::array<std::string_view, 4> kOutcomes{"paid", "declined", "voided",
                                                           "given_up"};

static void describe(FieldWriter& f, const AttemptAnswer& answer)
{
    f.text("outcome", std::string{kOutcomes[answer.index()]}, kWordText);
    std::visit([&f](const auto& one) { describe(f, one); }, answer);
}

static void describe(FieldReader& f, AttemptAnswer& answer)
{
    std::string outcome;
    f.text("outcome", outcome, kWordText);
    if (outcome == kOutcomes[0])
        answer = PaidAnswer{};
    else if (outcome == kOutcomes[1])
        answer = DeclinedAnswer{};
    else if (outcome == kOutcomes[2])
        answer = VoidedAnswer{};
    else if (outcome == kOutcomes[3])
        answer = GivenUpAnswer{};
    else
        f.say("outcome", "expected one of paid declined voided given_up");
    std::visit([&f](auto& one) { describe(f, one); }, answer);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderShown> t)
{
    f.object("order", t.order);
    f.integer("orders_ahead", t.ordersAhead, 0, kOrdersMax);
    f.object("wait", t.wait);
    f.flag("cancellable", t.cancellable);
}

template <class F>
void describe(F& f, typename F::template Ref<CancelAnswer> t)
{
    f.integer("order", t.order, 1, kIdMax);
    f.integer("number", t.number, 1, kNumberMax);
    f.integer("refund", t.refund, 0, kIdMax);
    f.money("amount", t.amount);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderAnswer> t)
{
    f.integer("order", t.order, 1, kIdMax);
    f.oneOf("state", t.state);
}

template <class F>
void describe(F& f, typename F::template Ref<RefundAnswer> t)
{
    f.integer("refund", t.refund, 1, kIdMax);
    f.money("amount", t.amount);
}

template <class F>
void describe(F& f, typename F::template Ref<BackupTaken> t)
{
    f.text("file", t.file, {1, 2 * kPathBytesMax});
    f.integer("head", t.head, 0, kIdMax);
    f.time("at", t.at);
    f.integer("bytes", t.bytes, 0, kIdMax);
}

template <class F>
void describe(F& f, typename F::template Ref<ParkedAnswer> t)
{
    f.text("code", t.code, {kParkCodeDigits, kParkCodeDigits});
    f.integer("expires_in_ms", t.expiresInMs, 0, kIdMax);
}

template <class F>
void describe(F& f, typename F::template Ref<TakenAnswer> t)
{
    f.object("basket", t.basket);
}

template <class F>
void describe(F& f, typename F::template Ref<MenuAnswer> t)
{
    f.object("menu", t.menu);
}

template <class F>
void describe(F& f, typename F::template Ref<Snapshot> t)
{
    f.oneOf("stream", t.stream);
    f.text("epoch", t.epoch, kWordText);
    f.integer("fold_version", t.foldVersion, 0, 1'000'000);
    f.time("now", t.now);
    f.object("wait", t.wait);
    f.object("view", t.view);
}

template <class F>
void describe(F& f, typename F::template Ref<EventsPage> t)
{
    f.oneOf("stream", t.stream);
    f.text("epoch", t.epoch, kWordText);
    f.integer("head", t.head, 0, kIdMax);
    f.list("events", t.events, kPageMax);
}

template <class F>
void describe(F& f, typename F::template Ref<ScreenStatus> t)
{
    f.object("who", t.who);
    f.oneOf("state", t.state);
    f.text("version", t.version, kWordOrNone);
    f.integer("seq", t.seq, 0, kIdMax);
    f.integer("silent_ms", t.silentMs, 0, kIdMax);
}

template <class F>
void describe(F& f, typename F::template Ref<PaymentMinute> t)
{
    f.time("at", t.at);
    f.integer("approved", t.approved, 0, kOrdersMax);
    f.integer("declined", t.declined, 0, kOrdersMax);
    f.integer("failed", t.failed, 0, kOrdersMax);
    f.integer("median_ms", t.medianMs, 0, kIdMax);
    f.integer("most_ms", t.mostMs, 0, kIdMax);
}

template <class F>
void describe(F& f, typename F::template Ref<StatusAnswer> t)
{
    f.text("version", t.version, kWordText);
    f.text("epoch", t.epoch, kWordText);
    f.text("gateway", t.gateway, kShortText);
    f.flag("simulated", t.simulated);
    f.integer("head", t.head, 0, kIdMax);
    f.time("now", t.now);
    f.integer("up_ms", t.upMs, 0, kIdMax);
    f.integer("charges_running", t.chargesRunning, 0, kOrdersMax);
    f.integer("charges_waiting", t.chargesWaiting, 0, kOrdersMax);
    f.oneOf("breaker", t.breaker);
    f.integer("breaker_until_ms", t.breakerUntilMs, 0, kIdMax);
    f.integer("orders_queued", t.ordersQueued, 0, kIdMax);
    f.integer("orders_making", t.ordersMaking, 0, kIdMax);
    f.integer("orders_ready", t.ordersReady, 0, kIdMax);
    f.integer("database_bytes", t.databaseBytes, 0, kIdMax);
    f.flag("pin_set", t.pinSet);
    f.object("wait", t.wait);
    f.flag("bar_away", t.barAway);
    f.list("screens", t.screens, kMachinesMax);
    f.list("payments", t.payments, kPaymentMinutesMax);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderSummary> t)
{
    f.integer("order", t.order, 1, kIdMax);
    f.integer("number", t.number, 1, kNumberMax);
    f.integer("day", t.day, 0, kDayMax);
    f.oneOf("state", t.state);
    f.money("total", t.total);
    f.money("refunded", t.refunded);
    f.text("kiosk", t.kiosk, kWordText);
    f.integer("units", t.units, 1, kUnitsMax);
    f.time("paid_at", t.paidAt);
}

template <class F>
void describe(F& f, typename F::template Ref<OrdersAnswer> t)
{
    f.list("orders", t.orders, kPageMax);
}

template <class F>
void describe(F& f, typename F::template Ref<HistoryAnswer> t)
{
    f.object("order", t.order);
    f.list("events", t.events, 10'000);
}

template <class F>
void describe(F& f, typename F::template Ref<ClosedAnswer> t)
{
    f.integer("number", t.number, 1, kIdMax);
    f.integer("from", t.from, 1, kIdMax);
    f.integer("to", t.to, 1, kIdMax);
}

template <class F>
void describe(F& f, typename F::template Ref<ZAnswer> t)
{
    f.integer("number", t.number, 1, kIdMax);
    f.time("at", t.at);
    f.object("by", t.by);
    f.object("report", t.report);
}

template <class F>
void describe(F& f, typename F::template Ref<Pending> t)
{
    f.oneOf("phase", t.phase);
}

static void describeRefusalTotal(FieldWriter& f, const std::optional<Money>& total)
{
    f.integer("total", total ? total->won() : -1, 0, 0);
}

static void describeRefusalTotal(FieldReader& f, std::optional<Money>& total)
{
    std::int64_t won = -1;
    f.integer("total", won, -1, Money::kWonMax);
    if (won >= 0)
        total = Money::fromWon(won);
}

static void describeRetryAfter(FieldWriter& f, const std::chrono::milliseconds& after)
{
    f.integer("retry_after_ms", after.count(), 0, 0);
}

static void describeRetryAfter(FieldReader& f, std::chrono::milliseconds& after)
{
    std::int64_t ms = 0;
    f.integer("retry_after_ms", ms, 0, kIdMax);
    after = std::chrono::milliseconds{ms};
}

template <class F>
void describe(F& f, typename F::template Ref<Refusal> t)
{
    f.oneOf("code", t.code);
    f.text("detail", t.detail, kLongText);
    describeRetryAfter(f, t.retryAfter);
    f.list("items", t.items, kItemsMax);
    describeRefusalTotal(f, t.total);
    f.text("state", t.state, kWordOrNone);
    f.integer("left", t.left, 0, 100);
    f.integer("until_ms", t.untilMs, 0, kIdMax);
    f.text("text_ko", t.textKo, kShortText);
    f.text("text_en", t.textEn, kShortText);
}

namespace {

template <class Body>
void readContent(FieldReader& f, ReplyStatus status, Reply<Body>& reply)
{
    switch (status) {
    case ReplyStatus::Ok: {
        Body body;
        f.object("body", body);
        reply.content.template emplace<0>(std::move(body));
        break;
    }
    case ReplyStatus::Pending: {
        Pending pending;
        f.object("body", pending);
        reply.content.template emplace<1>(pending);
        break;
    }
    case ReplyStatus::Refused: {
        Refusal refusal;
        f.object("body", refusal);
        reply.content.template emplace<2>(std::move(refusal));
        break;
    }
    }
}

} // namespace

std::string encodeBody(const Accepted& body)
{
    return writeWhole(body);
}
std::string encodeBody(const PresenceAnswer& body)
{
    return writeWhole(body);
}
std::string encodeBody(const Quote& body)
{
    return writeWhole(body);
}
std::string encodeBody(const AttemptAnswer& body)
{
    return writeWhole(body);
}
std::string encodeBody(const OrderShown& body)
{
    return writeWhole(body);
}
std::string encodeBody(const CancelAnswer& body)
{
    return writeWhole(body);
}
std::string encodeBody(const OrderAnswer& body)
{
    return writeWhole(body);
}
std::string encodeBody(const RefundAnswer& body)
{
    return writeWhole(body);
}
std::string encodeBody(const BackupTaken& body)
{
    return writeWhole(body);
}
std::string encodeBody(const ParkedAnswer& body)
{
    return writeWhole(body);
}
std::string encodeBody(const TakenAnswer& body)
{
    return writeWhole(body);
}
std::string encodeBody(const MenuAnswer& body)
{
    return writeWhole(body);
}
std::string encodeBody(const Snapshot& body)
{
    return writeWhole(body);
}
std::string encodeBody(const EventsPage& body)
{
    return writeWhole(body);
}
std::string encodeBody(const StatusAnswer& body)
{
    return writeWhole(body);
}
std::string encodeBody(const OrdersAnswer& body)
{
    return writeWhole(body);
}
std::string encodeBody(const HistoryAnswer& body)
{
    return writeWhole(body);
}
std::string encodeBody(const ClosedAnswer& body)
{
    return writeWhole(body);
}
std::string encodeBody(const ZAnswer& body)
{
    return writeWhole(body);
}
std::string encodeBody(const Pending& body)
{
    return writeWhole(body);
}
std::string encodeBody(const Refusal& body)
{
    return writeWhole(body);
}

std::string encodeReply(std::string_view id, ReplyStatus status, Sequence seq,
                        std::string_view body)
{
    JsonWriter out;
    out.beginObject();
    out.key("v");
    out.integer(kVersion);
    out.key("id");
    out.text(id);
    out.key("status");
    out.text(word(status));
    out.key("seq");
    out.integer(seq);
    out.key("body");
    out.raw(body);
    out.endObject();
    return out.take();
}

template <class Body>
Result<Reply<Body>, DecodeError> decodeReply(std::string_view bytes)
{
    Complaint complaint;
    Reply<Body> reply;
    if (const auto object = openDocument(bytes, kReplyBytesMax, complaint)) {
        FieldReader f{*object, {}, complaint};
        int version = 0;
        ReplyStatus status = ReplyStatus::Ok;
        f.integer("v", version, kVersion, kVersion);
        f.text("id", reply.id, kWordOrNone);
        f.oneOf("status", status);
        f.integer("seq", reply.seq, 0, kIdMax);
        readContent(f, status, reply);
        f.finish();
    }
    if (complaint.any())
        return Failure{DecodeError{RefusalCode::Malformed, complaint.text(), reply.id}};
    return reply;
}

template Result<Reply<Accepted>, DecodeError> decodeReply<Accepted>(std::string_view);
template Result<Reply<PresenceAnswer>, DecodeError> decodeReply<PresenceAnswer>(std::string_view);
template Result<Reply<Quote>, DecodeError> decodeReply<Quote>(std::string_view);
template Result<Reply<AttemptAnswer>, DecodeError> decodeReply<AttemptAnswer>(std::string_view);
template Result<Reply<OrderShown>, DecodeError> decodeReply<OrderShown>(std::string_view);
template Result<Reply<CancelAnswer>, DecodeError> decodeReply<CancelAnswer>(std::string_view);
template Result<Reply<OrderAnswer>, DecodeError> decodeReply<OrderAnswer>(std::string_view);
template Result<Reply<RefundAnswer>, DecodeError> decodeReply<RefundAnswer>(std::string_view);
template Result<Reply<BackupTaken>, DecodeError> decodeReply<BackupTaken>(std::string_view);
template Result<Reply<ParkedAnswer>, DecodeError> decodeReply<ParkedAnswer>(std::string_view);
template Result<Reply<TakenAnswer>, DecodeError> decodeReply<TakenAnswer>(std::string_view);
template Result<Reply<MenuAnswer>, DecodeError> decodeReply<MenuAnswer>(std::string_view);
template Result<Reply<Snapshot>, DecodeError> decodeReply<Snapshot>(std::string_view);
template Result<Reply<EventsPage>, DecodeError> decodeReply<EventsPage>(std::string_view);
template Result<Reply<StatusAnswer>, DecodeError> decodeReply<StatusAnswer>(std::string_view);
template Result<Reply<OrdersAnswer>, DecodeError> decodeReply<OrdersAnswer>(std::string_view);
template Result<Reply<HistoryAnswer>, DecodeError> decodeReply<HistoryAnswer>(std::string_view);
template Result<Reply<ClosedAnswer>, DecodeError> decodeReply<ClosedAnswer>(std::string_view);
template Result<Reply<ZAnswer>, DecodeError> decodeReply<ZAnswer>(std::string_view);

} // namespace coffee::protocol
