// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/session/idle_guard.h"
#include "tests/kiosk/kiosk_shop.h"

#include <QSignalSpy>
#include <QTest>

using namespace coffee;
using namespace coffee::kiosk;
using namespace std::chrono_literals;

class TestIdleGuard final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void warnsTwentySecondsBeforeTheEnd()
    {
        test::FakeTimekeeper time;
        IdleGuard guard{time};
        QSignalSpy expired{&guard, &IdleGuard::expired};
        guard.watch(idleTimesOf(Phase::Menu));
        time.advance(89s);
        QVERIFY(!guard.isWarning());
        time.advance(1s);
        QVERIFY(guard.isWarning());
        QCOMPARE(guard.remaining(), 20s);
        time.advance(19s);
        QCOMPARE(expired.count(), 0);
        time.advance(1s);
        QCOMPARE(expired.count(), 1);
    }

    void aTouchStartsAgain()
    {
        test::FakeTimekeeper time;
        IdleGuard guard{time};
        QSignalSpy warned{&guard, &IdleGuard::warningChanged};
        QSignalSpy expired{&guard, &IdleGuard::expired};
        guard.watch(idleTimesOf(Phase::Review));
        for (int round = 0; round < 5; ++round) {
            time.advance(100s);
            QVERIFY(guard.isWarning());
            guard.touch();
            QVERIFY(!guard.isWarning());
        }
        QCOMPARE(warned.count(), 10);
        QCOMPARE(expired.count(), 0);
    }

    void nobodyIsSentAwayWhileMoneyMayMove()
    {
        test::FakeTimekeeper time;
        IdleGuard guard{time};
        QSignalSpy expired{&guard, &IdleGuard::expired};
        for (const Phase phase : kAllPhases) {
            if (!isPaymentRunning(phase))
                continue;
            guard.watch(idleTimesOf(phase));
            QVERIFY(!guard.isWatching());
            time.advance(1h);
        }
        QCOMPARE(expired.count(), 0);
    }

    void everyPageWithACustomerHasAnEnd()
    {
        for (const Phase phase : kAllPhases) {
            const bool nobody = phase == Phase::Attract || phase == Phase::Closed;
            const IdleTimes times = idleTimesOf(phase);
            QCOMPARE(times == IdleTimes{}, nobody || isPaymentRunning(phase));
            const bool warns =
                phase == Phase::Number || times == IdleTimes{} || times.warning >= 20s;
            QVERIFY(warns);
        }
    }

    void whoNeedsLongerHasThreeTimesAsMuch()
    {
        QCOMPARE(threefold(idleTimesOf(Phase::Menu)), (IdleTimes{270s, 60s}));
        QCOMPARE(threefold(idleTimesOf(Phase::Paying)), IdleTimes{}); // never while money moves
    }
};

QTEST_GUILESS_MAIN(TestIdleGuard)
#include "test_idle_guard.moc"
