// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/limits.h"
#include "tests/daemon/shop_rig.h"

#include <QTest>

namespace coffee::test {

using namespace protocol;
using namespace daemon;

/// What is on offer, who is there, who may, and what can be read.
class ShopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSoldOutItemComesBack_data();
    void aSoldOutItemComesBack();
    void availabilityOfAnUnknownItemIsRefused();
    void aPauseEndsByItself();
    void aPauseIsEndedByHand();
    void aPauseOutlivesARestart();
    void aNewMenuIsPublishedAndForgetsItsSoldOut();
    void helpIsCalledAndTaken();
    void whoeverTookACallWhileCutOffDidNotTakeTheNext();

    void screensComeAndGo();
    void aScreenThatLagsIsBehind();
    void aBusyLogMakesNobodyBehind();
    void aBeatEverySecond();

    void thePinIsSetAndChanged();
    void weakPinsAreRefused_data();
    void weakPinsAreRefused();
    void fiveWrongPinsLockThatMachine();
    void onlySoManyPinsWait();
    void theSamePinCommandTwiceIsDoneOnce();

    void numbersBeginAnewEachDay();
    void numbersSkipWhatYesterdayHolds();
    void numbersNeverRepeatAfterARestart();
    void timeNeverGoesBack();
    void aClockThatJumpsIsAnAlarm();

    void snapshotAndEventsTellTheSame();
    void eventsBeyondTheLogAreAnotherLog();
    void theMenuIsServed();
    void statusCounts();
    void ordersAndHistoryAreListed();
    void memoryFollowsOpenOrders();
    void theViewIsStoredAndTakenUpAgain();
};

namespace {

Presence presence(const ShopRig& rig, Sequence seq, Stream stream = Stream::Events)
{
    return {"0.1.0", stream, rig.shop().memory().epoch, seq};
}

PresenceState stateOf(const ShopRig& rig, const Actor& who)
{
    for (const MachineView& machine : rig.view().health.machines)
        if (machine.who == who)
            return machine.state;
    return PresenceState::Away;
}

void collect(ShopRig& rig, OrderId order)
{
    const auto step = [&](OrderAction action, OrderState seen) {
        rig.ask<OrderAnswer>(bar(), OrderCommand{action, rig.newOp(), order, seen, 0});
    };
    step(OrderAction::Start, OrderState::Queued);
    step(OrderAction::Ready, OrderState::Making);
    step(OrderAction::Collect, OrderState::Ready);
}

} // namespace

// ---- the offer ------------------------------------------------------------------------------

void ShopTest::aSoldOutItemComesBack_data()
{
    QTest::addColumn<int>("until");
    QTest::addColumn<qint64>("seconds"); // 0: never by itself
    QTest::newRow("by hand") << static_cast<int>(UntilKind::ByHand) << qint64{0};
    QTest::newRow("30 minutes") << static_cast<int>(UntilKind::Minutes) << qint64{30 * 60};
    // The rig begins at 09:00; the business day ends at 04:00.
    QTest::newRow("end of day") << static_cast<int>(UntilKind::EndOfDay) << qint64{19 * 3600};
}

void ShopTest::aSoldOutItemComesBack()
{
    QFETCH(int, until);
    QFETCH(qint64, seconds);
    ShopRig rig;
    const auto set = [&](bool available) {
        rig.ask<Accepted>(bar(), SetAvailability{rig.newOp(), "cookie", available,
                                                 static_cast<UntilKind>(until), 30, 0});
    };
    set(false);
    QVERIFY(rig.view().offer.soldOut.contains("cookie"));
    if (seconds == 0) {
        rig.skip(48h);
        QVERIFY(rig.view().offer.soldOut.contains("cookie"));
        set(true);
    } else {
        rig.skip(std::chrono::seconds{seconds - 2});
        QVERIFY(rig.view().offer.soldOut.contains("cookie"));
        rig.pass(3s);
    }
    QVERIFY(!rig.view().offer.soldOut.contains("cookie"));
    const Sequence head = rig.shop().memory().head;
    set(true); // it is there already: no event
    QCOMPARE(rig.shop().memory().head, head);
    QCOMPARE(rig.verify(), std::string{});
}

