// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"
#include "shared/protocol/domain_fields.h"
#include "shared/protocol/protocol_words.h"

#include <algorithm>
#include <vector>

namespace coffee::protocol {

inline constexpr std::int64_t kAgeMax =
    std::int64_t{30} * 24 * 3600 * 1000; // work of a month offline
inline constexpr std::int64_t kMinutesMax = 24 * 60;

template <class F>
void describe(F& f, typename F::template Ref<CheckoutOpen> t)
{
    f.object("basket", t.basket);
    f.text("locale", t.locale, {2, 2});
    f.text("menu_version", t.menuVersion, kWordText);
    f.money("shown_total", t.shownTotal);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderPlace> t)
{
    f.name("key", t.key);
    f.name("quote", t.quote);
}

template <class F>
void describe(F& f, typename F::template Ref<AttemptAbandon> t)
{
    f.name("key", t.key);
}

template <class F>
void describe(F& f, typename F::template Ref<AttemptResume> t)
{
    f.name("key", t.key);
}

template <class F>
void describe(F& f, typename F::template Ref<AttemptShown> t)
{
    f.name("key", t.key);
}

template <class F>
void describe(F& f, typename F::template Ref<CodeProof> t)
{
    f.integer("number", t.number, 1, kNumberMax);
    f.text("code", t.code, {4, 4});
}

template <class F>
void describe(F& f, typename F::template Ref<KeyProof> t)
{
    f.name("key", t.key);
}

static void describeProof(FieldWriter& f, const Proof& proof)
{
    std::visit([&f](const auto& one) { f.object("proof", one); }, proof);
}

static void describeProof(FieldReader& f, Proof& proof)
{
    const auto element = f.any("proof");
    if (!element)
        return;
    if (element->at_key("key").error() == simdjson::SUCCESS) {
        KeyProof key;
        f.readObject(*element, f.pathOf("proof"), key);
        proof = std::move(key);
    } else {
        CodeProof code;
        f.readObject(*element, f.pathOf("proof"), code);
        proof = std::move(code);
    }
}

template <class F>
void describe(F& f, typename F::template Ref<OrderShow> t)
{
    describeProof(f, t.proof);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderCancel> t)
{
    f.name("op", t.op);
    describeProof(f, t.proof);
    f.oneOf("seen", t.seen);
    f.integer("age_ms", t.ageMs, 0, kAgeMax);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderCancelByStaff> t)
{
    f.name("op", t.op);
    f.integer("order", t.order, 1, kIdMax);
    f.oneOf("seen", t.seen);
    f.text("reason", t.reason, {1, 240});
    f.text("pin", t.pin, kWordText);
    f.integer("age_ms", t.ageMs, 0, kAgeMax);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderCommand> t)
{
    f.name("op", t.op);
    f.integer("order", t.order, 1, kIdMax);
    f.oneOf("seen", t.seen);
    f.integer("age_ms", t.ageMs, 0, kAgeMax);
    f.textIfAny("reason", t.reason, kShortText);
}

template <class F>
void describe(F& f, typename F::template Ref<UnitCommand> t)
{
    f.name("op", t.op);
    f.integer("order", t.order, 1, kIdMax);
    f.integer("unit", t.unit, 1, kUnitsMax);
    f.oneOf("seen", t.seen);
    f.text("reason", t.reason, kShortText);
    f.integer("age_ms", t.ageMs, 0, kAgeMax);
}

template <class F>
void describe(F& f, typename F::template Ref<StopAck> t)
{
    f.name("op", t.op);
    f.integer("order", t.order, 1, kIdMax);
    f.list("made", t.made, kUnitsMax);
    f.integer("age_ms", t.ageMs, 0, kAgeMax);
}

template <class F>
void describe(F& f, typename F::template Ref<SetAvailability> t)
{
    f.name("op", t.op);
    f.text("item", t.item, kWordText);
    f.flag("available", t.available);
    f.oneOf("until", t.until);
    f.integer("minutes", t.minutes, 0, kMinutesMax);
    f.integer("age_ms", t.ageMs, 0, kAgeMax);
}

template <class F>
void describe(F& f, typename F::template Ref<HelpCall> t)
{
    f.name("op", t.op);
}

template <class F>
void describe(F& f, typename F::template Ref<HelpTake> t)
{
    f.name("op", t.op);
    f.text("kiosk", t.kiosk, kWordText);
    f.integerIfAny("age_ms", t.ageMs, kAgeMax);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderRefund> t)
{
    f.name("op", t.op);
    f.integer("order", t.order, 1, kIdMax);
    f.list("units", t.units, kUnitsMax);
    f.money("amount", t.amount);
    f.text("reason", t.reason, {1, 240});
    f.text("pin", t.pin, kWordText);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderingPause> t)
{
    f.name("op", t.op);
    f.integer("minutes", t.minutes, 1, kMinutesMax);
    f.text("text_ko", t.textKo, kShortText);
    f.text("text_en", t.textEn, kShortText);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderingPace> t)
{
    f.name("op", t.op);
    f.integer("making_minutes", t.makingMinutes, 0, kMakingMinutesMax);
}

template <class F>
void describe(F& f, typename F::template Ref<HoursSet> t)
{
    f.name("op", t.op);
    f.flag("own", t.own);
    f.object("hours", t.hours);
}

template <class F>
void describe(F& f, typename F::template Ref<BreakerSet> t)
{
    f.name("op", t.op);
    f.oneOf("state", t.state);
    f.integer("minutes", t.minutes, 0, kMinutesMax);
}

template <class F>
void describe(F& f, typename F::template Ref<ReviewLook> t)
{
    f.name("op", t.op);
    f.oneOf("kind", t.kind);
    f.integer("id", t.id, 1, kIdMax);
}

template <class F>
void describe(F& f, typename F::template Ref<ScreenRefresh> t)
{
    f.name("op", t.op);
    f.object("screen", t.screen);
}

template <class F>
void describe(F& f, typename F::template Ref<MachineRemove> t)
{
    f.name("op", t.op);
    f.object("machine", t.machine);
}

template <class F>
void describe(F& f, typename F::template Ref<AlarmSettle> t)
{
    f.name("op", t.op);
    f.oneOf("alarm", t.alarm);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderingResume> t)
{
    f.name("op", t.op);
}

template <class F>
void describe(F& f, typename F::template Ref<ReviewClose> t)
{
    f.name("op", t.op);
    f.oneOf("kind", t.kind);
    f.integer("id", t.id, 1, kIdMax);
    f.oneOf("outcome", t.outcome);
    f.text("reason", t.reason, {1, 240});
    f.text("pin", t.pin, kWordText);
}

template <class F>
void describe(F& f, typename F::template Ref<PinSet> t)
{
    f.name("op", t.op);
    f.text("old_pin", t.oldPin, kWordOrNone);
    f.text("new_pin", t.newPin, kWordText);
}

template <class F>
void describe(F& f, typename F::template Ref<BackupTake> t)
{
    f.name("op", t.op);
    f.text("folder", t.folder, {0, kPathBytesMax});
    f.text("pin", t.pin, kWordText);
}

template <class F>
void describe(F& f, typename F::template Ref<BasketPark> t)
{
    f.name("op", t.op);
    f.object("basket", t.basket);
}

template <class F>
void describe(F& f, typename F::template Ref<BasketTake> t)
{
    f.name("op", t.op);
    f.text("code", t.code, {kParkCodeDigits, kParkCodeDigits});
}

template <class F>
void describe(F& f, typename F::template Ref<DayClose> t)
{
    f.name("op", t.op);
    f.integer("last", t.last, 0, kIdMax);
    f.text("pin", t.pin, kWordText);
}

template <class F>
void describe(F& f, typename F::template Ref<ZGet> t)
{
    f.integer("number", t.number, 0, kIdMax);
}

template <class F>
void describe(F& f, typename F::template Ref<MenuGet> t)
{
    f.text("version", t.version, kWordOrNone);
}

template <class F>
void describe(F& f, typename F::template Ref<SnapshotGet> t)
{
    f.oneOf("stream", t.stream);
}

template <class F>
void describe(F& f, typename F::template Ref<EventsGet> t)
{
    f.oneOf("stream", t.stream);
    f.integer("after", t.after, 0, kIdMax);
    f.integer("limit", t.limit, 1, kPageMax);
}

template <class F>
void describe(F& f, typename F::template Ref<Presence> t)
{
    f.text("version", t.version, kWordText);
    f.oneOf("stream", t.stream);
    f.text("epoch", t.epoch, kWordOrNone);
    f.integer("seq", t.seq, 0, kIdMax);
}

template <class F>
void describe(F&, typename F::template Ref<StatusGet>)
{
}

template <class F>
void describe(F& f, typename F::template Ref<OrdersList> t)
{
    f.flag("open_only", t.openOnly);
    f.integer("before", t.before, 0, kIdMax);
    f.integer("limit", t.limit, 1, kPageMax);
}

template <class F>
void describe(F& f, typename F::template Ref<OrderHistory> t)
{
    f.integer("number", t.number, 0, kNumberMax);
    f.integer("order", t.order, 0, kIdMax);
}

namespace {

/// Every command: its name, an empty value of its type, and who may send it.
struct CommandRow {
    std::string_view name;
    RequestBody empty;
    std::vector<Role> roles;
};

const std::vector<CommandRow>& commandTable()
{
    using enum Role;
    const auto order = [](OrderAction action) { return OrderCommand{action, {}, 0, {}, 0}; };
    const auto unit = [](UnitStep step) { return UnitCommand{step, {}, 0, 0, {}, {}, 0}; };
    static const std::vector<CommandRow> table{
        {"checkout.open", CheckoutOpen{}, {Kiosk}},
        {"order.place", OrderPlace{}, {Kiosk}},
        {"attempt.abandon", AttemptAbandon{}, {Kiosk}},
        {"attempt.resume", AttemptResume{}, {Kiosk}},
        {"attempt.shown", AttemptShown{}, {Kiosk}},
        {"order.show", OrderShow{}, {Kiosk}},
        {"order.cancel", OrderCancel{}, {Kiosk}},
        {"order.cancel_by_staff", OrderCancelByStaff{}, {Station, Manager}},
        {"order.start", order(OrderAction::Start), {Station}},
        {"order.put_back", order(OrderAction::PutBack), {Station}},
        {"order.ready", order(OrderAction::Ready), {Station}},
        {"order.collect", order(OrderAction::Collect), {Station}},
        {"order.recall", order(OrderAction::Recall), {Station}},
        {"order.call", order(OrderAction::Call), {Station}},
        {"unit.done", unit(UnitStep::Tick), {Station}},
        {"unit.undone", unit(UnitStep::Untick), {Station}},
        {"unit.refuse", unit(UnitStep::Refuse), {Station}},
        {"unit.remake", unit(UnitStep::Remake), {Station}},
        {"stop.ack", StopAck{}, {Station}},
        {"item.availability", SetAvailability{}, {Station, Manager}},
        {"help.call", HelpCall{}, {Kiosk}},
        {"help.take", HelpTake{}, {Station, Manager}},
        {"order.refund", OrderRefund{}, {Manager}},
        {"ordering.pause", OrderingPause{}, {Manager}},
        {"ordering.resume", OrderingResume{}, {Manager}},
        {"ordering.pace", OrderingPace{}, {Manager}},
        {"hours.set", HoursSet{}, {Manager}},
        {"breaker.set", BreakerSet{}, {Manager, Ctl}},
        {"screen.refresh", ScreenRefresh{}, {Manager}},
        {"machine.remove", MachineRemove{}, {Manager}},
        {"alarm.settle", AlarmSettle{}, {Manager}},
        {"review.look", ReviewLook{}, {Manager, Ctl}},
        {"review.close", ReviewClose{}, {Manager}},
        {"pin.set", PinSet{}, {Ctl}},
        {"backup.take", BackupTake{}, {Manager, Ctl}},
        {"basket.park", BasketPark{}, {Kiosk}},
        {"basket.take", BasketTake{}, {Kiosk}},
        {"menu.get", MenuGet{}, {Kiosk, Station, Manager, Board, Ctl}},
        {"snapshot.get", SnapshotGet{}, {Kiosk, Station, Manager, Board, Ctl}},
        {"events.get", EventsGet{}, {Kiosk, Station, Manager, Board, Ctl}},
        {"presence", Presence{}, {Kiosk, Station, Manager, Board}},
        {"status.get", StatusGet{}, {Kiosk, Station, Manager, Board, Ctl}},
        {"orders.list", OrdersList{}, {Manager, Ctl}},
        {"order.history", OrderHistory{}, {Manager, Ctl}},
        {"day.close", DayClose{}, {Manager, Ctl}},
        {"z.get", ZGet{}, {Manager, Ctl}},
    };
    return table;
}

bool sameCommand(const RequestBody& a, const RequestBody& b)
{
    if (a.index() != b.index())
        return false;
    if (const auto* order = std::get_if<OrderCommand>(&a))
        return order->action == std::get<OrderCommand>(b).action;
    if (const auto* unit = std::get_if<UnitCommand>(&a))
        return unit->step == std::get<UnitCommand>(b).step;
    return true;
}

const CommandRow& rowOf(const RequestBody& body)
{
    for (const CommandRow& row : commandTable())
        if (sameCommand(row.empty, body))
            return row;
    return commandTable().front(); // every alternative has a row; a test walks them
}

/// Streams that a role may read: kiosks and boards see the public one only.
bool mayRead(Role role, Stream stream)
{
    return stream == Stream::Board || (role != Role::Kiosk && role != Role::Board);
}

DecodeError malformed(std::string detail, std::string id)
{
    return {RefusalCode::Malformed, std::move(detail), std::move(id)};
}

} // namespace

std::string_view typeName(const RequestBody& body)
{
    return rowOf(body).name;
}

bool mayUse(Role role, const RequestBody& body)
{
    if (const auto* snapshot = std::get_if<SnapshotGet>(&body))
        if (!mayRead(role, snapshot->stream))
            return false;
    if (const auto* events = std::get_if<EventsGet>(&body))
        if (!mayRead(role, events->stream))
            return false;
    const auto& roles = rowOf(body).roles;
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::string encode(const Request& request)
{
    JsonWriter out;
    out.beginObject();
    FieldWriter f{out};
    f.integer("v", kVersion, 0, 0);
    f.text("id", request.id, kWordText);
    f.object("from", request.from);
    f.text("type", std::string{typeName(request.body)}, kWordText);
    std::visit([&f](const auto& body) { f.object("body", body); }, request.body);
    out.endObject();
    return out.take();
}

Result<Request, DecodeError> decodeRequest(std::string_view bytes)
{
    Complaint complaint;
    const auto object = openDocument(bytes, kRequestBytesMax, complaint);
    if (!object)
        return Failure{malformed(complaint.text(), {})};
    FieldReader f{*object, {}, complaint};
    Request request;
    f.text("id", request.id, kWordText);
    if (complaint.any())
        return Failure{malformed(complaint.text(), {})};
    std::int64_t version = 0;
    f.integer("v", version, 0, 1'000'000);
    if (!complaint.any() && version != kVersion)
        return Failure{DecodeError{RefusalCode::WrongVersion,
                                   "v: expected " + std::to_string(kVersion) + ", found " +
                                       std::to_string(version),
                                   request.id}};
    f.object("from", request.from);
    if (request.from.name.empty())
        f.say("from.name", "expected the machine's name");
    std::string type;
    f.text("type", type, kWordText);
    const auto body = f.any("body");
    if (complaint.any())
        return Failure{malformed(complaint.text(), request.id)};

    const auto& table = commandTable();
    const auto row = std::find_if(table.begin(), table.end(),
                                  [&](const CommandRow& known) { return known.name == type; });
    if (row == table.end())
        return Failure{
            DecodeError{RefusalCode::UnknownType, "type: there is no command " + type, request.id}};
    request.body = row->empty;
    std::visit([&](auto& value) { f.readObject(*body, "body", value); }, request.body);
    if (const auto* checkout = std::get_if<CheckoutOpen>(&request.body))
        if (!complaint.any() && checkout->locale != "ko" && checkout->locale != "en")
            complaint.say("body.locale", "expected ko or en");
    f.finish();
    if (complaint.any())
        return Failure{malformed(complaint.text(), request.id)};
    return request;
}

} // namespace coffee::protocol
