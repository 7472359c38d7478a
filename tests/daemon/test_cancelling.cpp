// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/daemon/shop_rig.h"

#include <QTest>

namespace coffee::test {

using namespace protocol;
using namespace daemon;

/// Looking up, cancelling and refunding: not made, and paid back exactly once.
class CancellingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCancelIsOneTransaction();
    void cancellingAgainAnswersTheSame();
    void howFarACustomerMayCancel_data();
    void howFarACustomerMayCancel();
    void theKeyProvesAtItsKiosk();
    void fiveWrongCodesLockTheOrder();
    void aRightCodeForgetsTheWrongOnes();
    void showTellsEverythingToItsOwner();
    void staffCancelsWithThePin();
    void staffCancelRefusals();
    void aDeadProviderHoldsUpNothing();
    void aRefundIsRepeatedUnderOneKeyUntilItIsSettled();
    void aRefundThatIsRefusedWaitsForAPerson();
    void aRestartSendsTheRefundAgain();
    void managersRefundUnitsAndAmounts();
    void refundsNeverExceedThePayment();
    void aPinGuardsEveryRefund();
};

namespace {

OrderCancel byCode(ShopRig& rig, const PaidAnswer& paid, OrderState seen = OrderState::Queued)
{
    return {rig.newOp(), CodeProof{paid.number, paid.code}, seen, 0};
}

std::string otherCode(const std::string& code)
{
    return code == "0000" ? "0001" : "0000";
}

std::string staffCancel(ShopRig& rig, OrderId order, OrderState seen,
                        const std::string& pin = "135792")
{
    const std::string route =
        rig.send(bar(), OrderCancelByStaff{rig.newOp(), order, seen, "엎질렀습니다", pin, 0});
    if (!rig.pinChecks.empty())
        rig.checkPin();
    return route;
}

std::string refund(ShopRig& rig, OrderId order, std::vector<UnitNumber> units, std::int64_t won)
{
    const std::string route =
        rig.send(manager(), OrderRefund{rig.newOp(), order, std::move(units), Money::fromWon(won),
                                        "too cold", "135792"});
    rig.checkPin();
    return route;
}

void step(ShopRig& rig, OrderAction action, OrderId order, OrderState seen)
{
    rig.ask<OrderAnswer>(bar(), OrderCommand{action, rig.newOp(), order, seen, 0});
}

} // namespace

