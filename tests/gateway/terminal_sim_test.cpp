// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/gateway/http_terminal.h"
#include "tests/gateway/sim_process.h"

#include <QElapsedTimer>
#include <QTest>

#include <future>

using namespace coffee;
using namespace coffee::daemon;
using namespace std::chrono_literals;
using coffee::test::entriesOf;
using coffee::test::SimProcess;
using coffee::test::total;

namespace {

const ChargeCall kCharge{"kiosk-1-aa", "kiosk-1", Money::fromWon(4500)};
constexpr TerminalDeadlines kShort{1500ms, 1200ms, 600ms, 2000ms};

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char{' '});
}

template <class Outcome>
bool isA(const ChargeOutcome& outcome)
{
    return std::holds_alternative<Outcome>(outcome);
}

} // namespace

/// The simulated terminal as the gateway meets it: a process that misbehaves on purpose.
class TerminalSimTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDeclinedChargeTakesNothing();
    void aBusyTerminalRecordsNothing();
    void oneTerminalServesOneChargeAtATime();
    void terminalsWorkSideBySide();
    void aCancelledWaitChargesNothing();
    void aCardThatNeverComesIsCancelled();
    void aSilentChargeIsUnknownAndThenLookedUp();
    void aLostAnswerIsUnknownAndLooksApproved();
    void aWrongAmountIsReported();
    void aReversalDuringTheWaitWinsForEver();
    void aFenceKeepsALateChargeOut();
    void aLateChargeLandsWithoutAFence();
    void aRepeatedChargeJoinsTheOneUnderWay();
    void aDeadTerminalIsUnknownUntilItComesBack();
    void slowAuthorisationsAreSlow();
    void killedInTheMiddleItKeepsItsBooks();
    void killedWhileWaitingItTookNothing();
    void theDumpEqualsTheLedger();
    void theSameSeedDecidesTheSame();
    void itLeavesWithinTwoSecondsWithCallsInFlight();
    void badUsageEndsWithTwoAndOneLine_data();
    void badUsageEndsWithTwoAndOneLine();
    void aSecondProcessIsRefusedTheBooks();

private:
    [[nodiscard]] ChargeOutcome charge(const SimProcess& sim, const ChargeCall& call = kCharge)
    {
        return HttpTerminal{sim.endpoint(), kShort}.charge(call, [](PaymentPhase) {}, {});
    }
    [[nodiscard]] LookupOutcome lookup(const SimProcess& sim)
    {
        return HttpTerminal{sim.endpoint(), kShort}.lookup({kCharge.key}, {});
    }
    /// A charge on a thread of its own, under way when this returns.
    [[nodiscard]] std::future<ChargeOutcome> chargeUnderWay(const SimProcess& sim,
                                                            PaymentPhase until)
    {
        auto reached = std::make_shared<std::promise<void>>();
        auto isReached = reached->get_future();
        auto charged = std::async(std::launch::async, [&sim, until, reached] {
            bool isTold = false;
            return HttpTerminal{sim.endpoint(), {10s, 10s, 10s, 2s}}.charge(
                kCharge,
                [&](PaymentPhase phase) {
                    if (phase == until && !std::exchange(isTold, true))
                        reached->set_value();
                },
                {});
        });
        isReached.wait_for(5s);
        return charged;
    }
};

void TerminalSimTest::aDeclinedChargeTakesNothing()
{
    SimProcess sim;
    QVERIFY(sim.start(words("--decline-percent 100")));
    QVERIFY(isA<ChargeDeclined>(charge(sim)));
    QVERIFY(std::holds_alternative<LookupDeclined>(lookup(sim)));
    QCOMPARE(total(sim.ledger(), "taken"), 0);
}

void TerminalSimTest::aBusyTerminalRecordsNothing()
{
    SimProcess sim;
    QVERIFY(sim.start(words("--busy-percent 100")));
    const auto outcome = charge(sim);
    QVERIFY(isA<ChargeNotSent>(outcome));
    QVERIFY(std::get<ChargeNotSent>(outcome).retryAfter > 0ms);
    QVERIFY(std::holds_alternative<LookupNotFound>(lookup(sim)));
    QVERIFY(sim.script(R"({"busy_percent":0})"));
    QVERIFY(isA<ChargeApproved>(charge(sim)));
}

