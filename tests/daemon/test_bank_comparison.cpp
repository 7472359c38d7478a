// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/bank_comparison.h"
#include "tests/daemon/shop_rig.h"

#include <QTest>

namespace coffee::test {

using namespace protocol;
using namespace daemon;

namespace {

constexpr std::int64_t kCoffeeWon = 4'500;

ListedCharge charge(const ShopRig& rig, const AttemptKey& key, ListedState state,
                    std::int64_t refunded = 0)
{
    ListedCharge listed;
    listed.key = key.value;
    listed.terminal = "kiosk-1";
    listed.state = state;
    listed.amount = Money::fromWon(kCoffeeWon);
    listed.refunded = Money::fromWon(refunded);
    listed.startedAt = rig.wall();
    return listed;
}

void answerList(ShopRig& rig, std::vector<ListedCharge> charges)
{
    static_cast<void>(rig.takeCall<ListCall>());
    rig.give(GatewayResult{ListFinished{std::move(charges)}});
}

const AttemptView* taskOf(const ShopRig& rig, const AttemptKey& key)
{
    const auto open = rig.shop().memory().attempts.find(key);
    if (open == rig.shop().memory().attempts.end())
        return nullptr;
    const auto& attempts = rig.view().payments.attempts;
    const auto view = attempts.find(open->second.row.id);
    return view == attempts.end() ? nullptr : &view->second;
}

} // namespace

/// What the bank did after the backup becomes known before the shop sells on.
class BankComparisonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSoldBeforeItIsCompared()
    {
        ShopRig rig;
        const auto paid = rig.buy();
        rig.setPin("718293");
        rig.restartRestored();
        QVERIFY(rig.shop().memory().epoch != "00112233445566778899aabbccddeeff");
        CheckoutOpen open;
        open.basket = oneCoffee();
        open.locale = "ko";
        open.menuVersion = "m-1";
        open.shownTotal = Money::fromWon(kCoffeeWon);
        QCOMPARE(rig.refused(kiosk(), open).code, RefusalCode::Busy);
        // Nobody may say of a key that the bank may know that nothing came of it.
        const AttemptKey key = rig.newKey();
        QVERIFY(rig.pendingOn(rig.send(kiosk(), OrderPlace{key, QuoteId{"q"}})));
        QVERIFY(rig.pendingOn(rig.send(kiosk(), AttemptResume{key})));
        QCOMPARE(rig.refused(kiosk(), AttemptAbandon{key}).code, RefusalCode::Busy);
        // Nothing is paid back that may have been paid back before.
        QCOMPARE(rig.refused(kiosk(), OrderCancel{rig.newOp(), CodeProof{paid.number, paid.code},
                                                  OrderState::Queued, 0})
                     .code,
                 RefusalCode::Busy);
        QCOMPARE(rig.refused(bar(), UnitCommand{UnitStep::Refuse, rig.newOp(), paid.order, 1,
                                                UnitState::Open, "out of milk", 0})
                     .code,
                 RefusalCode::Busy);
        // What needs no money goes on.
        rig.ask<OrderAnswer>(bar(), OrderCommand{OrderAction::Start, rig.newOp(), paid.order,
                                                 OrderState::Queued, 0});

        answerList(rig, {});
        QVERIFY(rig.shop().memory().isCompared());
        QCOMPARE(rig.buy().number, paid.number + 1);
        QVERIFY(rig.bodyOn(rig.send(kiosk(), AttemptResume{key})).find("given_up") !=
                std::string::npos);
        QCOMPARE(rig.verify(), std::string{});
    }

    void aBankThatDoesNotAnswerIsAskedAgain()
    {
        ShopRig rig;
        rig.restartRestored();
        for (int n = 0; n < 4; ++n) {
            static_cast<void>(rig.takeCall<ListCall>());
            rig.give(GatewayResult{ListFinished{ListUnknown{"silent"}}});
            QCOMPARE(rig.countCalls<ListCall>(), 0);
            rig.pass(10s);
            QCOMPARE(rig.countCalls<ListCall>(), 1);
        }
        QVERIFY(!rig.shop().memory().isCompared());
        // Also after a restart in the middle.
        rig.restart();
        QCOMPARE(rig.countCalls<ListCall>(), 1);
    }