void CancellingTest::aCancelIsOneTransaction()
{
    ShopRig rig;
    const PaidAnswer paid = rig.buy();
    const int commits = rig.faults().commits;
    const std::size_t events = rig.published.size();
    const auto answer = rig.ask<CancelAnswer>(kiosk("kiosk-2"), byCode(rig, paid));
    QCOMPARE(rig.faults().commits, commits + 1);
    QCOMPARE(answer.order, paid.order);
    QCOMPARE(answer.number, paid.number);
    QCOMPARE(answer.amount.won(), 12'500);
    QCOMPARE(rig.published.size(), events + 2); // cancelled, and the refund due
    const auto call = rig.takeCall<RefundCall>();
    QCOMPARE(call.amount.won(), 12'500);
    rig.finishRefund(call.refundKey, RefundResult::Done);
    QVERIFY(rig.shop().memory().refunds.empty());
    rig.pass(10min);
    QCOMPARE(rig.countCalls<RefundCall>(), 0);
    QCOMPARE(rig.verify(), std::string{});
}

void CancellingTest::cancellingAgainAnswersTheSame()
{
    ShopRig rig;
    const PaidAnswer paid = rig.buy();
    const std::string first = rig.send(kiosk(), byCode(rig, paid));
    const std::string second = rig.send(kiosk("kiosk-2"), byCode(rig, paid));
    QCOMPARE(rig.bodyOn(second), rig.bodyOn(first));
    QCOMPARE(rig.countCalls<RefundCall>(), 1);
    rig.setPin("135792");
    QCOMPARE(rig.bodyOn(staffCancel(rig, paid.order, OrderState::Queued)), rig.bodyOn(first));
    QCOMPARE(rig.verify(), std::string{});
}

void CancellingTest::howFarACustomerMayCancel_data()
{
    QTest::addColumn<int>("until");
    QTest::addColumn<int>("how"); // 0 queued, 1 making, 2 a unit done, 3 ready, 4 collected
    QTest::addColumn<bool>("may");
    const auto rows = [](CancelUntil until, const char* name, int most) {
        for (int how = 0; how <= 4; ++how)
            QTest::addRow("%s %d", name, how) << static_cast<int>(until) << how << (how <= most);
    };
    rows(CancelUntil::Queued, "queued", 0);
    rows(CancelUntil::Making, "making", 1);
    rows(CancelUntil::Ready, "ready", 2);
}

void CancellingTest::howFarACustomerMayCancel()
{
    QFETCH(int, until);
    QFETCH(int, how);
    QFETCH(bool, may);
    ShopSettings settings = rigSettings();
    settings.customerCancelUntil = static_cast<CancelUntil>(until);
    ShopRig rig{settings};
    const PaidAnswer paid = rig.buy();
    using enum OrderState;
    if (how >= 1)
        step(rig, OrderAction::Start, paid.order, Queued);
    if (how >= 2)
        rig.ask<OrderAnswer>(
            bar(), UnitCommand{UnitStep::Tick, rig.newOp(), paid.order, 1, UnitState::Open, {}, 0});
    if (how >= 3)
        step(rig, OrderAction::Ready, paid.order, Making);
    if (how >= 4)
        step(rig, OrderAction::Collect, paid.order, Ready);

    const auto shown = rig.ask<OrderShown>(kiosk(), OrderShow{CodeProof{paid.number, paid.code}});
    QCOMPARE(shown.cancellable, may);
    const std::string route = rig.send(kiosk(), byCode(rig, paid));
    if (may)
        QCOMPARE(rig.okOn<CancelAnswer>(route).amount.won(), 12'500);
    else
        QCOMPARE(rig.refusalOn(route).code, RefusalCode::TooLate);
    QCOMPARE(rig.verify(), std::string{});
}

void CancellingTest::theKeyProvesAtItsKiosk()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    rig.place(key);
    QCOMPARE(rig.refused(kiosk(), OrderShow{KeyProof{key}}).code, RefusalCode::UnknownOrder);
    rig.approve(key.value, Money::fromWon(12'500));
    QCOMPARE(rig.ask<OrderShown>(kiosk(), OrderShow{KeyProof{key}}).order.number, 101);
    QCOMPARE(rig.refused(kiosk("kiosk-2"), OrderShow{KeyProof{key}}).code,
             RefusalCode::WrongMachine);
    const OrderCancel cancel{rig.newOp(), KeyProof{key}, OrderState::Queued, 0};
    QCOMPARE(rig.ask<CancelAnswer>(kiosk(), cancel).amount.won(), 12'500);
}

void CancellingTest::fiveWrongCodesLockTheOrder()
{
    ShopRig rig;
    const PaidAnswer paid = rig.buy();
    const PaidAnswer other = rig.buy();
    const OrderShow wrong{CodeProof{paid.number, otherCode(paid.code)}};
    const OrderShow right{CodeProof{paid.number, paid.code}};
    QCOMPARE(rig.refused(kiosk(), OrderShow{CodeProof{999, "0000"}}).code,
             RefusalCode::UnknownOrder);
    for (int left = 4; left >= 1; --left) {
        const Refusal refused = rig.refused(kiosk(), wrong);
        QCOMPARE(refused.code, RefusalCode::WrongCode);
        QCOMPARE(refused.left, left);
    }
    const Refusal locked = rig.refused(kiosk("kiosk-2"), wrong);
    QCOMPARE(locked.code, RefusalCode::Locked);
    QCOMPARE(locked.retryAfter, std::chrono::milliseconds{10min});
    rig.restart(); // a lock is kept
    QCOMPARE(rig.refused(kiosk(), right).code, RefusalCode::Locked);
    const OrderCancel cancel = byCode(rig, paid);
    QCOMPARE(rig.refused(kiosk(), cancel).code, RefusalCode::Locked);
    rig.ask<OrderShown>(kiosk(), OrderShow{CodeProof{other.number, other.code}});
    rig.pass(10min);
    // The same operation may be tried again: what passes is not stored.
    QCOMPARE(rig.ask<CancelAnswer>(kiosk(), cancel).amount.won(), 12'500);
    QCOMPARE(rig.verify(), std::string{});
}

void CancellingTest::aRightCodeForgetsTheWrongOnes()
{
    ShopRig rig;
    const PaidAnswer paid = rig.buy();
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 4; ++i)
            QCOMPARE(
                rig.refused(kiosk(), OrderShow{CodeProof{paid.number, otherCode(paid.code)}}).code,
                RefusalCode::WrongCode);
        rig.ask<OrderShown>(kiosk(), OrderShow{CodeProof{paid.number, paid.code}});
    }
}

void CancellingTest::showTellsEverythingToItsOwner()
{
    ShopRig rig;
    rig.buy();
    const PaidAnswer paid = rig.buy();
    auto shown = rig.ask<OrderShown>(kiosk(), OrderShow{CodeProof{paid.number, paid.code}});
    QCOMPARE(shown.order.total.won(), 12'500);
    QCOMPARE(shown.order.units.size(), std::size_t{3});
    QCOMPARE(shown.ordersAhead, 1);
    QVERIFY(shown.cancellable);
    QVERIFY(shown.wait.maxSeconds > 0);
    // Equal to the fold of the stream, but for who changed it last.
    OrderView folded = *rig.view().orders.find(paid.order);
    folded.changedBy = shown.order.changedBy;
    QCOMPARE(shown.order, folded);
    rig.ask<CancelAnswer>(kiosk(), byCode(rig, paid));
    shown = rig.ask<OrderShown>(kiosk(), OrderShow{CodeProof{paid.number, paid.code}});
    QCOMPARE(shown.order.state, OrderState::Cancelled);
    QVERIFY(!shown.cancellable);
    QCOMPARE(shown.order.refunds.size(), std::size_t{1});
    QCOMPARE(shown.order.refunds.front().state, RefundState::Due);
}

void CancellingTest::staffCancelsWithThePin()
{
    ShopRig rig;
    rig.setPin("135792");
    const PaidAnswer paid = rig.buy();
    step(rig, OrderAction::Start, paid.order, OrderState::Queued);
    step(rig, OrderAction::Ready, paid.order, OrderState::Making);
    const auto answer = rig.okOn<CancelAnswer>(staffCancel(rig, paid.order, OrderState::Ready));
    QCOMPARE(answer.amount.won(), 12'500);
    const auto cancelled = rig.events<OrderCancelled>();
    QCOMPARE(cancelled.front().by, CancelledBy::Staff);
    QCOMPARE(cancelled.front().reason, std::string{"엎질렀습니다"});
    QVERIFY(rig.view().orders.find(paid.order)->stopUnacknowledged);
    QCOMPARE(rig.verify(), std::string{});
}

void CancellingTest::staffCancelRefusals()
{
    ShopRig rig;
    const PaidAnswer paid = rig.buy();
    using enum OrderState;
    QCOMPARE(rig.refusalOn(staffCancel(rig, paid.order, Queued)).code, RefusalCode::PinNotSet);
    rig.setPin("135792");
    QCOMPARE(rig.refusalOn(staffCancel(rig, paid.order, Queued, "000000")).code,
             RefusalCode::WrongPin);
    QCOMPARE(rig.refusalOn(staffCancel(rig, 99, Queued)).code, RefusalCode::UnknownOrder);
    QCOMPARE(rig.refusalOn(staffCancel(rig, paid.order, Making)).code, RefusalCode::WrongState);
    step(rig, OrderAction::Start, paid.order, Queued);
    step(rig, OrderAction::Ready, paid.order, Making);
    step(rig, OrderAction::Collect, paid.order, Ready);
    QCOMPARE(rig.refusalOn(staffCancel(rig, paid.order, Collected)).code, RefusalCode::NotPossible);
    QCOMPARE(rig.refundedOf(paid.order).won(), 0);
}

void CancellingTest::aDeadProviderHoldsUpNothing()
{
    ShopRig rig;
    const PaidAnswer paid = rig.buy();
    rig.admission = GatewayWorkers::Admission::QueueFull;
    QCOMPARE(rig.ask<CancelAnswer>(kiosk(), byCode(rig, paid)).amount.won(), 12'500);
    QCOMPARE(rig.stateOf(paid.order), OrderState::Cancelled);
    rig.admission = GatewayWorkers::Admission::Accepted;
    rig.pass(2s);
    rig.finishRefund(rig.takeCall<RefundCall>().refundKey, RefundResult::Done);
    QVERIFY(rig.shop().memory().refunds.empty());
    QCOMPARE(rig.verify(), std::string{});
}

void CancellingTest::aRefundIsRepeatedUnderOneKeyUntilItIsSettled()
{
    ShopRig rig;
    rig.ask<CancelAnswer>(kiosk(), byCode(rig, rig.buy()));
    const std::string key = rig.takeCall<RefundCall>().refundKey;
    for (const auto pause : {1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
        rig.finishRefund(key, RefundResult::Unknown);
        rig.pass(pause - 1ms);
        QCOMPARE(rig.countCalls<RefundCall>(), 0);
        rig.pass(1ms);
        QCOMPARE(rig.takeCall<RefundCall>().refundKey, key);
    }
    rig.finishRefund(key, RefundResult::Done);
    rig.pass(5min);
    QCOMPARE(rig.countCalls<RefundCall>(), 0);
    QCOMPARE(rig.verify(), std::string{});
}

void CancellingTest::aRefundThatIsRefusedWaitsForAPerson()
{
    ShopRig rig;
    rig.setPin("135792");
    const auto answer = rig.ask<CancelAnswer>(kiosk(), byCode(rig, rig.buy()));
    rig.finishRefund(rig.takeCall<RefundCall>().refundKey, RefundResult::Refused);
    QCOMPARE(rig.ledger().findRefund(answer.refund)->state, RefundState::NeedsReview);
    rig.pass(10min);
    QCOMPARE(rig.countCalls<RefundCall>(), 0);
    QCOMPARE(rig.stateOf(answer.order), OrderState::Cancelled);
    const auto close = [&](RefundId id, ReviewOutcome outcome) {
        const std::string route =
            rig.send(manager(), ReviewClose{rig.newOp(), ReviewKind::Refund, id, outcome, "in cash",
                                            "135792"});
        rig.checkPin();
        return route;
    };
    QCOMPARE(rig.refusalOn(close(77, ReviewOutcome::Done)).code, RefusalCode::ReviewNotOpen);
    QCOMPARE(rig.refusalOn(close(answer.refund, ReviewOutcome::Voided)).code,
             RefusalCode::NotPossible);
    static_cast<void>(rig.okOn<Accepted>(close(answer.refund, ReviewOutcome::Done)));
    QCOMPARE(rig.ledger().findRefund(answer.refund)->state, RefundState::Done);
    QCOMPARE(rig.verify(), std::string{});
}

void CancellingTest::aRestartSendsTheRefundAgain()
{
    ShopRig rig;
    rig.ask<CancelAnswer>(kiosk(), byCode(rig, rig.buy()));
    const auto before = rig.takeCall<RefundCall>();
    rig.restart();
    const auto after = rig.takeCall<RefundCall>();
    QCOMPARE(after.refundKey, before.refundKey);
    QCOMPARE(after.chargeKey, before.chargeKey);
    QCOMPARE(after.amount, before.amount);
    rig.finishRefund(after.refundKey, RefundResult::Done);
    rig.restart();
    QCOMPARE(rig.countCalls<RefundCall>(), 0);
    QCOMPARE(rig.verify(), std::string{});
}

void CancellingTest::managersRefundUnitsAndAmounts()
{
    ShopRig rig;
    rig.setPin("135792");
    const OrderId order = rig.buy().order;
    QCOMPARE(rig.okOn<RefundAnswer>(refund(rig, order, {1, 3}, 0)).amount.won(), 8'000);
    QCOMPARE(rig.refusalOn(refund(rig, order, {3}, 0)).code, RefusalCode::RefundTooLarge);
    QCOMPARE(rig.refusalOn(refund(rig, order, {2, 2}, 0)).code, RefusalCode::UnknownUnit);
    QCOMPARE(rig.refusalOn(refund(rig, order, {4}, 0)).code, RefusalCode::UnknownUnit);
    QCOMPARE(rig.refusalOn(refund(rig, 99, {1}, 0)).code, RefusalCode::UnknownOrder);
    QCOMPARE(rig.okOn<RefundAnswer>(refund(rig, order, {}, 500)).amount.won(), 500);
    QCOMPARE(rig.refundedOf(order).won(), 8'500);
    // A cancel pays back the rest.
    QCOMPARE(rig.okOn<CancelAnswer>(staffCancel(rig, order, OrderState::Queued)).amount.won(),
             4'000);
    QCOMPARE(rig.refundedOf(order).won(), 12'500);
    QCOMPARE(rig.verify(), std::string{});
}

void CancellingTest::refundsNeverExceedThePayment()
{
    ShopRig rig;
    rig.setPin("135792");
    const OrderId order = rig.buy().order;
    QCOMPARE(rig.refusalOn(refund(rig, order, {}, 12'501)).code, RefusalCode::RefundTooLarge);
    QCOMPARE(rig.refusalOn(refund(rig, order, {}, 0)).code, RefusalCode::RefundTooLarge);
    QCOMPARE(rig.refusalOn(refund(rig, order, {}, -1)).code, RefusalCode::RefundTooLarge);
    QCOMPARE(rig.okOn<RefundAnswer>(refund(rig, order, {}, 12'000)).amount.won(), 12'000);
    const Refusal refused = rig.refusalOn(refund(rig, order, {1}, 0));
    QCOMPARE(refused.code, RefusalCode::RefundTooLarge);
    QCOMPARE(refused.total->won(), 500);
    // Units that cannot be made are paid back as far as there is something left.
    for (UnitNumber unit = 1; unit <= 3; ++unit)
        rig.ask<OrderAnswer>(bar(), UnitCommand{UnitStep::Refuse, rig.newOp(), order, unit,
                                                UnitState::Open, "x", 0});
    QCOMPARE(rig.stateOf(order), OrderState::Cancelled);
    QCOMPARE(rig.refundedOf(order).won(), 12'500);
    QCOMPARE(rig.verify(), std::string{});
}

void CancellingTest::aPinGuardsEveryRefund()
{
    ShopRig rig;
    rig.setPin("135792");
    const OrderId order = rig.buy().order;
    const std::string route =
        rig.send(manager(), OrderRefund{rig.newOp(), order, {}, Money::fromWon(1), "x", "135793"});
    QVERIFY(rig.answerOn(route).empty()); // it waits for the check
    rig.checkPin();
    QCOMPARE(rig.refusalOn(route).code, RefusalCode::WrongPin);
    QCOMPARE(rig.refundedOf(order).won(), 0);
}

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::CancellingTest)
#include "test_cancelling.moc"
