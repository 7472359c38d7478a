// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/limits.h"
#include "tests/daemon/shop_rig.h"

#include <QTest>

namespace coffee::test {

using namespace protocol;
using namespace daemon;

/// The life of an attempt: one key, at most one charge, one answer for ever.
class PaymentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void approvedBecomesAnOrderInOneStep();
    void aRepeatGetsTheSameBytes();
    void aKeyOfAnotherMachineIsRefused_data();
    void aKeyOfAnotherMachineIsRefused();
    void theNewestAskerIsAnswered();
    void placedTwiceInOneBatchChargesOnce();
    void anAnswerComesWithinItsTimeAndAtEveryPhase();
    void aPhaseWithItsOutcomeIsNotToldAlone();
    void oneAttemptAtATimePerKiosk();
    void soldOutSinceTheQuoteIsRefused();
    void aRefusedPlaceIsNotTakenUpWhenTheItemIsBack();
    void noCardNumberIsKept_data();
    void noCardNumberIsKept();
    void declinesAreFinal_data();
    void declinesAreFinal();
    void aFullProviderQueueIsADecline();
    void resumeJoinsAndNeverCharges();
    void shownIsKept();

    void abandonBeforePlaceBuriesTheKey();
    void abandonWhileCharging_data();
    void abandonWhileCharging();
    void abandonWhileUnknown();
    void abandonWhileReversingFreesTheKiosk();
    void abandonOfPaidShowsTheNumber();
    void aLeaseEndsAndItsMoneyGoesBack();
    void aLeaseIsRenewedUpToItsMost();
    void aLeaseEndsWhileAReversalWaits();

    void unknownIsLookedUp_data();
    void unknownIsLookedUp();
    void lookupsBackOff();
    void anotherAmountGoesToReview();
    void aRefusedReversalGoesToReview();
    void aManagerClosesAReview_data();
    void aManagerClosesAReview();

    void restartLooksUpWhatWasCharging();
    void restartGoesOnReversing();
    void theCustomerMayStayAfterARestart();
};

namespace {

const Money kTotal = Money::fromWon(12'500);

AttemptAnswer finalOf(const ShopRig& rig, const std::string& route)
{
    return rig.okOn<AttemptAnswer>(route);
}

/// Asks until the final answer; it must be there.
AttemptAnswer resumed(ShopRig& rig, const AttemptKey& key)
{
    return finalOf(rig, rig.send(kiosk(), AttemptResume{key}));
}

LookupApproved found(Money amount)
{
    return {{amount, "30012345", "", "card"}, {}};
}

} // namespace

void PaymentsTest::approvedBecomesAnOrderInOneStep()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    const std::string route = rig.place(key);
    QVERIFY(rig.answerOn(route).empty());
    const auto charge = rig.takeCall<ChargeCall>();
    QCOMPARE(charge.key, key.value);
    QCOMPARE(charge.terminal, std::string{"kiosk-1"});
    QCOMPARE(charge.amount, kTotal);
    QVERIFY(rig.events<OrderPaid>().empty());

    const int before = rig.faults().commits;
    rig.approve(key.value, kTotal);
    QCOMPARE(rig.faults().commits, before + 1);
    const auto paid = std::get<PaidAnswer>(finalOf(rig, route));
    QCOMPARE(paid.number, 101);
    QCOMPARE(paid.code.size(), std::size_t{4});
    QCOMPARE(paid.basket.total, kTotal);
    QCOMPARE(paid.payment.approval, std::string{"30012345"});
    const auto events = rig.events<OrderPaid>();
    QCOMPARE(events.size(), std::size_t{1});
    QCOMPARE(events.front().order, paid.order);
    // The claim code is the customer's alone.
    for (const Event& event : rig.published)
        QVERIFY(encodeEventBody(event.body).find('"' + paid.code + '"') == std::string::npos);
    QCOMPARE(rig.verify(), std::string{});
}

