// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/ticket_queue.h"

#include "shared/client/keys.h"
#include "tests/shop/shop_under_test.h"
#include "tests/support/random.h"

#include <QTest>

#include <deque>
#include <memory>

using namespace coffee;
using namespace coffee::station;
using namespace coffee::test;
using namespace std::chrono_literals;

namespace {

/// A station's line to the real shop: what is asked arrives, or gets lost, when the test says so.
class RigClient final : public client::OrderClient {
public:
    RigClient(ShopRig& shop, Actor who) : m_shop{shop}, m_who{std::move(who)} {}

    [[nodiscard]] bool asks() const { return !m_asked.empty(); }
    /// The oldest question arrives. `lost` loses the answer, which is the worse half.
    void carry(bool lost)
    {
        Asked asked = std::move(m_asked.front());
        m_asked.pop_front();
        const daemon::CommandInput input = m_shop.command(m_who, asked.request);
        m_shop.give(input);
        if (lost)
            return asked.done({"lost", client::ClientFailure::TimedOut});
        asked.done({input.request.id, m_shop.answerOn(input.to.route)});
    }
    /// It never arrives.
    void lose()
    {
        Asked asked = std::move(m_asked.front());
        m_asked.pop_front();
        asked.done({"lost", client::ClientFailure::TimedOut});
    }

private:
    struct Asked {
        protocol::RequestBody request;
        client::RawDone done;
    };
    void send(protocol::RequestBody request, client::AskPolicy, client::RawDone done) override
    {
        m_asked.push_back({std::move(request), std::move(done)});
    }

    ShopRig& m_shop;
    Actor m_who;
    std::deque<Asked> m_asked;
};

std::vector<UnitNumber> unitsShownAs(const Ticket& ticket, UnitState state)
{
    std::vector<UnitNumber> units;
    for (const TicketLine& line : ticket.lines)
        for (const TicketUnit& unit : line.units)
            if (unit.state == state)
                units.push_back(unit.number);
    return units;
}

/// One station with the real models; it sees the shop some events late.
struct Station {
    Station(ShopUnderTest& of, const std::string& name, const StationKinds& kinds)
        : shop{of}, client{of, bar(name)}
    {
        queue.setKinds(kinds);
        QObject::connect(&reporter, &StatusReporter::refused, &reporter,
                         [this](OrderId, const Refusal&) { ++toldNo; });
    }

    ShopUnderTest& shop;
    RigClient client;
    std::chrono::steady_clock::time_point steady{1h};
    StatusReporter reporter{
        client, nullptr,
        [this] { return std::chrono::system_clock::time_point{shop.wall().time_since_epoch()}; },
        client::newOperationKey};
    TicketQueue queue{reporter, Language::Korean, [this] { return steady; }};
    ShopView view;
    int toldNo{0};

