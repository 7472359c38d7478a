// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/gateway/http_terminal.h"
#include "payment_daemon/gateway/instant_gateway.h"
#include "tests/gateway/sim_process.h"

#include <QTest>

#include <memory>

using namespace coffee;
using namespace coffee::daemon;
using coffee::test::SimProcess;

namespace {

const ChargeCall kCharge{"kiosk-1-aa", "kiosk-1", Money::fromWon(4500)};
const PaymentGateway::Progress kUnwatched = [](PaymentPhase) {};

} // namespace

/// What every gateway promises, asked of each of them.
class GatewayConformanceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void aChargeIsApprovedWithItsAmount();
    void progressComesBeforeTheOutcome();
    void aRepeatedKeyIsAnsweredAlikeAndChargedOnce();
    void aKeyOfAnotherAmountIsUnknownAndNeverApproved();
    void aLookupOfAnApprovedChargeSaysSo();
    void aLookupOfAnUnseenKeyIsNotFound();
    void aReversalGivesTheMoneyBackHoweverOftenAsked();
    void aReversedChargeLooksReversedAndIsNotChargedAgain();
    void reversingAnUnseenKeyFencesIt();
    void aRefundIsDoneOnceHoweverOftenAsked();
    void refundsNeverGoBeyondTheCharge();
    void aRefundKeyOfAnotherRefundIsRefused();
    void aRefundOfNothingIsRefused();
    void aPartlyRefundedChargeIsNotReversed();
    void cancellingAfterTheEndIsTooLate();
    void cancellingAnUnseenKeyFindsNothing();
    void theListHasEveryChargeOnceInItsState();

private:
    [[nodiscard]] ChargeOutcome charge(const ChargeCall& call = kCharge)
    {
        return m_gateway->charge(call, kUnwatched, {});
    }
    [[nodiscard]] ReverseResult reverse(const std::string& key)
    {
        return m_gateway->reverse({key}, {}).result;
    }
    [[nodiscard]] RefundResult refund(const std::string& key, int won)
    {
        return m_gateway->refund({key, kCharge.key, Money::fromWon(won)}, {}).result;
    }
    template <class Outcome>
    [[nodiscard]] bool looksLike()
    {
        return std::holds_alternative<Outcome>(m_gateway->lookup({kCharge.key}, {}));
    }

    std::unique_ptr<SimProcess> m_sim;
    std::unique_ptr<PaymentGateway> m_gateway;
};

void GatewayConformanceTest::initTestCase_data()
{
    QTest::addColumn<bool>("isSimulated");
    QTest::newRow("instant") << false;
    QTest::newRow("terminal_sim") << true;
}

void GatewayConformanceTest::init()
{
    QFETCH_GLOBAL(bool, isSimulated);
    if (!isSimulated) {
        m_gateway = std::make_unique<InstantGateway>();
        return;
    }
    m_sim = std::make_unique<SimProcess>();
    QVERIFY(m_sim->start());
    m_gateway = std::make_unique<HttpTerminal>(m_sim->endpoint());
}

void GatewayConformanceTest::cleanup()
{
    m_gateway.reset();
    m_sim.reset();
}

void GatewayConformanceTest::aChargeIsApprovedWithItsAmount()
{
    const auto outcome = charge();
    const auto* approved = std::get_if<ChargeApproved>(&outcome);
    QVERIFY(approved);
    QCOMPARE(approved->amount.won(), 4500);
    QVERIFY(!approved->approval.empty());
    QCOMPARE(approved->method, std::string{"card"});
}

void GatewayConformanceTest::progressComesBeforeTheOutcome()
{
    std::vector<PaymentPhase> phases;
    const auto outcome =
        m_gateway->charge(kCharge, [&](PaymentPhase phase) { phases.push_back(phase); }, {});
    QVERIFY(std::holds_alternative<ChargeApproved>(outcome));
    // Who answers at once has no phases to tell.
    QFETCH_GLOBAL(bool, isSimulated);
    QCOMPARE(phases.empty(), !isSimulated);
    if (phases.empty())
        return;
    QVERIFY(std::find(phases.begin(), phases.end(), PaymentPhase::Authorising) != phases.end());
    QVERIFY(std::adjacent_find(phases.begin(), phases.end()) == phases.end());
}

void GatewayConformanceTest::aRepeatedKeyIsAnsweredAlikeAndChargedOnce()
{
    const auto first = charge();
    QVERIFY(charge() == first);
    QVERIFY(charge() == first);
    const auto listed = m_gateway->list({ShopTime{}}, {});
    QCOMPARE(std::get<std::vector<ListedCharge>>(listed).size(), 1U);
}

void GatewayConformanceTest::aKeyOfAnotherAmountIsUnknownAndNeverApproved()
{
    QVERIFY(std::holds_alternative<ChargeApproved>(charge()));
    const auto outcome = charge({kCharge.key, kCharge.terminal, Money::fromWon(9000)});
    QVERIFY(std::holds_alternative<ChargeUnknown>(outcome));
}

void GatewayConformanceTest::aLookupOfAnApprovedChargeSaysSo()
{
    const auto outcome = charge();
    QCOMPARE(refund("r-1", 1500), RefundResult::Done);
    const auto looked = m_gateway->lookup({kCharge.key}, {});
    const auto* approved = std::get_if<LookupApproved>(&looked);
    QVERIFY(approved);
    QVERIFY(approved->charge == std::get<ChargeApproved>(outcome));
    QCOMPARE(approved->refunded.won(), 1500);
}