void PaymentsTest::aRepeatGetsTheSameBytes()
{
    ShopRig rig;
    const auto quote = rig.quote();
    const AttemptKey key = rig.newKey();
    const std::string route = rig.send(kiosk(), OrderPlace{key, quote.quote});
    rig.approve(key.value, kTotal);
    const std::string body = rig.bodyOn(route);
    QCOMPARE(rig.bodyOn(rig.send(kiosk(), OrderPlace{key, quote.quote})), body);
    QCOMPARE(rig.bodyOn(rig.send(kiosk(), AttemptResume{key})), body);
    QCOMPARE(rig.bodyOn(rig.send(kiosk(), AttemptAbandon{key})), body);
    rig.restart();
    QCOMPARE(rig.bodyOn(rig.send(kiosk(), OrderPlace{key, quote.quote})), body);
    QCOMPARE(rig.countCalls<ChargeCall>(), 0);
    QCOMPARE(rig.verify(), std::string{});
}

void PaymentsTest::aKeyOfAnotherMachineIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("another") << QStringLiteral("kiosk-2");
    // Its name and a dash begin the key, and yet the key is not its own.
    QTest::newRow("a shorter name") << QStringLiteral("kiosk");
}

void PaymentsTest::aKeyOfAnotherMachineIsRefused()
{
    QFETCH(QString, name);
    const Actor other = kiosk(name.toStdString());
    ShopRig rig;
    const AttemptKey key = rig.newKey("kiosk-1");
    rig.place(key);
    const auto quote = rig.quote(other.name);
    const auto code = [&](RequestBody body) { return rig.refused(other, std::move(body)).code; };
    QCOMPARE(code(OrderPlace{key, quote.quote}), RefusalCode::WrongMachine);
    QCOMPARE(code(AttemptAbandon{key}), RefusalCode::WrongMachine);
    QCOMPARE(code(AttemptResume{key}), RefusalCode::WrongMachine);
    QCOMPARE(code(AttemptShown{key}), RefusalCode::WrongMachine);
    QCOMPARE(code(OrderShow{KeyProof{key}}), RefusalCode::WrongMachine);
    QCOMPARE(rig.stateOf(key), AttemptState::Charging);
}

void PaymentsTest::theNewestAskerIsAnswered()
{
    ShopRig rig;
    const auto quote = rig.quote();
    const AttemptKey key = rig.newKey();
    const std::string first = rig.send(kiosk(), OrderPlace{key, quote.quote});
    const std::string second = rig.send(kiosk(), OrderPlace{key, quote.quote});
    rig.approve(key.value, kTotal);
    QVERIFY(rig.answerOn(first).empty());
    QVERIFY(std::holds_alternative<PaidAnswer>(finalOf(rig, second)));
    QCOMPARE(rig.countCalls<ChargeCall>(), 1);
}

void PaymentsTest::placedTwiceInOneBatchChargesOnce()
{
    ShopRig rig;
    const auto quote = rig.quote();
    const AttemptKey key = rig.newKey();
    std::vector<Input> inputs;
    inputs.emplace_back(rig.command(kiosk(), OrderPlace{key, quote.quote}));
    inputs.emplace_back(rig.command(kiosk(), OrderPlace{key, quote.quote}));
    // Another key for the same quote, at the same moment.
    const CommandInput other = rig.command(kiosk(), OrderPlace{rig.newKey(), quote.quote});
    const std::string route = other.to.route;
    inputs.emplace_back(other);
    rig.give(std::move(inputs));
    QCOMPARE(rig.countCalls<ChargeCall>(), 1);
    QCOMPARE(rig.refusalOn(route).code, RefusalCode::QuoteExpired);
    rig.approve(key.value, kTotal);
    QCOMPARE(rig.events<OrderPaid>().size(), std::size_t{1});
    QCOMPARE(rig.verify(), std::string{});
}

void PaymentsTest::anAnswerComesWithinItsTimeAndAtEveryPhase()
{
    ShopRig rig;
    const auto quote = rig.quote();
    const AttemptKey key = rig.newKey();
    const auto ask = [&] { return rig.send(kiosk(), OrderPlace{key, quote.quote}); };
    const std::string first = ask();
    rig.pass(kPlaceAnswerAfter - 1ms);
    QVERIFY(rig.answerOn(first).empty());
    rig.pass(1ms);
    QVERIFY(rig.pendingOn(first) == PaymentPhase::Sending);

    const std::string second = ask();
    rig.give(GatewayResult{ChargeProgressed{key.value, PaymentPhase::WaitingCard}});
    QVERIFY(rig.pendingOn(second) == PaymentPhase::WaitingCard);
    // Nobody asks; the next one hears it at once.
    rig.give(GatewayResult{ChargeProgressed{key.value, PaymentPhase::Authorising}});
    QVERIFY(rig.pendingOn(ask()) == PaymentPhase::Authorising);
    const std::string last = ask();
    QVERIFY(rig.answerOn(last).empty());
    rig.approve(key.value, kTotal);
    QVERIFY(std::holds_alternative<PaidAnswer>(finalOf(rig, last)));
}

