// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shop/shop_under_test.h"

#include <set>

namespace coffee::test {

using namespace protocol;
using namespace daemon;

/// A basket that waits for its customer: it is kept for ten minutes, taken once, and never in the
/// log.
class ParkingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aParkedBasketIsTakenAtAnotherKiosk();
    void itIsTakenOnce();
    void aLostReplyLosesNoBasket();
    void aKeyParksOneBasket();
    void itIsKeptForTenMinutesOfTheSteadyClock();
    void whatCannotBeOrderedIsNotKept();
    void whatIsSoldOutMayWait();
    void theNumberOfBasketsIsBounded();
    void nothingOfItIsInTheLogAndARestartEndsIt();
    void anUndoneTransactionTakesNoBasketAway();
};

void ParkingTest::aParkedBasketIsTakenAtAnotherKiosk()
{
    ShopUnderTest shop;
    Basket basket = smallBasket();
    basket.allergyNote = "우유";
    const auto parked = shop.ask<ParkedAnswer>(kiosk("kiosk-1"), BasketPark{shop.newOp(), basket});
    QCOMPARE(parked.code.size(), kParkCodeDigits);
    QVERIFY(parked.code.front() != '0');
    QCOMPARE(parked.expiresInMs, 600'000);
    const auto taken =
        shop.ask<TakenAnswer>(kiosk("kiosk-2"), BasketTake{shop.newOp(), parked.code});
    QCOMPARE(taken.basket, basket);
}

void ParkingTest::itIsTakenOnce()
{
    ShopUnderTest shop;
    const auto parked = shop.ask<ParkedAnswer>(kiosk(), BasketPark{shop.newOp(), oneCoffee()});
    shop.wentThrough<TakenAnswer>(shop.send(kiosk(), BasketTake{shop.newOp(), parked.code}));
    QCOMPARE(shop.refused(kiosk(), BasketTake{shop.newOp(), parked.code}).code,
             RefusalCode::NotFound);
    QCOMPARE(shop.refused(kiosk(), BasketTake{shop.newOp(), "000000"}).code, RefusalCode::NotFound);
}

void ParkingTest::aLostReplyLosesNoBasket()
{
    ShopUnderTest shop;
    const BasketPark park{shop.newOp(), oneCoffee()};
    const auto parked = shop.ask<ParkedAnswer>(kiosk(), park);
    shop.pass(30s);
    const auto again = shop.ask<ParkedAnswer>(kiosk(), park);
    QCOMPARE(again.code, parked.code);
    QCOMPARE(again.expiresInMs, parked.expiresInMs - 30'000);
    const BasketTake take{shop.newOp(), parked.code};
    shop.wentThrough<TakenAnswer>(shop.send(kiosk(), take));
    QCOMPARE(shop.ask<TakenAnswer>(kiosk(), take).basket, oneCoffee());
}

void ParkingTest::aKeyParksOneBasket()
{
    ShopUnderTest shop;
    const OperationKey op = shop.newOp();
    shop.wentThrough<ParkedAnswer>(shop.send(kiosk(), BasketPark{op, oneCoffee()}));
    QCOMPARE(shop.refused(kiosk(), BasketPark{op, smallBasket()}).code, RefusalCode::KeyReused);
    QCOMPARE(shop.shop().memory().parked.size(), std::size_t{1});
}

void ParkingTest::itIsKeptForTenMinutesOfTheSteadyClock()
{
    ShopUnderTest shop;
    const auto parked = shop.ask<ParkedAnswer>(kiosk(), BasketPark{shop.newOp(), oneCoffee()});
    const auto other = shop.ask<ParkedAnswer>(kiosk(), BasketPark{shop.newOp(), oneCoffee()});
    shop.stepWall(2h);
    shop.pass(9min + 59s);
    shop.wentThrough<TakenAnswer>(shop.send(kiosk(), BasketTake{shop.newOp(), parked.code}));
    shop.pass(1s);
    QCOMPARE(shop.refused(kiosk(), BasketTake{shop.newOp(), other.code}).code,
             RefusalCode::NotFound);
    shop.pass(2s);
    QVERIFY(shop.shop().memory().parked.empty());
}

void ParkingTest::whatCannotBeOrderedIsNotKept()
{
    ShopUnderTest shop;
    Basket basket = oneCoffee();
    basket.lines.front().item = "stone-soup";
    QCOMPARE(shop.refused(kiosk(), BasketPark{shop.newOp(), basket}).code,
             RefusalCode::UnknownItem);
    QCOMPARE(shop.refused(kiosk(), BasketPark{shop.newOp(), Basket{}}).code,
             RefusalCode::InvalidQuantity);
    QVERIFY(shop.shop().memory().parked.empty());
}

void ParkingTest::whatIsSoldOutMayWait()
{
    ShopUnderTest shop;
    shop.wentThrough<Accepted>(
        shop.send(bar(), SetAvailability{shop.newOp(), oneCoffee().lines.front().item, false,
                                         UntilKind::ByHand, 0, 0}));
    shop.wentThrough<ParkedAnswer>(shop.send(kiosk(), BasketPark{shop.newOp(), oneCoffee()}));
}

void ParkingTest::theNumberOfBasketsIsBounded()
{
    ShopUnderTest shop;
    shop.checksEveryStep = false;
    std::set<std::string> codes;
    for (std::size_t n = 0; n < kParkedMax; ++n)
        codes.insert(shop.ask<ParkedAnswer>(kiosk(), BasketPark{shop.newOp(), oneCoffee()}).code);
    QCOMPARE(codes.size(), kParkedMax);
    const Refusal busy = shop.refused(kiosk(), BasketPark{shop.newOp(), oneCoffee()});
    QCOMPARE(busy.code, RefusalCode::Busy);
    QVERIFY(busy.retryAfter > 0s);
    shop.pass(kParkedLife + 2s);
    shop.wentThrough<ParkedAnswer>(shop.send(kiosk(), BasketPark{shop.newOp(), oneCoffee()}));
}

void ParkingTest::nothingOfItIsInTheLogAndARestartEndsIt()
{
    ShopUnderTest shop;
    const Sequence head = shop.shop().memory().head;
    const auto parked = shop.ask<ParkedAnswer>(kiosk(), BasketPark{shop.newOp(), oneCoffee()});
    QCOMPARE(shop.shop().memory().head, head);
    shop.restart();
    QCOMPARE(shop.refused(kiosk(), BasketTake{shop.newOp(), parked.code}).code,
             RefusalCode::NotFound);
}

void ParkingTest::anUndoneTransactionTakesNoBasketAway()
{
    ShopUnderTest shop;
    const auto parked = shop.ask<ParkedAnswer>(kiosk(), BasketPark{shop.newOp(), oneCoffee()});
    const BasketTake take{shop.newOp(), parked.code};
    // In one transaction with something that is recorded, on a full disk.
    shop.faults().full = true;
    const auto call = shop.ShopRig::command(kiosk(), HelpCall{shop.newOp()});
    const auto taking = shop.ShopRig::command(kiosk(), take);
    shop.give(std::vector<Input>{taking, call});
    shop.faults().full = false;
    QCOMPARE(shop.ask<TakenAnswer>(kiosk(), take).basket, oneCoffee());
}

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::ParkingTest)
#include "test_shop_parking.moc"
