// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/demo/demo_shop.h"

#include "shared/domain/basket.h"
#include "shared/domain/report_fold.h"

#include <QTimer>

#include <array>

namespace coffee::station::demo {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr BusinessDay kDay = 20'780;

LocalText text(const char* ko, const char* en)
{
    return {ko, en};
}

MenuItem item(const char* id, const char* category, LocalText name, std::int64_t won,
              std::vector<std::string> groups, StationKind station = StationKind::Espresso,
              bool needsCup = true)
{
    MenuItem made;
    made.id = id;
    made.category = category;
    made.name = std::move(name);
    made.price = Money::fromWon(won);
    made.image = id;
    made.optionGroups = std::move(groups);
    made.station = station;
    made.needsCup = needsCup;
    return made;
}

OptionGroup group(const char* id, LocalText name, std::int32_t min, std::int32_t max,
                  std::vector<OptionChoice> choices)
{
    OptionGroup made;
    made.id = id;
    made.name = std::move(name);
    made.min = min;
    made.max = max;
    made.choices = std::move(choices);
    return made;
}

/// One line of a demo order: an item, its choices, and a cup for each unit.
BasketLine line(const char* item, std::vector<OptionSelection> options, std::vector<CupKind> cups)
{
    return {item, std::move(options), std::move(cups)};
}

OptionSelection ice()
{
    return {"temperature", "ice", 1};
}

OptionSelection hot()
{
    return {"temperature", "hot", 1};
}

OptionSelection extra(const char* choice, std::int32_t count = 1)
{
    return {"extra", choice, count};
}

/// Writes down a history with ever growing numbers and times.
class Story {
public:
    explicit Story(ShopTime start, Sequence before = 1260) : m_at{start}, m_seq{before} {}

    void onDay(BusinessDay day, ShopTime at)
    {
        m_day = day;
        m_at = at;
    }

    void at(seconds beforeNow) { m_at = std::max(m_at, now() - beforeNow); }