void PaymentsTest::aPhaseWithItsOutcomeIsNotToldAlone()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    const std::string route = rig.place(key);
    std::vector<Input> inputs;
    inputs.emplace_back(GatewayResult{ChargeProgressed{key.value, PaymentPhase::Authorising}});
    inputs.emplace_back(
        GatewayResult{ChargeFinished{key.value, ChargeApproved{kTotal, "1", "", "card"}, 1ms}});
    rig.give(std::move(inputs));
    QVERIFY(std::holds_alternative<PaidAnswer>(finalOf(rig, route)));
}

void PaymentsTest::oneAttemptAtATimePerKiosk()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    rig.place(key);
    const auto quote = rig.quote();
    const AttemptKey next = rig.newKey();
    QCOMPARE(rig.refused(kiosk(), OrderPlace{next, quote.quote}).code, RefusalCode::Busy);
    rig.ask<AttemptAnswer>(kiosk(), AttemptAbandon{key});
    // Given up, but its terminal may still ask for that card.
    QCOMPARE(rig.refused(kiosk(), OrderPlace{next, quote.quote}).code, RefusalCode::Busy);
    rig.finishCharge(key.value, ChargeUnknown{});
    // The terminal is free; the money need not be settled yet.
    QCOMPARE(rig.stateOf(key), AttemptState::Reversing);
    rig.send(kiosk(), OrderPlace{next, quote.quote});
    QCOMPARE(rig.stateOf(next), AttemptState::Charging);
}

void PaymentsTest::soldOutSinceTheQuoteIsRefused()
{
    ShopRig rig;
    const auto quote = rig.quote();
    rig.ask<Accepted>(bar(),
                      SetAvailability{rig.newOp(), "cookie", false, UntilKind::ByHand, 0, 0});
    const Refusal refused = rig.refused(kiosk(), OrderPlace{rig.newKey(), quote.quote});
    QCOMPARE(refused.code, RefusalCode::SoldOut);
    QCOMPARE(refused.items, std::vector<std::string>{"cookie"});
    QCOMPARE(rig.countCalls<ChargeCall>(), 0);
}

/// The kiosk has forgotten the key by then: a copy of its request that comes late must not charge.
void PaymentsTest::aRefusedPlaceIsNotTakenUpWhenTheItemIsBack()
{
    ShopRig rig;
    const auto quote = rig.quote();
    const OrderPlace place{rig.newKey(), quote.quote};
    const auto sell = [&rig](bool available) {
        rig.ask<Accepted>(
            bar(), SetAvailability{rig.newOp(), "cookie", available, UntilKind::ByHand, 0, 0});
    };
    sell(false);
    QCOMPARE(rig.refused(kiosk(), place).code, RefusalCode::SoldOut);
    sell(true);
    QCOMPARE(rig.refused(kiosk(), place).code, RefusalCode::QuoteExpired);
    QCOMPARE(rig.countCalls<ChargeCall>(), 0);
}

void PaymentsTest::noCardNumberIsKept_data()
{
    QTest::addColumn<std::string>("sent");
    QTest::addColumn<std::string>("kept");
    QTest::newRow("masked") << std::string{"**** 1234"} << std::string{"**** 1234"};
    QTest::newRow("plain") << std::string{"4111111111111234"} << std::string{"************1234"};
    QTest::newRow("half masked") << std::string{"4111-11**-****-1234"}
                                 << std::string{"****-****-****-1234"};
    QTest::newRow("empty") << std::string{} << std::string{};
}

