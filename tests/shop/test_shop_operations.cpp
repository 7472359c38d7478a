// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shop/shop_under_test.h"

namespace coffee::test {

using namespace protocol;
using namespace daemon;

namespace {

struct Operation {
    const char* name;
    Actor from;
    /// The command, on a shop with one order in making whose second unit is done.
    std::function<RequestBody(ShopUnderTest&, const PaidAnswer&)> make;
};

const std::vector<Operation>& operations()
{
    using enum OrderState;
    static const std::vector<Operation> all{
        {"order.ready", bar(),
         [](ShopUnderTest& shop, const PaidAnswer& paid) {
             return shop.command(OrderAction::Ready, paid.order, Making);
         }},
        {"unit.done", bar(),
         [](ShopUnderTest& shop, const PaidAnswer& paid) {
             return shop.unitCommand(UnitStep::Tick, paid.order, 1, UnitState::Open);
         }},
        {"unit.undone", bar(),
         [](ShopUnderTest& shop, const PaidAnswer& paid) {
             return shop.unitCommand(UnitStep::Untick, paid.order, 2, UnitState::Done);
         }},
        {"unit.refuse", bar(),
         [](ShopUnderTest& shop, const PaidAnswer& paid) {
             return shop.unitCommand(UnitStep::Refuse, paid.order, 1, UnitState::Open);
         }},
        {"order.cancel", kiosk(),
         [](ShopUnderTest& shop, const PaidAnswer&) {
             return shop.cancelCommand(shop.buy("kiosk-2"));
         }},
        {"order.cancel_by_staff", bar(),
         [](ShopUnderTest& shop, const PaidAnswer& paid) {
             return shop.staffCancel(paid.order, Making);
         }},
        {"order.refund", manager(),
         [](ShopUnderTest& shop, const PaidAnswer& paid) {
             return shop.refundCommand(paid.order, {1, 3});
         }},
        {"stop.ack", bar(),
         [](ShopUnderTest& shop, const PaidAnswer&) {
             return StopAck{shop.newOp(), shop.orderIn(Cancelled).order, {1}, 0};
         }},
        {"item.availability", bar(),
         [](ShopUnderTest& shop, const PaidAnswer&) {
             return SetAvailability{shop.newOp(), "cookie", false, UntilKind::Minutes, 30, 0};
         }},
        {"help.call", kiosk(),
         [](ShopUnderTest& shop, const PaidAnswer&) { return HelpCall{shop.newOp()}; }},
        {"help.take", bar(),
         [](ShopUnderTest& shop, const PaidAnswer&) {
             shop.ask<Accepted>(kiosk("kiosk-2"), HelpCall{shop.newOp()});
             return HelpTake{shop.newOp(), "kiosk-2", 0};
         }},
        {"ordering.pause", manager(),
         [](ShopUnderTest& shop, const PaidAnswer&) {
             return OrderingPause{shop.newOp(), 10, "잠시만요", "One moment"};
         }},
        {"ordering.resume", manager(),
         [](ShopUnderTest& shop, const PaidAnswer&) {
             shop.ask<Accepted>(manager(), OrderingPause{shop.newOp(), 10, "", ""});
             return OrderingResume{shop.newOp()};
         }},
    };
    return all;
}

void operationRows()
{
    QTest::addColumn<int>("which");
    for (std::size_t i = 0; i < operations().size(); ++i)
        QTest::newRow(operations()[i].name) << static_cast<int>(i);
}

PaidAnswer shopInTheMiddle(ShopUnderTest& shop)
{
    shop.setPin(ShopUnderTest::kPin);
    const PaidAnswer paid = shop.orderIn(OrderState::Making);
    shop.unit(UnitStep::Tick, paid.order, 2);
    return paid;
}

} // namespace

/// Every changing command carries a key under which it happens once and is answered for ever.
class OperationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRepeatGetsTheSameBytesAndChangesNothing_data() { operationRows(); }
    void aRepeatGetsTheSameBytesAndChangesNothing();
    void theKeyIsForOneMachineAndOneContent_data() { operationRows(); }
    void theKeyIsForOneMachineAndOneContent();
    void aRefusalIsGivenAgainToo();
    void aRefusalThatPassesIsNotStored();
    void twoInOneBatchAreOne();
    void anOlderRepeatIsTheSameCommand();
};

