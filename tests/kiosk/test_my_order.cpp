// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/refused_units.h"
#include "tests/kiosk/kiosk_shop.h"

#include <QTest>

using namespace coffee;
using namespace coffee::kiosk;
using namespace std::chrono_literals;
using client::ClientFailure;
using protocol::OrderCancel;
using protocol::OrderShow;
using test::KioskShop;
using test::refusalOf;

namespace {

constexpr OrderId kOrder = 7;
constexpr std::int32_t kNumber = 117;

/// A shop in which one order waits, and the customer who placed it.
struct Look {
    Look()
    {
        shop.open();
        shop.publish(OrderAppeared{kOrder, kNumber, ServiceMode::Here, 1, {180, 300}});
        shop.session().openMyOrder();
        mine.reset();
    }

    [[nodiscard]] protocol::OrderShown shown(OrderState state, bool cancellable) const
    {
        OrderView order;
        order.id = kOrder;
        order.number = kNumber;
        order.state = state;
        const protocol::PaidAnswer paid = shop.paid();
        order.lines = paid.basket.lines;
        order.total = paid.basket.total;
        order.units.push_back({1, CupKind::Store, paid.basket.total, UnitState::Open, {}});
        order.paidAt = shop.now;
        return {order, 0, {60, 120}, cancellable};
    }
    void prove()
    {
        mine.lookUp(kNumber);
        mine.askForCode();
        mine.proveByCode("4821");
    }
    void answerShow(const protocol::OrderShown& answer)
    {
        shop.client.answer(shop.client.openCall<OrderShow>(), answer);
    }
    void toConfirming()
    {
        prove();
        answerShow(shown(OrderState::Queued, true));
        mine.askToCancel();
    }

    KioskShop shop;
    MyOrder& mine{shop.kiosk.myOrder()};
};

} // namespace