void PaymentsTest::noCardNumberIsKept()
{
    QFETCH(std::string, sent);
    QFETCH(std::string, kept);
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    const std::string route = rig.place(key);
    rig.finishCharge(key.value, ChargeApproved{kTotal, "5500000000005678", sent, "card"});
    const auto paid = std::get<PaidAnswer>(finalOf(rig, route));
    QCOMPARE(paid.payment.maskedCard, kept);
    QCOMPARE(paid.payment.approval, std::string{"************5678"});
}

void PaymentsTest::declinesAreFinal_data()
{
    QTest::addColumn<ChargeOutcome>("outcome");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, ChargeOutcome outcome, DeclineKind kind,
                        const QString& reason) {
        QTest::newRow(name) << std::move(outcome) << static_cast<int>(kind) << reason;
    };
    using enum DeclineReason;
    row("refused", ChargeDeclined{Refused}, DeclineKind::Declined, QStringLiteral("refused"));
    row("funds", ChargeDeclined{InsufficientFunds}, DeclineKind::Declined,
        QStringLiteral("insufficient_funds"));
    row("limit", ChargeDeclined{LimitExceeded}, DeclineKind::Declined,
        QStringLiteral("limit_exceeded"));
    row("expired", ChargeDeclined{CardExpired}, DeclineKind::Declined,
        QStringLiteral("card_expired"));
    row("unreadable", ChargeDeclined{CardUnreadable}, DeclineKind::Declined,
        QStringLiteral("card_unreadable"));
    row("no card", ChargeCancelled{}, DeclineKind::NotCharged, QStringLiteral("no_card"));
    row("busy", ChargeNotSent{NotSentReason::Busy, 8s, {}}, DeclineKind::NotSent,
        QStringLiteral("terminal_busy"));
    row("unreachable", ChargeNotSent{NotSentReason::Unreachable, {}, {}}, DeclineKind::NotSent,
        QStringLiteral("terminal_unreachable"));
    row("misconfigured", ChargeNotSent{NotSentReason::Misconfigured, {}, {}}, DeclineKind::NotSent,
        QStringLiteral("terminal_misconfigured"));
}

void PaymentsTest::declinesAreFinal()
{
    QFETCH(ChargeOutcome, outcome);
    QFETCH(int, kind);
    QFETCH(QString, reason);
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    const std::string route = rig.place(key);
    rig.finishCharge(key.value, outcome);
    const auto declined = std::get<DeclinedAnswer>(finalOf(rig, route));
    QCOMPARE(static_cast<int>(declined.kind), kind);
    QCOMPARE(QString::fromStdString(declined.reason), reason);
    if (declined.kind == DeclineKind::NotSent)
        QVERIFY(declined.retryAfterMs >= 3'000);
    QCOMPARE(rig.bodyOn(rig.send(kiosk(), AttemptResume{key})), rig.bodyOn(route));
    QVERIFY(rig.view().orders.all().empty());
    QVERIFY(rig.view().payments.attempts.empty());
    QCOMPARE(rig.verify(), std::string{});
}

void PaymentsTest::aFullProviderQueueIsADecline()
{
    ShopRig rig;
    rig.admission = GatewayWorkers::Admission::QueueFull;
    const AttemptKey key = rig.newKey();
    const auto declined = std::get<DeclinedAnswer>(finalOf(rig, rig.place(key)));
    QCOMPARE(declined.kind, DeclineKind::NotSent);
    QCOMPARE(rig.stateOf(key), AttemptState::Declined);
}

void PaymentsTest::resumeJoinsAndNeverCharges()
{
    ShopRig rig;
    const AttemptKey open = rig.newKey();
    rig.place(open);
    rig.calls.clear();
    const std::string route = rig.send(kiosk(), AttemptResume{open});
    QVERIFY(rig.answerOn(route).empty());
    rig.approve(open.value, kTotal);
    QVERIFY(std::holds_alternative<PaidAnswer>(finalOf(rig, route)));

    const auto quote = rig.quote();
    const AttemptKey unknown = rig.newKey();
    QVERIFY(std::holds_alternative<GivenUpAnswer>(resumed(rig, unknown)));
    // The request that was late is not charged either.
    QVERIFY(std::holds_alternative<GivenUpAnswer>(
        rig.ask<AttemptAnswer>(kiosk(), OrderPlace{unknown, quote.quote})));
    QCOMPARE(rig.countCalls<ChargeCall>(), 0);
    QCOMPARE(rig.verify(), std::string{});
}

void PaymentsTest::shownIsKept()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    rig.place(key);
    rig.approve(key.value, kTotal);
    rig.ask<Accepted>(kiosk(), AttemptShown{key});
    rig.ask<Accepted>(kiosk(), AttemptShown{key});
    QVERIFY(std::get<AttemptRow>(*rig.ledger().findKey(key)).shown);
    QCOMPARE(rig.refused(kiosk(), AttemptShown{rig.newKey()}).code, RefusalCode::NotFound);
    const AttemptKey buried = rig.newKey();
    rig.ask<AttemptAnswer>(kiosk(), AttemptAbandon{buried});
    rig.ask<Accepted>(kiosk(), AttemptShown{buried});
    QCOMPARE(rig.verify(), std::string{});
}