void TerminalSimTest::oneTerminalServesOneChargeAtATime()
{
    SimProcess sim;
    QVERIFY(sim.start(words("--card-ms 5000")));
    auto first = chargeUnderWay(sim, PaymentPhase::WaitingCard);
    QVERIFY(isA<ChargeNotSent>(charge(sim, {"kiosk-1-bb", "kiosk-1", Money::fromWon(100)})));
    HttpTerminal terminal{sim.endpoint()};
    QCOMPARE(terminal.cancelWait({kCharge.key}, {}).result, CancelWaitResult::Cancelled);
    QVERIFY(isA<ChargeCancelled>(first.get()));
}

void TerminalSimTest::terminalsWorkSideBySide()
{
    SimProcess sim;
    QVERIFY(sim.start(words("--latency-ms 300:0")));
    std::vector<std::future<ChargeOutcome>> charges;
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 10; ++i)
        charges.push_back(std::async(std::launch::async, [&sim, i] {
            const std::string name = "kiosk-" + std::to_string(i);
            return HttpTerminal{sim.endpoint()}.charge({name + "-k", name, Money::fromWon(1000)},
                                                       [](PaymentPhase) {}, {});
        }));
    for (auto& one : charges)
        QVERIFY(isA<ChargeApproved>(one.get()));
    QVERIFY(clock.elapsed() < 2500);
    QCOMPARE(total(sim.ledger(), "held"), 10'000);
}

void TerminalSimTest::aCancelledWaitChargesNothing()
{
    SimProcess sim;
    QVERIFY(sim.start(words("--card-ms 5000")));
    auto waiting = chargeUnderWay(sim, PaymentPhase::WaitingCard);
    const auto under = lookup(sim);
    QVERIFY(std::get_if<LookupInProgress>(&under));
    QCOMPARE(std::get<LookupInProgress>(under).phase, PaymentPhase::WaitingCard);
    HttpTerminal terminal{sim.endpoint()};
    QCOMPARE(terminal.cancelWait({kCharge.key}, {}).result, CancelWaitResult::Cancelled);
    QVERIFY(isA<ChargeCancelled>(waiting.get()));
    QCOMPARE(terminal.cancelWait({kCharge.key}, {}).result, CancelWaitResult::TooLate);
    QVERIFY(std::holds_alternative<LookupCancelled>(lookup(sim)));
    QCOMPARE(total(sim.ledger(), "taken"), 0);
}

void TerminalSimTest::aCardThatNeverComesIsCancelled()
{
    SimProcess sim;
    QVERIFY(sim.start(words("--card-ms 60000")));
    // The terminal gives up before the gateway does, so that this is not unknown.
    QVERIFY(isA<ChargeCancelled>(charge(sim)));
}

void TerminalSimTest::aSilentChargeIsUnknownAndThenLookedUp()
{
    SimProcess sim;
    QVERIFY(sim.start(words("--silent-percent 100")));
    int approved = 0;
    int cancelled = 0;
    HttpTerminal terminal{sim.endpoint(), {400ms, 350ms, 150ms, 2s}};
    for (int i = 0; i < 12; ++i) {
        const std::string key = "key-" + std::to_string(i);
        const auto outcome =
            terminal.charge({key, "kiosk-1", Money::fromWon(100)}, [](PaymentPhase) {}, {});
        QVERIFY(isA<ChargeUnknown>(outcome));
        const auto looked = terminal.lookup({key}, {});
        approved += std::holds_alternative<LookupApproved>(looked) ? 1 : 0;
        cancelled += std::holds_alternative<LookupCancelled>(looked) ? 1 : 0;
    }
    QCOMPARE(approved + cancelled, 12);
    QVERIFY(approved > 0);
    QVERIFY(cancelled > 0);
    QCOMPARE(total(sim.ledger(), "taken"), approved * 100);
}

