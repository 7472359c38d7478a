// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/history_builder.h"

#include <QTest>

using namespace coffee;
using coffee::test::HistoryBuilder;

namespace {

constexpr auto kKept = static_cast<OrderId>(OrderBoard::kFinishedKept);

OrderBoard boardOf(const std::vector<Event>& events)
{
    return test::folded(events).orders;
}

/// Pays and collects the orders `first` to `last`.
void serve(HistoryBuilder& history, OrderId first, OrderId last)
{
    for (OrderId id = first; id <= last; ++id)
        history.paid(id).collected(id);
}

} // namespace

class TestOrderBoard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_events.clear(); }

    void aPaidOrderIsQueuedWithItsUnitsNumberedAcrossLines()
    {
        m_history.paid(1, 3);
        const OrderBoard board = boardOf(m_events);
        const OrderView* order = board.find(1);
        QVERIFY(order);
        QCOMPARE(order->state, OrderState::Queued);
        QCOMPARE(order->number, 101);
        QCOMPARE(order->units.size(), std::size_t{3});
        QCOMPARE(order->units[2].line, 1);
        QCOMPARE(order->unitsIn(UnitState::Open), 3);
        QCOMPARE(order->total.won(), 15000);
        QCOMPARE(order->paidAt, m_events[0].at);
        QCOMPARE(order->changedBy, Sequence{1});
    }

    void eachStepIsStampedWithWhenItHappened()
    {
        m_history.paid(1).started(1);
        m_events.back().occurredAt -= std::chrono::milliseconds{300};
        m_history.finished(1).moved(1, OrderStep::Collect, OrderState::Ready);
        const OrderBoard board = boardOf(m_events);
        const OrderView* order = board.find(1);
        QCOMPARE(order->startedAt, m_events[1].occurredAt);
        QCOMPARE(order->readyAt, m_events[2].occurredAt);
        QCOMPARE(order->finishedAt, m_events[3].occurredAt);
        QCOMPARE(order->state, OrderState::Collected);
        QCOMPARE(order->changedBy, Sequence{4});
    }

    void puttingBackForgetsTheStartAndRecallKeepsTheOldTimes()
    {
        m_history.paid(1).started(1).moved(1, OrderStep::PutBack, OrderState::Making);
        QCOMPARE(boardOf(m_events).find(1)->startedAt, ShopTime{});
        m_history.started(1).finished(1).moved(1, OrderStep::Recall, OrderState::Ready);
        const OrderBoard board = boardOf(m_events);
        QCOMPARE(board.find(1)->state, OrderState::Making);
        QCOMPARE(board.find(1)->startedAt, m_events[3].occurredAt);
        QCOMPARE(board.find(1)->readyAt, m_events[4].occurredAt);
    }

    void aUnitMovesAloneAndARefusedOneKeepsItsReason()
    {
        m_history.paid(1, 2)
            .started(1)
            .unit(1, 1, UnitState::Open, UnitState::Done)
            .unit(1, 2, UnitState::Open, UnitState::Refused);
        const OrderBoard board = boardOf(m_events);
        QCOMPARE(board.find(1)->units[0].state, UnitState::Done);
        QCOMPARE(board.find(1)->units[1].state, UnitState::Refused);
        QCOMPARE(board.find(1)->units[1].reason, std::string{"no milk"});
        QCOMPARE(board.unitsWaiting(), 0);
    }

    void aUnitThatTheOrderDoesNotHaveChangesNothing()
    {
        m_history.paid(1, 2);
        const OrderBoard before = boardOf(m_events);
        for (const UnitNumber unit : {-1, 0, 3})
            m_history.unit(1, unit, UnitState::Open, UnitState::Done);
        QVERIFY(boardOf(m_events) == before);
    }

    void eventsOfAnUnknownOrderChangeNothing()
    {
        m_history.paid(1);
        const OrderBoard before = boardOf(m_events);
        m_history.started(9)
            .cancelled(9)
            .unit(9, 1, UnitState::Open, UnitState::Done)
            .then(OrderCalled{9})
            .then(StopAcknowledged{9, {1}})
            .refundOpened(1, 9, 500)
            .refundMoved(1, 9, 500, RefundState::Due, RefundState::Done);
        QVERIFY(boardOf(m_events) == before);
    }

    void aCancelledOrderStopsTheBarUntilItIsAcknowledged()
    {
        m_history.paid(1, 2).cancelled(1);
        QVERIFY(boardOf(m_events).find(1)->stopUnacknowledged);
        QCOMPARE(boardOf(m_events).find(1)->cancelledBy, CancelledBy::Customer);
        m_history.then(StopAcknowledged{1, {2}});
        QVERIFY(!boardOf(m_events).find(1)->stopUnacknowledged);
        QCOMPARE(boardOf(m_events).find(1)->wasted, std::vector<UnitNumber>{2});
    }

    void whatTheBarRefusedWhollyNeedsNoAcknowledgement()
    {
        m_history.paid(1).cancelled(1, CancelledBy::Shop);
        QVERIFY(!boardOf(m_events).find(1)->stopUnacknowledged);
    }

    void refundsAreKeptWithTheirStateAndSummedUp()
    {
        m_history.paid(1, 2)
            .refundOpened(1, 1, 5000)
            .refundOpened(2, 1, 3000)
            .refundMoved(1, 1, 5000, RefundState::Due, RefundState::Done)
            .refundMoved(2, 1, 3000, RefundState::Due, RefundState::NeedsReview);
        const OrderBoard board = boardOf(m_events);
        QCOMPARE(board.find(1)->refunded().won(), 8000);
        QCOMPARE(board.find(1)->refunds[0].state, RefundState::Done);
        QCOMPARE(board.find(1)->refunds[1].state, RefundState::NeedsReview);
        QCOMPARE(board.find(1)->refunds[1].since, m_events[4].at);
    }

    void onlyTheLastTwoHundredFinishedOrdersAreKept()
    {
        serve(m_history, 1, kKept);
        QVERIFY(boardOf(m_events).find(1));
        serve(m_history, kKept + 1, kKept + 1);
        const OrderBoard board = boardOf(m_events);
        QVERIFY(!board.find(1));
        QVERIFY(board.find(2));
        QCOMPARE(board.all().size(), OrderBoard::kFinishedKept);
    }

    void openOrdersAreNeverForgotten()
    {
        m_history.paid(1).paid(2).started(2).paid(3).started(3).finished(3);
        serve(m_history, 10, 10 + kKept + 5);
        const OrderBoard board = boardOf(m_events);
        for (const OrderId id : {1, 2, 3})
            QVERIFY(board.find(id));
        QCOMPARE(board.open().size(), std::size_t{3});
    }

    void aCancelledOrderStaysUntilItsStopIsAcknowledged()
    {
        m_history.paid(1).cancelled(1);
        serve(m_history, 2, kKept + 2);
        QVERIFY(boardOf(m_events).find(1));
        QVERIFY(!boardOf(m_events).isRecent(1));
        m_history.then(StopAcknowledged{1, {}});
        QVERIFY(!boardOf(m_events).find(1));
    }

    void anOrderStaysUntilItsLastRefundIsSettled()
    {
        m_history.paid(1, 2).refundOpened(1, 1, 5000).refundOpened(2, 1, 5000).collected(1);
        serve(m_history, 2, kKept + 2);
        m_history.refundMoved(1, 1, 5000, RefundState::Due, RefundState::Done)
            .refundMoved(2, 1, 5000, RefundState::Due, RefundState::NeedsReview);
        QVERIFY(boardOf(m_events).find(1));
        m_history.refundMoved(2, 1, 5000, RefundState::NeedsReview, RefundState::Done);
        QVERIFY(!boardOf(m_events).find(1));
    }

    void aRecalledOrderLeavesTheFinishedAndComesBackLast()
    {
        m_history.paid(1).collected(1).paid(2).collected(2);
        m_history.moved(1, OrderStep::Recall, OrderState::Collected);
        QCOMPARE(boardOf(m_events).finishedOrder(), std::vector<OrderId>{2});
        QCOMPARE(boardOf(m_events).find(1)->finishedAt, ShopTime{});
        m_history.moved(1, OrderStep::Collect, OrderState::Ready);
        QCOMPARE(boardOf(m_events).finishedOrder(), (std::vector<OrderId>{2, 1}));
    }

    void anOrderThatIsNotRecentIsNotRecalledByAnyBoard()
    {
        m_history.paid(1, 2).refundOpened(1, 1, 5000).collected(1);
        serve(m_history, 2, kKept + 2);
        const OrderBoard before = boardOf(m_events);
        m_history.moved(1, OrderStep::Recall, OrderState::Collected);
        QVERIFY(boardOf(m_events) == before);
    }

    void aNumberMeansItsNewestOrder()
    {
        m_history.paid(1, 1, 101).collected(1).daysLater(1).paid(2, 1, 101);
        const OrderBoard board = boardOf(m_events);
        QCOMPARE(board.findByNumber(101)->id, OrderId{2});
        QCOMPARE(board.find(1)->day + 1, board.find(2)->day);
        QVERIFY(!board.findByNumber(102));
    }

    void thePlaceInTheQueueCountsWhatIsQueuedOrInMakingBefore()
    {
        m_history.paid(1).paid(2).paid(3).paid(4, 2);
        m_history.started(1).started(2).finished(2);
        const OrderBoard board = boardOf(m_events);
        QCOMPARE(board.ordersAhead(1), 0);
        QCOMPARE(board.ordersAhead(3), 1);
        QCOMPARE(board.ordersAhead(4), 2);
        QCOMPARE(board.unitsWaiting(), 4);
    }

    void openOrdersComeOldestPaymentFirst()
    {
        m_history.paid(1).paid(2).paid(3).started(3).cancelled(2);
        const OrderBoard board = boardOf(m_events);
        QCOMPARE(board.open().size(), std::size_t{2});
        QCOMPARE(board.open()[0]->id, OrderId{1});
        QCOMPARE(board.open()[1]->id, OrderId{3});
    }

    void aBoardWrittenDownAndRestoredIsTheSame()
    {
        m_history.paid(1).collected(1).paid(2).cancelled(2).paid(3).started(3);
        const OrderBoard board = boardOf(m_events);
        std::vector<OrderView> orders;
        for (const auto& [id, order] : board.all())
            orders.push_back(order);
        QVERIFY(OrderBoard::restored(orders, board.finishedOrder()) == board);
    }

    void aPublicBoardForgetsCancelledOrdersToo()
    {
        for (OrderId id = 1; id <= kKept + 10; ++id)
            m_history.paid(id).cancelled(id);
        OrderBoard open;
        for (const Event& event : m_events)
            open.apply(publicFace(event));
        QCOMPARE(open.all().size(), OrderBoard::kFinishedKept);
    }

private:
    std::vector<Event> m_events;
    HistoryBuilder m_history{m_events};
};

QTEST_GUILESS_MAIN(TestOrderBoard)
#include "test_order_board.moc"