// ---- giving up ------------------------------------------------------------------------------

void PaymentsTest::abandonBeforePlaceBuriesTheKey()
{
    ShopRig rig;
    const auto quote = rig.quote();
    const AttemptKey key = rig.newKey();
    const std::string first = rig.send(kiosk(), AttemptAbandon{key});
    QVERIFY(std::holds_alternative<GivenUpAnswer>(finalOf(rig, first)));
    rig.restart();
    QCOMPARE(rig.bodyOn(rig.send(kiosk(), OrderPlace{key, quote.quote})), rig.bodyOn(first));
    QCOMPARE(rig.countCalls<ChargeCall>(), 0);
}

void PaymentsTest::abandonWhileCharging_data()
{
    QTest::addColumn<ChargeOutcome>("outcome");
    QTest::addColumn<bool>("mayHoldMoney");
    QTest::newRow("approved late")
        << ChargeOutcome{ChargeApproved{kTotal, "1", "", "card"}} << true;
    QTest::newRow("unknown") << ChargeOutcome{ChargeUnknown{}} << true;
    QTest::newRow("cancelled") << ChargeOutcome{ChargeCancelled{}} << false;
    QTest::newRow("declined") << ChargeOutcome{ChargeDeclined{}} << false;
    QTest::newRow("not sent") << ChargeOutcome{ChargeNotSent{}} << false;
}

void PaymentsTest::abandonWhileCharging()
{
    QFETCH(ChargeOutcome, outcome);
    QFETCH(bool, mayHoldMoney);
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    const std::string asked = rig.place(key);
    const std::string route = rig.send(kiosk(), AttemptAbandon{key});
    QVERIFY(std::holds_alternative<GivenUpAnswer>(finalOf(rig, route)));
    QVERIFY(std::holds_alternative<GivenUpAnswer>(finalOf(rig, asked)));
    QCOMPARE(rig.stateOf(key), AttemptState::Reversing);
    QCOMPARE(rig.takeCall<CancelWaitCall>().key, key.value);
    QCOMPARE(rig.countCalls<CancelWaitCall>(), 0);
    // The terminal may not have heard it: it is told again until the charge has ended.
    rig.pass(1s);
    QCOMPARE(rig.takeCall<CancelWaitCall>().key, key.value);
    rig.pass(2s);
    QCOMPARE(rig.takeCall<CancelWaitCall>().key, key.value);
    QCOMPARE(rig.countCalls<CancelWaitCall>(), 0);
    QCOMPARE(rig.countCalls<ReverseCall>(), 0); // not before the charge has ended
    // Until then the terminal is not free for the next customer.
    const auto next = rig.quote();
    QCOMPARE(rig.refused(kiosk(), OrderPlace{rig.newKey(), next.quote}).code, RefusalCode::Busy);

    rig.finishCharge(key.value, outcome);
    if (mayHoldMoney) {
        QCOMPARE(rig.takeCall<ReverseCall>().key, key.value);
        rig.finishReverse(key.value, ReverseResult::Reversed);
    }
    QCOMPARE(rig.countCalls<ReverseCall>(), 0);
    QCOMPARE(rig.stateOf(key), AttemptState::Voided);
    QVERIFY(rig.view().orders.all().empty());
    QCOMPARE(rig.bodyOn(rig.send(kiosk(), AttemptResume{key})), rig.bodyOn(route));
    QCOMPARE(rig.verify(), std::string{});
}

