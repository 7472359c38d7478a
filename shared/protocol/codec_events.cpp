// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"
#include "shared/protocol/domain_fields.h"
#include "shared/protocol/report_fields.h"

#include <array>

namespace coffee::protocol {
namespace {

/// In the order of the variant's alternatives.
constexpr std::array<std::string_view, std::variant_size_v<EventBody>> kEventNames{
    "order.paid",       "order.appeared", "order.moved",       "order.cancelled",
    "unit.moved",       "order.called",   "stop.acknowledged", "refund.opened",
    "refund.moved",     "attempt.opened", "attempt.moved",     "item.availability",
    "ordering.changed", "breaker.moved",  "presence.changed",  "help.called",
    "help.taken",       "menu.published", "daemon.started",    "alarm.changed",
    "day.closed",       "hidden",         "ordering.paced",    "hours.changed"};

/// Reads the alternative that bears the name; false when there is none.
template <std::size_t I = 0, class Read>
bool withEventType(std::string_view name, EventBody& body, Read read)
{
    if constexpr (I == std::variant_size_v<EventBody>) {
        return false;
    } else {
        if (kEventNames[I] != name)
            return withEventType<I + 1>(name, body, read);
        std::variant_alternative_t<I, EventBody> value;
        read(value);
        body = std::move(value);
        return true;
    }
}

template <class F>
void describeHeader(F& f, typename F::template Ref<Event> t)
{
    f.integer("seq", t.seq, 1, kIdMax);
    f.time("at", t.at);
    f.time("occurred_at", t.occurredAt);
    f.integer("day", t.day, 0, kDayMax);
    f.object("actor", t.actor);
}

void readTypeAndBody(FieldReader& f, Event& event)
{
    std::string type;
    f.text("type", type, kWordText);
    const auto element = f.any("body");
    if (!element)
        return;
    const bool known = withEventType(
        type, event.body, [&](auto& value) { f.readObject(*element, f.pathOf("body"), value); });
    if (!known)
        f.say("type", "unknown event type " + type);
}

} // namespace

void describe(FieldWriter& f, const Event& event)
{
    describeHeader(f, event);
    f.text("type", std::string{typeName(event.body)}, kWordText);
    std::visit([&f](const auto& body) { f.object("body", body); }, event.body);
}

void describe(FieldReader& f, Event& event)
{
    describeHeader(f, event);
    readTypeAndBody(f, event);
}

std::string_view typeName(const EventBody& body)
{
    return kEventNames[body.index()];
}

std::string encode(const EventFrame& frame)
{
    JsonWriter out;
    out.beginObject();
    FieldWriter f{out};
    f.integer("v", kVersion, 0, 0);
    f.text("frame", "event", kWordText);
    f.text("epoch", frame.epoch, kWordText);
    describe(f, frame.event);
    out.endObject();
    return out.take();
}

std::string encode(const Heartbeat& heartbeat)
{
    JsonWriter out;
    out.beginObject();
    FieldWriter f{out};
    f.integer("v", kVersion, 0, 0);
    f.text("frame", "heartbeat", kWordText);
    f.text("epoch", heartbeat.epoch, kWordText);
    f.integer("head", heartbeat.head, 0, kIdMax);
    f.time("now", heartbeat.now);
    f.object("wait", heartbeat.wait);
    out.endObject();
    return out.take();
}

Result<Frame, DecodeError> decodeFrame(std::string_view bytes)
{
    Complaint complaint;
    Frame frame = Heartbeat{};
    if (const auto object = openDocument(bytes, kFrameBytesMax, complaint)) {
        FieldReader f{*object, {}, complaint};
        int version = 0;
        std::string kind;
        f.integer("v", version, kVersion, kVersion);
        f.text("frame", kind, kWordText);
        if (kind == "event") {
            EventFrame event;
            f.text("epoch", event.epoch, kWordText);
            describe(f, event.event);
            frame = std::move(event);
        } else {
            Heartbeat heartbeat;
            if (kind != "heartbeat")
                f.say("frame", "expected event or heartbeat");
            f.text("epoch", heartbeat.epoch, kWordText);
            f.integer("head", heartbeat.head, 0, kIdMax);
            f.time("now", heartbeat.now);
            f.object("wait", heartbeat.wait);
            frame = std::move(heartbeat);
        }
        f.finish();
    }
    if (complaint.any())
        return Failure{DecodeError{RefusalCode::Malformed, complaint.text(), {}}};
    return frame;
}

std::string encodeEventBody(const EventBody& body)
{
    return std::visit([](const auto& value) { return writeWhole(value); }, body);
}

Result<EventBody, DecodeError> decodeEventBody(std::string_view type, std::string_view bytes)
{
    Complaint complaint;
    EventBody body = Hidden{};
    const bool known = withEventType(type, body, [&](auto& value) {
        static_cast<void>(readWhole(bytes, kFrameBytesMax, value, complaint));
    });
    if (!known)
        complaint.say("type", "unknown event type " + std::string{type});
    if (complaint.any())
        return Failure{DecodeError{RefusalCode::Malformed, complaint.text(), {}}};
    return body;
}

std::string encodeBasket(const PricedBasket& basket)
{
    return writeWhole(basket);
}

Result<PricedBasket, DecodeError> decodeBasket(std::string_view bytes)
{
    Complaint complaint;
    PricedBasket basket;
    if (!readWhole(bytes, kFrameBytesMax, basket, complaint))
        return Failure{DecodeError{RefusalCode::Malformed, complaint.text(), {}}};
    return basket;
}

} // namespace coffee::protocol