void TerminalSimTest::aLostAnswerIsUnknownAndLooksApproved()
{
    SimProcess sim;
    QVERIFY(sim.start(words("--lost-answer-percent 100")));
    const auto outcome = charge(sim);
    QVERIFY(isA<ChargeUnknown>(outcome));
    QCOMPARE(std::get<ChargeUnknown>(outcome).reason, UnknownReason::ConnectionCut);
    const auto looked = lookup(sim);
    QVERIFY(std::holds_alternative<LookupApproved>(looked));
    QCOMPARE(std::get<LookupApproved>(looked).charge.amount.won(), 4500);
    QCOMPARE(entriesOf(sim.ledger(), "charge").size(), 1);
}

void TerminalSimTest::aWrongAmountIsReported()
{
    SimProcess sim;
    QVERIFY(sim.start(words("--wrong-amount-percent 100")));
    const auto outcome = charge(sim);
    QVERIFY(isA<ChargeApproved>(outcome));
    QCOMPARE(std::get<ChargeApproved>(outcome).amount.won(), 4400);
    QCOMPARE(std::get<LookupApproved>(lookup(sim)).charge.amount.won(), 4400);
    QCOMPARE(total(sim.ledger(), "taken"), 4400);
}

void TerminalSimTest::aReversalDuringTheWaitWinsForEver()
{
    SimProcess sim;
    QVERIFY(sim.start(words("--latency-ms 5000:0")));
    auto authorising = chargeUnderWay(sim, PaymentPhase::Authorising);
    HttpTerminal terminal{sim.endpoint()};
    QCOMPARE(terminal.reverse({kCharge.key}, {}).result, ReverseResult::NotFoundFenced);
    QVERIFY(isA<ChargeCancelled>(authorising.get()));
    QVERIFY(isA<ChargeCancelled>(charge(sim)));
    QCOMPARE(total(sim.ledger(), "taken"), 0);
}

void TerminalSimTest::aFenceKeepsALateChargeOut()
{
    SimProcess sim;
    QVERIFY(sim.start(words("--late-percent 100 --late-ms 1500")));
    HttpTerminal terminal{sim.endpoint(), {400ms, 350ms, 300ms, 2s}};
    QVERIFY(isA<ChargeUnknown>(terminal.charge(kCharge, [](PaymentPhase) {}, {})));
    QVERIFY(std::holds_alternative<LookupNotFound>(lookup(sim)));
    QCOMPARE(terminal.reverse({kCharge.key}, {}).result, ReverseResult::NotFoundFenced);
    // Another late charge, sent after the first, shows when the first must have landed.
    const ChargeCall witness{"witness", "kiosk-2", Money::fromWon(100)};
    QVERIFY(isA<ChargeUnknown>(terminal.charge(witness, [](PaymentPhase) {}, {})));
    QTRY_VERIFY_WITH_TIMEOUT(
        std::holds_alternative<LookupApproved>(terminal.lookup({witness.key}, {})), 5000);
    QVERIFY(std::holds_alternative<LookupReversed>(lookup(sim)));
    QCOMPARE(total(sim.ledger(), "taken"), 100);
}

void TerminalSimTest::aLateChargeLandsWithoutAFence()
{
    SimProcess sim;
    QVERIFY(sim.start(words("--late-percent 100 --late-ms 900")));
    QVERIFY(isA<ChargeUnknown>(charge(sim)));
    QTRY_VERIFY_WITH_TIMEOUT(std::holds_alternative<LookupApproved>(lookup(sim)), 5000);
    HttpTerminal terminal{sim.endpoint()};
    QCOMPARE(terminal.reverse({kCharge.key}, {}).result, ReverseResult::Reversed);
    QCOMPARE(total(sim.ledger(), "held"), 0);
}