void PaymentsTest::abandonWhileUnknown()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    rig.place(key);
    rig.finishCharge(key.value, ChargeUnknown{});
    rig.pass(1s);
    rig.takeCall<LookupCall>();
    QVERIFY(std::holds_alternative<GivenUpAnswer>(
        rig.ask<AttemptAnswer>(kiosk(), AttemptAbandon{key})));
    QCOMPARE(rig.countCalls<ReverseCall>(), 0); // the lookup is still out
    rig.finishLookup(key.value, found(kTotal));
    QCOMPARE(rig.stateOf(key), AttemptState::Reversing);
    rig.takeCall<ReverseCall>();
    rig.finishReverse(key.value, ReverseResult::Unknown);
    rig.pass(1s);
    rig.takeCall<ReverseCall>();
    rig.finishReverse(key.value, ReverseResult::Reversed);
    QCOMPARE(rig.stateOf(key), AttemptState::Voided);
    QCOMPARE(rig.verify(), std::string{});
}

void PaymentsTest::abandonWhileReversingFreesTheKiosk()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    rig.place(key);
    rig.finishCharge(key.value, ChargeUnknown{});
    rig.pass(1s);
    rig.finishLookup(key.value, LookupNotFound{});
    QCOMPARE(rig.stateOf(key), AttemptState::Reversing);
    QVERIFY(std::holds_alternative<GivenUpAnswer>(
        rig.ask<AttemptAnswer>(kiosk(), AttemptAbandon{key})));
    rig.finishReverse(key.value, ReverseResult::NotFoundFenced);
    QVERIFY(std::holds_alternative<GivenUpAnswer>(resumed(rig, key)));
    QCOMPARE(rig.verify(), std::string{});
}

void PaymentsTest::abandonOfPaidShowsTheNumber()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    rig.place(key);
    rig.approve(key.value, kTotal);
    const auto answer = rig.ask<AttemptAnswer>(kiosk(), AttemptAbandon{key});
    QCOMPARE(std::get<PaidAnswer>(answer).number, 101);
    QCOMPARE(rig.countCalls<ReverseCall>(), 0);
}

void PaymentsTest::aLeaseEndsAndItsMoneyGoesBack()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    const std::string route = rig.place(key);
    rig.pass(kLease - 1ms);
    QCOMPARE(rig.stateOf(key), AttemptState::Charging);
    rig.pass(1ms);
    QCOMPARE(rig.stateOf(key), AttemptState::Reversing);
    QVERIFY(rig.pendingOn(route)); // long before
    rig.approve(key.value, kTotal);
    rig.takeCall<ReverseCall>();
    rig.finishReverse(key.value, ReverseResult::Reversed);
    QVERIFY(std::holds_alternative<GivenUpAnswer>(resumed(rig, key)));
    QVERIFY(rig.view().orders.all().empty());
    QCOMPARE(rig.verify(), std::string{});
}

void PaymentsTest::aLeaseIsRenewedUpToItsMost()
{
    ShopRig rig;
    const auto quote = rig.quote();
    const AttemptKey key = rig.newKey();
    rig.send(kiosk(), OrderPlace{key, quote.quote});
    for (int i = 0; i < 5; ++i) {
        rig.pass(30s);
        rig.send(kiosk(), OrderPlace{key, quote.quote});
        QCOMPARE(rig.stateOf(key), AttemptState::Charging);
    }
    rig.pass(30s);
    QCOMPARE(rig.stateOf(key), AttemptState::Reversing);
}

void PaymentsTest::aLeaseEndsWhileAReversalWaits()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    rig.place(key);
    rig.finishCharge(key.value, ChargeUnknown{});
    rig.pass(1s);
    rig.finishLookup(key.value, LookupNotFound{});
    QCOMPARE(rig.stateOf(key), AttemptState::Reversing);
    rig.finishReverse(key.value, ReverseResult::Unknown);
    rig.pass(kLease);
    QVERIFY(std::holds_alternative<GivenUpAnswer>(resumed(rig, key)));
    rig.pass(5min); // and the shop does not spin
    rig.finishReverse(key.value, ReverseResult::NotFoundFenced);
    QCOMPARE(rig.stateOf(key), AttemptState::Voided);
    QCOMPARE(rig.verify(), std::string{});
}

