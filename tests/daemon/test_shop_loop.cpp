// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/limits.h"
#include "tests/daemon/shop_rig.h"

#include <QTest>

#include <algorithm>

namespace coffee::test {

using namespace protocol;
using namespace daemon;

/// The step itself: what a batch, a poisonous input, a full disk and a broken one do. What a full
/// disk leaves as it was is in tests/shop.
class ShopLoopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBatchIsOneTransaction();
    void repliesLeaveBeforeTheirEvents();
    void aPoisonousInputHarmsItselfOnly_data();
    void aPoisonousInputHarmsItselfOnly();
    void aRefundThatCannotBeRecordedGoesToReview();
    void aPlaceGivenUpInItsOwnBatchAsksForNoCard();

    void aFullDiskRecordsNothingAndSaysBusy();
    void aFullDiskStillAnswersQuestions();
    void aFullDiskGivesPendingForAnOpenKey();
    void aFullDiskStillTellsHowFarAPaymentIs();
    void aFullDiskStillKeepsTimeWhileManyAsk();
    void aFullDiskSaysBusyToACommandWithAPin();
    void aFullDiskMidBatchUndoesTheWholeBatch();
    void aFullDiskAtStartIsStartedAgain();
    void aBrokenLedgerEndsTheProcess();

    void atTheEndNoChargeBegins();
    void theQueueIsBounded();
};

namespace {

const Money kTotal = Money::fromWon(12'500);

bool opensAttempt(const Changes& changes)
{
    return std::any_of(changes.begin(), changes.end(), [](const Change& change) {
        return std::holds_alternative<AttemptInserted>(change);
    });
}

} // namespace

void ShopLoopTest::aBatchIsOneTransaction()
{
    ShopRig rig;
    std::vector<Input> inputs;
    std::vector<std::string> routes;
    for (int i = 1; i <= 8; ++i) {
        const std::string name = "kiosk-" + std::to_string(i);
        const auto quote = rig.quote(name);
        const CommandInput place =
            rig.command(kiosk(name), OrderPlace{rig.newKey(name), quote.quote});
        routes.push_back(place.to.route);
        inputs.emplace_back(place);
    }
    const int before = rig.faults().commits;
    rig.give(std::move(inputs));
    QCOMPARE(rig.faults().commits, before + 1);
    std::vector<Input> results;
    while (rig.countCalls<ChargeCall>() > 0)
        results.emplace_back(GatewayResult{ChargeFinished{
            rig.takeCall<ChargeCall>().key, ChargeApproved{kTotal, "1", "", "card"}, 1ms}});
    rig.give(std::move(results));
    QCOMPARE(rig.faults().commits, before + 2);
    std::vector<int> numbers;
    for (const std::string& route : routes)
        numbers.push_back(std::get<PaidAnswer>(rig.okOn<AttemptAnswer>(route)).number);
    QCOMPARE(numbers, (std::vector<int>{101, 102, 103, 104, 105, 106, 107, 108}));
    QCOMPARE(rig.verify(), std::string{});
}

void ShopLoopTest::repliesLeaveBeforeTheirEvents()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    const std::string route = rig.place(key);
    bool answeredFirst = false;
    rig.onFrames = [&] { answeredFirst = !rig.answerOn(route).empty(); };
    rig.approve(key.value, kTotal);
    QVERIFY(answeredFirst);
    // A reply names the head of the log in which it is true.
    QCOMPARE(rig.replyOn<AttemptAnswer>(route).seq, rig.shop().memory().head);
}

void ShopLoopTest::aPoisonousInputHarmsItselfOnly_data()
{
    QTest::addColumn<bool>("throws");
    QTest::newRow("refused by the ledger") << false;
    QTest::newRow("an exception that nobody foresaw") << true;
}

