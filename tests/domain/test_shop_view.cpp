// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/history_builder.h"

#include <QTest>

#include <memory>

using namespace coffee;
using coffee::test::folded;
using coffee::test::HistoryBuilder;

namespace {

AttemptMoved attempt(AttemptId id, AttemptState from, AttemptState to)
{
    return {id, "kiosk-1", Money::fromWon(5000), from, to, "no answer"};
}

} // namespace

class TestShopView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_events.clear();
        m_history = std::make_unique<HistoryBuilder>(m_events);
    }

    void salesCountWhenPaidAndRefundsWhenDone()
    {
        m_history->paid(1, 2).paid(2).refundOpened(1, 1, 5000);
        QCOMPARE(folded(m_events).totals.orders, 2);
        QCOMPARE(folded(m_events).totals.sales.won(), 15000);
        QCOMPARE(folded(m_events).totals.refunded.won(), 0);
        m_history->refundMoved(1, 1, 5000, RefundState::Due, RefundState::Done);
        QCOMPARE(folded(m_events).totals.refunds, 1);
        QCOMPARE(folded(m_events).totals.refunded.won(), 5000);
    }

    void aRefundThatNeedsReviewIsNotYetRefunded()
    {
        m_history->paid(1)
            .refundOpened(1, 1, 5000)
            .refundMoved(1, 1, 5000, RefundState::Due, RefundState::NeedsReview);
        QCOMPARE(folded(m_events).totals.refunds, 0);
    }

    void cancelsCollectionsDeclinesAndWasteAreCounted()
    {
        m_history->paid(1, 3).cancelled(1).then(StopAcknowledged{1, {1, 3}});
        m_history->paid(2).collected(2).moved(2, OrderStep::Recall, OrderState::Collected);
        m_history->paid(3).collected(3);
        m_history->then(attempt(9, AttemptState::Charging, AttemptState::Declined));
        const ShopTotals totals = folded(m_events).totals;
        QCOMPARE(totals.cancels, 1);
        QCOMPARE(totals.unitsWasted, 2);
        QCOMPARE(totals.collected, 1);
        QCOMPARE(totals.declines, 1);
    }

    void aNewBusinessDayStartsFromNothing()
    {
        m_history->paid(1).collected(1).daysLater(1).then(DaemonStarted{"0.1.0"});
        ShopTotals fresh;
        fresh.day = m_events.back().day;
        QVERIFY(folded(m_events).totals == fresh);
    }

    void aRefundOfYesterdaysOrderCountsToday()
    {
        m_history->paid(1).refundOpened(1, 1, 5000).daysLater(1);
        m_history->refundMoved(1, 1, 5000, RefundState::Due, RefundState::Done);
        QCOMPARE(folded(m_events).totals.sales.won(), 0);
        QCOMPARE(folded(m_events).totals.refunded.won(), 5000);
    }

    void machinesAreSortedAndEachHasItsLastStateOnly()
    {
        m_history->then(PresenceChanged{{Role::Station, "bar-2"}, PresenceState::Up, "1"})
            .then(PresenceChanged{{Role::Kiosk, "kiosk-1"}, PresenceState::Up, "1"})
            .then(PresenceChanged{{Role::Station, "bar-1"}, PresenceState::Up, "1"})
            .then(PresenceChanged{{Role::Station, "bar-2"}, PresenceState::Away, "2"});
        const StationHealth health = folded(m_events).health;
        QCOMPARE(health.machines.size(), std::size_t{3});
        QCOMPARE(health.machines[0].who.name, std::string{"kiosk-1"});
        QCOMPARE(health.machines[1].who.name, std::string{"bar-1"});
        QCOMPARE(health.machines[2].state, PresenceState::Away);
        QCOMPARE(health.machines[2].version, std::string{"2"});
        QCOMPARE(health.machines[2].since, m_events[3].at);
    }

    void theBarIsAwayWhenItIsKnownAndNoStationIsThere()
    {
        QVERIFY(!folded(m_events).health.barAway());
        m_history->then(PresenceChanged{{Role::Kiosk, "kiosk-1"}, PresenceState::Away, ""});
        QVERIFY(!folded(m_events).health.barAway());
        m_history->then(PresenceChanged{{Role::Station, "bar-1"}, PresenceState::Away, ""});
        QVERIFY(folded(m_events).health.barAway());
        m_history->then(PresenceChanged{{Role::Station, "bar-2"}, PresenceState::Behind, ""});
        QVERIFY(!folded(m_events).health.barAway());
    }

    void aHelpCallKeepsItsFirstTimeUntilItIsTaken()
    {
        m_history->then(HelpCalled{"kiosk-1"}).then(HelpCalled{"kiosk-1"});
        QCOMPARE(folded(m_events).health.helpCalls.at("kiosk-1"), m_events[0].at);
        m_history->then(HelpTaken{"kiosk-1"}).then(HelpTaken{"kiosk-2"});
        QVERIFY(folded(m_events).health.helpCalls.empty());
    }

    void alarmsAreThereWhileTheyAreOn()
    {
        m_history->then(AlarmChanged{AlarmKind::DiskLow, true, "900 MiB"})
            .then(AlarmChanged{AlarmKind::BackupOld, true, "3 h"})
            .then(AlarmChanged{AlarmKind::DiskLow, false, {}});
        const StationHealth health = folded(m_events).health;
        QCOMPARE(health.alarms.size(), std::size_t{1});
        QCOMPARE(health.alarms.at(AlarmKind::BackupOld).second, std::string{"3 h"});
    }

    void theDaemonsLastStartIsKnown()
    {
        m_history->then(DaemonStarted{"1"}).then(DaemonStarted{"2"});
        QCOMPARE(folded(m_events).health.daemonVersion, std::string{"2"});
        QCOMPARE(folded(m_events).health.daemonStarted, m_events[1].at);
    }

    void anAttemptIsShownUntilItsMoneyIsSettled_data()
    {
        QTest::addColumn<int>("to");
        QTest::addColumn<bool>("shown");
        QTest::newRow("unknown") << static_cast<int>(AttemptState::Unknown) << true;
        QTest::newRow("reversing") << static_cast<int>(AttemptState::Reversing) << true;
        QTest::newRow("needs review") << static_cast<int>(AttemptState::NeedsReview) << true;
        QTest::newRow("declined") << static_cast<int>(AttemptState::Declined) << false;
        QTest::newRow("voided") << static_cast<int>(AttemptState::Voided) << false;
        QTest::newRow("kept") << static_cast<int>(AttemptState::Kept) << false;
    }
    void anAttemptIsShownUntilItsMoneyIsSettled()
    {
        QFETCH(const int, to);
        QFETCH(const bool, shown);
        m_history->then(AttemptOpened{1, "kiosk-1", Money::fromWon(5000)});
        QCOMPARE(folded(m_events).payments.attempts.at(1).state, AttemptState::Charging);
        m_history->then(attempt(1, AttemptState::Charging, static_cast<AttemptState>(to)));
        const PaymentView payments = folded(m_events).payments;
        QCOMPARE(payments.attempts.contains(1), shown);
        if (shown)
            QCOMPARE(payments.attempts.at(1).cause, std::string{"no answer"});
    }

    /// A customer who left and whose money goes back must not begin the manager's minute anew.
    void whatGoesBackHasBeenUnclearSinceItWasUnknown()
    {
        m_history->then(AttemptOpened{1, "kiosk-1", Money::fromWon(5000)})
            .then(attempt(1, AttemptState::Charging, AttemptState::Unknown));
        const ShopTime unknown = m_events.back().at;
        m_history->then(attempt(1, AttemptState::Unknown, AttemptState::Reversing));
        QVERIFY(m_events.back().at > unknown);
        QCOMPARE(folded(m_events).payments.attempts.at(1).since, unknown);
        m_history->then(attempt(1, AttemptState::Reversing, AttemptState::NeedsReview));
        QCOMPARE(folded(m_events).payments.attempts.at(1).since, m_events.back().at);
    }

    void aPaidAttemptIsSettled()
    {
        m_history->then(AttemptOpened{1, "kiosk-1", Money::fromWon(5000)}).paid(1);
        QVERIFY(folded(m_events).payments.attempts.empty());
    }

    void theBreakerIsAsItMovedLast()
    {
        m_history->then(BreakerMoved{BreakerState::Closed, BreakerState::Open, 77, "slow"});
        const PaymentView payments = folded(m_events).payments;
        QCOMPARE(payments.breaker, BreakerState::Open);
        QCOMPARE(payments.breakerSince, m_events[0].at);
        QCOMPARE(payments.breakerUntilMs, std::int64_t{77});
    }

    void soldOutItemsComeBackWhenTheyAreAvailable()
    {
        m_history->then(ItemAvailability{"latte", false, 5})
            .then(ItemAvailability{"bread", false, 0})
            .then(ItemAvailability{"latte", true, 0})
            .then(ItemAvailability{"tea", true, 0});
        QVERIFY(folded(m_events).offer.soldOutItems() == SoldOut{"bread"});
    }

    void menuAndOrderingAreAsTheyWereSaidLast()
    {
        m_history->then(MenuPublished{"a"})
            .then(MenuPublished{"b"})
            .then(OrderingChanged{OrderingState::Paused, 9, "쉬어요", "Back soon"});
        const OfferView offer = folded(m_events).offer;
        QCOMPARE(offer.menuVersion, std::string{"b"});
        QCOMPARE(offer.ordering.state, OrderingState::Paused);
        QCOMPARE(offer.ordering.textEn, std::string{"Back soon"});
    }

    void theViewStandsAtItsLastEvent()
    {
        m_history->paid(1).started(1);
        QCOMPARE(folded(m_events).seq, Sequence{2});
        QCOMPARE(folded(m_events).at, m_events[1].at);
    }

private:
    std::vector<Event> m_events;
    std::unique_ptr<HistoryBuilder> m_history;
};

QTEST_GUILESS_MAIN(TestShopView)
#include "test_shop_view.moc"
