// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/zmq_feed_source.h"
#include "shared/transport/faulty_relay.h"
#include "tests/support/random.h"
#include "tests/support/random_menu.h"
#include "tests/support/running_shop.h"
#include "tests/support/shop_books.h"
#include "tests/support/shop_client.h"

#include <QTest>

#include <atomic>
#include <future>
#include <memory>
#include <set>
#include <vector>

using namespace coffee;
using namespace coffee::test;

namespace {

constexpr int kOrders = 200;
constexpr int kKiosks = 4;

/// One screen as every window has it: the feed, its thread, and the view it folds.
struct Screen {
    Screen(const RunningShop& shop, const QString& stream, protocol::Stream kind, Actor who)
        : name{who.name},
          source{
              {shop.commands().toStdString(), stream.toStdString(), kind, std::move(who), "test"}},
          feed{source}
    {
        feed.start();
    }

    std::string name;
    client::ZmqFeedSource source;
    client::ShopFeed feed;
};

/// A busy day: one kiosk with its customers, and the barista who makes their orders.
class BusyKiosk {
public:
    BusyKiosk(const RunningShop& shop, int number)
        : m_random{static_cast<std::uint64_t>(number)},
          m_kiosk{shop.commands(), {Role::Kiosk, "kiosk-" + std::to_string(number)}},
          m_bar{shop.commands(), {Role::Station, "bar-" + std::to_string(number)}}
    {
    }

    /// Counts every paid order in `paid`.
    void serve(int orders, std::atomic<int>& paid)
    {
        for (int n = 0; n < orders;) {
            const Basket basket = randomBasket(m_random, m_kiosk.menu());
            if (price(m_kiosk.menu(), {}, basket)->total.won() == 0)
                continue;
            const AttemptKey key = m_kiosk.newKey();
            const Settled settled = m_kiosk.settle(key, m_kiosk.quote(basket).quote);
            if (!settled.paid())
                continue; // the terminal declines some
            ++n;
            ++paid;
            goOn(*settled.paid(), key);
            aside();
        }
    }

private:
    void order(OrderId id, protocol::OrderAction action, OrderState seen)
    {
        m_bar.ask<protocol::OrderAnswer>(
            protocol::OrderCommand{action, ShopClient::newOp(), id, seen, 0});
    }
    void unit(OrderId id, UnitNumber number, UnitStep step, UnitState seen)
    {
        m_bar.ask<protocol::OrderAnswer>(protocol::UnitCommand{
            step, ShopClient::newOp(), id, number, seen,
            step == UnitStep::Refuse ? "out of milk" : "", m_random.between(0, 2000)});
    }

    void goOn(const protocol::PaidAnswer& paid, const AttemptKey& key)
    {
        using Action = protocol::OrderAction;
        std::size_t units = 0;
        for (const PricedLine& line : paid.basket.lines)
            units += line.units.size();
        const auto fate = m_random.between(1, 10);
        if (fate == 1)
            return; // stays in the queue
        if (fate == 2)
            return cancel(key, OrderState::Queued);
        order(paid.order, Action::Start, OrderState::Queued);
        if (fate == 3)
            return order(paid.order, Action::PutBack, OrderState::Making);
        if (fate == 4) {
            cancel(key, OrderState::Making);
            m_bar.ask<protocol::OrderAnswer>(
                protocol::StopAck{ShopClient::newOp(), paid.order, {1}, 0});
            return;
        }
        if (fate == 5 && units > 1) {
            unit(paid.order, 1, UnitStep::Refuse, UnitState::Open);
        } else {
            unit(paid.order, 1, UnitStep::Tick, UnitState::Open);
            if (units > 1) {
                unit(paid.order, 1, UnitStep::Untick, UnitState::Done);
                unit(paid.order, 1, UnitStep::Tick, UnitState::Open);
            }
        }
        if (units > 1)
            order(paid.order, Action::Ready, OrderState::Making);
        if (fate == 6) {
            order(paid.order, Action::Recall, OrderState::Ready);
            return;
        }
        order(paid.order, Action::Call, OrderState::Ready);
        if (fate != 7)
            order(paid.order, Action::Collect, OrderState::Ready);
    }

    void cancel(const AttemptKey& key, OrderState seen)
    {
        m_kiosk.ask<protocol::CancelAnswer>(
            protocol::OrderCancel{ShopClient::newOp(), protocol::KeyProof{key}, seen, 0});
    }

    /// What else happens in a shop; nothing here closes it for the other kiosks.
    void aside()
    {
        if (m_random.oneIn(12)) {
            m_kiosk.ask<protocol::Accepted>(protocol::HelpCall{ShopClient::newOp()});
            m_bar.ask<protocol::Accepted>(
                protocol::HelpTake{ShopClient::newOp(), m_kiosk.who().name, 0});
        }
    }

    Random m_random;
    ShopClient m_kiosk;
    ShopClient m_bar;
};

/// What would turn customers away, after the last of them.
void closeForAWhile(const RunningShop& shop)
{
    ShopClient bar{shop.commands(), {Role::Station, "bar"}};
    ShopClient manager{shop.commands(), {Role::Manager, "office"}};
    for (const bool available : {false, true})
        bar.ask<protocol::Accepted>(protocol::SetAvailability{
            ShopClient::newOp(), "croissant", available, protocol::UntilKind::ByHand, 0, 0});
    manager.ask<protocol::Accepted>(
        protocol::OrderingPause{ShopClient::newOp(), 10, "곧 다시 엽니다", "Back soon"});
    manager.ask<protocol::Accepted>(protocol::OrderingResume{ShopClient::newOp()});
}

/// How many different kinds of events are in the log.
std::size_t kindsOf(const std::vector<Event>& events)
{
    std::set<std::string> kinds;
    for (const Event& event : events)
        kinds.emplace(protocol::typeName(event.body));
    return kinds.size();
}

} // namespace