    OrderId pay(ServiceMode service, std::vector<BasketLine> lines, WaitRange wait,
                const std::string& kiosk = "kiosk-1", const std::string& allergy = {})
    {
        const OrderId order = ++m_orders;
        OrderPaid paid;
        paid.order = order;
        paid.number = 101 + static_cast<std::int32_t>((order + 15) % 900);
        paid.attempt = order;
        paid.kiosk = kiosk;
        Basket basket;
        basket.service = service;
        basket.allergyNote = allergy;
        basket.lines = std::move(lines);
        auto priced = price(menu(), {}, basket);
        Q_ASSERT(priced.ok());
        paid.basket = std::move(*priced);
        paid.payment = {"card", "**** 1234", "30021457"};
        paid.wait = wait;
        say({Role::Kiosk, kiosk}, std::move(paid));
        return order;
    }
    void move(OrderId order, OrderStep step, OrderState from, OrderState to)
    {
        say(bar(), OrderMoved{order, step, from, to});
    }
    [[nodiscard]] Money priceOf(OrderId order) const
    {
        for (const Event& event : m_events)
            if (const auto* paid = std::get_if<OrderPaid>(&event.body);
                paid && paid->order == order)
                return paid->basket.total;
        return {};
    }
    void passes(std::chrono::seconds time) { m_at += time; }
    void start(OrderId order)
    {
        move(order, OrderStep::Start, OrderState::Queued, OrderState::Making);
    }
    void finish(OrderId order)
    {
        move(order, OrderStep::Finish, OrderState::Making, OrderState::Ready);
    }
    void collect(OrderId order)
    {
        move(order, OrderStep::Collect, OrderState::Ready, OrderState::Collected);
    }
    void tick(OrderId order, UnitNumber unit)
    {
        say(bar(), UnitMoved{order, unit, UnitState::Open, UnitState::Done, {}});
    }
    void cancel(OrderId order, OrderState from, RefundId refund, Money amount, bool settled)
    {
        say({Role::Kiosk, "kiosk-1"}, OrderCancelled{order, from, CancelledBy::Customer, {}});
        say({Role::Daemon, {}}, RefundOpened{refund, order, amount, {}, "cancel"});
        if (settled)
            say({Role::Daemon, {}},
                RefundMoved{refund, order, amount, RefundState::Due, RefundState::Done, {}});
    }
    void say(Actor who, EventBody body)
    {
        Event event;
        event.seq = ++m_seq;
        event.at = event.occurredAt = m_at;
        event.day = m_day;
        event.actor = std::move(who);
        event.body = std::move(body);
        m_events.push_back(std::move(event));
        m_at += seconds{1};
    }
    static Actor bar() { return {Role::Station, "bar-1"}; }
    [[nodiscard]] const std::vector<Event>& told() const { return m_events; }
    [[nodiscard]] std::vector<Event> take() { return std::move(m_events); }

private:
    ShopTime m_at;
    Sequence m_seq;
    BusinessDay m_day{kDay};
    OrderId m_orders{0};
    std::vector<Event> m_events;
};

void open(Story& story)
{
    story.say({Role::Daemon, {}}, DaemonStarted{COFFEE_VERSION});
    story.say({Role::Daemon, {}}, MenuPublished{menu().version});
    for (const char* kiosk : {"kiosk-1", "kiosk-2"})
        story.say({Role::Daemon, {}},
                  PresenceChanged{{Role::Kiosk, kiosk}, PresenceState::Up, COFFEE_VERSION});
    story.say({Role::Daemon, {}}, PresenceChanged{Story::bar(), PresenceState::Up, COFFEE_VERSION});
    story.say({Role::Daemon, {}},
              PresenceChanged{{Role::Board, "board-1"}, PresenceState::Up, COFFEE_VERSION});
    story.say({Role::Daemon, {}},
              PresenceChanged{{Role::Manager, "manager-1"}, PresenceState::Up, COFFEE_VERSION});
}

void serveSome(Story& story)
{
    using enum CupKind;
    const WaitRange told{180, 360};
    story.at(minutes{26});
    const OrderId a =
        story.pay(ServiceMode::Here, {line("americano", {hot()}, {Store, Store})}, told);
    const OrderId b = story.pay(
        ServiceMode::TakeAway,
        {line("latte", {ice()}, {Disposable}), line("croissant", {}, {None})}, told, "kiosk-2");
    const OrderId c =
        story.pay(ServiceMode::TakeAway, {line("americano", {ice()}, {Disposable})}, told);
    story.at(minutes{22});
    for (const OrderId order : {a, b, c}) {
        story.start(order);
        story.finish(order);
    }
    story.at(minutes{19});
    story.collect(a);
    story.say({Role::Daemon, {}}, RefundOpened{1, a, Money::fromWon(4000), {2}, "quality"});
    story.say({Role::Daemon, {}},
              RefundMoved{1, a, Money::fromWon(4000), RefundState::Due, RefundState::Done, {}});
    story.at(minutes{17});
    story.collect(b);
}

void fillQueue(Story& story)
{
    using enum CupKind;
    const WaitRange told{180, 360};
    story.at(minutes{9});
    const OrderId late = story.pay(
        ServiceMode::TakeAway,
        {line("americano", {ice(), extra("shot", 2)}, {Disposable, Disposable, Disposable}),
         line("latte", {hot(), extra("oat")}, {Own})},
        told, "kiosk-2");
    story.start(late);
    story.tick(late, 1);
    story.tick(late, 2);
    const OrderId stop = story.pay(
        ServiceMode::Here,
        {line("frappe", {extra("cream")}, {Store}), line("cheesecake", {}, {None})}, told);
    story.start(stop);
    story.tick(stop, 2);
    story.at(minutes{5});
    story.cancel(stop, OrderState::Making, 2, Money::fromWon(13'300), true);
    story.at(seconds{270});
    story.pay(ServiceMode::Here,
              {line("latte", {hot()}, {Store, Store}), line("cheesecake", {}, {None})}, told,
              "kiosk-1", "땅콩 알레르기가 있어요. 견과류를 빼 주세요.");
    story.at(seconds{150});
    const OrderId making =
        story.pay(ServiceMode::TakeAway, {line("americano", {ice()}, {Own})}, told);
    story.start(making);
    story.at(seconds{100});
    story.pay(ServiceMode::TakeAway,
              {line("croissant", {}, {None, None}), line("tea", {hot()}, {Disposable})}, told,
              "kiosk-2");
    story.at(seconds{55});
    story.pay(ServiceMode::Here, {line("americano", {hot()}, {Store})}, told);
    story.at(seconds{20});
    story.pay(ServiceMode::Here,
              {line("americano", {ice()}, {Store, Store, Store, Store}),
               line("latte", {ice(), extra("oat"), extra("shot")}, {Store, Own}),
               line("frappe", {extra("cream"), extra("syrup")}, {Store}),
               line("tea", {hot()}, {Store}), line("cheesecake", {}, {None, None}),
               line("croissant", {}, {None})},
              told, "kiosk-2");
    story.at(seconds{5});
    story.pay(ServiceMode::TakeAway, {line("latte", {ice()}, {Disposable})}, told);
    story.say({Role::Station, "bar-1"}, ItemAvailability{"tea", false, toMs(now()) + 3'600'000});
    story.say({Role::Kiosk, "kiosk-2"}, HelpCalled{"kiosk-2"});
}

} // namespace

ShopTime now()
{
    // 2026-11-24 14:03 in Seoul; any moment would do.
    return fromMs(1'795'496'580'000);
}

Menu menu()
{
    Menu made;
    made.version = "demo-1";
    made.shopId = "demo";
    made.shopName = text("커피 오더", "Coffee Order");
    made.cups.own = Money::fromWon(-300);
    made.categories = {{"coffee", text("커피", "Coffee")},
                       {"blended", text("블렌디드", "Blended")},
                       {"tea", text("티", "Tea")},
                       {"bakery", text("베이커리", "Bakery")}};
    made.optionGroups = {
        group("temperature", text("온도", "Temperature"), 1, 1,
              {{"ice", text("ICE", "ICE"), {}, 1}, {"hot", text("HOT", "HOT"), {}, 1}}),
        group("extra", text("추가", "Extras"), 0, 6,
              {{"shot", text("샷 추가", "Extra shot"), Money::fromWon(500), 4},
               {"oat", text("오트 밀크", "Oat milk"), Money::fromWon(700), 1},
               {"syrup", text("바닐라 시럽", "Vanilla syrup"), Money::fromWon(500), 2},
               {"cream", text("휘핑 크림", "Whipped cream"), Money::fromWon(500), 1}})};
    made.items = {
        item("americano", "coffee", text("아메리카노", "Americano"), 4000,
             {"temperature", "extra"}),
        item("latte", "coffee", text("카페라떼", "Caffè latte"), 4500, {"temperature", "extra"}),
        item("frappe", "blended", text("자바칩 프라페", "Java chip frappe"), 6300, {"extra"},
             StationKind::Blender),
        item("tea", "tea", text("제주 유기농 녹차", "Jeju organic green tea"), 4800,
             {"temperature"}),
        item("cheesecake", "bakery", text("바스크 치즈케이크", "Basque cheesecake"), 6500, {},
             StationKind::Food, false),
        item("croissant", "bakery", text("버터 크루아상", "Butter croissant"), 3800, {},
             StationKind::Food, false)};
    return made;
}

std::vector<Event> rush()
{
    Story story{now() - minutes{30}};
    open(story);
    serveSome(story);
    fillQueue(story);
    return story.take();
}

std::vector<Event> troubles()
{
    Story story{now() - minutes{30}};
    open(story);
    serveSome(story);
    story.at(minutes{12});
    story.say({Role::Daemon, {}}, AttemptOpened{91, "kiosk-1", Money::fromWon(12'300)});
    story.say({Role::Daemon, {}},
              AttemptMoved{91, "kiosk-1", Money::fromWon(12'300), AttemptState::Charging,
                           AttemptState::Unknown, "timeout"});
    story.say({Role::Daemon, {}}, AttemptOpened{92, "kiosk-2", Money::fromWon(8'800)});
    story.say({Role::Daemon, {}},
              AttemptMoved{92, "kiosk-2", Money::fromWon(8'800), AttemptState::Charging,
                           AttemptState::NeedsReview, "amount"});
    fillQueue(story);
    story.at(seconds{200});
    story.say({Role::Daemon, {}},
              PresenceChanged{Story::bar(), PresenceState::Away, COFFEE_VERSION});
    story.say({Role::Daemon, {}},
              PresenceChanged{{Role::Kiosk, "kiosk-2"}, PresenceState::Away, COFFEE_VERSION});
    story.say({Role::Daemon, {}},
              PresenceChanged{{Role::Board, "board-1"}, PresenceState::Behind, COFFEE_VERSION});
    story.say({Role::Daemon, {}}, AlarmChanged{AlarmKind::DiskLow, true, "812 MiB are free"});
    return story.take();
}

std::vector<Event> everyNeed()
{
    Story story{now() - minutes{30}};
    open(story);
    serveSome(story);
    const Actor daemon{Role::Daemon, {}};
    story.at(minutes{14});
    story.say(daemon, AlarmChanged{AlarmKind::BackupOld, true, "the newest is of 3 h ago"});
    story.say(daemon, AlarmChanged{AlarmKind::ClockStepped, true,
                                   "the wall clock moved by -3600 s; shop time goes on"});
    story.say(daemon, AlarmChanged{AlarmKind::DiskLow, true, "812 MiB are free"});
    story.say(daemon, AlarmChanged{AlarmKind::BooksUncompared, true,
                                   "the bank does not tell what it did since the backup"});
    story.say(daemon, AttemptOpened{91, "kiosk-1", Money::fromWon(12'300)});
    story.say(daemon, AttemptMoved{91, "kiosk-1", Money::fromWon(12'300), AttemptState::Charging,
                                   AttemptState::Unknown, "timeout"});
    story.say(daemon, AttemptOpened{92, "kiosk-2", Money::fromWon(8'800)});
    story.say(daemon, AttemptMoved{92, "kiosk-2", Money::fromWon(8'800), AttemptState::Charging,
                                   AttemptState::NeedsReview, "amount"});
    story.say(daemon, RefundOpened{3, 1, Money::fromWon(4'000), {1}, "quality"});
    story.say(daemon, RefundOpened{4, 2, Money::fromWon(4'500), {1}, "quality"});
    story.say(daemon, RefundMoved{4, 2, Money::fromWon(4'500), RefundState::Due,
                                  RefundState::NeedsReview, "refused"});
    story.say({Role::Kiosk, "kiosk-1"}, HelpCalled{"kiosk-1"});
    story.at(minutes{10});
    fillQueue(story);
    story.say(daemon, BreakerMoved{BreakerState::Closed, BreakerState::Open,
                                   toMs(now() + minutes{2}), "5 faults in a row"});
    story.say(daemon, PresenceChanged{Story::bar(), PresenceState::Away, COFFEE_VERSION});
    story.say(daemon, PresenceChanged{{Role::Kiosk, "kiosk-1"}, PresenceState::Away, "0.0.9"});
    story.say(daemon,
              PresenceChanged{{Role::Board, "board-1"}, PresenceState::Away, COFFEE_VERSION});
    story.say(daemon,
              PresenceChanged{{Role::Kiosk, "kiosk-2"}, PresenceState::Behind, COFFEE_VERSION});
    return story.take();
}

std::vector<Event> cardTrouble(bool stoppedByHand)
{
    using enum BreakerState;
    Story story{now() - minutes{70}, 0};
    open(story);
    const Actor daemon{Role::Daemon, {}};
    const auto moves = [&](minutes before, const Actor& who, BreakerState from, BreakerState to,
                           minutes rest, const char* cause) {
        story.at(before);
        story.say(
            who, BreakerMoved{from, to, rest.count() > 0 ? toMs(now() - before + rest) : 0, cause});
    };
    moves(minutes{48}, daemon, Closed, Open, minutes{1}, "5 faults in a row");
    moves(minutes{47}, daemon, Open, HalfOpen, minutes{0}, "it has rested");
    moves(minutes{45}, daemon, HalfOpen, Closed, minutes{0}, "3 trials went through");
    serveSome(story);
    moves(minutes{12}, daemon, Closed, Open, minutes{2}, "6 of 10 calls were slow");
    moves(minutes{10}, daemon, Open, HalfOpen, minutes{0}, "it has rested");
    story.say(daemon, AttemptOpened{95, "kiosk-2", Money::fromWon(4'500)});
    if (stoppedByHand)
        moves(minutes{4}, {Role::Manager, "manager-1"}, HalfOpen, Open, minutes{15},
              "stopped by a person");
    return story.take();
}

std::vector<Event> slowed()
{
    Story story{now() - minutes{30}};
    open(story);
    serveSome(story);
    story.at(minutes{9});
    story.say({Role::Manager, "manager-1"}, OrderingPaced{20});
    // Open on other days than this one (a Tuesday), whatever the zone of the machine.
    story.say({Role::Manager, "manager-1"},
              HoursChanged{true, {7 * 60, 21 * 60 + 30, SaleHours::kEveryDay & ~2}});
    return story.take();
}

std::vector<Event> quiet()
{
    Story story{now() - minutes{30}};
    open(story);
    return story.take();
}

namespace {

/// A day of the season: orders from eight in the morning on, some of them taken back.
void liveThrough(Story& story, int orders)
{
    using enum CupKind;
    const WaitRange told{180, 360};
    static constexpr std::array kWays{0, 1, 0, 2, 3, 0, 1, 4};
    for (int order = 0; order < orders; ++order) {
        const bool here = order % 3 == 0;
        const CupKind cup = here ? Store : order % 5 == 0 ? Own : Disposable;
        std::vector<BasketLine> lines;
        switch (kWays[static_cast<std::size_t>(order) % kWays.size()]) {
        case 0:
            lines = {line("americano", {ice()}, {cup})};
            break;
        case 1:
            lines = {line("latte", {hot(), extra("oat")}, {cup, cup})};
            break;
        case 2:
            lines = {line("americano", {hot()}, {cup}), line("cheesecake", {}, {None})};
            break;
        case 3:
            lines = {line("frappe", {extra("cream")}, {cup})};
            break;
        default:
            lines = {line("latte", {ice()}, {cup}), line("croissant", {}, {None, None})};
            break;
        }
        const OrderId id = story.pay(here ? ServiceMode::Here : ServiceMode::TakeAway, lines, told,
                                     order % 4 == 0 ? "kiosk-2" : "kiosk-1");
        if (order % 17 == 9) {
            story.cancel(id, OrderState::Queued, id, story.priceOf(id), true);
            continue;
        }
        story.start(id);
        story.passes(seconds{80 + 13 * (order % 9)});
        story.finish(id);
        story.passes(minutes{2});
        story.collect(id);
        story.passes(minutes{order % 8 < 3 ? 2 : 9});
    }
}

} // namespace

std::vector<Event> season()
{
    constexpr int kDays = 4;
    constexpr std::chrono::minutes kKorea{540};
    Story story{now() - std::chrono::hours{24 * kDays}, 0};
    Sequence after = 0;
    for (int back = kDays; back >= 0; --back) {
        const BusinessDay day = kDay - back;
        story.onDay(day, now() - std::chrono::hours{24 * back + (back > 0 ? 8 : 4)});
        liveThrough(story, back > 0 ? 70 + 6 * back : 34);
        if (back == 0)
            break;
        ReportFold fold{{after, kKorea, {}, {}}};
        for (const Event& event : story.told())
            if (event.seq > after)
                fold.apply(event);
        const DayReport report = fold.report();
        after = report.to;
        story.say({Role::Daemon, {}}, closedBy(kDays - back + 1, report));
    }
    return story.take();
}

std::vector<Event> openMoney()
{
    using enum AttemptState;
    std::vector<Event> events = season();
    const Actor bank{Role::Daemon, {}};
    const Actor manager{Role::Manager, "manager-1"};
    Story story{now() - minutes{50}, events.back().seq};
    const auto attempt = [&](AttemptId id, const char* kiosk, std::int64_t won,
                             std::initializer_list<std::pair<AttemptState, const char*>> moves) {
        const Money amount = Money::fromWon(won);
        story.say({Role::Kiosk, kiosk}, AttemptOpened{id, kiosk, amount});
        AttemptState from = Charging;
        for (const auto& [to, cause] : moves) {
            story.say(bank, AttemptMoved{id, kiosk, amount, from, to, cause});
            from = to;
        }
    };
    const auto close = [&](AttemptId id, const char* kiosk, std::int64_t won, AttemptState to,
                           const char* reason) {
        story.say(manager, AttemptMoved{id, kiosk, Money::fromWon(won), NeedsReview, to, reason});
    };
    OrderId last = 0;
    for (const Event& event : events)
        if (const auto* paid = std::get_if<OrderPaid>(&event.body))
            last = paid->order;
    const auto refund = [&](RefundId id, OrderId order, std::int64_t won) {
        story.say(manager, RefundOpened{id, order, Money::fromWon(won), {}, "맛이나 품질 때문에"});
    };
    attempt(9001, "kiosk-1", 9'800, {{Unknown, "timed_out"}, {NeedsReview, "wrong_amount"}});
    attempt(9002, "kiosk-2", 4'500, {{Unknown, "daemon_restarted"}});
    attempt(9003, "kiosk-1", 6'300, {{NeedsReview, "not_in_backup"}});
    story.at(minutes{41});
    close(9001, "kiosk-1", 9'800, Voided, "카드사에 전화로 확인");
    story.say(bank,
              AttemptMoved{9002, "kiosk-2", Money::fromWon(4'500), Unknown, Declined, "no_card"});
    close(9003, "kiosk-1", 6'300, Kept, "단말기 영수증으로 확인");
    story.at(minutes{12});
    attempt(9004, "kiosk-2", 8'800, {{Unknown, "connection_cut"}, {NeedsReview, "wrong_amount"}});
    attempt(9005, "kiosk-1", 13'000, {{NeedsReview, "not_in_backup"}});
    refund(9001, last - 4, 4'000);
    story.say(bank, RefundMoved{9001, last - 4, Money::fromWon(4'000), RefundState::Due,
                                RefundState::NeedsReview, "refused by the bank"});
    story.at(minutes{3});
    attempt(9006, "kiosk-1", 12'300, {{Unknown, "timed_out"}});
    attempt(9007, "kiosk-2", 4'500, {{Reversing, "abandoned"}});
    refund(9002, last - 2, 4'000);
    story.at(seconds{5});
    story.say(bank, PresenceChanged{{Role::Kiosk, "kiosk-1"}, PresenceState::Up, COFFEE_VERSION});
    const auto told = story.take();
    events.insert(events.end(), told.begin(), told.end());
    return events;
}

ShopView viewOf(const std::vector<Event>& events)
{
    ShopView view;
    for (const Event& event : events)
        view.apply(event);
    return view;
}

namespace {

/// A usual hour at the terminals, with a bad ten minutes in it.
std::vector<protocol::PaymentMinute> busyHour()
{
    constexpr int kMinutes = 60;
    constexpr std::array kPaid{2, 0, 3, 1, 2, 4, 0, 1, 3, 2};
    std::vector<protocol::PaymentMinute> hour;
    const ShopTime first = std::chrono::floor<minutes>(now()) - minutes{kMinutes - 1};
    for (int place = 0; place < kMinutes; ++place) {
        const int paid = kPaid.at(static_cast<std::size_t>(place) % kPaid.size());
        const bool isBad = place >= 9 && place < 13;
        if (paid == 0 && !isBad)
            continue;
        protocol::PaymentMinute minute;
        minute.at = first + minutes{place};
        minute.approved = isBad ? 0 : paid;
        minute.declined = place % 11 == 3 ? 1 : 0;
        minute.failed = isBad ? 2 : 0;
        const bool isSlow = place >= 42 && place < 49;
        minute.medianMs = 1'500 + 90 * (place % 7) + (isSlow ? 2'600 : 0) + (isBad ? 4'000 : 0);
        minute.mostMs = minute.medianMs + 900;
        hour.push_back(minute);
    }
    return hour;
}

} // namespace

protocol::StatusAnswer statusOf(const ShopView& view)
{
    protocol::StatusAnswer status;
    status.version = COFFEE_VERSION;
    status.epoch = "demo";
    status.gateway = "terminal_sim";
    status.simulated = true;
    status.head = view.seq;
    status.now = now();
    if (!view.orders.all().empty()) {
        status.payments = busyHour();
        for (const auto& [id, attempt] : view.payments.attempts)
            status.chargesRunning += attempt.state == AttemptState::Charging ? 1 : 0;
    }
    for (const MachineView& machine : view.health.machines) {
        const Sequence behind = machine.state == PresenceState::Up ? 0 : 42;
        status.screens.push_back(
            {machine.who, machine.state, machine.version, view.seq - behind, 0});
    }
    return status;
}

StillSource::StillSource(ShopView view, client::FeedState state)
    : m_view{std::move(view)}, m_state{state}
{
}

void StillSource::start(const client::FeedPosition&)
{
    client::FeedStatus status;
    status.position = {"demo", m_view.seq};
    status.head = m_view.seq + (m_state == client::FeedState::CatchingUp ? 42 : 0);
    status.state = client::FeedState::Live;
    const auto silence = m_state == client::FeedState::Stale ? seconds{14} : seconds{0};
    Q_EMIT beat({std::chrono::steady_clock::now() - silence, now() - silence, {180, 360}});
    Q_EMIT reset({"demo", m_view});
    Q_EMIT this->status(status);
    if (m_state != client::FeedState::Live) {
        status.state = m_state;
        Q_EMIT this->status(status);
    }
}

void StillSource::confirm(const client::FeedPosition&) {}

StillClient::StillClient(const ShopView& view, std::vector<Event> events)
    : m_status{statusOf(view)}, m_events{std::move(events)}
{
}

void StillClient::send(protocol::RequestBody request, client::AskPolicy, client::RawDone done)
{
    client::RawAnswer answer{"demo", client::ClientFailure::Unreachable};
    const auto reply = [this, &answer](const auto& body) {
        answer.content = protocol::encodeReply("demo", protocol::ReplyStatus::Ok, m_status.head,
                                               protocol::encodeBody(body));
    };
    if (std::holds_alternative<protocol::MenuGet>(request))
        reply(protocol::MenuAnswer{menu()});
    else if (std::holds_alternative<protocol::StatusGet>(request))
        reply(m_status);
    else if (const auto* asked = std::get_if<protocol::EventsGet>(&request))
        reply(pageAfter(asked->after));
    QTimer::singleShot(0, this,
                       [done = std::move(done), answer = std::move(answer)] { done(answer); });
}

protocol::EventsPage StillClient::pageAfter(Sequence after) const
{
    protocol::EventsPage page;
    page.epoch = "demo";
    page.head = m_status.head;
    for (const Event& event : m_events)
        if (event.seq > after && page.events.size() < protocol::kPageMax)
            page.events.push_back(event);
    return page;
}

} // namespace coffee::station::demo
