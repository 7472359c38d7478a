// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/protocol/random_values.h"

#include "shared/protocol/menu_fields.h"
#include "shared/protocol/protocol_words.h"
#include "shared/protocol/report_fields.h"
#include "shared/protocol/view_fields.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>

namespace coffee::test {

using namespace coffee::protocol;

namespace {

/// Fills a value as its description says: the same ranges as the reader's.
class FieldFiller {
public:
    template <class T>
    using Ref = T&;

    FieldFiller(Random& random, std::function<std::string(std::size_t, std::size_t)> text)
        : m_random{random}, m_text{std::move(text)}
    {
    }

    void text(std::string_view, std::string& value, TextRange range)
    {
        value = m_text(range.min, range.max);
    }
    void textIfAny(std::string_view, std::string& value, TextRange range)
    {
        value = m_random.oneIn(2) ? m_text(1, range.max) : std::string{};
    }
    template <class Int>
    void integer(std::string_view, Int& value, std::int64_t min, std::int64_t max)
    {
        const auto most = std::min<std::int64_t>(max, std::numeric_limits<Int>::max());
        value = static_cast<Int>(m_random.between(min, most));
    }
    template <class Int>
    void integerIfAny(std::string_view key, Int& value, std::int64_t max)
    {
        integer(key, value, 0, max);
    }
    void flag(std::string_view, bool& value) { value = m_random.oneIn(2); }
    void money(std::string_view, Money& value)
    {
        value = Money::fromWon(m_random.between(-Money::kWonMax, Money::kWonMax));
    }
    void time(std::string_view, ShopTime& value)
    {
        value = fromMs(m_random.between(0, 253'402'300'799'999));
    }
    template <class E>
    void oneOf(std::string_view, E& value)
    {
        const auto& table = Words<E>::table;
        value = table[static_cast<std::size_t>(
                          m_random.between(0, static_cast<std::int64_t>(table.size()) - 1))]
                    .first;
    }
    template <class T>
    void object(std::string_view, T& value)
    {
        describe(*this, value);
    }
    template <class T>
    void objectIfAny(std::string_view, T& value)
    {
        describe(*this, value);
    }
    template <class T>
    void list(std::string_view, std::vector<T>& values, std::size_t max)
    {
        values.resize(static_cast<std::size_t>(
            m_random.between(0, static_cast<std::int64_t>(std::min<std::size_t>(max, 4)))));
        for (T& value : values)
            element(value);
    }

private:
    void element(std::string& value) { value = m_text(1, 64); }
    template <class T>
    void element(T& value)
    {
        if constexpr (std::is_enum_v<T>)
            oneOf({}, value);
        else if constexpr (std::is_integral_v<T>)
            value = static_cast<T>(m_random.between(0, 100));
        else
            describe(*this, value);
    }

