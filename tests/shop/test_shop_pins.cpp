// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shop/shop_under_test.h"

namespace coffee::test {

using namespace protocol;
using namespace daemon;

namespace {

constexpr const char* kPin = ShopUnderTest::kPin;
constexpr const char* kWrong = "314159";

OrderCancelByStaff cancelWith(ShopUnderTest& shop, OrderId order, const std::string& pin)
{
    OrderCancelByStaff command = shop.staffCancel(order, OrderState::Queued);
    command.pin = pin;
    return command;
}

} // namespace

/// The shop PIN: what it guards, how wrong ones are counted, and that it is kept nowhere.
class PinsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAPinNothingItGuardsHappens();
    void onlyAPinThatIsHardToGuessIsSet_data();
    void onlyAPinThatIsHardToGuessIsSet();
    void aNewPinNeedsTheOldOne();
    void fiveWrongPinsLockThatMachineForAMinute();
    void aRightPinForgetsTheWrongOnes();
    void anAnswerOnItsWayDoesNotLiftTheLock();
    void moreTriesAtOnceThanAreLeftAreRefused();
    void checksAreBounded();
    void aPinThatWasChangedMeanwhileIsAskedAgain();
    void theSameCommandTwiceIsCarriedOutOnce();
    void twoCommandsUnderOneKeyAreToldApart();
    void anAnswerThatNobodyWaitsForChangesNothing();
    void noPinIsKept();
};

void PinsTest::withoutAPinNothingItGuardsHappens()
{
    ShopUnderTest shop;
    const OrderId order = shop.buy().order;
    QCOMPARE(shop.refused(manager(), cancelWith(shop, order, kPin)).code, RefusalCode::PinNotSet);
    QCOMPARE(shop.refused(manager(), shop.refundCommand(order, {1})).code, RefusalCode::PinNotSet);
    const ReviewClose close{shop.newOp(), ReviewKind::Attempt, 1, ReviewOutcome::Voided, "?", kPin};
    QCOMPARE(shop.refused(manager(), close).code, RefusalCode::PinNotSet);
    // Not even one that is empty, which the wire would not let through.
    QCOMPARE(shop.refused(manager(), cancelWith(shop, order, "")).code, RefusalCode::PinNotSet);
    shop.setPin(kPin);
    const std::string route = shop.withPin(manager(), cancelWith(shop, order, ""));
    QCOMPARE(shop.refusalOn(route).code, RefusalCode::WrongPin);
    QCOMPARE(shop.stateOf(order), OrderState::Queued);
}

void PinsTest::onlyAPinThatIsHardToGuessIsSet_data()
{
    QTest::addColumn<QString>("pin");
    for (const char* pin : {"12345", "1234567", "123456", "654321", "111111", "12345a", "      "})
        QTest::newRow(pin) << QString::fromLatin1(pin);
}

void PinsTest::onlyAPinThatIsHardToGuessIsSet()
{
    QFETCH(QString, pin);
    ShopUnderTest shop;
    QCOMPARE(shop.refused(ctl(), PinSet{shop.newOp(), {}, pin.toStdString()}).code,
             RefusalCode::NotPossible);
    QVERIFY(shop.shop().memory().pinHash.empty());
}

void PinsTest::aNewPinNeedsTheOldOne()
{
    ShopUnderTest shop;
    shop.setPin(kPin);
    const auto set = [&](const std::string& oldPin, const std::string& newPin) {
        return shop.withPin(ctl(), PinSet{shop.newOp(), oldPin, newPin});
    };
    QCOMPARE(shop.refusalOn(set({}, kWrong)).code, RefusalCode::WrongPin);
    QCOMPARE(shop.refusalOn(set(kWrong, kWrong)).code, RefusalCode::WrongPin);
    shop.wentThrough<Accepted>(set(kPin, "161803"));
    shop.restart();
    const OrderId order = shop.buy().order;
    QCOMPARE(shop.refusalOn(shop.withPin(manager(), cancelWith(shop, order, kPin))).code,
             RefusalCode::WrongPin);
    shop.wentThrough<CancelAnswer>(shop.withPin(manager(), cancelWith(shop, order, "161803")));
}

void PinsTest::fiveWrongPinsLockThatMachineForAMinute()
{
    ShopUnderTest shop;
    shop.setPin(kPin);
    const OrderId order = shop.buy().order;
    for (int left = kPinTriesMax - 1; left >= 1; --left) {
        const Refusal wrong =
            shop.refusalOn(shop.withPin(manager(), cancelWith(shop, order, kWrong)));
        QCOMPARE(wrong.code, RefusalCode::WrongPin);
        QCOMPARE(wrong.left, left);
    }
    const Refusal locks = shop.refusalOn(shop.withPin(manager(), cancelWith(shop, order, kWrong)));
    QCOMPARE(locks.code, RefusalCode::Locked);
    QCOMPARE(locks.retryAfter, std::chrono::milliseconds{kPinLock});
    shop.pass(kPinLock - 1ms);
    // The right one is not even looked at.
    QCOMPARE(shop.refused(manager(), cancelWith(shop, order, kPin)).code, RefusalCode::Locked);
    QVERIFY(shop.pinChecks.empty());
    shop.pass(1ms);
    shop.wentThrough<CancelAnswer>(shop.withPin(manager(), cancelWith(shop, order, kPin)));
}

