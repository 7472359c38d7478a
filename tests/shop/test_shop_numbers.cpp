// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/numbers.h"
#include "tests/shop/shop_under_test.h"

namespace coffee::test {

using namespace protocol;
using namespace daemon;

/// Day numbers and the business day, which changes at 04:00 shop time.
class NumbersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDayChangesAtFour_data();
    void theDayChangesAtFour();
    void numbersBeginAnewEachDay();
    void theDayIsThatOfThePayment();
    void aNumberThatIsStillHeldIsSkipped();
    void aNumberIsRecalledOnlyWhileItIsThatOrders();
    void numbersGoPast9999();
    void anotherUtcOffsetBringsNoDayBack();
    void timeNeverGoesBack();
};

void NumbersTest::theDayChangesAtFour_data()
{
    QTest::addColumn<int>("offsetMinutes");
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<int>("day");
    constexpr qint64 kHour = 3'600'000;
    constexpr qint64 kDayMs = 24 * kHour;
    QTest::newRow("Korea, 03:59:59.999") << 540 << 100 * kDayMs - 5 * kHour - 1 << 99;
    QTest::newRow("Korea, 04:00") << 540 << 100 * kDayMs - 5 * kHour << 100;
    QTest::newRow("UTC, 03:59:59.999") << 0 << 100 * kDayMs + 4 * kHour - 1 << 99;
    QTest::newRow("UTC, 04:00") << 0 << 100 * kDayMs + 4 * kHour << 100;
    QTest::newRow("New York, 04:00") << -300 << 100 * kDayMs + 9 * kHour << 100;
    QTest::newRow("Nepal, 04:00") << 345 << 100 * kDayMs + 4 * kHour - 345 * 60'000 << 100;
    // 2024-02-29 and the day after, in Korea.
    QTest::newRow("a leap day") << 540 << qint64{1'709'175'600'000} << 19'782;
    QTest::newRow("after a leap day") << 540 << qint64{1'709'233'200'000} << 19'783;
}

void NumbersTest::theDayChangesAtFour()
{
    QFETCH(int, offsetMinutes);
    QFETCH(qint64, ms);
    QFETCH(int, day);
    const std::chrono::minutes offset{offsetMinutes};
    QCOMPARE(businessDay(fromMs(ms), offset), day);
    QVERIFY(dayStart(day, offset) <= fromMs(ms));
    QCOMPARE(businessDay(dayStart(day, offset), offset), day);
    QCOMPARE(businessDay(dayStart(day, offset) - 1ms, offset), day - 1);
}

void NumbersTest::numbersBeginAnewEachDay()
{
    ShopUnderTest shop;
    const PaidAnswer first = shop.orderIn(OrderState::Collected);
    QCOMPARE(first.number, kFirstNumber);
    QCOMPARE(shop.orderIn(OrderState::Collected).number, kFirstNumber + 1);
    shop.restart();
    QCOMPARE(shop.orderIn(OrderState::Collected).number, kFirstNumber + 2);
    shop.stepWall(24h);
    shop.restart();
    const PaidAnswer next = shop.buy();
    QCOMPARE(next.number, kFirstNumber);
    QCOMPARE(next.day, first.day + 1);
    QCOMPARE(shop.view().totals.orders, 1);
}

void NumbersTest::theDayIsThatOfThePayment()
{
    ShopUnderTest shop;
    shop.stepWall(19h - 10s); // 03:59:50 of the next morning
    shop.restart();
    const PaidAnswer late = shop.buy();
    const AttemptKey key = shop.newKey();
    shop.place(key);
    shop.pass(11s);
    const std::string route = shop.send(kiosk(), AttemptResume{key});
    shop.approve(key.value, shop.takeCall<ChargeCall>().amount);
    const PaidAnswer early = std::get<PaidAnswer>(shop.okOn<AttemptAnswer>(route));
    QCOMPARE(early.day, late.day + 1);
    // The number of yesterday's order is not free yet.
    QCOMPARE(early.number, kFirstNumber + 1);
}

void NumbersTest::aNumberThatIsStillHeldIsSkipped()
{
    ShopUnderTest shop;
    const OrderId open = shop.buy().order;
    const PaidAnswer stopped = shop.orderIn(OrderState::Cancelled);
    QCOMPARE(stopped.number, kFirstNumber + 1);
    shop.stepWall(24h);
    shop.restart();
    QCOMPARE(shop.orderIn(OrderState::Collected).number, kFirstNumber + 2);
    shop.does(OrderAction::Start, open);
    shop.does(OrderAction::Ready, open);
    shop.does(OrderAction::Collect, open);
    shop.ask<OrderAnswer>(bar(), StopAck{shop.newOp(), stopped.order, {}, 0});
    // What was skipped is not made up for, and nothing comes twice on a day.
    QCOMPARE(shop.buy().number, kFirstNumber + 3);
}

void NumbersTest::aNumberIsRecalledOnlyWhileItIsThatOrders()
{
    ShopUnderTest shop;
    const OrderId old = shop.orderIn(OrderState::Collected).order;
    shop.stepWall(24h);
    shop.restart();
    QCOMPARE(shop.does(OrderAction::Recall, old), OrderState::Ready);
    shop.does(OrderAction::Collect, old);
    const PaidAnswer newer = shop.orderIn(OrderState::Collected);
    QCOMPARE(newer.number, kFirstNumber);
    QCOMPARE(shop.doesNot(OrderAction::Recall, old, OrderState::Collected).code,
             RefusalCode::NumberReused);
    // Whoever asks by the number means the newer one.
    QCOMPARE(shop.ask<OrderShown>(kiosk(), OrderShow{CodeProof{newer.number, newer.code}}).order.id,
             newer.order);
}

void NumbersTest::numbersGoPast9999()
{
    ShopMemory memory;
    memory.lastDay = 7;
    memory.lastNumber = 9'999;
    QCOMPARE(nextNumber(memory, 7), 10'000);
    QCOMPARE(nextNumber(memory, 8), kFirstNumber);
    for (std::int32_t number = kFirstNumber; number < kFirstNumber + 3; ++number)
        memory.orders[number].number = number;
    QCOMPARE(nextNumber(memory, 8), kFirstNumber + 3);
}

void NumbersTest::anotherUtcOffsetBringsNoDayBack()
{
    ShopSettings settings = rigSettings();
    ShopUnderTest shop{settings};
    const PaidAnswer before = shop.orderIn(OrderState::Collected);
    shop.settings().utcOffset = std::chrono::minutes{-600};
    shop.restart();
    const PaidAnswer after = shop.orderIn(OrderState::Collected);
    QCOMPARE(after.day, before.day);
    QCOMPARE(after.number, before.number + 1);
}

void NumbersTest::timeNeverGoesBack()
{
    ShopUnderTest shop;
    shop.buy();
    const ShopTime before = shop.view().at;
    shop.stepWall(-2h);
    shop.pass(3s);
    shop.buy();
    QVERIFY(shop.view().at >= before);
    QVERIFY(shop.view().health.alarms.contains(AlarmKind::ClockStepped));
    // A restart does not go before the last event either: the clock is still wrong.
    shop.restart();
    shop.pass(1s);
    QVERIFY(shop.view().health.alarms.contains(AlarmKind::ClockStepped));
    shop.stepWall(2h);
    shop.restart();
    shop.pass(1s);
    QVERIFY(!shop.view().health.alarms.contains(AlarmKind::ClockStepped));
    for (std::size_t i = 1; i < shop.published.size(); ++i)
        QVERIFY(shop.published[i].at >= shop.published[i - 1].at);
}

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::NumbersTest)
#include "test_shop_numbers.moc"
