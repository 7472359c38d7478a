// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/limits.h"
#include "tests/shop/shop_under_test.h"

namespace coffee::test {

using namespace protocol;
using namespace daemon;

namespace {

const Money kTotal = Money::fromWon(12'500);
constexpr auto kUntilTriedAgain = 2s;

} // namespace

/// A full disk undoes a transaction that the shop had gone through already: everything is then as
/// before it, with the calls that are out and whoever waits.
class UndoneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPaymentIsTakenAgainAndItsAskerAnswered();
    void aPlaceKeepsKeyAndQuote();
    void aPlaceBesideAPaymentInOneBatch();
    void aPlaceThatWasGoneThroughAlreadyKeepsItsQuote();
    void anApprovalAfterTheLeaseIsGivenBack();
    void aLookupIsCalledLater();
    void aRefundIsCalledLater();
    void aRefundThatWasSettledIsSettledLater();
    void aCommandWhosePinWasCheckedIsToldToTryAgain();
    void aScreenThatCameIsAnnouncedLater();
    void aLeaseThatEndedEndsLater();
    void whatNeedsNoRoomIsStillAnswered();
    void aPoisonedPaymentGoesToAPersonAndHarmsNobody();
};

void UndoneTest::aPaymentIsTakenAgainAndItsAskerAnswered()
{
    ShopUnderTest shop;
    const AttemptKey key = shop.newKey();
    const std::string route = shop.place(key);
    shop.takeCall<ChargeCall>();
    shop.faults().full = true;
    shop.approve(key.value, kTotal);
    QCOMPARE(shop.stateOf(key), AttemptState::Charging);
    QVERIFY(shop.answerOn(route).empty());
    QVERIFY(shop.shop().memory().attempts.at(key).chargeRuns);
    shop.faults().full = false;
    shop.pass(kUntilTriedAgain);
    QVERIFY(std::holds_alternative<PaidAnswer>(shop.okOn<AttemptAnswer>(route)));
    QCOMPARE(shop.countCalls<ReverseCall>(), 0);
}

void UndoneTest::aPlaceKeepsKeyAndQuote()
{
    ShopUnderTest shop;
    const auto quote = shop.quote();
    const AttemptKey key = shop.newKey();
    shop.faults().full = true;
    const Refusal busy = shop.refused(kiosk(), OrderPlace{key, quote.quote});
    QCOMPARE(busy.code, RefusalCode::Busy);
    QCOMPARE(shop.countCalls<ChargeCall>(), 0);
    shop.faults().full = false;
    const std::string route = shop.send(kiosk(), OrderPlace{key, quote.quote});
    shop.approve(key.value, shop.takeCall<ChargeCall>().amount);
    QVERIFY(std::holds_alternative<PaidAnswer>(shop.okOn<AttemptAnswer>(route)));
    // Used for good now.
    QCOMPARE(shop.refused(kiosk(), OrderPlace{shop.newKey(), quote.quote}).code,
             RefusalCode::QuoteExpired);
}

void UndoneTest::aPlaceBesideAPaymentInOneBatch()
{
    ShopUnderTest shop;
    const AttemptKey paid = shop.newKey();
    const std::string waiting = shop.place(paid);
    const auto quote = shop.quote("kiosk-2");
    const AttemptKey key = shop.newKey("kiosk-2");
    // The payment still fits on the disk, the new attempt does not.
    shop.faults().refuses = [&](const Changes& changes) {
        for (const Change& change : changes)
            shop.faults().full =
                shop.faults().full || std::holds_alternative<OrderInserted>(change);
        return false;
    };
    const CommandInput place =
        shop.ShopRig::command(kiosk("kiosk-2"), OrderPlace{key, quote.quote});
    shop.give(std::vector<Input>{
        GatewayResult{ChargeFinished{paid.value, ChargeApproved{kTotal, "1", "", "card"}, 1ms}},
        place});
    shop.faults().refuses = {};
    QCOMPARE(shop.refusalOn(place.to.route).code, RefusalCode::Busy);
    shop.faults().full = false;
    shop.pass(kUntilTriedAgain);
    QVERIFY(std::holds_alternative<PaidAnswer>(shop.okOn<AttemptAnswer>(waiting)));
    shop.send(kiosk("kiosk-2"), OrderPlace{key, quote.quote});
    QCOMPARE(shop.stateOf(key), AttemptState::Charging);
}

void UndoneTest::aPlaceThatWasGoneThroughAlreadyKeepsItsQuote()
{
    ShopUnderTest shop;
    const auto quote = shop.quote();
    const AttemptKey key = shop.newKey();
    // The attempt still fits on the disk, what comes after it in the batch does not.
    shop.faults().refuses = [&](const Changes& changes) {
        for (const Change& change : changes)
            shop.faults().full =
                shop.faults().full || std::holds_alternative<AttemptInserted>(change);
        return false;
    };
    const CommandInput place = shop.ShopRig::command(kiosk(), OrderPlace{key, quote.quote});
    const CommandInput help = shop.ShopRig::command(kiosk(), HelpCall{shop.newOp()});
    shop.give(std::vector<Input>{place, help});
    QCOMPARE(shop.refusalOn(place.to.route).code, RefusalCode::Busy);
    QCOMPARE(shop.countCalls<ChargeCall>(), 0);
    shop.faults().refuses = {};
    shop.faults().full = false;
    shop.send(kiosk(), OrderPlace{key, quote.quote});
    QCOMPARE(shop.takeCall<ChargeCall>().key, key.value);
}

void UndoneTest::anApprovalAfterTheLeaseIsGivenBack()
{
    ShopUnderTest shop;
    const AttemptKey key = shop.newKey();
    shop.place(key);
    const ChargeCall charge = shop.takeCall<ChargeCall>();
    // The end of the lease finds no room, the approval after it does.
    shop.faults().full = true;
    shop.pass(kLease + 1s);
    QCOMPARE(shop.stateOf(key), AttemptState::Charging);
    shop.faults().full = false;
    shop.approve(key.value, charge.amount);
    QCOMPARE(shop.stateOf(key), AttemptState::Reversing);
    QVERIFY(shop.events<OrderPaid>().empty());
    QCOMPARE(shop.countCalls<CancelWaitCall>(), 0); // the charge is over
    shop.pass(1s);
    shop.finishReverse(shop.takeCall<ReverseCall>().key, ReverseResult::Reversed);
    QCOMPARE(shop.stateOf(key), AttemptState::Voided);
}

void UndoneTest::aLookupIsCalledLater()
{
    ShopUnderTest shop;
    const AttemptKey key = shop.newKey();
    shop.place(key);
    shop.finishCharge(key.value, ChargeUnknown{UnknownReason::TimedOut, {}});
    shop.pass(kLookupFirst - 1ms);
    QCOMPARE(shop.countCalls<LookupCall>(), 0);
    // The step that would call it also has something to record, and no room for it.
    shop.faults().full = true;
    shop.pass(1ms);
    shop.ShopRig::give(ClockInput{1h});
    const int out = shop.countCalls<LookupCall>();
    shop.faults().full = false;
    shop.pass(kUntilTriedAgain);
    QCOMPARE(shop.countCalls<LookupCall>(), std::max(out, 1));
    shop.finishLookup(key.value, LookupApproved{{kTotal, "1", "", "card"}, {}});
    QCOMPARE(shop.stateOf(key), AttemptState::Paid);
}

void UndoneTest::aRefundIsCalledLater()
{
    ShopUnderTest shop;
    const auto paid = shop.buy();
    shop.cancel(paid);
    const std::string key = shop.takeCall<RefundCall>().refundKey;
    shop.finishRefund(key, RefundResult::Unknown);
    shop.faults().full = true;
    shop.pass(kLookupFirst);
    shop.ShopRig::give(ClockInput{1h});
    shop.faults().full = false;
    shop.pass(kUntilTriedAgain);
    QCOMPARE(shop.countCalls<RefundCall>(), 1);
    shop.settleRefunds();
    QCOMPARE(shop.view().totals.refunded, kTotal);
}

void UndoneTest::aRefundThatWasSettledIsSettledLater()
{
    ShopUnderTest shop;
    shop.cancel(shop.buy());
    const std::string key = shop.takeCall<RefundCall>().refundKey;
    shop.faults().full = true;
    shop.finishRefund(key, RefundResult::Done);
    shop.pass(300ms);
    shop.faults().full = false;
    shop.pass(kUntilTriedAgain);
    QVERIFY(shop.shop().memory().refunds.empty());
    QCOMPARE(shop.countCalls<RefundCall>(), 0);
    QCOMPARE(shop.view().totals.refunded, kTotal);
}

void UndoneTest::aCommandWhosePinWasCheckedIsToldToTryAgain()
{
    ShopUnderTest shop;
    shop.setPin(ShopUnderTest::kPin);
    const OrderId order = shop.buy().order;
    const OrderRefund refund = shop.refundCommand(order, {1});
    const std::string route = shop.send(manager(), refund);
    shop.faults().full = true;
    shop.checkPin();
    QCOMPARE(shop.refusalOn(route).code, RefusalCode::Busy);
    QVERIFY(shop.shop().memory().pinWaiting.empty());
    shop.faults().full = false;
    shop.pass(kUntilTriedAgain);
    QCOMPARE(shop.refundedOf(order), Money{}); // whoever pressed it may have gone
    shop.wentThrough<RefundAnswer>(shop.withPin(manager(), refund));
}

void UndoneTest::aScreenThatCameIsAnnouncedLater()
{
    ShopUnderTest shop;
    const auto presence = [&] {
        return Presence{"0.1.0", Stream::Events, shop.shop().memory().epoch,
                        shop.shop().memory().head};
    };
    shop.faults().full = true;
    QCOMPARE(shop.refused(bar(), presence()).code, RefusalCode::Busy);
    shop.faults().full = false;
    shop.ask<Accepted>(bar(), presence());
    QCOMPARE(shop.view().health.machines.size(), std::size_t{1});
    QCOMPARE(shop.view().health.machines[0].state, PresenceState::Up);
}

void UndoneTest::aLeaseThatEndedEndsLater()
{
    ShopUnderTest shop;
    const AttemptKey key = shop.newKey();
    shop.place(key);
    shop.pass(kLease - 1s);
    shop.faults().full = true;
    shop.pass(3s);
    QCOMPARE(shop.stateOf(key), AttemptState::Charging);
    shop.faults().full = false;
    shop.pass(kUntilTriedAgain);
    QCOMPARE(shop.stateOf(key), AttemptState::Reversing);
    QVERIFY(shop.countCalls<CancelWaitCall>() >= 1); // again and again until it is heard
}

void UndoneTest::whatNeedsNoRoomIsStillAnswered()
{
    ShopUnderTest shop;
    const auto quote = shop.quote();
    const AttemptKey done = shop.newKey();
    const std::string route = shop.send(kiosk(), OrderPlace{done, quote.quote});
    shop.approve(done.value, shop.takeCall<ChargeCall>().amount);
    const auto paid = std::get<PaidAnswer>(shop.okOn<AttemptAnswer>(route));
    const AttemptKey open = shop.newKey();
    shop.place(open);

    shop.faults().full = true;
    std::vector<Input> inputs;
    const CommandInput show =
        shop.ShopRig::command(kiosk(), OrderShow{CodeProof{paid.number, paid.code}});
    const CommandInput snapshot = shop.ShopRig::command(kiosk(), SnapshotGet{Stream::Board});
    const CommandInput again = shop.ShopRig::command(kiosk(), AttemptResume{done});
    const CommandInput start = shop.ShopRig::command(
        bar(), shop.command(OrderAction::Start, paid.order, OrderState::Queued));
    shop.give(std::vector<Input>{show, start, snapshot, again});
    QCOMPARE(shop.okOn<OrderShown>(show.to.route).order.state, OrderState::Queued);
    QCOMPARE(shop.okOn<Snapshot>(snapshot.to.route).view.seq, shop.view().seq);
    QCOMPARE(shop.bodyOn(again.to.route), shop.bodyOn(route));
    QCOMPARE(shop.refusalOn(start.to.route).code, RefusalCode::Busy);
    shop.faults().full = false;
    QCOMPARE(shop.does(OrderAction::Start, paid.order), OrderState::Making);
}

void UndoneTest::aPoisonedPaymentGoesToAPersonAndHarmsNobody()
{
    ShopUnderTest shop;
    const AttemptKey bad = shop.newKey();
    const std::string badRoute = shop.place(bad);
    const AttemptKey good = shop.newKey("kiosk-2");
    const std::string goodRoute = shop.place(good, "kiosk-2");
    bool first = true;
    shop.faults().refuses = [&](const Changes& changes) {
        for (const Change& change : changes)
            if (std::holds_alternative<OrderInserted>(change))
                return std::exchange(first, false);
        return false;
    };
    const auto approved = [](const AttemptKey& key) {
        return GatewayResult{
            ChargeFinished{key.value, ChargeApproved{kTotal, "1", "", "card"}, 1ms}};
    };
    shop.give(std::vector<Input>{approved(bad), approved(good)});
    QCOMPARE(shop.stateOf(bad), AttemptState::NeedsReview);
    QVERIFY(std::holds_alternative<GivenUpAnswer>(shop.okOn<AttemptAnswer>(badRoute)));
    const auto paid = std::get<PaidAnswer>(shop.okOn<AttemptAnswer>(goodRoute));
    QCOMPARE(paid.order, OrderId{1});
    QCOMPARE(paid.number, kFirstNumber);
}

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::UndoneTest)
#include "test_shop_undone.moc"
