// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kiosk/kiosk_shop.h"

#include <QTest>

using namespace coffee;
using namespace coffee::kiosk;
using namespace std::chrono_literals;
using client::ClientFailure;
using protocol::BasketPark;
using protocol::BasketTake;
using protocol::CheckoutOpen;
using protocol::ParkedAnswer;
using protocol::TakenAnswer;
using test::KioskShop;
using test::refusalOf;

namespace {

const ParkedAnswer kParked{"482913", 600'000};

/// Busy beside so many other kiosks that are up.
struct BusyShop : KioskShop {
    explicit BusyShop(int others = 1)
    {
        open();
        fillAndReview();
        session().pay();
        refuseCheckout(refusalOf(RefusalCode::Busy, 20s));
        answerStatus(others);
    }
    void answerStatus(int others)
    {
        protocol::StatusAnswer status;
        status.version = "1";
        status.epoch = "e";
        for (int n = 0; n <= others; ++n)
            status.screens.push_back(
                {{Role::Kiosk, "kiosk-" + std::to_string(n + 1)}, PresenceState::Up, "1", 1, 0});
        status.screens.push_back({{Role::Kiosk, "gone"}, PresenceState::Away, "1", 1, 90'000});
        status.screens.push_back({{Role::Board, "board-1"}, PresenceState::Up, "1", 1, 0});
        while (client.openCall<protocol::StatusGet>() < client.calls.size())
            client.answer(client.openCall<protocol::StatusGet>(), status);
    }
    void answerPark() { client.answer(client.openCall<BasketPark>(), kParked); }
};

} // namespace

/// Leaving a basket with the shop at one kiosk, and going on with it at another.
class TestParking final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsOfferedOnlyBesideAnotherKiosk()
    {
        BusyShop alone{0};
        QVERIFY(!alone.session().canPark());
        alone.session().park();
        QCOMPARE(alone.client.count<BasketPark>(), 0);
        BusyShop shop;
        QVERIFY(shop.session().canPark());
        shop.session().toReview();
        QVERIFY(!shop.session().canPark());
    }

    void whoCameLaterIsNoticedWithTheNextTry()
    {
        BusyShop shop{0};
        shop.time.advance(30s);
        shop.refuseCheckout(refusalOf(RefusalCode::Busy, 20s));
        shop.answerStatus(1);
        QVERIFY(shop.session().canPark());
    }

    void theCodeIsShownAndNothingIsTriedAnyMore()
    {
        BusyShop shop;
        shop.session().park();
        QVERIFY(shop.session().isParking());
        QCOMPARE(shop.client.last<BasketPark>()->basket, shop.kiosk.basket().toBasket());
        shop.answerPark();
        QCOMPARE(shop.phase(), Phase::Parked);
        QCOMPARE(shop.session().parked()->code, kParked.code);
        QCOMPARE(shop.session().parkedFor(), 600s);
        shop.time.advance(60s);
        QCOMPARE(shop.session().parkedFor(), 540s);
        QCOMPARE(shop.client.count<CheckoutOpen>(), 1);
        shop.session().leave();
        QCOMPARE(shop.phase(), Phase::Attract);
        QVERIFY(shop.kiosk.basket().isEmpty() && !shop.session().parked());
    }

    void aTryThatIsDueWaitsForTheAnswer()
    {
        BusyShop shop;
        shop.session().park();
        shop.time.advance(60s);
        QCOMPARE(shop.client.count<CheckoutOpen>(), 1);
        shop.answerPark();
        QCOMPARE(shop.phase(), Phase::Parked);
    }

    void anAnswerThatNeverComesKeepsTheBasketAndTheKey()
    {
        BusyShop shop;
        shop.session().park();
        const OperationKey key = shop.client.last<BasketPark>()->op;
        shop.client.fail(shop.client.openCall<BasketPark>(), ClientFailure::TimedOut);
        QCOMPARE(shop.phase(), Phase::Busy);
        QCOMPARE(shop.session().notice().kind, Notice::Kind::NotParked);
        QCOMPARE(shop.kiosk.basket().units(), 1);
        shop.session().park();
        QCOMPARE(shop.client.last<BasketPark>()->op, key);
        shop.client.fail(shop.client.openCall<BasketPark>(), ClientFailure::TimedOut);
        shop.time.advance(30s);
        QCOMPARE(shop.client.count<CheckoutOpen>(), 2); // and it is tried here again
    }

    void aFullShopSaysSo()
    {
        BusyShop shop;
        shop.session().park();
        shop.client.refuse(shop.client.openCall<BasketPark>(), refusalOf(RefusalCode::Busy, 60s));
        QCOMPARE(shop.phase(), Phase::Busy);
        QCOMPARE(shop.session().notice().kind, Notice::Kind::NotParked);
        QVERIFY(shop.session().canPark());
    }

    void whatIsOpenIsGivenUpFirst()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        shop.client.refuse(shop.client.openCall<protocol::OrderPlace>(),
                           refusalOf(RefusalCode::Busy, 20s));
        QCOMPARE(shop.phase(), Phase::Busy);
        protocol::StatusAnswer status;
        status.version = "1";
        status.epoch = "e";
        status.screens = {{{Role::Kiosk, "kiosk-1"}, PresenceState::Up, "1", 1, 0},
                          {{Role::Kiosk, "kiosk-2"}, PresenceState::Up, "1", 1, 0}};
        while (shop.client.openCall<protocol::StatusGet>() < shop.client.calls.size())
            shop.client.answer(shop.client.openCall<protocol::StatusGet>(), status);
        QVERIFY(shop.session().canPark());
        shop.session().park();
        QCOMPARE(shop.phase(), Phase::GivingUp);
        QCOMPARE(shop.client.count<BasketPark>(), 0);
        shop.client.answer(shop.client.openCall<protocol::AttemptAbandon>(),
                           protocol::AttemptAnswer{protocol::GivenUpAnswer{}});
        QCOMPARE(shop.client.count<BasketPark>(), 1);
        shop.client.answer(shop.client.openCall<BasketPark>(), kParked);
        QCOMPARE(shop.phase(), Phase::Parked);
    }

    void goingOnHereMakesTheCodeWorthless()
    {
        BusyShop shop;
        shop.session().park();
        shop.answerPark();
        shop.session().back();
        QCOMPARE(shop.phase(), Phase::Review);
        QCOMPARE(shop.kiosk.basket().units(), 1);
        QCOMPARE(shop.client.last<BasketTake>()->code, kParked.code);
    }

    void aBasketIsTakenUpAtAnyKiosk()
    {
        KioskShop shop;
        shop.open();
        shop.session().openMyOrder();
        shop.kiosk.myOrder().takeBasket("482913", !shop.session().canTakeUp());
        QCOMPARE(shop.kiosk.myOrder().stage(), LookUpStage::Taking);
        const Basket basket{ServiceMode::TakeAway,
                            "우유",
                            {{"brew", {}, {CupKind::Disposable, CupKind::Disposable}}}};
        shop.client.answer(shop.client.openCall<BasketTake>(), TakenAnswer{basket});
        QCOMPARE(shop.phase(), Phase::Review);
        QCOMPARE(shop.kiosk.basket().toBasket(), basket);
        QCOMPARE(shop.session().notice().kind, Notice::Kind::TakenUp);
        QCOMPARE(shop.session().totalToPay(), Money::fromWon(10'000));
    }

    void whatSoldOutMeanwhileIsTakenOutAndNamed()
    {
        KioskShop shop;
        shop.soldOut = {"cake"};
        shop.open();
        shop.session().openMyOrder();
        shop.kiosk.myOrder().takeBasket("482913", false);
        const Basket basket{ServiceMode::Here, {}, {shop.drink(), {"cake", {}, {CupKind::None}}}};
        shop.client.answer(shop.client.openCall<BasketTake>(), TakenAnswer{basket});
        QCOMPARE(shop.kiosk.basket().units(), 1);
        QCOMPARE(shop.session().notice().kind, Notice::Kind::BasketChanged);
        QCOMPARE(shop.session().notice().loss.soldOut.front().ko, std::string{"치즈케이크"});
    }

    void whatTheMenuDoesNotHaveIsTakenOut()
    {
        KioskShop shop;
        shop.open();
        shop.session().openMyOrder();
        shop.kiosk.myOrder().takeBasket("482913", false);
        const Basket basket{ServiceMode::Here, {}, {{"stone-soup", {}, {CupKind::None}}}};
        shop.client.answer(shop.client.openCall<BasketTake>(), TakenAnswer{basket});
        QCOMPARE(shop.phase(), Phase::Menu);
        QCOMPARE(shop.session().notice().kind, Notice::Kind::BasketChanged);
    }

    void anUnknownCodeIsSaid()
    {
        KioskShop shop;
        shop.open();
        shop.session().openMyOrder();
        shop.kiosk.myOrder().takeBasket("482913", false);
        shop.client.refuse(shop.client.openCall<BasketTake>(), refusalOf(RefusalCode::NotFound));
        QCOMPARE(shop.kiosk.myOrder().stage(), LookUpStage::Number);
        QCOMPARE(shop.kiosk.myOrder().trouble(), LookUpTrouble::NoBasket);
        QCOMPARE(shop.phase(), Phase::MyOrder);
    }

    void aBasketThatIsHereIsNeverReplaced()
    {
        KioskShop shop;
        shop.open();
        shop.fillAndReview();
        shop.session().openMyOrder();
        shop.kiosk.myOrder().takeBasket("482913", !shop.session().canTakeUp());
        QCOMPARE(shop.client.count<BasketTake>(), 0);
        QCOMPARE(shop.kiosk.myOrder().trouble(), LookUpTrouble::BasketInTheWay);
        QCOMPARE(shop.kiosk.basket().units(), 1);
    }

    void aLostAnswerLosesNoBasket()
    {
        KioskShop shop;
        shop.open();
        shop.session().openMyOrder();
        shop.kiosk.myOrder().takeBasket("482913", false);
        const OperationKey key = shop.client.last<BasketTake>()->op;
        shop.client.fail(shop.client.openCall<BasketTake>(), ClientFailure::TimedOut);
        QCOMPARE(shop.kiosk.myOrder().trouble(), LookUpTrouble::Unreachable);
        // Also when the customer leaves before the answer has come.
        shop.kiosk.myOrder().takeBasket("482913", false);
        QCOMPARE(shop.client.last<BasketTake>()->op, key);
        shop.session().leave();
        shop.client.answer(shop.client.openCall<BasketTake>(),
                           TakenAnswer{{ServiceMode::Here, {}, {shop.drink()}}});
        QCOMPARE(shop.phase(), Phase::Attract);
        QVERIFY(shop.kiosk.basket().isEmpty());
        shop.session().openMyOrder();
        shop.kiosk.myOrder().takeBasket("482913", false);
        QCOMPARE(shop.client.last<BasketTake>()->op, key);
        shop.client.answer(shop.client.openCall<BasketTake>(),
                           TakenAnswer{{ServiceMode::Here, {}, {shop.drink()}}});
        QCOMPARE(shop.phase(), Phase::Review);
        // Delivered: another try is another taking.
        shop.session().leave();
        shop.session().openMyOrder();
        shop.kiosk.myOrder().takeBasket("482913", false);
        QVERIFY(!(shop.client.last<BasketTake>()->op == key));
    }

    void takenUpFromTheNumberPageLeavesNothingOfTheOrderBefore()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        shop.answerPlace(shop.paid());
        shop.session().openMyOrder();
        shop.kiosk.myOrder().takeBasket("482913", !shop.session().canTakeUp());
        shop.client.answer(shop.client.openCall<BasketTake>(),
                           TakenAnswer{{ServiceMode::Here, {}, {shop.drink()}}});
        QCOMPARE(shop.phase(), Phase::Review);
        QVERIFY(!shop.session().paid());
    }
};

QTEST_GUILESS_MAIN(TestParking)
#include "test_parking.moc"