void ShopTest::availabilityOfAnUnknownItemIsRefused()
{
    ShopRig rig;
    QCOMPARE(rig.refused(bar(), SetAvailability{rig.newOp(), "tea", false, UntilKind::ByHand, 0, 0})
                 .code,
             RefusalCode::NotFound);
}

void ShopTest::aPauseEndsByItself()
{
    ShopRig rig;
    rig.ask<Accepted>(manager(), OrderingPause{rig.newOp(), 20, "청소 중", "Cleaning"});
    QCOMPARE(rig.view().offer.ordering.state, OrderingState::Paused);
    rig.pass(20min - 2s);
    QCOMPARE(rig.view().offer.ordering.state, OrderingState::Paused);
    rig.pass(3s);
    QCOMPARE(rig.view().offer.ordering, OrderingChanged{});
    QCOMPARE(rig.published.back().actor.role, Role::Daemon);
}

void ShopTest::aPauseIsEndedByHand()
{
    ShopRig rig;
    rig.ask<Accepted>(manager(), OrderingPause{rig.newOp(), 20, {}, {}});
    rig.ask<Accepted>(manager(), OrderingResume{rig.newOp()});
    QCOMPARE(rig.view().offer.ordering, OrderingChanged{});
    const Sequence head = rig.shop().memory().head;
    rig.ask<Accepted>(manager(), OrderingResume{rig.newOp()});
    QCOMPARE(rig.shop().memory().head, head);
}

void ShopTest::aPauseOutlivesARestart()
{
    ShopRig rig;
    rig.ask<Accepted>(manager(), OrderingPause{rig.newOp(), 20, "청소 중", "Cleaning"});
    rig.restart();
    QCOMPARE(rig.view().offer.ordering.state, OrderingState::Paused);
    rig.pass(21min);
    QCOMPARE(rig.view().offer.ordering.state, OrderingState::Open);
    QCOMPARE(rig.verify(), std::string{});
}