void GatewayConformanceTest::aLookupOfAnUnseenKeyIsNotFound()
{
    QVERIFY(looksLike<LookupNotFound>());
}

void GatewayConformanceTest::aReversalGivesTheMoneyBackHoweverOftenAsked()
{
    QVERIFY(std::holds_alternative<ChargeApproved>(charge()));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(reverse(kCharge.key), ReverseResult::Reversed);
    if (m_sim) {
        QCOMPARE(test::total(m_sim->ledger(), "reversed"), 4500);
        QCOMPARE(test::total(m_sim->ledger(), "held"), 0);
    }
}

void GatewayConformanceTest::aReversedChargeLooksReversedAndIsNotChargedAgain()
{
    QVERIFY(std::holds_alternative<ChargeApproved>(charge()));
    QCOMPARE(reverse(kCharge.key), ReverseResult::Reversed);
    QVERIFY(looksLike<LookupReversed>());
    QVERIFY(std::holds_alternative<ChargeCancelled>(charge()));
    QVERIFY(looksLike<LookupReversed>());
}

void GatewayConformanceTest::reversingAnUnseenKeyFencesIt()
{
    for (int i = 0; i < 2; ++i)
        QCOMPARE(reverse(kCharge.key), ReverseResult::NotFoundFenced);
    QVERIFY(std::holds_alternative<ChargeCancelled>(charge()));
    QVERIFY(looksLike<LookupReversed>());
}

void GatewayConformanceTest::aRefundIsDoneOnceHoweverOftenAsked()
{
    QVERIFY(std::holds_alternative<ChargeApproved>(charge()));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(refund("r-1", 3000), RefundResult::Done);
    if (m_sim)
        QCOMPARE(test::total(m_sim->ledger(), "refunded"), 3000);
}

void GatewayConformanceTest::refundsNeverGoBeyondTheCharge()
{
    QVERIFY(std::holds_alternative<ChargeApproved>(charge()));
    QCOMPARE(refund("r-1", 3000), RefundResult::Done);
    QCOMPARE(refund("r-2", 1501), RefundResult::Refused);
    QCOMPARE(refund("r-3", 1500), RefundResult::Done);
    QCOMPARE(refund("r-4", 1), RefundResult::Refused);
}

void GatewayConformanceTest::aRefundKeyOfAnotherRefundIsRefused()
{
    QVERIFY(std::holds_alternative<ChargeApproved>(charge()));
    QCOMPARE(refund("r-1", 1000), RefundResult::Done);
    QCOMPARE(refund("r-1", 2000), RefundResult::Refused);
}

void GatewayConformanceTest::aRefundOfNothingIsRefused()
{
    QCOMPARE(refund("r-1", 1000), RefundResult::Refused);
    QVERIFY(std::holds_alternative<ChargeApproved>(charge()));
    QCOMPARE(reverse(kCharge.key), ReverseResult::Reversed);
    QCOMPARE(refund("r-2", 1000), RefundResult::Refused);
}

void GatewayConformanceTest::aPartlyRefundedChargeIsNotReversed()
{
    QVERIFY(std::holds_alternative<ChargeApproved>(charge()));
    QCOMPARE(refund("r-1", 1000), RefundResult::Done);
    QCOMPARE(reverse(kCharge.key), ReverseResult::Refused);
    QVERIFY(looksLike<LookupApproved>());
}

void GatewayConformanceTest::cancellingAfterTheEndIsTooLate()
{
    QVERIFY(std::holds_alternative<ChargeApproved>(charge()));
    QCOMPARE(m_gateway->cancelWait({kCharge.key}, {}).result, CancelWaitResult::TooLate);
    QVERIFY(looksLike<LookupApproved>());
}

void GatewayConformanceTest::cancellingAnUnseenKeyFindsNothing()
{
    QCOMPARE(m_gateway->cancelWait({kCharge.key}, {}).result, CancelWaitResult::NotFound);
}

void GatewayConformanceTest::theListHasEveryChargeOnceInItsState()
{
    // More than one page of the terminal's list.
    constexpr int kCharges = 130;
    for (int i = 100; i < 100 + kCharges; ++i)
        QVERIFY(std::holds_alternative<ChargeApproved>(
            charge({"key-" + std::to_string(i), "kiosk-1", Money::fromWon(1000 + i)})));
    QCOMPARE(reverse("key-105"), ReverseResult::Reversed);
    QCOMPARE(reverse("never-charged"), ReverseResult::NotFoundFenced);
    const auto outcome = m_gateway->list({ShopTime{}}, {});
    const auto* listed = std::get_if<std::vector<ListedCharge>>(&outcome);
    QVERIFY(listed);
    QCOMPARE(listed->size(), static_cast<std::size_t>(kCharges));
    for (int i = 0; i < kCharges; ++i) {
        const ListedCharge& one = (*listed)[static_cast<std::size_t>(i)];
        QCOMPARE(one.key, "key-" + std::to_string(100 + i));
        QCOMPARE(one.amount.won(), 1100 + i);
        QCOMPARE(one.state, i == 5 ? ListedState::Reversed : ListedState::Approved);
    }
    const ListCall future{listed->back().startedAt + std::chrono::hours{1}};
    QVERIFY(std::get<std::vector<ListedCharge>>(m_gateway->list(future, {})).empty());
}

QTEST_GUILESS_MAIN(GatewayConformanceTest)
#include "gateway_conformance_test.moc"