void PinsTest::aRightPinForgetsTheWrongOnes()
{
    ShopUnderTest shop;
    shop.setPin(kPin);
    const OrderId order = shop.buy().order;
    for (int tries = 1; tries < kPinTriesMax; ++tries)
        shop.withPin(manager(), cancelWith(shop, order, kWrong));
    // Another machine is not held up by it.
    const Refusal other = shop.refusalOn(shop.withPin(bar(), cancelWith(shop, order, kWrong)));
    QCOMPARE(other.left, kPinTriesMax - 1);
    shop.wentThrough<CancelAnswer>(shop.withPin(manager(), cancelWith(shop, order, kPin)));
    const Refusal again =
        shop.refusalOn(shop.withPin(manager(), cancelWith(shop, shop.buy().order, kWrong)));
    QCOMPARE(again.left, kPinTriesMax - 1);
}

void PinsTest::anAnswerOnItsWayDoesNotLiftTheLock()
{
    ShopUnderTest shop;
    shop.setPin(kPin);
    const OrderId order = shop.buy().order;
    for (int tries = 0; tries < 3; ++tries)
        shop.withPin(manager(), cancelWith(shop, order, kWrong));
    const std::string fourth = shop.send(manager(), cancelWith(shop, order, kWrong));
    const std::string fifth = shop.send(manager(), cancelWith(shop, order, kWrong));
    shop.checkPin();
    QCOMPARE(shop.refusalOn(fourth).left, 1);
    shop.checkPin();
    QCOMPARE(shop.refusalOn(fifth).code, RefusalCode::Locked);
    QCOMPARE(shop.refused(manager(), cancelWith(shop, order, kPin)).code, RefusalCode::Locked);
}

void PinsTest::moreTriesAtOnceThanAreLeftAreRefused()
{
    ShopUnderTest shop;
    shop.setPin(kPin);
    const OrderId order = shop.buy().order;
    for (int tries = 0; tries < 3; ++tries)
        shop.withPin(manager(), cancelWith(shop, order, kWrong));
    shop.send(manager(), cancelWith(shop, order, kWrong));
    shop.send(manager(), cancelWith(shop, order, kWrong));
    QCOMPARE(shop.refused(manager(), cancelWith(shop, order, kWrong)).code, RefusalCode::Busy);
    QCOMPARE(shop.pinChecks.size(), std::size_t{2});
}

void PinsTest::checksAreBounded()
{
    ShopUnderTest shop;
    shop.setPin(kPin);
    const OrderId order = shop.buy().order;
    for (std::size_t i = 0; i < kPinWaitingMax; ++i)
        shop.send(bar("bar-" + std::to_string(i)), cancelWith(shop, order, kPin));
    const Refusal refused = shop.refused(manager(), cancelWith(shop, order, kPin));
    QCOMPARE(refused.code, RefusalCode::Busy);
    QVERIFY(refused.retryAfter > 0ms);
    shop.checkPin();
    QCOMPARE(shop.stateOf(order), OrderState::Cancelled);
}

void PinsTest::aPinThatWasChangedMeanwhileIsAskedAgain()
{
    ShopUnderTest shop;
    // Two people set the first PIN at the same moment: only one of them may.
    const std::string first = shop.send(ctl(), PinSet{shop.newOp(), {}, kPin});
    const std::string second = shop.send(ctl(), PinSet{shop.newOp(), {}, kWrong});
    shop.checkPin();
    shop.checkPin();
    shop.wentThrough<Accepted>(first);
    QCOMPARE(shop.refusalOn(second).code, RefusalCode::Busy);
    shop.wentThrough<CancelAnswer>(
        shop.withPin(manager(), cancelWith(shop, shop.buy().order, kPin)));
}

void PinsTest::theSameCommandTwiceIsCarriedOutOnce()
{
    ShopUnderTest shop;
    shop.setPin(kPin);
    const OrderRefund refund = shop.refundCommand(shop.buy().order, {1});
    const std::string first = shop.send(manager(), refund);
    const std::string second = shop.send(manager(), refund);
    shop.checkPin();
    shop.checkPin();
    QCOMPARE(shop.bodyOn(second), shop.bodyOn(first));
    QCOMPARE(shop.events<RefundOpened>().size(), std::size_t{1});
}

void PinsTest::twoCommandsUnderOneKeyAreToldApart()
{
    ShopUnderTest shop;
    shop.setPin(kPin);
    OrderRefund refund = shop.refundCommand(shop.buy().order, {1});
    const std::string first = shop.send(manager(), refund);
    refund.units = {2};
    const std::string second = shop.send(manager(), refund);
    shop.checkPin();
    shop.checkPin();
    shop.wentThrough<RefundAnswer>(first);
    QCOMPARE(shop.refusalOn(second).code, RefusalCode::KeyReused);
    QCOMPARE(shop.events<RefundOpened>().size(), std::size_t{1});
}

void PinsTest::anAnswerThatNobodyWaitsForChangesNothing()
{
    ShopUnderTest shop;
    shop.setPin(kPin);
    const std::size_t events = shop.published.size();
    shop.give(PinInput{77, true, "#000000"});
    QCOMPARE(shop.published.size(), events);
    QCOMPARE(shop.shop().memory().pinHash, std::string{"#"} + kPin);
}

void PinsTest::noPinIsKept()
{
    ShopUnderTest shop;
    shop.setPin(kPin);
    const OrderRefund refund = shop.refundCommand(shop.buy().order, {1});
    shop.wentThrough<RefundAnswer>(shop.withPin(manager(), refund));
    // The rig's fingerprint is the text itself, so that this can be seen.
    const auto stored = shop.ledger().findOperation(refund.op);
    QVERIFY(stored.has_value());
    QVERIFY(stored->fingerprint.find(kPin) == std::string::npos);
    QVERIFY(stored->body.find(kPin) == std::string::npos);
    for (const Event& event : shop.published)
        QVERIFY(encodeEventBody(event.body).find(kPin) == std::string::npos);
    QVERIFY(shop.shop().memory().pinWaiting.empty());
}

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::PinsTest)
#include "test_shop_pins.moc"
