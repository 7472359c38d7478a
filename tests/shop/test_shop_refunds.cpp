// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shop/shop_under_test.h"

namespace coffee::test {

using namespace protocol;
using namespace daemon;

namespace {

const Money kTotal = Money::fromWon(12'500);

} // namespace

/// Money that goes back: asked for under one key until it is settled or a person has it.
class RefundsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unitsAndAmountsArePaidBack();
    void neverMoreThanIsLeft();
    void severalInOneStepHaveKeysOfTheirOwn();
    void anUnknownAnswerIsAskedAgainUnderTheSameKey();
    void aRestartAsksAgainUnderTheSameKey();
    void aRefusedOneIsAPersonsTask();
    void onlyWhatIsUnderReviewIsClosed();
    void aLateAnswerChangesNothing();
    void whatNobodyShowsAnyMoreIsNotPaidBack();
};

void RefundsTest::unitsAndAmountsArePaidBack()
{
    ShopUnderTest shop;
    shop.setPin(ShopUnderTest::kPin);
    const OrderId order = shop.orderIn(OrderState::Collected).order;
    QCOMPARE(shop.refund(order, {3}).amount, Money::fromWon(3'500));
    QCOMPARE(shop.refund(order, {}, 500).amount, Money::fromWon(500));
    const auto first = shop.takeCall<RefundCall>();
    const auto second = shop.takeCall<RefundCall>();
    QVERIFY(first.refundKey != second.refundKey);
    QCOMPARE(first.chargeKey, second.chargeKey);
    shop.finishRefund(second.refundKey, RefundResult::Done);
    shop.finishRefund(first.refundKey, RefundResult::Done);
    QCOMPARE(shop.view().totals.refunded, Money::fromWon(4'000));
    QCOMPARE(shop.view().totals.refunds, 2);
    QCOMPARE(shop.stateOf(order), OrderState::Collected);
}

void RefundsTest::neverMoreThanIsLeft()
{
    ShopUnderTest shop;
    shop.setPin(ShopUnderTest::kPin);
    const OrderId order = shop.buy().order;
    const auto refusal = [&](std::vector<UnitNumber> units, std::int64_t won) {
        return shop.refusalOn(
            shop.withPin(manager(), shop.refundCommand(order, std::move(units), won)));
    };
    QCOMPARE(refusal({}, 12'501).code, RefusalCode::RefundTooLarge);
    QCOMPARE(refusal({}, 12'501).total, std::optional{kTotal});
    QCOMPARE(refusal({}, 0).code, RefusalCode::RefundTooLarge);
    QCOMPARE(refusal({}, -1).code, RefusalCode::RefundTooLarge);
    QCOMPARE(refusal({4}, 0).code, RefusalCode::UnknownUnit);
    QCOMPARE(refusal({1, 1}, 0).code, RefusalCode::UnknownUnit);
    shop.refund(order, {1});
    QCOMPARE(refusal({1}, 0).code, RefusalCode::RefundTooLarge);
    shop.refund(order, {}, 6'000);
    QCOMPARE(refusal({2}, 0).code, RefusalCode::RefundTooLarge);
    QCOMPARE(refusal({2}, 0).total, std::optional{Money::fromWon(2'000)});
    shop.refund(order, {}, 2'000);
    QCOMPARE(refusal({}, 1).code, RefusalCode::RefundTooLarge);
    QCOMPARE(shop.refundedOf(order), kTotal);
    const auto unknown = shop.withPin(manager(), shop.refundCommand(99, {}, 1));
    QCOMPARE(shop.refusalOn(unknown).code, RefusalCode::UnknownOrder);
}

void RefundsTest::severalInOneStepHaveKeysOfTheirOwn()
{
    ShopUnderTest shop;
    const auto first = shop.buy();
    const auto second = shop.buy();
    // A step that is refused in between must not use up an id.
    int refusals = 0;
    shop.faults().refuses = [&](const Changes& changes) {
        for (const Change& change : changes)
            if (std::holds_alternative<RefundInserted>(change))
                return refusals++ == 0;
        return false;
    };
    std::vector<Input> inputs{
        shop.ShopRig::command(kiosk(), shop.cancelCommand(first)),
        shop.ShopRig::command(kiosk(), shop.cancelCommand(second)),
        shop.ShopRig::command(bar(),
                              shop.unitCommand(UnitStep::Refuse, first.order, 1, UnitState::Open))};
    shop.give(std::move(inputs));
    QCOMPARE(refusals, 3);
    const auto refunds = shop.events<RefundOpened>();
    QCOMPARE(refunds.size(), std::size_t{2});
    QCOMPARE(refunds[0].refund, RefundId{1});
    QCOMPARE(refunds[0].order, second.order);
    QCOMPARE(refunds[1].refund, RefundId{2});
    QCOMPARE(refunds[1].order, first.order);
}

void RefundsTest::anUnknownAnswerIsAskedAgainUnderTheSameKey()
{
    ShopUnderTest shop;
    shop.cancel(shop.buy());
    const RefundCall call = shop.takeCall<RefundCall>();
    std::chrono::milliseconds wait = kLookupFirst;
    for (int round = 0; round < 9; ++round) {
        shop.finishRefund(call.refundKey, RefundResult::Unknown);
        shop.pass(wait - 1ms);
        QCOMPARE(shop.countCalls<RefundCall>(), 0);
        shop.pass(1ms);
        const auto again = shop.takeCall<RefundCall>();
        QCOMPARE(again.refundKey, call.refundKey);
        QCOMPARE(again.chargeKey, call.chargeKey);
        QCOMPARE(again.amount, kTotal);
        wait = std::min<std::chrono::milliseconds>(wait * 2, kLookupMost);
    }
    shop.finishRefund(call.refundKey, RefundResult::Done);
    QVERIFY(shop.shop().memory().refunds.empty());
}

void RefundsTest::aRestartAsksAgainUnderTheSameKey()
{
    ShopUnderTest shop;
    const auto paid = shop.buy();
    shop.cancel(paid);
    const RefundCall call = shop.takeCall<RefundCall>();
    shop.restart();
    const auto again = shop.takeCall<RefundCall>();
    QCOMPARE(again.refundKey, call.refundKey);
    QCOMPARE(again.chargeKey, call.chargeKey);
    QCOMPARE(again.amount, call.amount);
    shop.finishRefund(call.refundKey, RefundResult::Done);
    shop.restart();
    QCOMPARE(shop.countCalls<RefundCall>(), 0);
}

void RefundsTest::aRefusedOneIsAPersonsTask()
{
    ShopUnderTest shop;
    shop.setPin(ShopUnderTest::kPin);
    const auto paid = shop.buy();
    const RefundId refund = shop.cancel(paid).refund;
    const std::string key = shop.takeCall<RefundCall>().refundKey;
    shop.finishRefund(key, RefundResult::Refused);
    QCOMPARE(shop.stateOf(paid.order), OrderState::Cancelled);
    QCOMPARE(shop.view().orders.find(paid.order)->refunds[0].state, RefundState::NeedsReview);
    shop.restart();
    shop.pass(2min);
    QCOMPARE(shop.countCalls<RefundCall>(), 0);

    const auto close = [&](ReviewOutcome outcome) {
        return shop.withPin(manager(),
                            ReviewClose{shop.newOp(), ReviewKind::Refund, refund, outcome,
                                        "손님께 현금으로 드림", ShopUnderTest::kPin});
    };
    QCOMPARE(shop.refusalOn(close(ReviewOutcome::Voided)).code, RefusalCode::NotPossible);
    QCOMPARE(shop.refusalOn(close(ReviewOutcome::Declined)).code, RefusalCode::NotPossible);
    shop.wentThrough<Accepted>(close(ReviewOutcome::Done));
    QCOMPARE(shop.events<RefundMoved>().back().reason, std::string{"손님께 현금으로 드림"});
    QCOMPARE(shop.view().totals.refunded, kTotal);
    QCOMPARE(shop.refusalOn(close(ReviewOutcome::Done)).code, RefusalCode::ReviewNotOpen);
}

void RefundsTest::onlyWhatIsUnderReviewIsClosed()
{
    ShopUnderTest shop;
    shop.setPin(ShopUnderTest::kPin);
    const RefundId refund = shop.cancel(shop.buy()).refund;
    const auto close = [&](ReviewKind kind, std::int64_t id) {
        return shop
            .refusalOn(
                shop.withPin(manager(), ReviewClose{shop.newOp(), kind, id, ReviewOutcome::Done,
                                                    "확인", ShopUnderTest::kPin}))
            .code;
    };
    QCOMPARE(close(ReviewKind::Refund, refund), RefusalCode::ReviewNotOpen);
    QCOMPARE(close(ReviewKind::Refund, 99), RefusalCode::ReviewNotOpen);
    QCOMPARE(close(ReviewKind::Attempt, 1), RefusalCode::ReviewNotOpen);
}

void RefundsTest::aLateAnswerChangesNothing()
{
    ShopUnderTest shop;
    shop.cancel(shop.buy());
    const std::string key = shop.takeCall<RefundCall>().refundKey;
    shop.finishRefund(key, RefundResult::Done);
    const std::size_t events = shop.published.size();
    shop.finishRefund(key, RefundResult::Refused);
    shop.finishRefund(key, RefundResult::Unknown);
    shop.finishRefund("refund-of-somebody-else", RefundResult::Done);
    QCOMPARE(shop.published.size(), events);
}

void RefundsTest::whatNobodyShowsAnyMoreIsNotPaidBack()
{
    ShopUnderTest shop;
    shop.setPin(ShopUnderTest::kPin);
    const OrderId old = shop.orderIn(OrderState::Collected).order;
    const OrderId open = shop.orderIn(OrderState::Collected).order;
    shop.refund(open, {1}); // not settled: screens go on showing it
    for (std::size_t i = 0; i < OrderBoard::kFinishedKept; ++i)
        shop.orderIn(OrderState::Collected);
    const Refusal refused = shop.refusalOn(shop.withPin(manager(), shop.refundCommand(old, {1})));
    QCOMPARE(refused.code, RefusalCode::NotPossible);
    QCOMPARE(refused.state, std::string{"collected"});
    shop.refund(open, {2});
    QCOMPARE(shop.view().orders.find(open)->refunds.size(), std::size_t{2});
}

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::RefundsTest)
#include "test_shop_refunds.moc"