// ---- not knowing ----------------------------------------------------------------------------

void PaymentsTest::unknownIsLookedUp_data()
{
    QTest::addColumn<LookupOutcome>("outcome");
    QTest::addColumn<int>("state");
    const auto row = [](const char* name, LookupOutcome outcome, AttemptState state) {
        QTest::newRow(name) << std::move(outcome) << static_cast<int>(state);
    };
    row("approved", found(kTotal), AttemptState::Paid);
    row("declined", LookupDeclined{}, AttemptState::Declined);
    row("cancelled", LookupCancelled{}, AttemptState::Declined);
    row("reversed", LookupReversed{}, AttemptState::Voided);
    row("not found", LookupNotFound{}, AttemptState::Reversing);
    row("in progress", LookupInProgress{}, AttemptState::Unknown);
    row("unknown", LookupUnknown{}, AttemptState::Unknown);
    row("another amount", found(Money::fromWon(99)), AttemptState::NeedsReview);
}

void PaymentsTest::unknownIsLookedUp()
{
    QFETCH(LookupOutcome, outcome);
    QFETCH(int, state);
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    const std::string route = rig.place(key);
    rig.finishCharge(key.value, ChargeUnknown{UnknownReason::TimedOut, {}});
    QVERIFY(rig.pendingOn(route) == PaymentPhase::Checking);
    QCOMPARE(rig.stateOf(key), AttemptState::Unknown);
    const std::string second = rig.send(kiosk(), AttemptResume{key});
    rig.calls.clear();
    rig.pass(1s);
    QCOMPARE(rig.takeCall<LookupCall>().key, key.value);
    rig.finishLookup(key.value, outcome);
    QCOMPARE(static_cast<int>(rig.stateOf(key)), state);
    QCOMPARE(rig.countCalls<ChargeCall>(), 0); // never charged again
    if (std::holds_alternative<LookupNotFound>(outcome)) {
        // Fenced before anybody is told.
        QVERIFY(rig.answerOn(second).empty());
        rig.takeCall<ReverseCall>();
        rig.finishReverse(key.value, ReverseResult::NotFoundFenced);
        QCOMPARE(rig.stateOf(key), AttemptState::Voided);
        QVERIFY(std::holds_alternative<VoidedAnswer>(finalOf(rig, second)));
    }
    if (std::holds_alternative<LookupApproved>(outcome) &&
        std::get<LookupApproved>(outcome).charge.amount == kTotal)
        QVERIFY(std::holds_alternative<PaidAnswer>(finalOf(rig, second)));
    QCOMPARE(rig.verify(), std::string{});
}

void PaymentsTest::lookupsBackOff()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    rig.place(key);
    rig.finishCharge(key.value, ChargeUnknown{});
    rig.calls.clear();
    for (const auto pause : {1s, 2s, 4s, 8s, 16s}) {
        rig.pass(pause - 1ms);
        QCOMPARE(rig.countCalls<LookupCall>(), 0);
        rig.pass(1ms);
        rig.takeCall<LookupCall>();
        rig.send(kiosk(), AttemptResume{key}); // the customer waits
        rig.finishLookup(key.value, LookupUnknown{});
    }
    QCOMPARE(rig.stateOf(key), AttemptState::Unknown);
}

void PaymentsTest::anotherAmountGoesToReview()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    const std::string route = rig.place(key);
    rig.approve(key.value, Money::fromWon(12'400));
    QCOMPARE(rig.stateOf(key), AttemptState::NeedsReview);
    QVERIFY(std::holds_alternative<GivenUpAnswer>(finalOf(rig, route)));
    QVERIFY(rig.view().orders.all().empty());
    QCOMPARE(rig.view().payments.attempts.size(), std::size_t{1});
    rig.pass(10min);
    QCOMPARE(rig.countCalls<ReverseCall>(), 0); // a person looks at it
    QCOMPARE(rig.verify(), std::string{});
}

void PaymentsTest::aRefusedReversalGoesToReview()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    rig.place(key);
    rig.ask<AttemptAnswer>(kiosk(), AttemptAbandon{key});
    rig.approve(key.value, kTotal);
    rig.finishReverse(key.value, ReverseResult::Refused);
    QCOMPARE(rig.stateOf(key), AttemptState::NeedsReview);
    QCOMPARE(rig.verify(), std::string{});
}