void TerminalSimTest::aRepeatedChargeJoinsTheOneUnderWay()
{
    SimProcess sim;
    QVERIFY(sim.start(words("--latency-ms 500:0")));
    auto first = chargeUnderWay(sim, PaymentPhase::Authorising);
    const auto second = HttpTerminal{sim.endpoint()}.charge(kCharge, [](PaymentPhase) {}, {});
    QVERIFY(isA<ChargeApproved>(second));
    QVERIFY(first.get() == second);
    QCOMPARE(total(sim.ledger(), "taken"), 4500);
}

void TerminalSimTest::aDeadTerminalIsUnknownUntilItComesBack()
{
    SimProcess sim;
    QVERIFY(sim.start(words("--latency-ms 5000:0")));
    auto inFlight = chargeUnderWay(sim, PaymentPhase::Authorising);
    QVERIFY(sim.script(R"({"mode":"dead"})"));
    QVERIFY(isA<ChargeUnknown>(inFlight.get()));
    QVERIFY(std::holds_alternative<LookupUnknown>(lookup(sim)));
    QVERIFY(sim.script(R"({"mode":"normal","latency_mean_ms":0})"));
    QVERIFY(std::holds_alternative<LookupInProgress>(lookup(sim)));
    QVERIFY(isA<ChargeApproved>(charge(sim, {"kiosk-2-bb", "kiosk-2", Money::fromWon(100)})));
}

void TerminalSimTest::slowAuthorisationsAreSlow()
{
    SimProcess sim;
    QVERIFY(sim.start());
    QVERIFY(sim.script(R"({"mode":"slow"})"));
    // The deadline after the card is far below the six seconds that it takes now.
    const auto outcome = charge(sim);
    QVERIFY(isA<ChargeUnknown>(outcome));
    QCOMPARE(std::get<ChargeUnknown>(outcome).reason, UnknownReason::TimedOut);
    QVERIFY(std::holds_alternative<LookupInProgress>(lookup(sim)));
}

void TerminalSimTest::killedInTheMiddleItKeepsItsBooks()
{
    SimProcess sim;
    QVERIFY(sim.start());
    const auto outcome = charge(sim);
    HttpTerminal before{sim.endpoint()};
    QCOMPARE(before.refund({"r-1", kCharge.key, Money::fromWon(500)}, {}).result,
             RefundResult::Done);
    QCOMPARE(before.reverse({"fenced"}, {}).result, ReverseResult::NotFoundFenced);
    sim.kill();
    QVERIFY(sim.start());
    const auto looked = lookup(sim);
    QVERIFY(std::holds_alternative<LookupApproved>(looked));
    QVERIFY(std::get<LookupApproved>(looked).charge == std::get<ChargeApproved>(outcome));
    QVERIFY(charge(sim) == outcome);
    QVERIFY(isA<ChargeCancelled>(charge(sim, {"fenced", "kiosk-1", Money::fromWon(100)})));
    HttpTerminal after{sim.endpoint()};
    QCOMPARE(after.refund({"r-1", kCharge.key, Money::fromWon(500)}, {}).result,
             RefundResult::Done);
    QCOMPARE(total(sim.ledger(), "held"), 4000);
}

void TerminalSimTest::killedWhileWaitingItTookNothing()
{
    SimProcess sim;
    QVERIFY(sim.start(words("--latency-ms 60000:0")));
    auto authorising = chargeUnderWay(sim, PaymentPhase::Authorising);
    sim.kill();
    QVERIFY(isA<ChargeUnknown>(authorising.get()));
    QVERIFY(sim.start());
    QVERIFY(std::holds_alternative<LookupCancelled>(lookup(sim)));
    QCOMPARE(total(sim.ledger(), "taken"), 0);
}

void TerminalSimTest::theDumpEqualsTheLedger()
{
    SimProcess sim;
    QVERIFY(sim.start());
    QVERIFY(isA<ChargeApproved>(charge(sim)));
    HttpTerminal terminal{sim.endpoint()};
    QCOMPARE(terminal.refund({"r-1", kCharge.key, Money::fromWon(500)}, {}).result,
             RefundResult::Done);
    const auto live = sim.ledger();
    QVERIFY(sim.dump().isEmpty()); // the running terminal has them open
    sim.kill();
    QCOMPARE(sim.dump(), live);
}