    void whatTheBankToldIsAskedForAgainWhenItCouldNotBeRecorded()
    {
        ShopRig rig;
        rig.restartRestored();
        rig.faults().refuses = [](const Changes& changes) {
            return std::any_of(changes.begin(), changes.end(), [](const Change& change) {
                return std::holds_alternative<AttemptInserted>(change);
            });
        };
        const AttemptKey lost = rig.newKey();
        answerList(rig, {charge(rig, lost, ListedState::Approved)});
        QVERIFY(!rig.shop().memory().isCompared());
        QVERIFY(rig.view().health.alarms.contains(AlarmKind::BooksUncompared));
        rig.faults().refuses = {};
        rig.pass(2s);
        // A key that the bank tells twice is one charge.
        answerList(rig, {charge(rig, lost, ListedState::Approved),
                         charge(rig, lost, ListedState::Approved)});
        QVERIFY(rig.shop().memory().isCompared());
        QVERIFY(rig.view().health.alarms.empty());
        QVERIFY(taskOf(rig, lost));
    }

    void moneyWithoutAnAttemptIsATask()
    {
        ShopRig rig;
        const auto before = rig.buy();
        rig.setPin("718293");
        rig.restartRestored();
        const AttemptKey lost = rig.newKey();
        const AttemptKey partly = rig.newKey();
        answerList(rig, {charge(rig, lost, ListedState::Approved),
                         charge(rig, partly, ListedState::Approved, 1'000),
                         charge(rig, rig.newKey(), ListedState::Approved, kCoffeeWon),
                         charge(rig, rig.newKey(), ListedState::Declined),
                         charge(rig, rig.newKey(), ListedState::Cancelled),
                         charge(rig, rig.newKey(), ListedState::Reversed),
                         charge(rig, AttemptKey{"not-ours"}, ListedState::Approved)});
        QCOMPARE(rig.view().payments.attempts.size(), std::size_t{2});
        for (const AttemptKey& key : {lost, partly}) {
            const AttemptView* task = taskOf(rig, key);
            QVERIFY(task);
            QCOMPARE(task->state, AttemptState::NeedsReview);
            QCOMPARE(task->cause, std::string{kNotInBackup});
            // What the bank still holds of it.
            QCOMPARE(task->amount, Money::fromWon(key == partly ? kCoffeeWon - 1'000 : kCoffeeWon));
            QCOMPARE(task->kiosk, std::string{"kiosk-1"});
        }
        // The kiosk that made the key is told, and no order comes of it.
        QVERIFY(rig.bodyOn(rig.send(kiosk(), AttemptResume{lost})).find("given_up") !=
                std::string::npos);
        // Three charges were approved after the backup: so many numbers were given out.
        const auto after = rig.buy();
        QCOMPARE(after.number, before.number + 4);
        QCOMPARE(after.order, before.order + 4);
        // A person closes it.
        const std::string route = rig.send(
            manager(), ReviewClose{rig.newOp(), ReviewKind::Attempt, taskOf(rig, lost)->id,
                                   ReviewOutcome::Voided, "paid back at the terminal", "718293"});
        rig.checkPin();
        static_cast<void>(rig.okOn<Accepted>(route));
        rig.restart();
        QCOMPARE(rig.countCalls<ListCall>(), 0);
        QCOMPARE(rig.view().payments.attempts.size(), std::size_t{1});
        QCOMPARE(rig.verify(), std::string{});
    }

    void numbersGoOnBehindWhatWasGivenOutAlsoAfterARestart()
    {
        ShopRig rig;
        const auto before = rig.buy();
        rig.restartRestored();
        answerList(rig, {charge(rig, rig.newKey(), ListedState::Approved)});
        rig.restart();
        QCOMPARE(rig.buy().number, before.number + 2);
        QCOMPARE(rig.verify(), std::string{});
    }

    void aChargeThatIsStillUnderWayGoesBack()
    {
        ShopRig rig;
        rig.restartRestored();
        const AttemptKey key = rig.newKey();
        answerList(rig, {charge(rig, key, ListedState::InProgress)});
        QCOMPARE(rig.stateOf(key), AttemptState::Reversing);
        rig.pass(1s);
        QCOMPARE(rig.takeCall<ReverseCall>().key, key.value);
        rig.finishReverse(key.value, ReverseResult::NotFoundFenced);
        QCOMPARE(rig.stateOf(key), AttemptState::Voided);
        QCOMPARE(rig.verify(), std::string{});
    }

    void whatWasUnderWayInTheBackupIsNoOrderNow_data()
    {
        QTest::addColumn<bool>("lookupFirst");
        QTest::newRow("the list comes first") << false;
        QTest::newRow("the lookup comes first") << true;
    }
    void whatWasUnderWayInTheBackupIsNoOrderNow()
    {
        QFETCH(bool, lookupFirst);
        ShopRig rig;
        const AttemptKey key = rig.newKey();
        rig.place(key);
        rig.restartRestored();
        rig.pass(1s);
        const LookupApproved approved{{Money::fromWon(12'500), "30000001", "", "card"}, {}};
        if (lookupFirst)
            rig.finishLookup(key.value, approved);
        ListedCharge listed = charge(rig, key, ListedState::Approved);
        listed.amount = Money::fromWon(12'500);
        answerList(rig, {listed});
        if (!lookupFirst)
            rig.finishLookup(key.value, approved);
        QCOMPARE(rig.stateOf(key), AttemptState::NeedsReview);
        QVERIFY(rig.events<OrderPaid>().empty());
        QCOMPARE(rig.verify(), std::string{});
    }

    void whatTheBankHasPaidBackIsNobodysTask()
    {
        ShopRig rig;
        const AttemptKey key = rig.newKey();
        rig.place(key);
        rig.restartRestored();
        ListedCharge listed = charge(rig, key, ListedState::Approved, 12'500);
        listed.amount = Money::fromWon(12'500);
        answerList(rig, {listed});
        QCOMPARE(rig.stateOf(key), AttemptState::Voided);
        QCOMPARE(rig.countCalls<ReverseCall>(), 0);
        QCOMPARE(rig.verify(), std::string{});
    }

    void nothingIsGivenBackBeforeItIsKnownWhatWasServed_data()
    {
        QTest::addColumn<bool>("abandoned");
        QTest::newRow("its kiosk is silent") << false;
        QTest::newRow("its kiosk gives up") << true;
    }
    void nothingIsGivenBackBeforeItIsKnownWhatWasServed()
    {
        QFETCH(bool, abandoned);
        ShopRig rig;
        const AttemptKey key = rig.newKey();
        rig.place(key);
        rig.restartRestored();
        if (abandoned)
            QCOMPARE(rig.refused(kiosk(), AttemptAbandon{key}).code, RefusalCode::Busy);
        // The bank is silent for longer than anybody's lease.
        rig.pass(1s);
        rig.finishLookup(key.value, LookupUnknown{"silent"});
        for (int minute = 0; minute < 10; ++minute)
            rig.pass(60s);
        QCOMPARE(rig.stateOf(key), AttemptState::Unknown);
        QCOMPARE(rig.countCalls<ReverseCall>(), 0);
        ListedCharge listed = charge(rig, key, ListedState::Approved);
        listed.amount = Money::fromWon(12'500);
        answerList(rig, {listed});
        QCOMPARE(rig.stateOf(key), AttemptState::NeedsReview);
        QCOMPARE(rig.countCalls<ReverseCall>(), 0);
        QCOMPARE(rig.verify(), std::string{});
    }

    void whatTheBankPaidBackIsNotPaidBackAgain()
    {
        ShopRig rig;
        const AttemptKey key = rig.newKey();
        rig.place(key);
        rig.approve(key.value, Money::fromWon(12'500));
        const OrderId order = rig.shop().memory().orders.begin()->first;
        rig.setPin("718293");
        rig.restartRestored();
        ListedCharge listed = charge(rig, key, ListedState::Approved, 3'500);
        listed.amount = Money::fromWon(12'500);
        answerList(rig, {listed});
        const OrderView* view = rig.view().orders.find(order);
        QCOMPARE(view->refunds.size(), std::size_t{1});
        QCOMPARE(view->refunds.front().state, RefundState::NeedsReview);
        QCOMPARE(view->refunds.front().amount, Money::fromWon(3'500));
        QCOMPARE(rig.countCalls<RefundCall>(), 0);
        // A cancel now pays back the rest only, under a key that the bank has never seen.
        const std::string route =
            rig.send(manager(), OrderCancelByStaff{rig.newOp(), order, OrderState::Queued, "cold",
                                                   "718293", 0});
        rig.checkPin();
        QCOMPARE(rig.okOn<CancelAnswer>(route).amount, Money::fromWon(9'000));
        QVERIFY(rig.takeCall<RefundCall>().refundKey.find("ffeeddccbbaa9988") != std::string::npos);
        QCOMPARE(rig.verify(), std::string{});
    }
};

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::BankComparisonTest)
#include "test_bank_comparison.moc"