    Random& m_random;
    std::function<std::string(std::size_t, std::size_t)> m_text;
};

void describeCancelledBy(FieldFiller&, std::optional<CancelledBy>&) {}

/// Makes the alternative with this index, default constructed.
template <class Variant, std::size_t I = 0>
Variant alternative(std::size_t index)
{
    if constexpr (I + 1 < std::variant_size_v<Variant>)
        if (index != I)
            return alternative<Variant, I + 1>(index);
    return Variant{std::in_place_index<I>};
}

} // namespace

template <class E>
E RandomValues::word()
{
    const auto& table = Words<E>::table;
    return table[static_cast<std::size_t>(
                     m_random.between(0, static_cast<std::int64_t>(table.size()) - 1))]
        .first;
}

template <class T>
T RandomValues::described()
{
    T value;
    FieldFiller filler{m_random,
                       [this](std::size_t min, std::size_t max) { return text(min, max); }};
    describe(filler, value);
    return value;
}

std::string RandomValues::text(std::size_t min, std::size_t max)
{
    static constexpr std::array<std::string_view, 14> kPieces{
        "a", "Z", "0", " ", "\"", "\\", "/", "{", "é", "라", "떼", "☕", "😀", "~"};
    const auto wanted = static_cast<std::size_t>(m_random.between(
        static_cast<std::int64_t>(min), static_cast<std::int64_t>(std::min<std::size_t>(max, 40))));
    std::string text;
    while (text.size() < wanted) {
        const std::string_view piece =
            kPieces[static_cast<std::size_t>(m_random.between(0, kPieces.size() - 1))];
        text += text.size() + piece.size() <= max ? piece : "x";
    }
    return text;
}

PricedBasket RandomValues::basket()
{
    return described<PricedBasket>();
}

Menu RandomValues::menu()
{
    return described<Menu>();
}

Event RandomValues::event(std::size_t index)
{
    Event event;
    event.seq = id();
    event.at = time();
    event.occurredAt = time();
    event.day = m_random.small(0, 3'000'000);
    event.actor = described<Actor>();
    event.body = alternative<EventBody>(index);
    std::visit([this](auto& body) { body = described<std::decay_t<decltype(body)>>(); },
               event.body);
    return event;
}

Heartbeat RandomValues::heartbeat()
{
    return {text(1, 64), id(), time(), described<WaitRange>()};
}

OrderView RandomValues::order(OrderId id)
{
    auto order = described<OrderView>();
    order.id = id;
    if (m_random.oneIn(2))
        order.cancelledBy = word<CancelledBy>();
    return order;
}

ShopView RandomValues::view()
{
    ShopView view;
    view.seq = id();
    view.at = time();
    std::vector<OrderView> orders;
    std::vector<OrderId> finished;
    for (OrderId next = 1; next <= m_random.between(0, 6); ++next) {
        orders.push_back(order(next));
        if (m_random.oneIn(2))
            finished.push_back(next);
    }
    view.orders = OrderBoard::restored(std::move(orders), std::move(finished));
    view.totals = described<ShopTotals>();
    for (int n = 0; n < 3; ++n)
        view.health.machines.push_back(described<MachineView>());
    view.health.helpCalls = {{text(1, 64), time()}};
    view.health.daemonStarted = time();
    view.health.daemonVersion = text(0, 64);
    view.health.alarms = {{word<AlarmKind>(), {time(), text(0, 240)}}};
    for (int n = 0; n < 2; ++n) {
        const auto attempt = described<AttemptView>();
        view.payments.attempts.insert_or_assign(attempt.id, attempt);
    }
    view.payments.breaker = word<BreakerState>();
    view.payments.breakerSince = time();
    view.payments.breakerUntilMs = id();
    view.offer.menuVersion = text(0, 64);
    view.offer.soldOut = {{text(1, 64), id()}};
    view.offer.ordering = described<OrderingChanged>();
    view.offer.makingMinutes = m_random.small(0, 900);
    view.offer.hours = described<HoursChanged>();
    return view;
}

Refusal RandomValues::refusal()
{
    Refusal refusal;
    refusal.code = word<RefusalCode>();
    refusal.detail = text(0, 1'000);
    refusal.retryAfter = std::chrono::milliseconds{m_random.between(0, 1'000'000)};
    for (std::int64_t n = m_random.between(0, 3); n > 0; --n)
        refusal.items.push_back(text(1, 64));
    if (m_random.oneIn(2))
        refusal.total = Money::fromWon(m_random.between(0, Money::kWonMax));
    refusal.state = text(0, 64);
    refusal.left = m_random.small(0, 100);
    refusal.untilMs = id();
    refusal.textKo = text(0, 240);
    refusal.textEn = text(0, 240);
    return refusal;
}

std::vector<UnitNumber> RandomValues::units()
{
    std::vector<UnitNumber> units;
    for (UnitNumber unit = 1; unit <= m_random.small(0, 5); ++unit)
        units.push_back(unit);
    return units;
}

Proof RandomValues::proof()
{
    if (m_random.oneIn(2))
        return KeyProof{key()};
    return CodeProof{m_random.small(1, 999'999), text(4, 4)};
}

RequestBody RandomValues::requestBody(std::size_t index)
{
    RequestBody body = alternative<RequestBody>(index);
    const auto order = [this] { return id(); };
    if (std::holds_alternative<CheckoutOpen>(body))
        return CheckoutOpen{described<Basket>(), m_random.oneIn(2) ? "ko" : "en", text(1, 64),
                            money()};
    if (std::holds_alternative<OrderPlace>(body))
        return OrderPlace{key(), {text(1, 64)}};
    if (std::holds_alternative<AttemptAbandon>(body))
        return AttemptAbandon{key()};
    if (std::holds_alternative<AttemptResume>(body))
        return AttemptResume{key()};
    if (std::holds_alternative<AttemptShown>(body))
        return AttemptShown{key()};
    if (std::holds_alternative<OrderShow>(body))
        return OrderShow{proof()};
    if (std::holds_alternative<OrderCancel>(body))
        return OrderCancel{op(), proof(), word<OrderState>(), age()};
    if (std::holds_alternative<OrderCancelByStaff>(body))
        return OrderCancelByStaff{op(),         order(),     word<OrderState>(),
                                  text(1, 240), text(1, 64), age()};
    if (std::holds_alternative<OrderCommand>(body))
        return OrderCommand{static_cast<OrderAction>(m_random.between(0, 5)),
                            op(),
                            order(),
                            word<OrderState>(),
                            age(),
                            text(0, 240)};
    if (std::holds_alternative<UnitCommand>(body))
        return UnitCommand{static_cast<UnitStep>(m_random.between(0, 3)),
                           op(),
                           order(),
                           m_random.small(1, 100),
                           word<UnitState>(),
                           text(0, 240),
                           age()};
    if (std::holds_alternative<StopAck>(body))
        return StopAck{op(), order(), units(), age()};
    if (std::holds_alternative<SetAvailability>(body))
        return SetAvailability{
            op(), text(1, 64), m_random.oneIn(2), word<UntilKind>(), m_random.small(0, 1'440),
            age()};
    if (std::holds_alternative<HelpCall>(body))
        return HelpCall{op()};
    if (std::holds_alternative<HelpTake>(body))
        return HelpTake{op(), text(1, 64), age()};
    if (std::holds_alternative<OrderRefund>(body))
        return OrderRefund{op(), order(), units(), money(), text(1, 240), text(1, 64)};
    if (std::holds_alternative<OrderingPause>(body))
        return OrderingPause{op(), m_random.small(1, 1'440), text(0, 240), text(0, 240)};
    if (std::holds_alternative<OrderingPace>(body))
        return OrderingPace{op(), m_random.small(0, 900)};
    if (std::holds_alternative<HoursSet>(body))
        return HoursSet{op(), m_random.oneIn(2), described<SaleHours>()};
    if (std::holds_alternative<BreakerSet>(body))
        return BreakerSet{op(), word<BreakerState>(), m_random.small(0, 1'440)};
    if (std::holds_alternative<ReviewLook>(body))
        return ReviewLook{op(), word<ReviewKind>(), id()};
    if (std::holds_alternative<ScreenRefresh>(body))
        return ScreenRefresh{op(), described<Actor>()};
    if (std::holds_alternative<MachineRemove>(body))
        return MachineRemove{op(), described<Actor>()};
    if (std::holds_alternative<AlarmSettle>(body))
        return AlarmSettle{op(), word<AlarmKind>()};
    if (std::holds_alternative<OrderingResume>(body))
        return OrderingResume{op()};
    if (std::holds_alternative<ReviewClose>(body))
        return ReviewClose{op(),         word<ReviewKind>(), id(), word<ReviewOutcome>(),
                           text(1, 240), text(1, 64)};
    if (std::holds_alternative<PinSet>(body))
        return PinSet{op(), text(0, 64), text(1, 64)};
    if (std::holds_alternative<DayClose>(body))
        return DayClose{op(), m_random.between(0, 1'000'000), text(1, 64)};
    if (std::holds_alternative<ZGet>(body))
        return ZGet{m_random.between(0, 1'000'000)};
    if (std::holds_alternative<BackupTake>(body))
        return BackupTake{op(), text(0, 1'024), text(1, 64)};
    if (std::holds_alternative<BasketPark>(body))
        return BasketPark{op(), described<Basket>()};
    if (std::holds_alternative<BasketTake>(body))
        return BasketTake{op(), text(kParkCodeDigits, kParkCodeDigits)};
    if (std::holds_alternative<MenuGet>(body))
        return MenuGet{text(0, 64)};
    if (std::holds_alternative<SnapshotGet>(body))
        return SnapshotGet{word<Stream>()};
    if (std::holds_alternative<EventsGet>(body))
        return EventsGet{word<Stream>(), m_random.between(0, 1'000'000), m_random.small(1, 500)};
    if (std::holds_alternative<Presence>(body))
        return Presence{text(1, 64), word<Stream>(), text(0, 64), m_random.between(0, 1'000'000)};
    if (std::holds_alternative<OrdersList>(body))
        return OrdersList{m_random.oneIn(2), m_random.between(0, 1'000'000),
                          m_random.small(1, 500)};
    if (std::holds_alternative<OrderHistory>(body))
        return OrderHistory{m_random.small(0, 999'999), m_random.between(0, 1'000'000)};
    return body;
}

Request RandomValues::request(std::size_t index)
{
    return {text(1, 64), {word<Role>(), text(1, 32)}, requestBody(index)};
}

Quote RandomValues::quote()
{
    return {{text(1, 64)},    basket(), age(), described<WaitRange>(), m_random.small(0, 5'000),
            m_random.oneIn(2)};
}

AttemptAnswer RandomValues::attemptAnswer(std::size_t index)
{
    AttemptAnswer answer = alternative<AttemptAnswer>(index);
    if (auto* paid = std::get_if<PaidAnswer>(&answer))
        *paid = {id(),
                 m_random.small(1, 999'999),
                 text(4, 4),
                 m_random.small(0, 3'000'000),
                 time(),
                 basket(),
                 described<PaymentInfo>(),
                 described<WaitRange>(),
                 m_random.small(0, 5'000)};
    if (auto* declined = std::get_if<DeclinedAnswer>(&answer))
        *declined = {word<DeclineKind>(), text(0, 64), age()};
    return answer;
}

OrderShown RandomValues::orderShown()
{
    return {order(id()), m_random.small(0, 5'000), described<WaitRange>(), m_random.oneIn(2)};
}

BackupTaken RandomValues::backupTaken()
{
    return {text(1, 2'048), id(), time(), id()};
}

ParkedAnswer RandomValues::parkedAnswer()
{
    return {text(kParkCodeDigits, kParkCodeDigits), age()};
}

TakenAnswer RandomValues::takenAnswer()
{
    return {described<Basket>()};
}

CancelAnswer RandomValues::cancelAnswer()
{
    return {id(), m_random.small(1, 999'999), m_random.between(0, 1'000), money()};
}

OrderAnswer RandomValues::orderAnswer()
{
    return {id(), word<OrderState>()};
}

RefundAnswer RandomValues::refundAnswer()
{
    return {id(), money()};
}

Snapshot RandomValues::snapshot()
{
    return {word<Stream>(),         text(1, 64), m_random.small(0, 1'000'000), time(),
            described<WaitRange>(), view()};
}

EventsPage RandomValues::eventsPage()
{
    EventsPage page{word<Stream>(), text(1, 64), m_random.between(0, 1'000'000), {}};
    for (std::size_t n = 0; n < std::variant_size_v<EventBody>; ++n)
        page.events.push_back(event(n));
    return page;
}

StatusAnswer RandomValues::statusAnswer()
{
    StatusAnswer status;
    status.version = text(1, 64);
    status.epoch = text(1, 64);
    status.gateway = text(0, 240);
    status.simulated = m_random.oneIn(2);
    status.head = id();
    status.now = time();
    status.upMs = id();
    status.chargesRunning = m_random.small(0, 5'000);
    status.chargesWaiting = m_random.small(0, 5'000);
    status.breaker = word<BreakerState>();
    status.breakerUntilMs = id();
    status.ordersQueued = m_random.small(0, 1'000'000);
    status.ordersMaking = m_random.small(0, 1'000'000);
    status.ordersReady = m_random.small(0, 1'000'000);
    status.databaseBytes = id();
    status.pinSet = m_random.oneIn(2);
    status.wait = described<WaitRange>();
    status.barAway = m_random.oneIn(2);
    for (int n = 0; n < 3; ++n)
        status.screens.push_back(
            {described<Actor>(), word<PresenceState>(), text(0, 64), id(), age()});
    for (int n = 0; n < 3; ++n)
        status.payments.push_back({time(), m_random.small(0, 50), m_random.small(0, 50),
                                   m_random.small(0, 50), age(), age()});
    return status;
}

OrderSummary RandomValues::summary()
{
    return {id(),
            m_random.small(1, 999'999),
            m_random.small(0, 3'000'000),
            word<OrderState>(),
            money(),
            money(),
            text(1, 64),
            m_random.small(1, 100),
            time()};
}

OrdersAnswer RandomValues::ordersAnswer()
{
    return {{summary(), summary(), summary()}};
}

HistoryAnswer RandomValues::historyAnswer()
{
    return {summary(), {event(0), event(2), event(4)}};
}

ClosedAnswer RandomValues::closedAnswer()
{
    return {id(), id(), id()};
}

ZAnswer RandomValues::zAnswer()
{
    return {id(), time(), described<Actor>(), described<DayReport>()};
}

} // namespace coffee::test