class TestMyOrder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNumberAloneShowsTheState()
    {
        Look look;
        look.mine.lookUp(kNumber);
        QCOMPARE(look.mine.stage(), LookUpStage::State);
        QCOMPARE(look.mine.publicView()->state, OrderState::Queued);
        QCOMPARE(look.mine.ordersAhead(), 0);
        QCOMPARE(look.shop.client.count<OrderShow>(), 0); // the daemon is not needed for that
        look.shop.publish(
            OrderMoved{kOrder, OrderStep::Start, OrderState::Queued, OrderState::Making});
        QCOMPARE(look.mine.publicView()->state, OrderState::Making);
    }

    void theStateIsThereWhileTheDaemonIsAway()
    {
        Look look;
        look.shop.source.enter(client::FeedState::Stale);
        look.shop.source.clock += 30s;
        look.mine.lookUp(kNumber);
        QCOMPARE(look.mine.stage(), LookUpStage::State);
        QVERIFY(look.shop.feed.freshness().age >= 30s);
        look.mine.askForCode();
        look.mine.proveByCode("4821");
        look.shop.client.fail(look.shop.client.openCall<OrderShow>(), ClientFailure::Unreachable);
        QCOMPARE(look.mine.stage(), LookUpStage::State);
        QCOMPARE(look.mine.trouble(), LookUpTrouble::Unreachable);
        QVERIFY(look.mine.publicView());
    }

    void aCancelledOrderWaitsForNothing()
    {
        Look look;
        look.toConfirming();
        QCOMPARE(look.mine.state(), OrderState::Queued);
        look.mine.confirmCancel();
        look.shop.client.answer(look.shop.client.openCall<OrderCancel>(),
                                protocol::CancelAnswer{kOrder, kNumber, 1, Money::fromWon(5000)});
        QCOMPARE(look.mine.publicView()->state, OrderState::Queued); // its event is on the way
        QCOMPARE(look.mine.state(), OrderState::Cancelled);
    }

    void anUnknownNumberIsSaid()
    {
        Look look;
        look.mine.lookUp(999);
        QCOMPARE(look.mine.stage(), LookUpStage::Number);
        QCOMPARE(look.mine.trouble(), LookUpTrouble::UnknownNumber);
    }

    void aWrongCodeSaysHowManyTriesAreLeft()
    {
        Look look;
        look.prove();
        Refusal wrong = refusalOf(RefusalCode::WrongCode);
        wrong.left = 3;
        look.shop.client.refuse(look.shop.client.openCall<OrderShow>(), wrong);
        QCOMPARE(look.mine.stage(), LookUpStage::Code);
        QCOMPARE(look.mine.trouble(), LookUpTrouble::WrongCode);
        QCOMPARE(look.mine.triesLeft(), 3);
    }

    void aLockedCodeStillShowsTheState()
    {
        Look look;
        look.prove();
        look.shop.client.refuse(look.shop.client.openCall<OrderShow>(),
                                refusalOf(RefusalCode::Locked, 10min));
        QCOMPARE(look.mine.stage(), LookUpStage::State);
        QCOMPARE(look.mine.trouble(), LookUpTrouble::Locked);
        QCOMPARE(look.mine.lockedFor(), 10min);
    }

    void cancellingAsksFirstAndShowsTheRefund()
    {
        Look look;
        look.toConfirming();
        QCOMPARE(look.mine.stage(), LookUpStage::Confirming);
        QCOMPARE(look.shop.client.count<OrderCancel>(), 0);
        look.mine.confirmCancel();
        const OrderCancel* cancel = look.shop.client.last<OrderCancel>();
        QCOMPARE(cancel->seen, OrderState::Queued);
        QVERIFY(cancel->proof == protocol::Proof(protocol::CodeProof{kNumber, "4821"}));
        look.shop.client.answer(look.shop.client.openCall<OrderCancel>(),
                                protocol::CancelAnswer{kOrder, kNumber, 3, Money::fromWon(5000)});
        QCOMPARE(look.mine.stage(), LookUpStage::Cancelled);
        QCOMPARE(look.mine.cancelled()->amount.won(), 5000);
        protocol::OrderShown after = look.shown(OrderState::Cancelled, false);
        after.order.refunds.push_back(
            {3, Money::fromWon(5000), RefundState::Due, {}, {}, look.shop.now});
        look.answerShow(after);
        QCOMPARE(look.mine.details()->order.refunds.front().state, RefundState::Due);
        look.shop.time.advance(MyOrder::kRefreshEvery);
        after.order.refunds.front().state = RefundState::Done;
        look.answerShow(after);
        QCOMPARE(look.mine.details()->order.refunds.front().state, RefundState::Done);
    }

    void anUnansweredCancelIsRepeatedUnderOneKey()
    {
        Look look;
        look.toConfirming();
        look.mine.confirmCancel();
        const OperationKey key = look.shop.client.last<OrderCancel>()->op;
        for (int round = 1; round < MyOrder::kCancelTriesMost; ++round) {
            look.shop.client.fail(look.shop.client.openCall<OrderCancel>(),
                                  ClientFailure::TimedOut);
            look.shop.time.advance(MyOrder::kCancelAgain);
            QCOMPARE(look.shop.client.last<OrderCancel>()->op, key);
        }
        look.shop.client.fail(look.shop.client.openCall<OrderCancel>(), ClientFailure::TimedOut);
        QCOMPARE(look.mine.stage(), LookUpStage::Details);
        QCOMPARE(look.mine.trouble(), LookUpTrouble::Unreachable);
        QCOMPARE(look.shop.client.count<OrderCancel>(), MyOrder::kCancelTriesMost);
        look.mine.askToCancel();
        look.mine.confirmCancel();
        QCOMPARE(look.shop.client.last<OrderCancel>()->op, key);
    }

    void tooLateIsSaid()
    {
        Look look;
        look.toConfirming();
        look.mine.confirmCancel();
        look.shop.client.refuse(look.shop.client.openCall<OrderCancel>(),
                                refusalOf(RefusalCode::TooLate));
        QCOMPARE(look.mine.stage(), LookUpStage::Details);
        QCOMPARE(look.mine.trouble(), LookUpTrouble::TooLate);
    }

    void anOrderThatMovedOnIsShownBeforeItIsCancelled()
    {
        Look look;
        look.toConfirming();
        look.mine.confirmCancel();
        const OperationKey first = look.shop.client.last<OrderCancel>()->op;
        look.shop.client.refuse(look.shop.client.openCall<OrderCancel>(),
                                refusalOf(RefusalCode::WrongState));
        QCOMPARE(look.mine.trouble(), LookUpTrouble::StateMoved);
        look.answerShow(look.shown(OrderState::Making, true));
        look.mine.askToCancel();
        look.mine.confirmCancel();
        QCOMPARE(look.shop.client.last<OrderCancel>()->seen, OrderState::Making);
        QVERIFY(look.shop.client.last<OrderCancel>()->op != first);
    }

    void whatCannotBeCancelledIsNotAsked()
    {
        Look look;
        look.prove();
        look.answerShow(look.shown(OrderState::Ready, false));
        look.mine.askToCancel();
        QCOMPARE(look.mine.stage(), LookUpStage::Details);
    }

    void theNumberPageCancelsWithTheKeyAsProof()
    {
        Look look;
        const AttemptKey key{"kiosk-1-" + std::string(32, 'f')};
        look.mine.cancelOwn(key, kNumber);
        look.answerShow(look.shown(OrderState::Queued, true));
        QCOMPARE(look.mine.stage(), LookUpStage::Confirming);
        look.mine.confirmCancel();
        QVERIFY(look.shop.client.last<OrderCancel>()->proof ==
                protocol::Proof(protocol::KeyProof{key}));
    }

    void whatTheBarCouldNotMakeIsKnownByLine()
    {
        OrderView order;
        PricedLine brew;
        brew.units.resize(3);
        order.lines = {brew, brew};
        for (const LineNumber line : {1, 1, 1, 2, 2, 2})
            order.units.push_back({line, CupKind::Store, Money::fromWon(2500), {}, {}});
        for (const std::size_t unit : {1, 2, 5}) {
            order.units[unit].state = UnitState::Refused;
            order.units[unit].reason = "기계 고장";
        }
        order.refunds.push_back({1, Money::fromWon(2500), RefundState::Done, {2}, {}, {}});
        order.refunds.push_back({2, Money::fromWon(2500), RefundState::Done, {6}, {}, {}});
        const std::vector<RefusedUnits> refused = refusedUnits(order);
        QCOMPARE(refused.size(), std::size_t{2});
        // One of its two refunds is not opened yet: the money of the line is not all back.
        QVERIFY(refused.front() ==
                (RefusedUnits{0, 2, Money::fromWon(5000), RefundState::Due, "기계 고장"}));
        QVERIFY(refused.back() ==
                (RefusedUnits{1, 1, Money::fromWon(2500), RefundState::Done, "기계 고장"}));
    }

    void aFollowedOrderIsAskedForUntilSomethingElseIs()
    {
        Look look;
        const AttemptKey key{"kiosk-1-" + std::string(32, 'f')};
        look.mine.follow(key, kNumber);
        QCOMPARE(look.mine.stage(), LookUpStage::Number);
        QCOMPARE(look.shop.client.count<OrderShow>(), 0); // the payment's answer is fresh
        look.shop.time.advance(MyOrder::kRefreshEvery);
        QVERIFY(look.shop.client.last<OrderShow>()->proof ==
                protocol::Proof(protocol::KeyProof{key}));
        look.answerShow(look.shown(OrderState::Making, true));
        QCOMPARE(look.mine.details()->order.state, OrderState::Making);
        look.shop.time.advance(MyOrder::kRefreshEvery);
        look.shop.client.fail(look.shop.client.openCall<OrderShow>(), ClientFailure::TimedOut);
        QCOMPARE(look.mine.trouble(), LookUpTrouble::None); // the number page has its own words
        look.shop.time.advance(MyOrder::kRefreshEvery);
        QCOMPARE(look.shop.client.count<OrderShow>(), 3);
        look.mine.stopFollowing();
        QVERIFY(!look.mine.details());
        look.answerShow(look.shown(OrderState::Ready, true));
        look.shop.time.advance(MyOrder::kRefreshEvery * 3);
        QCOMPARE(look.shop.client.count<OrderShow>(), 3);
        QVERIFY(!look.mine.details());
    }

    void backFromTheDetailsTheReadModelIsTheNewest()
    {
        Look look;
        look.prove();
        look.answerShow(look.shown(OrderState::Queued, true));
        look.mine.back();
        look.shop.publish(
            OrderMoved{kOrder, OrderStep::Start, OrderState::Queued, OrderState::Making});
        QCOMPARE(look.mine.state(), OrderState::Making);
    }

    void theNextCustomerSeesNothingOfTheLast()
    {
        Look look;
        look.prove();
        look.mine.reset();
        look.answerShow(look.shown(OrderState::Queued, true));
        QCOMPARE(look.mine.stage(), LookUpStage::Number);
        QVERIFY(!look.mine.details());
        QCOMPARE(look.mine.number(), 0);
    }
};

QTEST_GUILESS_MAIN(TestMyOrder)
#include "test_my_order.moc"