void ShopLoopTest::aPoisonousInputHarmsItselfOnly()
{
    QFETCH(bool, throws);
    ShopRig rig;
    std::vector<Input> inputs;
    std::vector<std::string> routes;
    std::vector<AttemptKey> keys;
    for (int i = 1; i <= 3; ++i) {
        const std::string name = "kiosk-" + std::to_string(i);
        keys.push_back(rig.newKey(name));
        const CommandInput place =
            rig.command(kiosk(name), OrderPlace{keys.back(), rig.quote(name).quote});
        routes.push_back(place.to.route);
        inputs.emplace_back(place);
    }
    const auto poison = [&](const Changes& changes) {
        return std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
            const auto* inserted = std::get_if<AttemptInserted>(&change);
            return inserted && inserted->row.key == keys[1];
        });
    };
    (throws ? rig.faults().throws : rig.faults().refuses) = poison;
    rig.give(std::move(inputs));
    QCOMPARE(rig.refusalOn(routes[1]).code, RefusalCode::Busy);
    QCOMPARE(rig.stateOf(keys[0]), AttemptState::Charging);
    QCOMPARE(rig.stateOf(keys[2]), AttemptState::Charging);
    QVERIFY(!rig.ledger().findKey(keys[1]));
    QCOMPARE(rig.countCalls<ChargeCall>(), 2);
    rig.approve(keys[0].value, kTotal);
    rig.approve(keys[2].value, kTotal);
    QCOMPARE(rig.events<OrderPaid>().size(), std::size_t{2});
    QCOMPARE(rig.verify(), std::string{});
}

void ShopLoopTest::aRefundThatCannotBeRecordedGoesToReview()
{
    ShopRig rig;
    const PaidAnswer paid = rig.buy();
    const auto cancel =
        rig.ask<CancelAnswer>(kiosk(), OrderCancel{rig.newOp(), CodeProof{paid.number, paid.code},
                                                   OrderState::Queued, 0});
    rig.faults().refuses = [](const Changes& changes) {
        return std::any_of(changes.begin(), changes.end(), [](const Change& change) {
            const auto* moved = std::get_if<RefundChanged>(&change);
            return moved && moved->state == RefundState::Done;
        });
    };
    rig.finishRefund(rig.takeCall<RefundCall>().refundKey, RefundResult::Done);
    QCOMPARE(rig.ledger().findRefund(cancel.refund)->state, RefundState::NeedsReview);
    QCOMPARE(rig.verify(), std::string{});
}

// ---- a full disk ----------------------------------------------------------------------------

void ShopLoopTest::aPlaceGivenUpInItsOwnBatchAsksForNoCard()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    const CommandInput place = rig.command(kiosk(), OrderPlace{key, rig.quote().quote});
    const CommandInput abandon = rig.command(kiosk(), AttemptAbandon{key});
    rig.give({place, abandon});
    QCOMPARE(rig.countCalls<ChargeCall>(), 0);
    for (const CommandInput& asked : {place, abandon})
        QVERIFY(std::holds_alternative<GivenUpAnswer>(rig.okOn<AttemptAnswer>(asked.to.route)));
    rig.pass(1s);
    QVERIFY(rig.stateOf(key) == AttemptState::Voided);
    QCOMPARE(rig.countCalls<ReverseCall>(), 0);
}

void ShopLoopTest::aFullDiskRecordsNothingAndSaysBusy()
{
    ShopRig rig;
    const PaidAnswer paid = rig.buy();
    const Sequence head = rig.shop().memory().head;
    rig.faults().full = true;
    const OrderCommand start{OrderAction::Start, rig.newOp(), paid.order, OrderState::Queued, 0};
    const Refusal busy = rig.refused(bar(), start);
    QCOMPARE(busy.code, RefusalCode::Busy);
    QVERIFY(busy.retryAfter > 0s);
    QCOMPARE(rig.shop().memory().head, head);
    rig.faults().full = false;
    QCOMPARE(rig.ask<OrderAnswer>(bar(), start).state, OrderState::Making); // the same key
    QCOMPARE(rig.verify(), std::string{});
}