/// Both streams are spoiled while the shop works; every screen shows the truth all the same.
class StreamTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyScreenEqualsTheLedger();
};

void StreamTest::everyScreenEqualsTheLedger()
{
    RunningShop shop;
    shop.terminalSwitches = QStringList{QStringLiteral("--latency-ms"),      QStringLiteral("10:5"),
                                        QStringLiteral("--card-ms"),         QStringLiteral("5"),
                                        QStringLiteral("--decline-percent"), QStringLiteral("5")};
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon());

    const QString spoiledEvents = QStringLiteral("ipc://%1/spoiled-events").arg(shop.data());
    const QString spoiledBoard = QStringLiteral("ipc://%1/spoiled-board").arg(shop.data());
    transport::FaultyRelay events{shop.events().toStdString(), spoiledEvents.toStdString(), 1};
    transport::FaultyRelay board{shop.board().toStdString(), spoiledBoard.toStdString(), 2};
    transport::RelayFaults faults;
    faults.losePercent = 10;
    faults.doublePercent = 10;
    faults.reorderWithin = 5;
    events.setFaults(faults);
    board.setFaults(faults);

    using protocol::Stream;
    std::vector<std::unique_ptr<Screen>> screens;
    const auto open = [&](const QString& stream, Stream kind, Actor who) {
        screens.push_back(std::make_unique<Screen>(shop, stream, kind, std::move(who)));
    };
    open(spoiledEvents, Stream::Events, {Role::Station, "bar"});
    open(spoiledEvents, Stream::Events, {Role::Manager, "office"});
    open(spoiledBoard, Stream::Board, {Role::Kiosk, "kiosk-9"});
    open(spoiledBoard, Stream::Board, {Role::Board, "pickup"});
    for (const auto& screen : screens)
        QTRY_VERIFY_WITH_TIMEOUT(screen->feed.freshness().asOf, 20'000);

    std::atomic<int> paid{0};
    std::vector<std::future<void>> days;
    for (int number = 1; number <= kKiosks; ++number)
        days.push_back(std::async(std::launch::async, [&shop, &paid, number] {
            BusyKiosk{shop, number}.serve(kOrders / kKiosks, paid);
        }));
    const auto allServed = [&days] {
        for (const auto& day : days)
            if (day.wait_for(0s) != std::future_status::ready)
                return false;
        return true;
    };
    // Somebody switches a screen on in the middle of it.
    QTRY_VERIFY_WITH_TIMEOUT(paid >= kOrders / 2 || allServed(), 90'000);
    open(spoiledBoard, Stream::Board, {Role::Kiosk, "latecomer"});
    QTRY_VERIFY_WITH_TIMEOUT(allServed(), 90'000);
    for (auto& day : days)
        day.get(); // throws what went wrong in it
    QCOMPARE(paid.load(), kOrders);
    closeForAWhile(shop);
    QTRY_VERIFY_WITH_TIMEOUT(isQuiet(shop), 30'000);

    // The streams stay as bad as they are to the end.
    ShopClient ledger{shop.commands(), {Role::Ctl, "audit"}};
    ShopView full;
    std::vector<Event> log;
    for (const auto& screen : screens) {
        QTRY_VERIFY_WITH_TIMEOUT(
            screen->feed.freshness().state == client::FeedState::Live &&
                screen->feed.view().seq >=
                    ledger.ask<protocol::StatusAnswer>(protocol::StatusGet{}).head,
            20'000);
        log = ledger.allEvents(Stream::Events);
        full = {};
        for (const Event& event : log)
            if (event.seq <= screen->feed.view().seq)
                full.apply(event);
        const bool isPublic =
            screen->name == "kiosk-9" || screen->name == "pickup" || screen->name == "latecomer";
        const ShopView& shown = screen->feed.view();
        QCOMPARE(shown.seq, full.seq);
        QVERIFY2(shown == (isPublic ? publicFace(full) : full), screen->name.c_str());
        const client::FeedCounters& counters = screen->feed.counters();
        qInfo("%-9s at %lld of %zu events: %lld gap fills, %lld events fetched, %lld doubles, %lld "
              "snapshots",
              screen->name.c_str(), static_cast<long long>(shown.seq), log.size(),
              static_cast<long long>(counters.gapFills),
              static_cast<long long>(counters.eventsFetched),
              static_cast<long long>(counters.duplicates),
              static_cast<long long>(counters.snapshots));
        QVERIFY(counters.gapFills > 0);
        QVERIFY(counters.duplicates > 0);
        QCOMPARE(counters.garbled, 0);
        QCOMPARE(counters.snapshots, 1); // nobody took the easy way
    }
    for (const auto* relay : {&events, &board}) {
        const transport::RelayCounts counts = relay->counts();
        qInfo("of %lld frames %lld were lost, %lld doubled, %lld overtaken",
              static_cast<long long>(counts.taken), static_cast<long long>(counts.lost),
              static_cast<long long>(counts.doubled), static_cast<long long>(counts.overtaken));
        QVERIFY(counts.lost > 0 && counts.doubled > 0 && counts.overtaken > 0);
    }
    qInfo("%zu kinds of events", kindsOf(log));
    QVERIFY(kindsOf(log) >= 14);

    screens.clear();
    const QStringList wrong = auditStoppedShop(shop);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(StreamTest)
#include "test_stream.moc"