void OperationsTest::aRepeatGetsTheSameBytesAndChangesNothing()
{
    QFETCH(int, which);
    const Operation& operation = operations()[static_cast<std::size_t>(which)];
    ShopUnderTest shop;
    const PaidAnswer paid = shopInTheMiddle(shop);
    const RequestBody command = operation.make(shop, paid);
    const std::size_t before = shop.published.size();
    const std::string first = shop.withPin(operation.from, command);
    QVERIFY(shop.answerOn(first).find("\"status\":\"ok\"") != std::string::npos);
    QVERIFY(shop.published.size() > before);
    const std::size_t events = shop.published.size();
    const int commits = shop.faults().commits;

    QCOMPARE(shop.bodyOn(shop.withPin(operation.from, command)), shop.bodyOn(first));
    QCOMPARE(shop.published.size(), events);
    QCOMPARE(shop.faults().commits, commits);
    shop.restart();
    QCOMPARE(shop.bodyOn(shop.withPin(operation.from, command)), shop.bodyOn(first));
}

void OperationsTest::theKeyIsForOneMachineAndOneContent()
{
    QFETCH(int, which);
    const Operation& operation = operations()[static_cast<std::size_t>(which)];
    ShopUnderTest shop;
    const PaidAnswer paid = shopInTheMiddle(shop);
    const RequestBody command = operation.make(shop, paid);
    shop.withPin(operation.from, command);
    Actor other = operation.from;
    other.name += "-b";
    QCOMPARE(shop.refusalOn(shop.withPin(other, command)).code, RefusalCode::KeyReused);
    // The same key for something else.
    const OperationKey op = std::visit(
        [](const auto& body) -> OperationKey {
            if constexpr (requires { body.op; })
                return body.op;
            else
                return {};
        },
        command);
    const SetAvailability another{op, "water", false, UntilKind::ByHand, 0, 0};
    QCOMPARE(shop.refused(bar(), another).code, RefusalCode::KeyReused);
}

void OperationsTest::aRefusalIsGivenAgainToo()
{
    ShopUnderTest shop;
    const OrderId order = shop.buy().order;
    const OrderCommand collect = shop.command(OrderAction::Collect, order, OrderState::Ready);
    const std::string first = shop.send(bar(), collect);
    QCOMPARE(shop.refusalOn(first).code, RefusalCode::WrongState);
    shop.does(OrderAction::Start, order);
    shop.does(OrderAction::Ready, order);
    // It would go through now, but this key has its answer.
    QCOMPARE(shop.bodyOn(shop.send(bar(), collect)), shop.bodyOn(first));
    QCOMPARE(shop.stateOf(order), OrderState::Ready);
}

void OperationsTest::aRefusalThatPassesIsNotStored()
{
    ShopUnderTest shop;
    const auto paid = shop.buy();
    OrderCancel cancel = shop.cancelCommand(paid);
    const Proof right = cancel.proof;
    cancel.proof = CodeProof{paid.number, ShopUnderTest::wrongCode(paid.code)};
    QCOMPARE(shop.refused(kiosk(), cancel).code, RefusalCode::WrongCode);
    cancel.proof = right;
    QCOMPARE(shop.ask<CancelAnswer>(kiosk(), cancel).order, paid.order);

    OrderRefund refund = shop.refundCommand(shop.buy().order, {1});
    QCOMPARE(shop.refused(manager(), refund).code, RefusalCode::PinNotSet);
    shop.setPin(ShopUnderTest::kPin);
    refund.pin = "314159";
    QCOMPARE(shop.refusalOn(shop.withPin(manager(), refund)).code, RefusalCode::WrongPin);
    refund.pin = ShopUnderTest::kPin;
    shop.wentThrough<RefundAnswer>(shop.withPin(manager(), refund));
}

void OperationsTest::twoInOneBatchAreOne()
{
    ShopUnderTest shop;
    const auto paid = shop.buy();
    const OrderCancel cancel = shop.cancelCommand(paid);
    const CommandInput first = shop.ShopRig::command(kiosk(), cancel);
    const CommandInput second = shop.ShopRig::command(kiosk(), cancel);
    shop.give(std::vector<Input>{first, second});
    QCOMPARE(shop.bodyOn(first.to.route), shop.bodyOn(second.to.route));
    QCOMPARE(shop.countCalls<RefundCall>(), 1);
}

void OperationsTest::anOlderRepeatIsTheSameCommand()
{
    ShopUnderTest shop;
    const OrderId order = shop.buy().order;
    OrderCommand start = shop.command(OrderAction::Start, order, OrderState::Queued);
    const std::string first = shop.send(bar(), start);
    start.ageMs = 60'000;
    QCOMPARE(shop.bodyOn(shop.send(bar(), start)), shop.bodyOn(first));
}

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::OperationsTest)
#include "test_shop_operations.moc"