void TerminalSimTest::theSameSeedDecidesTheSame()
{
    const auto run = [this](const char* seed) {
        SimProcess sim;
        QString outcomes;
        if (!sim.start(words("--decline-percent 50 --wrong-amount-percent 30 --seed") +
                       QStringList{QString::fromLatin1(seed)}))
            return outcomes;
        for (int i = 0; i < 20; ++i) {
            const auto outcome =
                charge(sim, {"k-" + std::to_string(i), "kiosk-1", Money::fromWon(1000)});
            const auto* approved = std::get_if<ChargeApproved>(&outcome);
            outcomes += approved ? QString::number(approved->amount.won()) +
                                       QString::fromStdString(approved->maskedCard)
                                 : QStringLiteral("-");
        }
        return outcomes;
    };
    const QString first = run("7");
    QVERIFY(!first.isEmpty());
    QCOMPARE(run("7"), first);
    QVERIFY(run("8") != first);
}

void TerminalSimTest::itLeavesWithinTwoSecondsWithCallsInFlight()
{
    SimProcess sim;
    QVERIFY(sim.start(words("--latency-ms 60000:0")));
    auto inFlight = chargeUnderWay(sim, PaymentPhase::Authorising);
    const qint64 took = sim.terminate();
    QVERIFY(took >= 0);
    QVERIFY(took < 2000);
    QCOMPARE(sim.exitCode(), 0);
    QVERIFY(isA<ChargeUnknown>(inFlight.get()));
}

void TerminalSimTest::badUsageEndsWithTwoAndOneLine_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::newRow("no books") << QStringLiteral("--listen 127.0.0.1:0");
    QTest::newRow("another machine") << QStringLiteral("--data x --listen 10.1.2.3:80");
    QTest::newRow("every machine") << QStringLiteral("--data x --listen 0.0.0.0:80");
    QTest::newRow("no port") << QStringLiteral("--data x --listen 127.0.0.1");
    QTest::newRow("too many percent") << QStringLiteral("--data x --silent-percent 101");
    QTest::newRow("half a latency") << QStringLiteral("--data x --latency-ms 800");
    QTest::newRow("an unknown switch") << QStringLiteral("--data x --bribe 100");
    QTest::newRow("an unknown window") << QStringLiteral("--data x --window big");
    QTest::newRow("no such books") << QStringLiteral("--dump /nowhere/bank.db");
}

void TerminalSimTest::badUsageEndsWithTwoAndOneLine()
{
    QFETCH(QString, arguments);
    QProcess process;
    process.start(QStringLiteral(COFFEE_BIN_DIR "/terminal_sim"),
                  arguments.split(QLatin1Char{' '}));
    QVERIFY(process.waitForFinished(5000));
    QCOMPARE(process.exitCode(), 2);
    const QByteArray said = process.readAllStandardError();
    QVERIFY(said.startsWith("terminal_sim: "));
    QCOMPARE(said.count('\n'), 1);
    QVERIFY(process.readAllStandardOutput().isEmpty());
}

void TerminalSimTest::aSecondProcessIsRefusedTheBooks()
{
    QTemporaryDir folder;
    const QStringList arguments{QStringLiteral("--data"),   folder.path(),
                                QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                QStringLiteral("--window"), QStringLiteral("off")};
    QProcess first;
    first.start(QStringLiteral(COFFEE_BIN_DIR "/terminal_sim"), arguments);
    QVERIFY(first.waitForReadyRead(5000));
    QProcess second;
    second.start(QStringLiteral(COFFEE_BIN_DIR "/terminal_sim"), arguments);
    QVERIFY(second.waitForFinished(5000));
    QCOMPARE(second.exitCode(), 2);
    first.kill();
    first.waitForFinished(5000);
}

QTEST_GUILESS_MAIN(TerminalSimTest)
#include "terminal_sim_test.moc"