void ShopTest::aNewMenuIsPublishedAndForgetsItsSoldOut()
{
    ShopRig rig;
    rig.ask<Accepted>(bar(),
                      SetAvailability{rig.newOp(), "cookie", false, UntilKind::ByHand, 0, 0});
    rig.restart();
    QCOMPARE(rig.events<MenuPublished>().size(), std::size_t{1}); // the same menu: nothing new
    rig.settings().menu.version = "m-2";
    rig.settings().menu.items.erase(rig.settings().menu.items.begin() + 1);
    rig.restart();
    QCOMPARE(rig.events<MenuPublished>().size(), std::size_t{2});
    QCOMPARE(rig.view().offer.menuVersion, std::string{"m-2"});
    QVERIFY(rig.view().offer.soldOut.empty());
    QCOMPARE(
        rig.refused(kiosk(), CheckoutOpen{oneCoffee(), "ko", "m-1", Money::fromWon(4'500)}).code,
        RefusalCode::MenuChanged);
    QCOMPARE(rig.verify(), std::string{});
}

void ShopTest::helpIsCalledAndTaken()
{
    ShopRig rig;
    rig.ask<Accepted>(kiosk(), HelpCall{rig.newOp()});
    rig.ask<Accepted>(kiosk(), HelpCall{rig.newOp()}); // pressed again
    QCOMPARE(rig.events<HelpCalled>().size(), std::size_t{1});
    rig.ask<Accepted>(bar(), HelpTake{rig.newOp(), "kiosk-1", 0});
    rig.ask<Accepted>(manager(), HelpTake{rig.newOp(), "kiosk-1", 0});
    QCOMPARE(rig.events<HelpTaken>().size(), std::size_t{1});
    QVERIFY(rig.view().health.helpCalls.empty());
}

void ShopTest::whoeverTookACallWhileCutOffDidNotTakeTheNext()
{
    ShopRig rig;
    rig.ask<Accepted>(kiosk(), HelpCall{rig.newOp()});
    rig.ask<Accepted>(manager(), HelpTake{rig.newOp(), "kiosk-1", 0});
    rig.pass(60s);
    rig.ask<Accepted>(kiosk(), HelpCall{rig.newOp()});
    rig.pass(10s);
    rig.ask<Accepted>(bar(), HelpTake{rig.newOp(), "kiosk-1", 30'000});
    QVERIFY(rig.view().health.helpCalls.contains("kiosk-1"));
    rig.ask<Accepted>(bar(), HelpTake{rig.newOp(), "kiosk-1", 4'000});
    QVERIFY(rig.view().health.helpCalls.empty());
    QCOMPARE(rig.verify(), std::string{});
}

// ---- screens --------------------------------------------------------------------------------

void ShopTest::screensComeAndGo()
{
    ShopRig rig;
    rig.ask<Accepted>(bar(), presence(rig, 1));
    QCOMPARE(stateOf(rig, bar()), PresenceState::Up);
    for (int i = 0; i < 10; ++i) {
        rig.pass(kPresenceEvery);
        rig.ask<Accepted>(bar(), presence(rig, rig.shop().memory().head));
    }
    QCOMPARE(rig.events<PresenceChanged>().size(), std::size_t{1}); // only changes
    rig.pass(kAwayAfter - 1s);
    QCOMPARE(stateOf(rig, bar()), PresenceState::Up);
    rig.pass(2s);
    QCOMPARE(stateOf(rig, bar()), PresenceState::Away);
    QVERIFY(rig.view().health.barAway());
    rig.ask<Accepted>(bar(), presence(rig, rig.shop().memory().head));
    QCOMPARE(stateOf(rig, bar()), PresenceState::Up);

    rig.restart(); // it has its time to speak
    QCOMPARE(stateOf(rig, bar()), PresenceState::Up);
    rig.pass(kAwayAfter + 1s);
    QCOMPARE(stateOf(rig, bar()), PresenceState::Away);
    QCOMPARE(rig.verify(), std::string{});
}

void ShopTest::aScreenThatLagsIsBehind()
{
    ShopRig rig;
    const Sequence stuck = rig.shop().memory().head;
    rig.ask<Accepted>(bar(), presence(rig, stuck));
    rig.pass(10s);
    rig.ask<Accepted>(bar(), presence(rig, rig.shop().memory().head));
    rig.buy();
    for (int i = 0; i < 2; ++i) {
        rig.pass(kPresenceEvery);
        rig.ask<Accepted>(bar(), presence(rig, stuck));
        QCOMPARE(stateOf(rig, bar()), PresenceState::Up); // it has five seconds
    }
    for (int i = 0; i < 3; ++i) {
        rig.pass(kPresenceEvery);
        rig.ask<Accepted>(bar(), presence(rig, stuck));
    }
    QCOMPARE(stateOf(rig, bar()), PresenceState::Behind);
    rig.ask<Accepted>(bar(), presence(rig, rig.shop().memory().head));
    QCOMPARE(stateOf(rig, bar()), PresenceState::Up);
}

void ShopTest::aBusyLogMakesNobodyBehind()
{
    ShopRig rig;
    rig.ask<Accepted>(bar(), presence(rig, rig.shop().memory().head));
    for (int i = 0; i < 12; ++i) {
        // Whatever happened since it looked is not yet in its view, every time.
        const Sequence seen = rig.shop().memory().head;
        rig.pass(1s);
        rig.buy();
        rig.ask<Accepted>(bar(), presence(rig, seen));
        QCOMPARE(stateOf(rig, bar()), PresenceState::Up);
    }
}

void ShopTest::aBeatEverySecond()
{
    ShopRig rig;
    const int before = rig.beats;
    rig.pass(10s);
    QCOMPARE(rig.beats, before + 10);
    QCOMPARE(rig.faults().commits, 1); // and nothing is written for it but the start
}

// ---- PINs -----------------------------------------------------------------------------------

void ShopTest::thePinIsSetAndChanged()
{
    ShopRig rig;
    rig.setPin("135792");
    QVERIFY(rig.ask<StatusAnswer>(ctl(), StatusGet{}).pinSet);
    const auto change = [&](const std::string& oldPin, const std::string& newPin) {
        const std::string route = rig.send(ctl(), PinSet{rig.newOp(), oldPin, newPin});
        rig.checkPin();
        return route;
    };
    QCOMPARE(rig.refusalOn(change("000001", "246801")).code, RefusalCode::WrongPin);
    QCOMPARE(rig.refusalOn(change("", "246801")).code, RefusalCode::WrongPin);
    static_cast<void>(rig.okOn<Accepted>(change("135792", "246801")));
    rig.restart();
    QCOMPARE(rig.refusalOn(change("135792", "975313")).code, RefusalCode::WrongPin);
    static_cast<void>(rig.okOn<Accepted>(change("246801", "975313")));
    // In no event and no answer.
    for (const Event& event : rig.published)
        QVERIFY(encodeEventBody(event.body).find("975313") == std::string::npos);
    QCOMPARE(rig.verify(), std::string{});
}

void ShopTest::weakPinsAreRefused_data()
{
    QTest::addColumn<QString>("pin");
    for (const char* pin : {"12345", "1234567", "123456", "654321", "111111", "12345a", "      "})
        QTest::newRow(pin) << QString::fromLatin1(pin);
}

void ShopTest::weakPinsAreRefused()
{
    QFETCH(QString, pin);
    ShopRig rig;
    QCOMPARE(rig.refused(ctl(), PinSet{rig.newOp(), {}, pin.toStdString()}).code,
             RefusalCode::NotPossible);
    QVERIFY(rig.pinChecks.empty());
}

void ShopTest::fiveWrongPinsLockThatMachine()
{
    ShopRig rig;
    rig.setPin("135792");
    const OrderId order = rig.buy().order;
    const auto cancel = [&](const Actor& who, const std::string& pin) {
        const std::string route =
            rig.send(who, OrderCancelByStaff{rig.newOp(), order, OrderState::Queued, "x", pin, 0});
        if (!rig.pinChecks.empty())
            rig.checkPin();
        return route;
    };
    for (int left = 4; left >= 1; --left) {
        const Refusal refused = rig.refusalOn(cancel(bar(), "000000"));
        QCOMPARE(refused.code, RefusalCode::WrongPin);
        QCOMPARE(refused.left, left);
    }
    QCOMPARE(rig.refusalOn(cancel(bar(), "000000")).code, RefusalCode::Locked);
    const Refusal locked = rig.refusalOn(cancel(bar(), "135792")); // not even looked at
    QCOMPARE(locked.code, RefusalCode::Locked);
    QVERIFY(locked.retryAfter > 0s && locked.retryAfter <= 60s);
    QVERIFY(rig.pinChecks.empty());
    // Nobody else is locked.
    QCOMPARE(rig.refusalOn(cancel(bar("bar-2"), "000000")).code, RefusalCode::WrongPin);
    rig.pass(60s);
    QCOMPARE(rig.okOn<CancelAnswer>(cancel(bar(), "135792")).amount.won(), 12'500);
    QCOMPARE(rig.verify(), std::string{});
}

void ShopTest::onlySoManyPinsWait()
{
    ShopRig rig;
    rig.setPin("135792");
    const OrderId order = rig.buy().order;
    std::string last;
    for (std::size_t i = 0; i <= kPinWaitingMax; ++i)
        last =
            rig.send(bar("bar-" + std::to_string(i)),
                     OrderCancelByStaff{rig.newOp(), order, OrderState::Queued, "x", "000000", 0});
    QCOMPARE(rig.refusalOn(last).code, RefusalCode::Busy);
    QCOMPARE(rig.pinChecks.size(), kPinWaitingMax);
    while (!rig.pinChecks.empty())
        rig.checkPin();
    QVERIFY(rig.shop().memory().pinWaiting.empty());
}

void ShopTest::theSamePinCommandTwiceIsDoneOnce()
{
    ShopRig rig;
    rig.setPin("135792");
    const OrderId order = rig.buy().order;
    const OrderRefund refund{rig.newOp(), order, {}, Money::fromWon(500), "x", "135792"};
    const std::string first = rig.send(manager(), refund);
    const std::string second = rig.send(manager(), refund);
    rig.checkPin();
    rig.checkPin();
    QCOMPARE(rig.bodyOn(second), rig.bodyOn(first));
    QCOMPARE(rig.refundedOf(order).won(), 500);
    QCOMPARE(rig.verify(), std::string{});
}

// ---- numbers and time -----------------------------------------------------------------------

void ShopTest::numbersBeginAnewEachDay()
{
    ShopRig rig;
    QCOMPARE(rig.buy().number, 101);
    const PaidAnswer second = rig.buy();
    QCOMPARE(second.number, 102);
    collect(rig, 1);
    collect(rig, 2);
    rig.skip(18h + 59min); // 03:59
    const PaidAnswer night = rig.buy();
    QCOMPARE(night.number, 103);
    QCOMPARE(night.day, second.day);
    collect(rig, night.order);
    rig.pass(1min);
    const PaidAnswer morning = rig.buy();
    QCOMPARE(morning.number, 101);
    QCOMPARE(morning.day, second.day + 1);
    QCOMPARE(rig.verify(), std::string{});
}

void ShopTest::numbersSkipWhatYesterdayHolds()
{
    ShopRig rig;
    for (int i = 0; i < 4; ++i)
        rig.buy();
    collect(rig, 1);
    collect(rig, 3);
    rig.skip(24h);
    QCOMPARE(rig.buy().number, 101);
    QCOMPARE(rig.buy().number, 103); // 102 and 104 still wait on the counter
    QCOMPARE(rig.buy().number, 105);
    QCOMPARE(rig.verify(), std::string{});
}

void ShopTest::numbersNeverRepeatAfterARestart()
{
    ShopRig rig;
    collect(rig, rig.buy().order);
    rig.restart();
    QCOMPARE(rig.buy().number, 102);
    // Another idea of where the shop is does not bring a day back.
    rig.settings().utcOffset = std::chrono::minutes{-600};
    rig.restart();
    QCOMPARE(rig.buy().number, 103);
    QCOMPARE(rig.verify(), std::string{});
}

void ShopTest::timeNeverGoesBack()
{
    ShopRig rig;
    rig.buy();
    const ShopTime before = rig.view().at;
    rig.stepWall(-1h);
    rig.pass(1s);
    rig.buy();
    QVERIFY(rig.view().at >= before);
    rig.stepWall(-24h);
    rig.restart();
    rig.buy();
    QVERIFY(rig.view().at >= before);
    QCOMPARE(rig.verify(), std::string{});
}

void ShopTest::aClockThatJumpsIsAnAlarm()
{
    ShopRig rig;
    rig.pass(1s);
    const ShopTime before = rig.view().at;
    rig.stepWall(365 * 24h);
    rig.pass(5s);
    QVERIFY(rig.view().health.alarms.contains(AlarmKind::ClockStepped));
    rig.buy();
    QVERIFY(rig.view().at - before < 1min); // shop time went on by itself
    QCOMPARE(rig.events<AlarmChanged>().size(), std::size_t{1});
    rig.restart(); // shop time begins anew with the wall clock
    QVERIFY(!rig.view().health.alarms.contains(AlarmKind::ClockStepped));
    QCOMPARE(rig.verify(), std::string{});
}

// ---- reads ----------------------------------------------------------------------------------

void ShopTest::snapshotAndEventsTellTheSame()
{
    ShopRig rig;
    for (int i = 0; i < 3; ++i)
        rig.buy();
    collect(rig, 2);
    for (const Stream stream : {Stream::Events, Stream::Board}) {
        const Actor who = stream == Stream::Events ? bar() : kiosk();
        const auto snapshot = rig.ask<Snapshot>(who, SnapshotGet{stream});
        ShopView folded;
        while (folded.seq < rig.shop().memory().head) {
            const auto page = rig.ask<EventsPage>(who, EventsGet{stream, folded.seq, 4});
            QCOMPARE(page.head, rig.shop().memory().head);
            QCOMPARE(page.epoch, snapshot.epoch);
            QVERIFY(!page.events.empty());
            for (const Event& event : page.events)
                folded.apply(event);
        }
        QCOMPARE(snapshot.view, folded);
    }
}

void ShopTest::eventsBeyondTheLogAreAnotherLog()
{
    ShopRig rig;
    const Sequence head = rig.shop().memory().head;
    QVERIFY(rig.ask<EventsPage>(bar(), EventsGet{Stream::Events, head, 10}).events.empty());
    QCOMPARE(rig.refused(bar(), EventsGet{Stream::Events, head + 1, 10}).code,
             RefusalCode::UnknownEpoch);
}

void ShopTest::theMenuIsServed()
{
    ShopRig rig;
    QCOMPARE(rig.ask<MenuAnswer>(kiosk(), MenuGet{}).menu, rigSettings().menu);
    QCOMPARE(rig.ask<MenuAnswer>(kiosk(), MenuGet{"m-1"}).menu.version, std::string{"m-1"});
    QCOMPARE(rig.refused(kiosk(), MenuGet{"m-0"}).code, RefusalCode::NotFound);
}

void ShopTest::statusCounts()
{
    ShopRig rig;
    rig.buy();
    rig.buy();
    rig.ask<OrderAnswer>(bar(),
                         OrderCommand{OrderAction::Start, rig.newOp(), 1, OrderState::Queued, 0});
    rig.place(rig.newKey());
    rig.ask<Accepted>(bar(), presence(rig, 1));
    rig.pass(3s);
    const auto status = rig.ask<StatusAnswer>(manager(), StatusGet{});
    QCOMPARE(status.head, rig.shop().memory().head);
    QCOMPARE(status.ordersQueued, 1);
    QCOMPARE(status.ordersMaking, 1);
    QCOMPARE(status.ordersReady, 0);
    QCOMPARE(status.chargesRunning, 1);
    QCOMPARE(status.chargesWaiting, 0);
    QCOMPARE(status.upMs, std::int64_t{3'000});
    QCOMPARE(status.gateway, std::string{"rig"});
    QVERIFY(status.simulated);
    QVERIFY(!status.pinSet);
    QVERIFY(status.databaseBytes > 0);
    QCOMPARE(status.screens.size(), std::size_t{1});
    QCOMPARE(status.screens.front().silentMs, std::int64_t{3'000});
}

void ShopTest::ordersAndHistoryAreListed()
{
    ShopRig rig;
    for (int i = 0; i < 5; ++i)
        rig.buy();
    collect(rig, 5);
    auto listed = rig.ask<OrdersAnswer>(ctl(), OrdersList{false, 0, 3});
    QCOMPARE(listed.orders.size(), std::size_t{3});
    QCOMPARE(listed.orders.front().order, OrderId{5});
    listed = rig.ask<OrdersAnswer>(ctl(), OrdersList{false, 3, 10});
    QCOMPARE(listed.orders.size(), std::size_t{2});
    listed = rig.ask<OrdersAnswer>(ctl(), OrdersList{true, 0, 10});
    QCOMPARE(listed.orders.size(), std::size_t{4});

    const auto history = rig.ask<HistoryAnswer>(ctl(), OrderHistory{105, 0});
    QCOMPARE(history.order.order, OrderId{5});
    QCOMPARE(history.order.units, 3);
    QVERIFY(history.events.size() >= 5); // opened, paid, started, ready, collected
    QVERIFY(std::holds_alternative<AttemptOpened>(history.events.front().body));
    QCOMPARE(rig.ask<HistoryAnswer>(ctl(), OrderHistory{0, 5}), history);
    QCOMPARE(rig.refused(ctl(), OrderHistory{999, 0}).code, RefusalCode::UnknownOrder);
    QCOMPARE(rig.refused(ctl(), OrderHistory{0, 999}).code, RefusalCode::UnknownOrder);
}

void ShopTest::memoryFollowsOpenOrders()
{
    ShopRig rig;
    rig.checksEveryStep = false;
    for (int i = 0; i < 300; ++i)
        collect(rig, rig.buy("kiosk-1", oneCoffee()).order);
    const ShopMemory& memory = rig.shop().memory();
    QVERIFY(memory.orders.empty());
    QVERIFY(memory.attempts.empty());
    QVERIFY(memory.quotes.empty());
    QCOMPARE(memory.view.orders.all().size(), OrderBoard::kFinishedKept);
}

void ShopTest::theViewIsStoredAndTakenUpAgain()
{
    ShopRig rig;
    rig.checksEveryStep = false;
    while (rig.shop().memory().head < kViewEvery + 10)
        collect(rig, rig.buy("kiosk-1", oneCoffee()).order);
    const auto stored = rig.ledger().load().view;
    QVERIFY(stored && stored->seq >= kViewEvery);
    rig.checksEveryStep = true;
    rig.restart(); // the check compares the view with the fold of everything
    QCOMPARE(rig.verify(), std::string{});
}

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::ShopTest)
#include "test_shop.moc"