void PaymentsTest::aManagerClosesAReview_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("state");
    QTest::newRow("declined") << static_cast<int>(ReviewOutcome::Declined)
                              << static_cast<int>(AttemptState::Declined);
    QTest::newRow("voided") << static_cast<int>(ReviewOutcome::Voided)
                            << static_cast<int>(AttemptState::Voided);
}

void PaymentsTest::aManagerClosesAReview()
{
    QFETCH(int, outcome);
    QFETCH(int, state);
    ShopRig rig;
    rig.setPin("135792");
    const AttemptKey key = rig.newKey();
    const std::string answered = rig.place(key);
    rig.approve(key.value, Money::fromWon(1));
    const auto close = [&](AttemptId id, ReviewOutcome how) {
        const std::string route =
            rig.send(manager(), ReviewClose{rig.newOp(), ReviewKind::Attempt, id, how,
                                            "looked at the bank", "135792"});
        rig.checkPin();
        return route;
    };
    QCOMPARE(rig.refusalOn(close(99, ReviewOutcome::Voided)).code, RefusalCode::ReviewNotOpen);
    QCOMPARE(rig.refusalOn(close(1, ReviewOutcome::Done)).code, RefusalCode::NotPossible);
    static_cast<void>(rig.okOn<Accepted>(close(1, static_cast<ReviewOutcome>(outcome))));
    QCOMPARE(static_cast<int>(rig.stateOf(key)), state);
    QVERIFY(rig.view().payments.attempts.empty());
    QCOMPARE(rig.refusalOn(close(1, ReviewOutcome::Voided)).code, RefusalCode::ReviewNotOpen);
    QCOMPARE(rig.bodyOn(rig.send(kiosk(), AttemptResume{key})), rig.bodyOn(answered));
    QCOMPARE(rig.verify(), std::string{});
}

// ---- restarts -------------------------------------------------------------------------------

void PaymentsTest::restartLooksUpWhatWasCharging()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    rig.place(key);
    rig.restart();
    QCOMPARE(rig.stateOf(key), AttemptState::Unknown);
    QCOMPARE(rig.countCalls<ChargeCall>(), 0);
    QCOMPARE(rig.takeCall<LookupCall>().key, key.value);
    const std::string first = rig.send(kiosk(), AttemptResume{key});
    QVERIFY(rig.pendingOn(first) == PaymentPhase::Checking);
    const std::string second = rig.send(kiosk(), AttemptResume{key});
    rig.finishLookup(key.value, found(kTotal));
    QVERIFY(std::holds_alternative<PaidAnswer>(finalOf(rig, second)));
    QCOMPARE(rig.verify(), std::string{});
}

void PaymentsTest::restartGoesOnReversing()
{
    ShopRig rig;
    const AttemptKey key = rig.newKey();
    rig.place(key);
    rig.ask<AttemptAnswer>(kiosk(), AttemptAbandon{key});
    rig.restart();
    QCOMPARE(rig.takeCall<ReverseCall>().key, key.value);
    rig.finishReverse(key.value, ReverseResult::NotFoundFenced);
    QCOMPARE(rig.stateOf(key), AttemptState::Voided);
    QCOMPARE(rig.verify(), std::string{});
}

void PaymentsTest::theCustomerMayStayAfterARestart()
{
    ShopRig rig;
    const AttemptKey here = rig.newKey();
    rig.place(here);
    const AttemptKey gone = rig.newKey("kiosk-2");
    rig.place(gone, "kiosk-2");
    rig.restart();
    rig.pass(50s);
    rig.send(kiosk(), AttemptResume{here});
    rig.pass(20s); // 70 s after the start
    rig.finishLookup(here.value, found(kTotal));
    rig.finishLookup(gone.value, found(kTotal));
    QCOMPARE(rig.stateOf(here), AttemptState::Paid);
    QCOMPARE(rig.stateOf(gone), AttemptState::Reversing);
    QCOMPARE(rig.verify(), std::string{});
}

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::PaymentsTest)
#include "test_payments.moc"