    void see(std::size_t events)
    {
        for (; events > 0 && static_cast<std::size_t>(view.seq) < shop.published.size(); --events)
            view.apply(shop.published[static_cast<std::size_t>(view.seq)]);
        queue.follow(view, view.at);
        reporter.caughtUp(view.seq);
    }
    void tap(Random& random)
    {
        steady += std::chrono::milliseconds{random.between(200, 1500)};
        if (random.oneIn(3))
            queue.touched();
        queue.tick(view.at);
        if (random.oneIn(12)) {
            static_cast<void>(queue.undoLast());
            return;
        }
        const bool inGrid = queue.ready().empty() || !random.oneIn(3);
        const std::vector<Ticket>& tickets = inGrid ? queue.grid() : queue.ready();
        if (tickets.empty())
            return;
        const Ticket ticket = random.oneOf(tickets);
        if (inGrid)
            make(ticket, random);
        else
            handOver(ticket, random);
    }

private:
    void make(const Ticket& ticket, Random& random)
    {
        if (ticket.stage == TicketStage::Stopped) {
            queue.acknowledgeStop(ticket.order, unitsShownAs(ticket, UnitState::Done));
            return;
        }
        if (ticket.lines.empty())
            return;
        const TicketUnit unit = random.oneOf(random.oneOf(ticket.lines).units);
        switch (random.between(1, 12)) {
        case 1:
            queue.start(ticket.order);
            break;
        case 2:
        case 3:
            queue.finish(ticket.order);
            break;
        case 4:
            if (ticket.stage == TicketStage::Elsewhere)
                queue.recall(ticket.order, OrderState::Making);
            else
                queue.putBack(ticket.order);
            break;
        case 5:
            if (random.oneIn(4))
                queue.refuseUnit(ticket.order, unit.number, QStringLiteral("재료가 없음"));
            break;
        case 6:
            if (unit.state == UnitState::Done)
                queue.remakeUnit(ticket.order, unit.number, QStringLiteral("쏟음"));
            break;
        case 7:
            queue.undo(ticket.order);
            break;
        default:
            queue.toggleUnit(ticket.order, unit.number);
            break;
        }
    }
    void handOver(const Ticket& ticket, Random& random)
    {
        switch (random.between(1, 8)) {
        case 1:
            queue.recall(ticket.order, OrderState::Ready);
            break;
        case 2:
            queue.callAgain(ticket.order);
            break;
        case 3:
            queue.undo(ticket.order);
            break;
        default:
            queue.collect(ticket.order);
            break;
        }
    }
};

daemon::ShopSettings menuWithFood()
{
    daemon::ShopSettings settings = rigSettings();
    settings.menu.items[1].station = StationKind::Food;
    // So that a cancel comes when something is made already.
    settings.customerCancelUntil = daemon::CancelUntil::Ready;
    return settings;
}

/// The shop, two stations and customers, for so many taps.
class Rush {
public:
    Rush(const StationKinds& first, const StationKinds& second, std::uint64_t seed) : m_random{seed}
    {
        m_shop.checksEveryStep = false;
        m_stations.push_back(std::make_unique<Station>(m_shop, "bar-1", first));
        m_stations.push_back(std::make_unique<Station>(m_shop, "bar-2", second));
    }

    void live(int taps)
    {
        for (int tap = 0; tap < taps; ++tap) {
            if (m_shop.view().orders.open().size() < 12)
                m_paid.push_back(
                    m_shop.buy("kiosk-1", m_random.oneIn(3) ? oneCoffee() : smallBasket()));
            if (m_random.oneIn(40))
                cancelOne();
            Station& station = *m_random.oneOf(m_everybody());
            station.tap(m_random);
            for (Station* one : m_everybody()) {
                if (one->client.asks() && !m_random.oneIn(3))
                    carry(*one);
                if (m_random.oneIn(2))
                    one->see(static_cast<std::size_t>(m_random.between(0, 12)));
            }
            m_shop.settleRefunds();
            if (tap % 500 == 0)
                m_shop.pass(1s);
        }
    }
    /// Everything arrives, and nobody taps any more.
    void comeToRest()
    {
        bool asks = true;
        while (asks) {
            asks = false;
            for (Station* one : m_everybody()) {
                one->reporter.tryNow();
                asks = asks || one->client.asks();
                if (one->client.asks())
                    one->client.carry(false);
            }
        }
        m_shop.settleRefunds();
        for (Station* one : m_everybody()) {
            one->see(m_shop.published.size());
            one->steady += 30s;
            one->queue.tick(one->view.at);
        }
    }

    ShopUnderTest m_shop{menuWithFood()};
    std::vector<std::unique_ptr<Station>> m_stations;
    std::vector<protocol::PaidAnswer> m_paid;

private:
    std::vector<Station*> m_everybody() { return {m_stations[0].get(), m_stations[1].get()}; }
    void carry(Station& station)
    {
        if (m_random.oneIn(20))
            station.client.lose();
        else
            station.client.carry(m_random.oneIn(20));
        station.reporter.tryNow();
    }
    void cancelOne()
    {
        const protocol::PaidAnswer& paid = m_random.oneOf(m_paid);
        m_shop.send(kiosk(), protocol::OrderCancel{m_shop.newOp(),
                                                   protocol::CodeProof{paid.number, paid.code},
                                                   m_shop.stateOf(paid.order), 0});
    }