void ShopLoopTest::aFullDiskStillAnswersQuestions()
{
    ShopRig rig;
    const PaidAnswer paid = rig.buy();
    rig.faults().full = true;
    const CommandInput show = rig.command(kiosk(), OrderShow{CodeProof{paid.number, paid.code}});
    const CommandInput snapshot = rig.command(bar(), SnapshotGet{Stream::Events});
    const CommandInput start = rig.command(
        bar(), OrderCommand{OrderAction::Start, rig.newOp(), paid.order, OrderState::Queued, 0});
    rig.give({show, start, snapshot});
    QCOMPARE(rig.okOn<OrderShown>(show.to.route).order.number, paid.number);
    QCOMPARE(rig.okOn<Snapshot>(snapshot.to.route).view.seq, rig.shop().memory().head);
    QCOMPARE(rig.refusalOn(start.to.route).code, RefusalCode::Busy);
    rig.pass(5s); // and it does not spin
}

void ShopLoopTest::aFullDiskGivesPendingForAnOpenKey()
{
    ShopRig rig;
    const auto quote = rig.quote();
    const AttemptKey key = rig.newKey();
    rig.send(kiosk(), OrderPlace{key, quote.quote});
    rig.faults().full = true;
    rig.approve(key.value, kTotal); // cannot be recorded now
    const std::string route = rig.send(kiosk(), OrderPlace{key, quote.quote});
    rig.pass(kPlaceAnswerAfter);
    QVERIFY(rig.pendingOn(route));
    // A give-up needs room too.
    QCOMPARE(rig.refused(kiosk(), AttemptAbandon{key}).code, RefusalCode::Busy);
    QCOMPARE(rig.stateOf(key), AttemptState::Charging);
}

void ShopLoopTest::aFullDiskStillTellsHowFarAPaymentIs()
{
    ShopRig rig;
    rig.place(rig.newKey("kiosk-1"), "kiosk-1");
    rig.pass(kLease - 3s);
    const std::string route = rig.place(rig.newKey("kiosk-2"), "kiosk-2");
    rig.faults().full = true;
    const int beats = rig.beats;
    // Meanwhile the first lease ends, and giving its attempt back needs room.
    rig.pass(kPlaceAnswerAfter + 1s);
    QVERIFY(rig.pendingOn(route));
    QVERIFY(rig.beats >= beats + 4);
}

/// Whoever is told that there is no room must not put off what time asks for.
void ShopLoopTest::aFullDiskStillKeepsTimeWhileManyAsk()
{
    ShopRig rig;
    const std::string route = rig.place(rig.newKey("kiosk-1"), "kiosk-1");
    rig.faults().full = true;
    const int beats = rig.beats;
    for (auto passed = 0ms; passed < kPlaceAnswerAfter + 1s; passed += 200ms) {
        rig.pass(200ms);
        const SetAvailability soldOut{rig.newOp(), "cookie", false, UntilKind::ByHand, 0, 0};
        QCOMPARE(rig.refused(bar(), soldOut).code, RefusalCode::Busy);
    }
    QVERIFY(rig.pendingOn(route));
    QVERIFY(rig.beats >= beats + 4);
}

void ShopLoopTest::aFullDiskSaysBusyToACommandWithAPin()
{
    ShopRig rig;
    rig.setPin("271828");
    const PaidAnswer paid = rig.buy();
    const OrderCancelByStaff cancel{rig.newOp(), paid.order, OrderState::Queued,
                                    "broken",    "271828",   0};
    const std::string route = rig.send(manager(), cancel);
    rig.faults().full = true;
    rig.checkPin();
    QCOMPARE(rig.refusalOn(route).code, RefusalCode::Busy);
    rig.faults().full = false;
    rig.pass(1s);
    QVERIFY(rig.stateOf(paid.order) == OrderState::Queued); // nothing comes of it later
    const std::string again = rig.send(manager(), cancel);
    rig.checkPin();
    QCOMPARE(rig.okOn<CancelAnswer>(again).amount, kTotal);
}

