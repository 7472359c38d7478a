// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shop/shop_under_test.h"

#include <QTest>

using namespace coffee;
using namespace coffee::daemon;
using namespace coffee::protocol;
using namespace coffee::test;

namespace {

constexpr std::int64_t kCoffeeWon = 4'500;

CheckoutOpen coffeePlease()
{
    CheckoutOpen open;
    open.basket = oneCoffee();
    open.locale = "ko";
    open.menuVersion = "m-1";
    open.shownTotal = Money::fromWon(kCoffeeWon);
    return open;
}

Presence word(const ShopUnderTest& shop, Sequence seq)
{
    return {"1.0", Stream::Board, shop.shop().memory().epoch, seq};
}

const Actor kBoard{Role::Board, "board-1"};

/// An attempt whose money a person must settle.
AttemptId reviewed(ShopUnderTest& shop, const AttemptKey& key)
{
    shop.place(key);
    shop.approve(key.value, Money::fromWon(1));
    return shop.ledger().findKey(key).has_value()
               ? std::get<AttemptRow>(*shop.ledger().findKey(key)).id
               : 0;
}

} // namespace

/// What a manager may do from the window beside money: the breaker, the pace, the hours, machines
/// and alarms; and asking the bank again.
class TestShopManager : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // ---- card payments
    void aPersonStopsCardPaymentsAndLetsThemGoOn()
    {
        ShopUnderTest shop;
        shop.ask<Accepted>(manager(), BreakerSet{shop.newOp(), BreakerState::Open, 60});
        QCOMPARE(shop.view().payments.breaker, BreakerState::Open);
        QCOMPARE(shop.view().offer.ordering.state, OrderingState::Busy);
        QCOMPARE(shop.events<BreakerMoved>().back().cause, std::string{"stopped by a person"});
        const Refusal refused = shop.refused(kiosk(), coffeePlease());
        QCOMPARE(refused.code, RefusalCode::Busy);
        QVERIFY(refused.retryAfter >= 60min);
        // Neither time nor a restart lets them go on earlier.
        shop.pass(5min);
        shop.restart();
        shop.pass(54min);
        QCOMPARE(shop.view().payments.breaker, BreakerState::Open);
        shop.ask<Accepted>(manager(), BreakerSet{shop.newOp(), BreakerState::Closed, 0});
        QCOMPARE(shop.view().payments.breaker, BreakerState::Closed);
        QCOMPARE(shop.view().offer.ordering.state, OrderingState::Open);
        static_cast<void>(shop.buy());
    }

    void aStopByHandEndsByItself()
    {
        ShopUnderTest shop;
        shop.ask<Accepted>(manager(), BreakerSet{shop.newOp(), BreakerState::Open, 1});
        shop.pass(61s);
        QCOMPARE(shop.view().payments.breaker, BreakerState::HalfOpen);
    }

    void aPersonHasCardPaymentsTriedNow()
    {
        ShopUnderTest shop;
        Refusal refused =
            shop.refused(manager(), BreakerSet{shop.newOp(), BreakerState::HalfOpen, 0});
        QCOMPARE(refused.code, RefusalCode::WrongState);
        QCOMPARE(refused.state, std::string{"closed"});
        shop.ask<Accepted>(manager(), BreakerSet{shop.newOp(), BreakerState::Open, 60});
        shop.ask<Accepted>(manager(), BreakerSet{shop.newOp(), BreakerState::HalfOpen, 0});
        QCOMPARE(shop.view().payments.breaker, BreakerState::HalfOpen);
        shop.pass(1s);
        QCOMPARE(shop.countCalls<LookupCall>(), 1); // the look
        refused = shop.refused(manager(), BreakerSet{shop.newOp(), BreakerState::Open, 0});
        QCOMPARE(refused.code, RefusalCode::NotPossible);
    }

    void aChargeThatIsOutIsCarriedOutWhenAPersonStops()
    {
        ShopUnderTest shop;
        const AttemptKey key = shop.newKey();
        const std::string route = shop.place(key);
        shop.ask<Accepted>(manager(), BreakerSet{shop.newOp(), BreakerState::Open, 15});
        shop.approve(key.value, Money::fromWon(12'500));
        QCOMPARE(shop.stateOf(key), AttemptState::Paid);
    }

    void theChargesOfTheLastHourAreTold()
    {
        ShopUnderTest shop;
        static_cast<void>(shop.buy());
        const AttemptKey key = shop.newKey();
        shop.place(key);
        shop.finishCharge(key.value, ChargeDeclined{});
        shop.pass(2min);
        const AttemptKey silent = shop.newKey();
        shop.place(silent);
        shop.finishCharge(silent.value, ChargeUnknown{});
        auto minutes = shop.ask<StatusAnswer>(manager(), StatusGet{}).payments;
        QCOMPARE(minutes.size(), std::size_t{2});
        QCOMPARE(minutes[0].approved, 1);
        QCOMPARE(minutes[0].declined, 1);
        QCOMPARE(minutes[0].failed, 0);
        QCOMPARE(minutes[1].failed, 1);
        QVERIFY(minutes[0].at < minutes[1].at);
        shop.pass(59min);
        minutes = shop.ask<StatusAnswer>(manager(), StatusGet{}).payments;
        QCOMPARE(minutes.size(), std::size_t{1});
    }

    // ---- pace and hours
    void aShopThatSlowsDownHoldsCustomersOffUntilTheBarHasTime()
    {
        ShopUnderTest shop;
        shop.ask<Accepted>(manager(), OrderingPace{shop.newOp(), 1});
        QCOMPARE(shop.view().offer.makingMinutes, 1);
        static_cast<void>(shop.buy()); // one alone fits, however large
        const Refusal refused = shop.refused(kiosk(), coffeePlease());
        QCOMPARE(refused.code, RefusalCode::Busy);
        QVERIFY(refused.retryAfter > 14min && refused.retryAfter < 16min);
        QCOMPARE(refused.state, std::string{kBusyBar});
        shop.pass(15min);
        shop.ask<Quote>(kiosk(), coffeePlease());
        // What others are just paying counts as well.
        shop.place(shop.newKey("kiosk-2"), "kiosk-2");
        QCOMPARE(shop.refused(kiosk(), coffeePlease()).code, RefusalCode::Busy);
        // It is over at once when a person says so, which kiosks learn.
        shop.restart();
        QCOMPARE(shop.view().offer.makingMinutes, 1);
        QCOMPARE(publicFace(shop.view()).offer.makingMinutes, 1);
        shop.ask<Accepted>(manager(), OrderingPace{shop.newOp(), 0});
        shop.ask<Quote>(kiosk(), coffeePlease());
    }

    void aCancelledOrderTakesNoTimeOfTheBar()
    {
        ShopUnderTest shop;
        const auto paid = shop.buy();
        shop.ask<Accepted>(manager(), OrderingPace{shop.newOp(), 1});
        QCOMPARE(shop.refused(kiosk(), coffeePlease()).code, RefusalCode::Busy);
        shop.cancel(paid);
        shop.ask<Quote>(kiosk(), coffeePlease());
    }

    void theHoursOfAManagerCountUntilTheMenusDoAgain()
    {
        ShopUnderTest shop;
        const SaleHours hours{7 * 60, 21 * 60, 0b0011111};
        shop.ask<Accepted>(manager(), HoursSet{shop.newOp(), true, hours});
        const Menu& menu = shop.settings().menu;
        QCOMPARE(shop.view().offer.openingHours(menu), hours);
        QCOMPARE(publicFace(shop.view()).offer.openingHours(menu), hours);
        shop.ask<Accepted>(manager(), HoursSet{shop.newOp(), true, hours});
        QCOMPARE(shop.events<HoursChanged>().size(), std::size_t{1});
        shop.restart();
        QCOMPARE(shop.view().offer.openingHours(menu), hours);
        shop.ask<Accepted>(manager(), HoursSet{shop.newOp(), false, {}});
        QCOMPARE(shop.view().offer.openingHours(menu), menu.openingHours);
        QCOMPARE(shop.refused(manager(), HoursSet{shop.newOp(), true, {60, 60, 1}}).code,
                 RefusalCode::NotPossible);
    }

    // ---- machines and alarms
    void aScreenIsToldOnceToTakeANewSnapshot()
    {
        ShopUnderTest shop;
        QCOMPARE(shop.refused(manager(), ScreenRefresh{shop.newOp(), kBoard}).code,
                 RefusalCode::NotFound);
        QVERIFY(!shop.ask<PresenceAnswer>(kBoard, word(shop, 1)).refresh);
        shop.ask<Accepted>(manager(), ScreenRefresh{shop.newOp(), kBoard});
        QVERIFY(shop.ask<PresenceAnswer>(kBoard, word(shop, 1)).refresh);
        QVERIFY(!shop.ask<PresenceAnswer>(kBoard, word(shop, 1)).refresh);
    }

    void aScreenThatStaysBehindIsToldAgain()
    {
        ShopUnderTest shop;
        for (int n = 0; n < 8; ++n) { // events go by that it never gets
            static_cast<void>(shop.ask<PresenceAnswer>(kBoard, word(shop, 1)));
            static_cast<void>(shop.buy());
            shop.pass(1s);
        }
        QCOMPARE(shop.view().health.machines.front().state, PresenceState::Behind);
        shop.ask<Accepted>(manager(), ScreenRefresh{shop.newOp(), kBoard});
        QVERIFY(shop.ask<PresenceAnswer>(kBoard, word(shop, 1)).refresh);
        QVERIFY(shop.ask<PresenceAnswer>(kBoard, word(shop, 1)).refresh);
        static_cast<void>(shop.ask<PresenceAnswer>(kBoard, word(shop, shop.shop().memory().head)));
        QVERIFY(!shop.ask<PresenceAnswer>(kBoard, word(shop, shop.shop().memory().head)).refresh);
    }

    void aMachineThatIsAwayIsTakenOffTheListUntilItSpeaks()
    {
        ShopUnderTest shop;
        static_cast<void>(shop.ask<PresenceAnswer>(kBoard, word(shop, 1)));
        const Refusal refused = shop.refused(manager(), MachineRemove{shop.newOp(), kBoard});
        QCOMPARE(refused.code, RefusalCode::WrongState);
        QCOMPARE(refused.state, std::string{"up"});
        shop.pass(8s);
        shop.ask<Accepted>(manager(), MachineRemove{shop.newOp(), kBoard});
        QVERIFY(shop.view().health.machines.empty());
        shop.restart();
        QVERIFY(shop.view().health.machines.empty());
        QCOMPARE(shop.refused(manager(), MachineRemove{shop.newOp(), kBoard}).code,
                 RefusalCode::NotFound);
        static_cast<void>(shop.ask<PresenceAnswer>(kBoard, word(shop, 1)));
        QCOMPARE(shop.view().health.machines.size(), std::size_t{1});
        QCOMPARE(shop.view().health.machines.front().state, PresenceState::Up);
    }

    void aClockThatSteppedCountsAsRightWhenSomebodyHasSeenIt()
    {
        ShopUnderTest shop;
        QCOMPARE(shop.refused(manager(), AlarmSettle{shop.newOp(), AlarmKind::ClockStepped}).code,
                 RefusalCode::NotFound);
        shop.stepWall(2h);
        shop.pass(2s);
        QVERIFY(shop.view().health.alarms.contains(AlarmKind::ClockStepped));
        shop.ask<Accepted>(manager(), AlarmSettle{shop.newOp(), AlarmKind::ClockStepped});
        QVERIFY(shop.view().health.alarms.empty());
    }

    void aSilentBankAfterARestoreIsToldAndAskedNow()
    {
        ShopUnderTest shop;
        shop.restartRestored();
        static_cast<void>(shop.takeCall<ListCall>());
        shop.give(GatewayResult{ListFinished{ListUnknown{"silent"}}});
        QVERIFY(shop.view().health.alarms.contains(AlarmKind::BooksUncompared));
        shop.pass(1s);
        for (int n = 0; n < 8; ++n) { // the pause between two questions has grown
            if (shop.countCalls<ListCall>() > 0) {
                static_cast<void>(shop.takeCall<ListCall>());
                shop.give(GatewayResult{ListFinished{ListUnknown{"silent"}}});
            }
            shop.pass(60s);
        }
        QCOMPARE(shop.events<AlarmChanged>().size(), std::size_t{1});
        if (shop.countCalls<ListCall>() > 0) {
            static_cast<void>(shop.takeCall<ListCall>());
            shop.give(GatewayResult{ListFinished{ListUnknown{"silent"}}});
        }
        shop.ask<Accepted>(manager(), AlarmSettle{shop.newOp(), AlarmKind::BooksUncompared});
        shop.pass(1s);
        static_cast<void>(shop.takeCall<ListCall>());
        shop.give(GatewayResult{ListFinished{std::vector<ListedCharge>{}}});
        QVERIFY(shop.view().health.alarms.empty());
        static_cast<void>(shop.buy());
    }

    // ---- money
    void theBankIsAskedAgainAboutAPaymentUnderReview_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<int>("state");
        QTest::newRow("reversed") << 0 << static_cast<int>(AttemptState::Voided);
        QTest::newRow("declined") << 1 << static_cast<int>(AttemptState::Declined);
        QTest::newRow("no card") << 2 << static_cast<int>(AttemptState::Declined);
        QTest::newRow("it holds the money") << 3 << static_cast<int>(AttemptState::NeedsReview);
        QTest::newRow("it does not know it") << 4 << static_cast<int>(AttemptState::NeedsReview);
        QTest::newRow("silent") << 5 << static_cast<int>(AttemptState::NeedsReview);
    }
    void theBankIsAskedAgainAboutAPaymentUnderReview()
    {
        QFETCH(int, answer);
        QFETCH(int, state);
        ShopUnderTest shop;
        const AttemptKey key = shop.newKey();
        const AttemptId id = reviewed(shop, key);
        QCOMPARE(shop.stateOf(key), AttemptState::NeedsReview);
        shop.ask<Accepted>(manager(), ReviewLook{shop.newOp(), ReviewKind::Attempt, id});
        QCOMPARE(shop.refused(manager(), ReviewLook{shop.newOp(), ReviewKind::Attempt, id}).code,
                 RefusalCode::Busy);
        QCOMPARE(shop.takeCall<LookupCall>().key, key.value);
        const std::array<LookupOutcome, 6> outcomes{
            LookupReversed{},  LookupDeclined{},
            LookupCancelled{}, LookupApproved{{Money::fromWon(1), "30000001", "", "card"}, {}},
            LookupNotFound{},  LookupUnknown{"silent"}};
        shop.finishLookup(key.value, outcomes.at(static_cast<std::size_t>(answer)));
        QCOMPARE(static_cast<int>(shop.stateOf(key)), state);
        if (shop.stateOf(key) == AttemptState::NeedsReview)
            shop.ask<Accepted>(manager(), ReviewLook{shop.newOp(), ReviewKind::Attempt, id});
        else
            QCOMPARE(
                shop.refused(manager(), ReviewLook{shop.newOp(), ReviewKind::Attempt, id}).code,
                RefusalCode::ReviewNotOpen);
    }

    void theBankIsAskedAtOnceAboutAnUnknownPayment()
    {
        ShopUnderTest shop;
        const AttemptKey key = shop.newKey();
        shop.place(key);
        shop.finishCharge(key.value, ChargeUnknown{});
        for (int n = 0; n < 5; ++n) { // it is asked less and less often
            shop.pass(20s);
            if (shop.countCalls<LookupCall>() > 0) {
                static_cast<void>(shop.takeCall<LookupCall>());
                shop.finishLookup(key.value, LookupUnknown{"silent"});
            }
            static_cast<void>(shop.send(kiosk(), AttemptResume{key}));
        }
        QCOMPARE(shop.stateOf(key), AttemptState::Unknown);
        QCOMPARE(shop.countCalls<LookupCall>(), 0);
        const auto id = std::get<AttemptRow>(*shop.ledger().findKey(key)).id;
        shop.ask<Accepted>(manager(), ReviewLook{shop.newOp(), ReviewKind::Attempt, id});
        shop.pass(1ms);
        QCOMPARE(shop.takeCall<LookupCall>().key, key.value);
    }

    void aRefundThatDoesNotGoIsSentAgainAtOnce()
    {
        ShopUnderTest shop;
        shop.setPin(ShopUnderTest::kPin);
        const auto paid = shop.buy();
        const RefundId refund = shop.refund(paid.order, {}, 1'000).refund;
        const auto call = shop.takeCall<RefundCall>();
        const ReviewLook look{{}, ReviewKind::Refund, refund};
        const auto again = [&] {
            ReviewLook one = look;
            one.op = shop.newOp();
            return one;
        };
        QCOMPARE(shop.refused(manager(), again()).code, RefusalCode::Busy);
        for (int n = 0; n < 10; ++n) { // it is sent less and less often
            shop.finishRefund(call.refundKey, RefundResult::Unknown);
            shop.pass(40s);
            if (shop.countCalls<RefundCall>() == 0)
                break;
            static_cast<void>(shop.takeCall<RefundCall>());
        }
        shop.ask<Accepted>(manager(), again());
        QCOMPARE(shop.takeCall<RefundCall>().refundKey, call.refundKey);
        shop.finishRefund(call.refundKey, RefundResult::Done);
        QCOMPARE(shop.refused(manager(), again()).code, RefusalCode::ReviewNotOpen);
    }

    /// Whoever looks at the task may have given the money back by hand a moment ago.
    void aRefundThatTheBankRefusedIsNeverSentAgain()
    {
        ShopUnderTest shop;
        shop.setPin(ShopUnderTest::kPin);
        const auto paid = shop.buy();
        const RefundId refund = shop.refund(paid.order, {}, 1'000).refund;
        shop.finishRefund(shop.takeCall<RefundCall>().refundKey, RefundResult::Refused);
        QCOMPARE(shop.refused(manager(), ReviewLook{shop.newOp(), ReviewKind::Refund, refund}).code,
                 RefusalCode::NotPossible);
        shop.pass(5min);
        QCOMPARE(shop.countCalls<RefundCall>(), 0);
    }

    void aRefundWhoseAnswerCouldNotBeRecordedIsClosedByAPerson()
    {
        ShopUnderTest shop;
        shop.setPin(ShopUnderTest::kPin);
        const auto paid = shop.buy();
        const RefundId refund = shop.refund(paid.order, {}, 1'000).refund;
        const auto call = shop.takeCall<RefundCall>();
        shop.faults().refuses = [](const Changes& changes) {
            return std::any_of(changes.begin(), changes.end(), [](const Change& change) {
                const auto* moved = std::get_if<RefundChanged>(&change);
                return moved && moved->state == RefundState::Done;
            });
        };
        shop.finishRefund(call.refundKey, RefundResult::Done);
        shop.faults().refuses = {};
        QCOMPARE(shop.view().orders.find(paid.order)->refunds.front().state,
                 RefundState::NeedsReview);
        shop.wentThrough<Accepted>(shop.withPin(
            manager(), ReviewClose{shop.newOp(), ReviewKind::Refund, refund, ReviewOutcome::Done,
                                   "the bank has it", ShopUnderTest::kPin}));
    }

    void moneyOfAServedCustomerIsKept()
    {
        ShopUnderTest shop;
        shop.setPin(ShopUnderTest::kPin);
        const AttemptKey key = shop.newKey();
        const AttemptId id = reviewed(shop, key);
        const std::string close = shop.withPin(
            manager(), ReviewClose{shop.newOp(), ReviewKind::Attempt, id, ReviewOutcome::Kept,
                                   "손님이 받아 감", ShopUnderTest::kPin});
        shop.wentThrough<Accepted>(close);
        QCOMPARE(shop.stateOf(key), AttemptState::Kept);
        QVERIFY(shop.view().payments.attempts.empty());
        shop.restart();
        QVERIFY(shop.shop().memory().attempts.empty());
        // No order comes of it, and its kiosk is told what it was told before.
        QVERIFY(shop.bodyOn(shop.send(kiosk(), AttemptResume{key})).find("given_up") !=
                std::string::npos);
        const std::string z =
            shop.withPin(manager(), DayClose{shop.newOp(), 0, ShopUnderTest::kPin});
        shop.wentThrough<ClosedAnswer>(z);
        const auto report = shop.ask<ZAnswer>(manager(), ZGet{0}).report;
        QCOMPARE(report.kept.count, 1);
        QCOMPARE(report.sales.count, 0);
    }
};

QTEST_GUILESS_MAIN(TestShopManager)
#include "test_shop_manager.moc"
