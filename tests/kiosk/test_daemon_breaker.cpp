// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kiosk/kiosk_shop.h"

#include <QTest>

using namespace coffee;
using namespace coffee::test;
using namespace std::chrono_literals;
using client::ClientFailure;
using kiosk::OrderSession;
using kiosk::Phase;
using protocol::CheckoutOpen;
using protocol::OrderPlace;
using protocol::StatusGet;

namespace {

/// A kiosk whose customers have met a silent daemon three times in a row.
struct CutOffKiosk : KioskShop {
    CutOffKiosk()
    {
        open();
        source.enter(client::FeedState::Stale);
        fillAndReview();
        session().pay();
        for (int silence = 1; silence < OrderSession::kSilencesInARow; ++silence) {
            failCheckout(ClientFailure::TimedOut);
            time.advance(session().untilRetry());
        }
        failCheckout(ClientFailure::TimedOut);
    }
    /// The customer goes and another one comes to the review page.
    void nextCustomer()
    {
        session().leave();
        fillAndReview();
    }
    [[nodiscard]] int asked() const { return client.count<CheckoutOpen>(); }
};

} // namespace

/// The kiosk's own breaker around the daemon, and what its customers see of either breaker.
class TestDaemonBreaker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void afterThreeSilencesItIsSaidAtOnce()
    {
        CutOffKiosk shop;
        QCOMPARE(shop.asked(), 3);
        shop.nextCustomer();
        shop.time.advance(OrderSession::kSameTap);
        shop.session().pay();
        QCOMPARE(shop.phase(), Phase::Unreachable); // no question, no wait
        QCOMPARE(shop.asked(), 3);
        QVERIFY(shop.session().untilRetry() > 0ms);
        QVERIFY(shop.session().untilRetry() <= OrderSession::kRestFirst);
        QCOMPARE(shop.kiosk.basket().units(), 1);
    }

    void twoSilencesAreNotEnough()
    {
        KioskShop shop;
        shop.open();
        shop.fillAndReview();
        shop.session().pay();
        shop.failCheckout();
        shop.time.advance(shop.session().untilRetry());
        shop.failCheckout();
        shop.session().toReview();
        shop.session().pay();
        QCOMPARE(shop.phase(), Phase::Opening);
        QCOMPARE(shop.client.count<CheckoutOpen>(), 3);
    }

    void itTriesByItselfWithGrowingRestsAndSaysTheTrueTime()
    {
        CutOffKiosk shop;
        std::vector<std::chrono::milliseconds> rests;
        for (int time = 0; time < 5; ++time) {
            const auto rest = shop.session().untilRetry();
            QCOMPARE(shop.session().retryWait(), rest);
            rests.push_back(rest);
            const int before = shop.asked();
            shop.time.advance(rest - 1ms);
            QCOMPARE(shop.asked(), before);
            shop.time.advance(1ms);
            QCOMPARE(shop.asked(), before + 1);
            shop.failCheckout();
            QCOMPARE(shop.phase(), Phase::Unreachable);
        }
        const std::vector<std::chrono::milliseconds> expected{4s, 8s, 10s, 10s, 10s};
        QVERIFY(rests == expected);
    }

    void theFirstSignOfLifeEndsIt()
    {
        CutOffKiosk shop;
        shop.source.enter(client::FeedState::Live);
        QCOMPARE(shop.asked(), 4); // at once, by itself
        shop.answerCheckout(shop.quote());
        QCOMPARE(shop.phase(), Phase::Paying);
    }

    void aSignOfLifeWhileNobodyIsHereEndsItToo()
    {
        CutOffKiosk shop;
        shop.session().leave();
        shop.source.enter(client::FeedState::Live);
        shop.fillAndReview();
        shop.time.advance(OrderSession::kSameTap);
        shop.session().pay();
        QCOMPARE(shop.phase(), Phase::Opening);
        QCOMPARE(shop.asked(), 4);
        shop.failCheckout(); // it was only a sign: it rests again
        QCOMPARE(shop.session().untilRetry(), 8s);
    }

    void aCustomerMayTryNow()
    {
        CutOffKiosk shop;
        shop.session().retryNow();
        QCOMPARE(shop.asked(), 4);
        shop.refuseCheckout(refusalOf(RefusalCode::Busy, 5s)); // any answer is a sign of life
        QCOMPARE(shop.phase(), Phase::Busy);
        shop.session().toReview();
        shop.time.advance(OrderSession::kSameTap);
        shop.session().pay();
        QCOMPARE(shop.asked(), 5);
    }

    void anAnswerForACustomerWhoLeftStillCounts()
    {
        CutOffKiosk shop;
        shop.time.advance(shop.session().untilRetry()); // the trial is out
        shop.nextCustomer();
        shop.time.advance(OrderSession::kSameTap);
        shop.session().pay();
        QCOMPARE(shop.phase(), Phase::Unreachable);
        shop.answerCheckout(shop.quote());
        QCOMPARE(shop.phase(), Phase::Unreachable); // it was not for this one
        shop.time.advance(shop.session().untilRetry());
        QCOMPARE(shop.asked(), 5);
        shop.answerCheckout(shop.quote());
        QCOMPARE(shop.phase(), Phase::Paying);
    }

    void aPaymentThatRunsIsNeverStoppedByIt()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        for (int time = 0; time < 6; ++time) {
            shop.client.fail(shop.client.openCall<OrderPlace>(), ClientFailure::TimedOut);
            QCOMPARE(shop.phase(), Phase::Checking);
            shop.time.advance(2s);
        }
        QCOMPARE(shop.client.count<OrderPlace>(), 7);
        shop.answerPlace(shop.paid());
        QCOMPARE(shop.phase(), Phase::Number);
    }

    // ---- told to wait ----------------------------------------------------------------------

    void whoWaitsComesBackSoonWhenTheShopIsNotBusyAnyMore()
    {
        KioskShop shop;
        shop.open();
        shop.publish(OrderingChanged{OrderingState::Busy, 0, {}, {}});
        shop.fillAndReview();
        shop.session().pay();
        shop.refuseCheckout(refusalOf(RefusalCode::Busy, 60s));
        shop.publish(OrderingChanged{OrderingState::Busy, 0, {}, {}}); // still
        QCOMPARE(shop.session().untilRetry(), 60s);
        shop.publish(OrderingChanged{});
        QVERIFY(shop.session().untilRetry() <= OrderSession::kComeBackWithin);
        QCOMPARE(shop.session().retryWait(), shop.session().untilRetry());
        shop.time.advance(shop.session().untilRetry());
        QCOMPARE(shop.client.count<CheckoutOpen>(), 2);
    }

    void myOrderCanBeOpenedWhileAPlaceIsHeldBack()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        const AttemptKey key = shop.client.last<OrderPlace>()->key;
        shop.client.refuse(shop.client.openCall<OrderPlace>(), refusalOf(RefusalCode::Busy, 20s));
        QCOMPARE(shop.phase(), Phase::Busy);
        QVERIFY(shop.session().canOpenMyOrder());
        shop.session().openMyOrder();
        QCOMPARE(shop.phase(), Phase::MyOrder);
        shop.time.advance(60s);
        QCOMPARE(shop.client.count<OrderPlace>(), 1); // nobody is asked for a card meanwhile
        shop.session().closeMyOrder();
        QCOMPARE(shop.phase(), Phase::Busy);
        shop.time.advance(0ms);
        QCOMPARE(shop.client.count<OrderPlace>(), 2);
        QCOMPARE(shop.client.last<OrderPlace>()->key, key);
        QVERIFY(!shop.session().canOpenMyOrder()); // the terminal may ask for the card any moment
        shop.session().openMyOrder();
        QCOMPARE(shop.phase(), Phase::Busy);
        shop.answerPlace(shop.paid());
        QCOMPARE(shop.phase(), Phase::Number);
    }

    void whoLeavesMyOrderWithAHeldBackPlaceGivesItUp()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        shop.client.refuse(shop.client.openCall<OrderPlace>(), refusalOf(RefusalCode::Busy, 20s));
        shop.session().openMyOrder();
        shop.session().leave();
        QCOMPARE(shop.phase(), Phase::GivingUp);
        QCOMPARE(shop.client.count<protocol::AttemptAbandon>(), 1);
    }

    void beforePayingItSaysThatTheBarIsAway()
    {
        KioskShop shop;
        shop.open();
        shop.fillAndReview();
        QVERIFY(!shop.session().barAway());
        protocol::StatusAnswer status;
        status.version = "1";
        status.epoch = "e";
        status.barAway = true;
        shop.client.answer(shop.client.openCall<StatusGet>(), status);
        QVERIFY(shop.session().barAway());
        shop.session().back();
        shop.session().toReview(); // asked again each time
        status.barAway = false;
        shop.client.answer(shop.client.openCall<StatusGet>(), status);
        QVERIFY(!shop.session().barAway());
    }
};

QTEST_GUILESS_MAIN(TestDaemonBreaker)
#include "test_daemon_breaker.moc"