void ShopLoopTest::aFullDiskMidBatchUndoesTheWholeBatch()
{
    ShopRig rig;
    const PaidAnswer paid = rig.buy();
    const auto quote = rig.quote();
    const AttemptKey key = rig.newKey();
    const CommandInput start = rig.command(
        bar(), OrderCommand{OrderAction::Start, rig.newOp(), paid.order, OrderState::Queued, 0});
    const CommandInput place = rig.command(kiosk(), OrderPlace{key, quote.quote});
    // The first one has room, the second has none; the first is carried out alone afterwards.
    rig.faults().fullFor = opensAttempt;
    rig.give({start, place});
    QCOMPARE(rig.okOn<OrderAnswer>(start.to.route).state, OrderState::Making);
    QCOMPARE(rig.refusalOn(place.to.route).code, RefusalCode::Busy);
    QCOMPARE(rig.events<OrderMoved>().size(), std::size_t{1});
    rig.faults().fullFor = nullptr;
    rig.send(kiosk(), OrderPlace{key, quote.quote});
    QCOMPARE(rig.countCalls<ChargeCall>(), 1);
    QCOMPARE(rig.verify(), std::string{});
}

void ShopLoopTest::aFullDiskAtStartIsStartedAgain()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    rig.place(key);
    rig.fullAtStart = true;
    rig.restart();
    QCOMPARE(rig.stateOf(key), AttemptState::Charging);
    rig.faults().full = false;
    rig.pass(2s);
    QCOMPARE(rig.stateOf(key), AttemptState::Unknown);
    QCOMPARE(rig.takeCall<LookupCall>().key, key.value);
    QCOMPARE(rig.events<DaemonStarted>().size(), std::size_t{2});
    QCOMPARE(rig.verify(), std::string{});
}

void ShopLoopTest::aBrokenLedgerEndsTheProcess()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    const auto quote = rig.quote();
    rig.faults().broken = true;
    QVERIFY_EXCEPTION_THROWN(rig.send(kiosk(), OrderPlace{key, quote.quote}), LedgerBroken);
    QCOMPARE(rig.countCalls<ChargeCall>(), 0); // nothing was released
}

// ---- the end --------------------------------------------------------------------------------

void ShopLoopTest::atTheEndNoChargeBegins()
{
    ShopRig rig;
    const PaidAnswer paid = rig.buy();
    const AttemptKey key = rig.newKey();
    const CommandInput place = rig.command(kiosk(), OrderPlace{key, rig.quote().quote});
    const CommandInput start = rig.command(
        bar(), OrderCommand{OrderAction::Start, rig.newOp(), paid.order, OrderState::Queued, 0});
    rig.stopWith({place, start});
    QCOMPARE(rig.refusalOn(place.to.route).code, RefusalCode::Busy);
    QCOMPARE(rig.okOn<OrderAnswer>(start.to.route).state, OrderState::Making);
    QCOMPARE(rig.countCalls<ChargeCall>(), 0);
    QVERIFY(!rig.ledger().findKey(key));
    QCOMPARE(rig.verify(), std::string{});
}

void ShopLoopTest::theQueueIsBounded()
{
    ShopRig rig;
    InputQueue queue;
    const CommandInput command = rig.command(bar(), StatusGet{});
    for (std::size_t i = 0; i < kCommandsWaitingMax; ++i)
        QVERIFY(queue.put(command) == InputQueue::Admission::Taken);
    QVERIFY(queue.put(command) == InputQueue::Admission::Full);
    // What providers say always gets in.
    QVERIFY(queue.put(GatewayResult{LookupFinished{}}) == InputQueue::Admission::Taken);
    QCOMPARE(queue.take(std::chrono::steady_clock::now()).size(), kBatchMax);
    QVERIFY(queue.put(command) == InputQueue::Admission::Taken);
}

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::ShopLoopTest)
#include "test_shop_loop.moc"
