// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/bar_pace.h"

#include "tests/support/generated_day.h"
#include "tests/support/random.h"

#include <QTest>

using namespace coffee;
using namespace coffee::test;
using namespace std::chrono_literals;

namespace {

const ShopTime kNoon = fromMs(1'772'420'400'000);

/// A bar that makes one unit of an order after the other, as a log tells it.
struct Log {
    ShopView view;
    BarPace pace;
    OrderId order{0};

    void tell(ShopTime at, EventBody body)
    {
        const Event event{view.seq + 1, at, at, 1, Actor{}, std::move(body)};
        view.apply(event);
        pace.apply(event, view.orders);
    }
    OrderId pay(ShopTime at, StationKind kind, int units)
    {
        OrderPaid paid;
        paid.order = ++order;
        paid.number = 100 + static_cast<std::int32_t>(order);
        PricedLine line;
        line.station = kind;
        line.units.resize(static_cast<std::size_t>(units));
        paid.basket.lines.push_back(line);
        tell(at, paid);
        return order;
    }
    void done(ShopTime at, OrderId id, UnitNumber unit)
    {
        tell(at, UnitMoved{id, unit, UnitState::Open, UnitState::Done, {}});
    }
};

KindCounts espresso(int units)
{
    return {units, 0, 0};
}

} // namespace

class BarPaceTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsShownNarrowOrFromNothing()
    {
        const BarPace pace;
        Random random{7};
        for (int n = 0; n < 2000; ++n) {
            const KindCounts queued{random.small(0, 400), random.small(0, 40), random.small(0, 40)};
            const KindCounts own{random.small(0, 5), random.small(0, 5), random.small(0, 5)};
            const WaitRange here = pace.expectedWait(queued, own, kNoon, false);
            QVERIFY(here.minSeconds >= BarPace::kSecondsLeast);
            QVERIFY(here.maxSeconds >= here.minSeconds + BarPace::kWidthLeast);
            const WaitRange away = pace.expectedWait(queued, own, kNoon, true);
            QCOMPARE(away.minSeconds, here.minSeconds);
            QCOMPARE(away.maxSeconds, 2 * here.maxSeconds);
        }
    }

    void aLongerLineIsALongerWait()
    {
        const BarPace pace;
        WaitRange before = pace.expectedWait(espresso(0), espresso(1), kNoon, false);
        for (int queued = 4; queued < 200; queued += 4) {
            const WaitRange wait = pace.expectedWait(espresso(queued), espresso(1), kNoon, false);
            QVERIFY(wait.minSeconds >= before.minSeconds);
            QVERIFY(wait.maxSeconds > before.maxSeconds);
            before = wait;
        }
    }

    void theSlowestOfItsKindsCountsAndOthersDoNot()
    {
        const BarPace pace;
        const WaitRange coffee = pace.expectedWait({0, 30, 0}, {1, 0, 0}, kNoon, false);
        QCOMPARE(coffee, pace.expectedWait({0, 0, 0}, {1, 0, 0}, kNoon, false));
        const WaitRange both = pace.expectedWait({0, 30, 0}, {1, 1, 0}, kNoon, false);
        QCOMPARE(both, pace.expectedWait({0, 30, 0}, {0, 1, 0}, kNoon, false));
    }

    void itLearnsThePaceOfThisHourAndForgetsIt()
    {
        Log log;
        const auto usual = log.pace.next(StationKind::Espresso, kNoon);
        const OrderId order = log.pay(kNoon, StationKind::Espresso, 40);
        for (int unit = 1; unit <= 40; ++unit)
            log.done(kNoon + unit * 20s, order, unit);
        const ShopTime then = kNoon + 800s;
        const auto learnt = log.pace.next(StationKind::Espresso, then);
        QVERIFY(learnt < usual);
        QVERIFY(learnt >= 20s && learnt < 24s);
        QCOMPARE(log.pace.next(StationKind::Blender, then),
                 BarPace{}.next(StationKind::Blender, then));
        QCOMPARE(log.pace.next(StationKind::Espresso, then + 61min), usual);
    }

    void theFirstOfAnIdleBarIsNoPace()
    {
        Log log;
        for (int n = 0; n < 10; ++n) {
            const ShopTime paid = kNoon + n * 300s;
            log.done(paid + 50s, log.pay(paid, StationKind::Espresso, 1), 1);
        }
        const ShopTime then = kNoon + 3000s;
        QVERIFY(log.pace.first(StationKind::Espresso, then) < 60s);
        QCOMPARE(log.pace.next(StationKind::Espresso, then),
                 BarPace{}.next(StationKind::Espresso, then));
    }

    void aPauseAndLateNewsDoNotSpoilIt()
    {
        Log log;
        const OrderId order = log.pay(kNoon, StationKind::Food, 3);
        log.done(kNoon + 10min, order, 1); // nobody was there
        QVERIFY(log.pace.first(StationKind::Food, kNoon + 10min) < 150s);
        log.done(kNoon + 9min, order, 2); // told later than it happened
        QVERIFY(log.pace.next(StationKind::Food, kNoon + 10min) > 0s);
        log.tell(kNoon + 11min, UnitMoved{order, 9, UnitState::Open, UnitState::Done, {}});
        log.tell(kNoon + 11min, UnitMoved{77, 1, UnitState::Open, UnitState::Done, {}});
    }

    void theRangeHoldsOnThreeGeneratedDays()
    {
        constexpr std::uint64_t kSeeds = 20; // each day is lived so often, with other customers
        for (const DayPlan& plan : threeDays()) {
            double worst = 100.0;
            for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
                const DayResult day = liveThrough(plan, seed);
                if (seed == 1)
                    qInfo("%s: %d orders, the true wait was in the shown range for %.1f %%, median "
                          "width %d min; median wait %d s, longest %d s",
                          day.name.c_str(), static_cast<int>(day.waits.size()),
                          day.coveredPercent(), day.medianWidthMinutes(), day.medianWaitSeconds(),
                          day.longestWaitSeconds());
                worst = std::min(worst, day.coveredPercent());
                QVERIFY(day.waits.size() > 100);
                QVERIFY(day.coveredPercent() >= 80.0);
                QVERIFY(day.medianWidthMinutes() <= 5);
            }
            qInfo("%s: the worst of %d such days had %.1f %%", plan.name.c_str(),
                  static_cast<int>(kSeeds), worst);
        }
    }
};

QTEST_GUILESS_MAIN(BarPaceTest)
#include "test_bar_pace.moc"