    Random m_random;
};

/// How often each unit was ticked when it was already done, or moved from where it was not.
int unitsMovedFromElsewhere(const std::vector<Event>& events)
{
    std::map<std::pair<OrderId, UnitNumber>, UnitState> states;
    int wrong = 0;
    for (const Event& event : events)
        if (const auto* moved = std::get_if<UnitMoved>(&event.body)) {
            UnitState& state =
                states.try_emplace({moved->order, moved->unit}, UnitState::Open).first->second;
            wrong += state == moved->from ? 0 : 1;
            state = moved->to;
        }
    return wrong;
}

/// What the acknowledged stops say was made, against what was ticked off by any station.
QStringList wrongWaste(const std::vector<Event>& events, int& madeElsewhere,
                       const StationKinds& first)
{
    QStringList found;
    ShopView view;
    for (const Event& event : events) {
        view.apply(event);
        const auto* stop = std::get_if<StopAcknowledged>(&event.body);
        const OrderView* order = stop ? view.orders.find(stop->order) : nullptr;
        if (!order)
            continue;
        std::vector<UnitNumber> done;
        for (std::size_t place = 0; place < order->units.size(); ++place) {
            const UnitView& unit = order->units[place];
            if (unit.state != UnitState::Done)
                continue;
            done.push_back(static_cast<UnitNumber>(place + 1));
            const PricedLine& line = order->lines.at(static_cast<std::size_t>(unit.line) - 1);
            madeElsewhere += first.contains(line.station) ? 0 : 1;
        }
        if (stop->made != done)
            found << QStringLiteral("order %1: %2 units made, %3 are waste")
                         .arg(order->number)
                         .arg(done.size())
                         .arg(stop->made.size());
    }
    return found;
}

/// Whether the tickets of a station show what the shop knows, unit by unit, in the grid and in the
/// column of those that wait for their customers.
QStringList disagreements(const Station& station, const ShopView& truth)
{
    QStringList found;
    if (!(station.view == truth))
        found << QStringLiteral("its view is another one");
    std::vector<Ticket> tickets = station.queue.grid();
    tickets.insert(tickets.end(), station.queue.ready().begin(), station.queue.ready().end());
    std::set<OrderId> waiting;
    for (const Ticket& ticket : station.queue.ready()) {
        waiting.insert(ticket.order);
        if (ticket.dimmed || ticket.sending)
            found << QStringLiteral("ticket %1 has left the column").arg(ticket.number);
    }
    for (const OrderView* order : truth.orders.open())
        if ((order->state == OrderState::Ready) != waiting.contains(order->id))
            found << QStringLiteral("order %1 and the column").arg(order->number);
    for (const Ticket& ticket : tickets) {
        const OrderView* order = truth.orders.find(ticket.order);
        if (!order) {
            found << QStringLiteral("ticket %1 of no order").arg(ticket.number);
            continue;
        }
        if (waiting.contains(ticket.order) && order->state != OrderState::Ready)
            found << QStringLiteral("ticket %1 waits for nobody").arg(ticket.number);
        for (const TicketLine& line : ticket.lines)
            for (const TicketUnit& unit : line.units)
                if (order->units.at(static_cast<std::size_t>(unit.number) - 1).state !=
                        unit.state ||
                    unit.sending)
                    found << QStringLiteral("unit %1 of ticket %2")
                                 .arg(unit.number)
                                 .arg(ticket.number);
    }
    return found;
}

bool isOnScreen(const Station& station, OrderId order)
{
    const auto has = [order](const std::vector<Ticket>& tickets) {
        return std::any_of(tickets.begin(), tickets.end(), [order](const Ticket& ticket) {
            return ticket.order == order && !ticket.dimmed;
        });
    };
    return has(station.queue.grid()) || has(station.queue.ready());
}

} // namespace

class TwoStationsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theyTickTheSameOrdersAtRandom_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<int>("taps");
        const QString all = QStringLiteral("espresso,blender,food");
        QTest::newRow("both everything") << all << all << 10'000;
        QTest::newRow("one a kind")
            << QStringLiteral("espresso,blender") << QStringLiteral("food") << 10'000;
        QTest::newRow("one everything, one food") << all << QStringLiteral("food") << 4'000;
    }
    void theyTickTheSameOrdersAtRandom()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(int, taps);
        Rush rush{*kindsFrom(first.toStdString()), *kindsFrom(second.toStdString()), 20261129};
        rush.live(taps);
        rush.comeToRest();

        const ShopView& truth = rush.m_shop.view();
        QCOMPARE(unitsMovedFromElsewhere(rush.m_shop.published), 0);
        for (const auto& station : rush.m_stations) {
            const QStringList wrong = disagreements(*station, truth);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
            QCOMPARE(station->reporter.waiting(), 0);
        }
        int madeElsewhere = 0;
        const QStringList waste =
            wrongWaste(rush.m_shop.published, madeElsewhere, *kindsFrom(first.toStdString()));
        QVERIFY2(waste.isEmpty(), qPrintable(waste.join(u'\n')));
        QVERIFY(madeElsewhere > 0 || *kindsFrom(first.toStdString()) == allKinds());
        for (const OrderView* order : truth.orders.open())
            QVERIFY2(isOnScreen(*rush.m_stations[0], order->id) ||
                         isOnScreen(*rush.m_stations[1], order->id),
                     qPrintable(QStringLiteral("order %1 is on no screen").arg(order->number)));
        int collected = 0;
        int toldNo = 0;
        for (const Event& event : rush.m_shop.published)
            if (const auto* moved = std::get_if<OrderMoved>(&event.body))
                collected += moved->to == OrderState::Collected ? 1 : 0;
        for (const auto& station : rush.m_stations)
            toldNo += station->toldNo;
        qInfo("%d taps, %d orders paid, %d handed over, %d events; %d later taps were told what "
              "had already happened",
              taps, static_cast<int>(rush.m_paid.size()), collected,
              static_cast<int>(rush.m_shop.published.size()), toldNo);
        QVERIFY(collected > taps / 60);
        QVERIFY(toldNo > 10);
    }

    /// The daemon is dead for ten minutes, and the bar goes on.
    void workDoneMeanwhileArrivesWithItsTrueTimes()
    {
        ShopUnderTest shop{menuWithFood()};
        shop.checksEveryStep = false;
        Station station{shop, "bar-1", allKinds()};
        std::vector<OrderId> orders;
        for (int n = 0; n < 40; ++n)
            orders.push_back(shop.buy("kiosk-1", oneCoffee()).order);
        station.see(shop.published.size());
        const auto before = shop.published.size();

        // A tap every few seconds: start one, finish it, hand it over.
        std::map<std::pair<OrderId, OrderState>, ShopTime> taps;
        const auto tap = [&](OrderId order, OrderState leadsTo, const auto& what) {
            what(order);
            taps[{order, leadsTo}] = shop.wall();
            shop.stepWall(5s);
            station.steady += 5s;
            station.queue.tick(station.view.at);
            station.reporter.tryNow();
            while (station.client.asks())
                station.client.lose(); // nobody answers
        };
        for (const OrderId order : orders) {
            tap(order, OrderState::Making, [&](OrderId id) { station.queue.start(id); });
            tap(order, OrderState::Ready, [&](OrderId id) { station.queue.finish(id); });
            tap(order, OrderState::Collected, [&](OrderId id) { station.queue.collect(id); });
        }
        QCOMPARE(shop.published.size(), before);
        QCOMPARE(station.reporter.waiting(), 120);
        QVERIFY(station.reporter.oldestWaiting() >= 10min);

        shop.restart();
        while (station.reporter.waiting() > 0) {
            station.reporter.tryNow();
            if (station.client.asks())
                station.client.carry(false);
        }
        station.see(shop.published.size());
        int moves = 0;
        for (std::size_t n = before; n < shop.published.size(); ++n) {
            const Event& event = shop.published[n];
            const auto* moved = std::get_if<OrderMoved>(&event.body);
            if (!moved)
                continue;
            ++moves;
            QVERIFY(event.at >= event.occurredAt);
            QCOMPARE(event.occurredAt, taps.at({moved->order, moved->to}));
        }
        QCOMPARE(moves, 120);
        QVERIFY(shop.view().orders.open().empty());
        QVERIFY(station.reporter.operations().empty());
    }

    /// So does what is not a step of the whole order.
    void everyKindOfWorkDoneMeanwhileArrivesWithItsTrueTime()
    {
        using enum OrderState;
        ShopUnderTest shop{menuWithFood()};
        shop.checksEveryStep = false;
        const OrderId ticked = shop.buy().order;
        const OrderId refused = shop.orderIn(Making).order;
        const OrderId remade = shop.orderIn(Collected).order;
        const OrderId recalled = shop.orderIn(Ready).order;
        const OrderId stopped = shop.orderIn(Cancelled).order;
        Station station{shop, "bar-1", allKinds()};
        station.see(shop.published.size());
        const auto before = shop.published.size();
        QCOMPARE(station.queue.stops(), 1);

        std::map<QString, ShopTime> taps;
        const auto tap = [&](const QStringList& leadsTo, const auto& what) {
            shop.stepWall(7s);
            station.steady += 7s;
            station.queue.tick(station.view.at);
            what();
            for (const QString& fact : leadsTo)
                taps[fact] = shop.wall();
            station.reporter.tryNow();
            while (station.client.asks())
                station.client.lose(); // nobody answers
        };
        const auto order = [](OrderId id, OrderState to) {
            return QStringLiteral("order %1 %2").arg(id).arg(static_cast<int>(to));
        };
        const auto unit = [](OrderId id, UnitNumber number, UnitState to) {
            return QStringLiteral("unit %1.%2 %3").arg(id).arg(number).arg(static_cast<int>(to));
        };
        TicketQueue& queue = station.queue;
        tap({order(ticked, Making), unit(ticked, 2, UnitState::Done)},
            [&] { queue.toggleUnit(ticked, 2); });
        tap({unit(refused, 1, UnitState::Refused)},
            [&] { queue.refuseUnit(refused, 1, QStringLiteral("우유 없음")); });
        tap({order(remade, Ready), order(remade, Making), unit(remade, 3, UnitState::Open)},
            [&] { queue.remakeUnit(remade, 3, QStringLiteral("쏟음")); });
        tap({order(recalled, Making)}, [&] { queue.recall(recalled, Ready); });
        tap({QStringLiteral("stop %1").arg(stopped)}, [&] { queue.acknowledgeStop(stopped, {}); });
        tap({unit(ticked, 2, UnitState::Open)}, [&] { queue.toggleUnit(ticked, 2); });
        tap({QStringLiteral("item cookie")}, [&] {
            station.reporter.report(
                protocol::SetAvailability{{}, "cookie", false, protocol::UntilKind::ByHand, 0, 0});
        });
        QCOMPARE(shop.published.size(), before);
        // The first tick starts its order with a step of its own.
        QCOMPARE(station.reporter.waiting(), 8);
        shop.stepWall(10min);

        shop.restart();
        while (station.reporter.waiting() > 0) {
            station.reporter.tryNow();
            if (station.client.asks())
                station.client.carry(false);
        }
        station.see(shop.published.size());
        QCOMPARE(station.toldNo, 0);
        for (std::size_t n = before; n < shop.published.size(); ++n) {
            const Event& event = shop.published[n];
            QString fact;
            if (const auto* moved = std::get_if<OrderMoved>(&event.body))
                fact = order(moved->order, moved->to);
            else if (const auto* made = std::get_if<UnitMoved>(&event.body))
                fact = unit(made->order, made->unit, made->to);
            else if (const auto* stop = std::get_if<StopAcknowledged>(&event.body))
                fact = QStringLiteral("stop %1").arg(stop->order);
            else if (const auto* item = std::get_if<ItemAvailability>(&event.body))
                fact = QStringLiteral("item %1").arg(QString::fromStdString(item->item));
            else
                continue;
            const auto found = taps.find(fact);
            QVERIFY2(found != taps.end(), qPrintable(fact));
            QVERIFY2(event.occurredAt == found->second, qPrintable(fact));
            QVERIFY(event.at >= event.occurredAt + 10min);
            taps.erase(found);
        }
        QVERIFY2(taps.empty(), taps.empty() ? "" : qPrintable(taps.begin()->first));
    }
};

QTEST_GUILESS_MAIN(TwoStationsTest)
#include "test_two_stations.moc"
