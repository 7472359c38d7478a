// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/words.h"
#include "tests/protocol/examples.h"

namespace coffee::test {

using namespace coffee::protocol;

PricedBasket exampleBasket()
{
    const auto won = [](std::int64_t amount) { return Money::fromWon(amount); };
    PricedLine latte;
    latte.item = "cafe-latte";
    latte.name = {"카페라떼", "Caffè latte"};
    latte.options = {{"temperature", "hot", {"따뜻하게", "Hot"}, 1, Money{}},
                     {"shot", "extra-shot", {"샷 추가", "Extra shot"}, 1, won(500)}};
    latte.units = {{CupKind::Store, won(5'500)}, {CupKind::Own, won(5'200)}};
    latte.total = won(10'700);
    PricedLine cookie;
    cookie.item = "choco-cookie";
    cookie.name = {"초코 쿠키", "Chocolate cookie"};
    cookie.station = StationKind::Food;
    cookie.units = {{CupKind::None, won(3'500)}};
    cookie.total = won(3'500);
    PricedBasket basket;
    basket.service = ServiceMode::Here;
    basket.allergyNote = "견과류 알레르기";
    basket.lines = {latte, cookie};
    basket.total = won(14'200);
    return basket;
}

namespace {

std::string reply(ReplyStatus status, const std::string& body)
{
    return encodeReply("q-1", status, 90'421, body);
}

template <class Body>
Example ok(std::string name, const Body& body)
{
    return {std::move(name), reply(ReplyStatus::Ok, encodeBody(body))};
}

OrderView exampleOrder()
{
    OrderView order;
    order.id = 4211;
    order.number = 137;
    order.day = 20'780;
    order.state = OrderState::Cancelled;
    order.kiosk = "kiosk-1";
    const PricedBasket basket = exampleBasket();
    order.allergyNote = basket.allergyNote;
    order.lines = basket.lines;
    for (std::size_t line = 0; line < basket.lines.size(); ++line)
        for (const PricedUnit& unit : basket.lines[line].units)
            order.units.push_back(
                {static_cast<LineNumber>(line + 1), unit.cup, unit.price, UnitState::Open, {}});
    order.total = basket.total;
    order.payment = {"card", "**** 1234", "30291847"};
    order.wait = {240, 360};
    order.paidAt = fromMs(kExampleNow);
    order.startedAt = fromMs(kExampleNow + 60'000);
    order.finishedAt = fromMs(kExampleNow + 90'000);
    order.cancelledBy = CancelledBy::Customer;
    order.cancelReason = "cancelled by the customer";
    order.stopUnacknowledged = true;
    order.refunds = {{881,
                      basket.total,
                      RefundState::Due,
                      {1, 2, 3},
                      "order cancelled",
                      fromMs(kExampleNow + 90'000)}};
    order.changedBy = 90'421;
    return order;
}

ShopView exampleView(Stream stream)
{
    ShopView view;
    view.seq = 90'421;
    view.at = fromMs(kExampleNow + 21'000);
    view.orders = OrderBoard::restored({exampleOrder()}, {4211});
    view.totals = {20'780, 61, Money::fromWon(512'300), 1, Money::fromWon(14'200), 1, 2, 57, 0};
    view.health.machines = {
        {{Role::Station, "bar-1"}, PresenceState::Up, "0.1.0", fromMs(kExampleNow - 600'000)}};
    view.health.helpCalls = {{"kiosk-1", fromMs(kExampleNow + 16'000)}};
    view.health.daemonStarted = fromMs(kExampleNow - 900'000);
    view.health.daemonVersion = "0.1.0";
    view.health.alarms = {{AlarmKind::DiskLow, {fromMs(kExampleNow + 20'000), "812 MiB left"}}};
    view.payments.attempts = {{5121,
                               {5121, "kiosk-2", Money::fromWon(4'500), AttemptState::Unknown,
                                "timed_out", fromMs(kExampleNow + 11'000)}}};
    view.offer.menuVersion = "m-3f9c1d20";
    view.offer.soldOut = {{"choco-cookie", kExampleNow + 3'600'000}};
    return stream == Stream::Events ? view : publicFace(view);
}

Snapshot exampleSnapshot(Stream stream)
{
    return {stream,     std::string{kExampleEpoch}, kFoldVersion, fromMs(kExampleNow + 22'000),
            {180, 300}, exampleView(stream)};
}

Menu exampleMenu()
{
    Menu menu;
    menu.version = "m-3f9c1d20";
    menu.shopId = "shop-1";
    menu.shopName = {"커피오더 1호점", "Coffee Order No. 1"};
    menu.seller = {
        "000-00-00000", {"서울특별시 중구 가온길 1", "1 Gaon-gil, Jung-gu, Seoul"}, "02-000-0000"};
    menu.openingHours = {7 * 60, 22 * 60, 0b0111111};
    menu.greeting = {"오늘도 좋은 하루 되세요.", "Have a good day."};
    menu.cups = {Money{}, Money{}, Money::fromWon(-300)};
    menu.categories = {{"coffee", {"커피", "Coffee"}, {}}};
    menu.allergens = {{"milk", {"우유", "Milk"}}};
    menu.optionGroups = {
        {"temperature",
         {"온도", "Temperature"},
         1,
         1,
         "",
         {{"hot", {"따뜻하게", "Hot"}, Money{}, 1}, {"ice", {"차갑게", "Iced"}, Money{}, 1}}},
        {"shot",
         {"샷", "Espresso shot"},
         0,
         3,
         "",
         {{"extra-shot", {"샷 추가", "Extra shot"}, Money::fromWon(500), 3}}}};
    MenuItem latte;
    latte.id = "cafe-latte";
    latte.category = "coffee";
    latte.name = {"카페라떼", "Caffè latte"};
    latte.description = {"에스프레소와 고소한 우유", "Espresso with smooth milk"};
    latte.price = Money::fromWon(5'000);
    latte.image = "cafe-latte";
    latte.optionGroups = {"temperature", "shot"};
    latte.allergens = {"milk"};
    latte.popular = true;
    latte.caffeineMg = 75;
    latte.hours = {7 * 60, 11 * 60, 0b0011111};
    menu.items = {latte};
    return menu;
}

StatusAnswer exampleStatus()
{
    StatusAnswer status;
    status.version = "0.1.0";
    status.epoch = kExampleEpoch;
    status.gateway = "terminal_sim";
    status.simulated = true;
    status.head = 90'421;
    status.now = fromMs(kExampleNow + 22'000);
    status.upMs = 922'000;
    status.chargesRunning = 1;
    status.ordersMaking = 2;
    status.ordersReady = 1;
    status.databaseBytes = 4'194'304;
    status.pinSet = true;
    status.wait = {180, 300};
    status.screens = {{{Role::Station, "bar-1"}, PresenceState::Up, "0.1.0", 90'421, 840}};
    status.payments = {{fromMs(kExampleNow - kExampleNow % 60'000), 3, 1, 0, 1'840, 2'310}};
    return status;
}

/// The example order, an espresso, and the cookie that went back.
ZAnswer exampleZ()
{
    using namespace std::chrono_literals;
    const auto won = [](std::int64_t amount) { return MoneySum::fromWon(amount); };
    const PartFigures all{{2, won(17'700)}, {1, won(3'500)}};
    ZAnswer z;
    z.number = 212;
    z.at = fromMs(kExampleNow + 22'000);
    z.by = {Role::Daemon, "daemon"};
    DayReport& report = z.report;
    report.from = 89'002;
    report.to = 90'421;
    report.day = 20'780;
    report.firstAt = fromMs(kExampleNow - 36'000'000);
    report.lastAt = fromMs(kExampleNow + 21'000);
    report.utcOffset = 9h;
    report.sales = all.sales;
    report.units = 4;
    report.refunds = report.refundsOpened = all.refunds;
    report.sold = {won(16'091), won(1'609), {}};
    report.repaid = {won(3'182), won(318), {}};
    report.declined = {1, won(9'000)};
    report.items = {
        {"cafe-latte", {"카페라떼", "Caffè latte"}, 2, won(10'700), 0, {}},
        {"choco-cookie", {"초코 쿠키", "Chocolate cookie"}, 1, won(3'500), 1, won(3'500)},
        {"espresso", {"에스프레소", "Espresso"}, 1, won(3'500), 0, {}}};
    report.options = {{"shot", "extra-shot", {"샷 추가", "Extra shot"}, 2, won(1'000)}};
    report.hours = {{9, all}};
    report.services = {{ServiceMode::Here, all}};
    report.kiosks = {{"kiosk-1", all}};
    report.making = {2, 95s, 130s};
    report.lateness = {1, 20s, 20s};
    report.promised = 2;
    report.remakes = {{"잘못 만듦", 1}};
    report.wasted = {1, won(5'500)};
    report.open = {{4212, 138, Money::fromWon(3'500)}};
    return z;
}

OrderSummary exampleSummary()
{
    return {4211,
            137,
            20'780,
            OrderState::Cancelled,
            Money::fromWon(14'200),
            Money::fromWon(14'200),
            "kiosk-1",
            3,
            fromMs(kExampleNow)};
}

Event moved(Sequence seq)
{
    return {seq,
            fromMs(kExampleNow + 60'000),
            fromMs(kExampleNow + 60'000),
            20'780,
            {Role::Station, "bar-1"},
            OrderMoved{4211, OrderStep::Start, OrderState::Queued, OrderState::Making}};
}

Refusal refused(RefusalCode code, std::string detail)
{
    Refusal refusal;
    refusal.code = code;
    refusal.detail = std::move(detail);
    return refusal;
}

std::vector<Refusal> refusals()
{
    using enum RefusalCode;
    std::vector<Refusal> all{
        refused(Malformed, "body.key: missing"),
        refused(UnknownType, "type: there is no command order.pay"),
        refused(WrongVersion, "v: expected 1, found 2"),
        refused(NotAllowed, "a board may not send order.start"),
        refused(WrongMachine, "the key was made by another machine"),
        refused(MenuChanged, "the menu is now m-77a0e514"),
        refused(UnknownItem, "the menu has no item cafe-late"),
        refused(InvalidOptions, "temperature: 1 to 1 choices, found 0"),
        refused(InvalidCup, "store cups stay in the shop"),
        refused(InvalidQuantity, "more than 20 of one item"),
        refused(SoldOut, "an item is sold out"),
        refused(PriceChanged, "the total is another one now"),
        refused(Busy, "all payment terminals are in use"),
        refused(Paused, "the shop takes no orders for a while"),
        refused(QuoteExpired, "ask for a new quote under a new key; nothing was charged"),
        refused(KeyReused, "the key was used for another command"),
        refused(UnknownOrder, "there is no such order"),
        refused(WrongCode, "the claim code does not fit"),
        refused(Locked, "too many wrong codes for this order"),
        refused(WrongPin, "the PIN does not fit"),
        refused(PinNotSet, "the shop has no PIN yet"),
        refused(WrongState, "the order is ready now"),
        refused(NotPossible, "an order that is queued cannot finish"),
        refused(TooLate, "the order is too far to be cancelled here"),
        refused(NumberReused, "the number belongs to a newer order by now"),
        refused(UnknownUnit, "the order has no such unit"),
        refused(RefundTooLarge, "more than what is left to refund"),
        refused(UnknownEpoch, "the log ends at 90421"),
        refused(NotFound, "the menu has no item cafe-late"),
        refused(ReviewNotOpen, "this attempt is not under review"),
    };
    for (Refusal& one : all) {
        if (one.code == SoldOut)
            one.items = {"choco-cookie"};
        if (one.code == PriceChanged)
            one.total = Money::fromWon(14'700);
        if (one.code == Busy)
            one.retryAfter = std::chrono::milliseconds{8'000};
        if (one.code == Paused) {
            one.retryAfter = std::chrono::milliseconds{1'200'000};
            one.untilMs = kExampleNow + 1'200'000;
            one.textKo = "곧 다시 시작합니다.";
            one.textEn = "We will be back soon.";
        }
        if (one.code == Locked)
            one.retryAfter = std::chrono::milliseconds{600'000};
        if (one.code == WrongCode || one.code == WrongPin)
            one.left = 3;
        if (one.code == WrongState || one.code == TooLate)
            one.state = "ready";
        if (one.code == NotPossible)
            one.state = "queued";
    }
    return all;
}

} // namespace

std::vector<Example> replyExamples()
{
    const PricedBasket basket = exampleBasket();
    const std::string epoch{kExampleEpoch};
    const PaidAnswer paid{4211,
                          137,
                          "4821",
                          20'780,
                          fromMs(kExampleNow),
                          basket,
                          {"card", "**** 1234", "30291847"},
                          {240, 360},
                          4};
    return {
        ok("checkout.open ok",
           Quote{{std::string{kExampleQuote}}, basket, 180'000, {240, 360}, 4, false}),
        {"order.place pending",
         reply(ReplyStatus::Pending, encodeBody(Pending{PaymentPhase::WaitingCard}))},
        ok("order.place paid", AttemptAnswer{paid}),
        ok("order.place declined",
           AttemptAnswer{DeclinedAnswer{DeclineKind::Declined, "insufficient_funds", 0}}),
        ok("order.place not_sent",
           AttemptAnswer{DeclinedAnswer{DeclineKind::NotSent, "terminal_busy", 8'000}}),
        ok("attempt.resume voided", AttemptAnswer{VoidedAnswer{}}),
        ok("attempt.abandon given_up", AttemptAnswer{GivenUpAnswer{}}),
        ok("accepted", Accepted{}),
        ok("presence ok", PresenceAnswer{true}),
        ok("order.show ok", OrderShown{exampleOrder(), 0, {0, 0}, false}),
        ok("order.cancel ok", CancelAnswer{4211, 137, 881, Money::fromWon(14'200)}),
        ok("order.start ok", OrderAnswer{4211, OrderState::Making}),
        ok("order.refund ok", RefundAnswer{882, Money::fromWon(3'500)}),
        ok("backup.take ok", BackupTaken{"/media/usb/coffee/shop-20261123T012007Z-000090421.sqlite",
                                         90'421, fromMs(kExampleNow + 22'000), 4'194'304}),
        ok("basket.park ok", ParkedAnswer{"482913", 600'000}),
        ok("basket.take ok", TakenAnswer{exampleChosen()}),
        ok("menu.get ok", MenuAnswer{exampleMenu()}),
        ok("snapshot.get events", exampleSnapshot(Stream::Events)),
        ok("snapshot.get board", exampleSnapshot(Stream::Board)),
        ok("events.get ok", EventsPage{Stream::Events, epoch, 90'421, {moved(90'418)}}),
        ok("status.get ok", exampleStatus()),
        ok("orders.list ok", OrdersAnswer{{exampleSummary()}}),
        ok("order.history ok", HistoryAnswer{exampleSummary(), {moved(90'418)}}),
        ok("day.close ok", ClosedAnswer{212, 89'002, 90'421}),
        ok("z.get ok", exampleZ()),
    };
}

std::vector<Example> refusalExamples()
{
    std::vector<Example> examples;
    for (const Refusal& one : refusals())
        examples.push_back({"refused " + std::string{word(one.code)},
                            reply(ReplyStatus::Refused, encodeBody(one))});
    return examples;
}

} // namespace coffee::test
