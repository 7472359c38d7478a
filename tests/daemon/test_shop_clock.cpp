// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/run/shop_clock.h"
#include "payment_daemon/shop/step.h"

#include <QTest>

namespace coffee::test {

using namespace daemon;
using namespace std::chrono_literals;

/// Shop time and the business day.
class ShopClockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itBeginsWithTheWallOrTheLastEvent();
    void itFollowsTheSteadyClock();
    void itIsBentSlowlyTowardsTheWall();
    void aJumpIsToldOnceAndNotFollowed();
    void theBusinessDayChangesAtFour_data();
    void theBusinessDayChangesAtFour();
};

namespace {

constexpr ShopTime kWall = ShopTime{std::chrono::days{20'000}};
constexpr SteadyTime kSteady{std::chrono::hours{5}};

} // namespace

void ShopClockTest::itBeginsWithTheWallOrTheLastEvent()
{
    ShopClock fresh{kWall, kSteady, ShopTime{}};
    QCOMPARE(fresh.at(kWall, kSteady), kWall);
    ShopClock late{kWall, kSteady, kWall + 5min};
    QCOMPARE(late.at(kWall, kSteady), kWall + 5min);
}

void ShopClockTest::itFollowsTheSteadyClock()
{
    ShopClock clock{kWall, kSteady, ShopTime{}};
    QCOMPARE(clock.at(kWall + 90s, kSteady + 90s), kWall + 90s);
    QCOMPARE(clock.at(kWall + 90s, kSteady + 80s), kWall + 90s); // never back
}

void ShopClockTest::itIsBentSlowlyTowardsTheWall()
{
    ShopClock clock{kWall, kSteady, ShopTime{}};
    // Someone sets the wall clock back by two minutes.
    QCOMPARE(clock.at(kWall - 110s, kSteady + 10s), kWall + 10s - 500ms);
    ShopTime before = kWall;
    ShopTime now{};
    for (int second = 11; second < 3'600; ++second) {
        now = clock.at(kWall + std::chrono::seconds{second - 120},
                       kSteady + std::chrono::seconds{second});
        QVERIFY(now > before);
        before = now;
    }
    QCOMPARE(now, kWall + 3'599s - 120s);
    QVERIFY(!clock.takeStep());
}

void ShopClockTest::aJumpIsToldOnceAndNotFollowed()
{
    ShopClock clock{kWall, kSteady, ShopTime{}};
    QCOMPARE(clock.at(kWall + 1h, kSteady + 1s), kWall + 1s);
    const auto step = clock.takeStep();
    QVERIFY(step && *step > 59min);
    QCOMPARE(clock.at(kWall + 1h + 1s, kSteady + 2s), kWall + 2s);
    QVERIFY(!clock.takeStep());
}

void ShopClockTest::theBusinessDayChangesAtFour_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<qint64>("secondsOfUtcDay"); // from 1970-01-01T00:00Z
    QTest::addColumn<int>("day");
    QTest::newRow("Seoul 03:59:59") << 540 << qint64{19 * 3600 - 1} << 0;
    QTest::newRow("Seoul 04:00") << 540 << qint64{19 * 3600} << 1;
    QTest::newRow("London 03:59:59") << 0 << qint64{4 * 3600 - 1} << -1;
    QTest::newRow("London 04:00") << 0 << qint64{4 * 3600} << 0;
    QTest::newRow("New York 04:00") << -300 << qint64{9 * 3600} << 0;
}

void ShopClockTest::theBusinessDayChangesAtFour()
{
    QFETCH(int, offset);
    QFETCH(qint64, secondsOfUtcDay);
    QFETCH(int, day);
    const std::chrono::minutes utcOffset{offset};
    const ShopTime time{std::chrono::seconds{secondsOfUtcDay}};
    QCOMPARE(businessDay(time, utcOffset), day);
    QVERIFY(dayStart(day, utcOffset) <= time);
    QVERIFY(dayStart(day + 1, utcOffset) > time);
}

} // namespace coffee::test

QTEST_APPLESS_MAIN(coffee::test::ShopClockTest)
#include "test_shop_clock.moc"
