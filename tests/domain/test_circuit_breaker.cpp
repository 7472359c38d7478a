// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/circuit_breaker.h"
#include "tests/support/random.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace coffee;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Admission = CircuitBreaker::Admission;
using Kind = CallResult::Kind;

namespace {

const CallResult kGood{Kind::Answered, 200ms, 0ms};
const CallResult kSlow{Kind::Answered, 3'001ms, 0ms};
const CallResult kFault{Kind::Fault, 100ms, 0ms};
const CallResult kNothing{Kind::SaysNothing, 0ms, 0ms};

/// A breaker on a clock of its own, without jitter unless a test asks for it.
struct Bench {
    explicit Bench(BreakerLimits limits = {}) : breaker{limits} {}

    std::optional<BreakerMove> hear(const CallResult& result, const std::string& call = "call")
    {
        return kept(breaker.finish(call, result, now, random));
    }
    std::optional<BreakerMove> pass(milliseconds time)
    {
        now += time;
        return kept(breaker.timePassed(now, random));
    }
    std::optional<BreakerMove> look(const CallResult& result)
    {
        breaker.beginLook(now);
        return kept(breaker.finishLook(result, now, random));
    }
    /// One call of a caller from its beginning to its end.
    std::optional<BreakerMove> trial(const CallResult& result, const std::string& caller = "one")
    {
        breaker.begin(caller, caller + "'s", now);
        return hear(result, caller + "'s");
    }
    void trip()
    {
        for (int fault = 0; fault < 3; ++fault)
            hear(kFault);
    }
    /// Open, rested, looked.
    void toTrials()
    {
        trip();
        pass(breaker.until() - now);
        look(kGood);
    }
    std::optional<BreakerMove> kept(std::optional<BreakerMove> move)
    {
        if (move)
            moves.push_back(*move);
        return move;
    }

    CircuitBreaker breaker;
    CircuitBreaker::Instant now{1h};
    CircuitBreaker::Random random{[](std::int32_t) { return 0; }};
    std::vector<BreakerMove> moves;
};

std::vector<CallResult> times(int count, const CallResult& result)
{
    return std::vector<CallResult>(static_cast<std::size_t>(count), result);
}

std::vector<CallResult> operator+(std::vector<CallResult> a, const std::vector<CallResult>& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<CallResult>)

class TestCircuitBreaker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStateAndStepGivesTheListedStateOrNone()
    {
        using S = BreakerState;
        using T = BreakerStep;
        const auto fact = [](S from, T step) -> std::optional<S> {
            switch (step) {
            case T::Trip:
                return from == S::Closed ? std::optional{S::Open} : std::nullopt;
            case T::WaitOver:
                return from == S::Open ? std::optional{S::HalfOpen} : std::nullopt;
            case T::ProbeFailed:
                return from == S::HalfOpen ? std::optional{S::Open} : std::nullopt;
            case T::Recover:
                return from == S::HalfOpen ? std::optional{S::Closed} : std::nullopt;
            case T::OpenByHand:
                return S::Open;
            case T::CloseByHand:
                return from != S::Closed ? std::optional{S::Closed} : std::nullopt;
            }
            return std::nullopt;
        };
        for (const S from : kAllBreakerStates)
            for (const T step : kAllBreakerSteps)
                QVERIFY(nextState(from, step) == fact(from, step));
    }

    void whatOpensIt_data()
    {
        QTest::addColumn<std::vector<CallResult>>("calls");
        QTest::addColumn<QString>("cause"); // empty: it stays closed
        const auto row = [](const char* name, std::vector<CallResult> calls, const char* cause) {
            QTest::newRow(name) << std::move(calls) << QString::fromLatin1(cause);
        };
        row("two faults", times(2, kFault), "");
        row("three faults in a row", times(3, kFault), "3 faults in a row");
        row("an answer between", times(2, kFault) + times(1, kGood) + times(1, kFault), "");
        row("a slow answer between is an answer",
            times(2, kFault) + times(1, kSlow) + times(1, kFault), "");
        row("nothing said between", times(2, kFault) + times(5, kNothing) + times(1, kFault),
            "3 faults in a row");
        row("a customer who walks away says nothing", times(30, kNothing), "");
        row("four calls are too few for a rate", times(4, kSlow), "");
        row("five slow ones", times(5, kSlow), "5 of 5 calls were slow");
        row("59 % slow", times(8, kGood) + times(11, kSlow), "");
        row("60 % slow", times(8, kGood) + times(12, kSlow), "12 of 20 calls were slow");
        row("half of six failed",
            times(1, kGood) + times(2, kFault) + times(1, kGood) + times(1, kGood) +
                times(1, kFault),
            "3 of 6 calls failed");
        row("two of five failed",
            times(1, kFault) + times(2, kGood) + times(1, kFault) + times(1, kGood), "");
        row("a fault that took long is slow too",
            times(2, kSlow) + times(1, kGood) + times(1, {Kind::Fault, 15s, 0ms}) + times(1, kGood),
            "3 of 5 calls were slow");
        row("exactly the mark is not slow", times(20, {Kind::Answered, 3s, 0ms}), "");
    }
    void whatOpensIt()
    {
        QFETCH(std::vector<CallResult>, calls);
        QFETCH(QString, cause);
        Bench bench;
        for (const CallResult& call : calls) {
            QCOMPARE(bench.breaker.state(), BreakerState::Closed);
            bench.now += 10ms;
            bench.hear(call);
        }
        QCOMPARE(bench.moves.size(), cause.isEmpty() ? 0u : 1u);
        if (!cause.isEmpty()) {
            QCOMPARE(QString::fromStdString(bench.moves.front().cause), cause);
            QCOMPARE(bench.moves.front().to, BreakerState::Open);
            QCOMPARE(bench.moves.front().until, bench.now + 5s);
        }
    }

    void whatIsOlderThanTheWindowIsForgotten()
    {
        Bench bench;
        for (const CallResult& call : times(4, kSlow))
            bench.hear(call);
        bench.now += 30s + 1ms;
        bench.hear(kSlow); // the first of five that counts
        QCOMPARE(bench.breaker.state(), BreakerState::Closed);
    }

    void onlyTheLatestTwentyAreJudged()
    {
        Bench bench;
        for (const CallResult& call : times(100, kGood))
            bench.hear(call);
        for (const CallResult& call : times(11, kSlow))
            bench.hear(call);
        QCOMPARE(bench.breaker.state(), BreakerState::Closed);
        QVERIFY(bench.hear(kSlow));
    }

    void whileItIsOpenNobodyGoes()
    {
        Bench bench;
        bench.trip();
        QCOMPARE(bench.breaker.admission("one", bench.now), Admission::Rest);
        QVERIFY(!bench.pass(4'999ms));
        QCOMPARE(bench.breaker.admission("one", bench.now), Admission::Rest);
        QVERIFY(bench.breaker.nextDeadline() == bench.now + 1ms);
        const auto moved = bench.pass(1ms);
        QVERIFY(moved);
        QCOMPARE(moved->to, BreakerState::HalfOpen);
    }

    void resultsOfBeforeDoNotCountWhileItIsOpenOrTried()
    {
        Bench bench;
        bench.trip();
        QVERIFY(!bench.hear(kFault) && !bench.hear(kGood));
        bench.pass(5s);
        QVERIFY(!bench.hear(kFault) && !bench.hear(kGood, ""));
        bench.look(kGood);
        bench.breaker.begin("one", "mine", bench.now);
        QVERIFY(!bench.hear(kFault, "of before"));
        QCOMPARE(bench.breaker.admission("two", bench.now), Admission::Others);
    }

    void aLookThenFourTrialsOneAfterTheOtherCloseIt()
    {
        Bench bench;
        bench.trip();
        bench.pass(5s);
        QVERIFY(bench.breaker.wantsLook());
        QCOMPARE(bench.breaker.admission("one", bench.now), Admission::Look);
        bench.breaker.beginLook(bench.now);
        QVERIFY(!bench.breaker.wantsLook());
        QCOMPARE(bench.breaker.admission("one", bench.now), Admission::Look);
        QVERIFY(!bench.breaker.finishLook(kGood, bench.now, bench.random));
        for (int trial = 1; trial <= 4; ++trial) {
            QCOMPARE(bench.breaker.state(), BreakerState::HalfOpen);
            QCOMPARE(bench.breaker.admission("one", bench.now), Admission::Call);
            bench.breaker.begin("one", "t", bench.now);
            QVERIFY(bench.breaker.trialSince() == bench.now);
            for (const char* caller : {"one", "two"})
                QCOMPARE(bench.breaker.admission(caller, bench.now), Admission::Others);
            const auto moved = bench.hear(kGood, "t");
            QCOMPARE(moved.has_value(), trial == 4);
        }
        QCOMPARE(bench.breaker.state(), BreakerState::Closed);
        QCOMPARE(bench.moves.back().cause, std::string{"4 trials went through"});
    }

    void aFailedProbeDoublesTheRestUpToAMinute()
    {
        Bench bench;
        bench.trip();
        std::vector<milliseconds> rests;
        for (int round = 0; round < 6; ++round) {
            rests.push_back(bench.breaker.until() - bench.now);
            bench.pass(rests.back());
            if (round % 2 == 0) {
                QVERIFY(bench.look(kFault));
            } else {
                bench.look(kGood);
                QVERIFY(bench.trial(round == 1 ? kFault : kSlow));
            }
        }
        const std::vector<milliseconds> expected{5s, 10s, 20s, 40s, 60s, 60s};
        QVERIFY(rests == expected);
    }

    void onceItWasClosedTheRestBeginsAnew()
    {
        Bench bench;
        bench.trip();
        bench.pass(5s);
        bench.look(kFault);
        bench.pass(10s);
        bench.look(kGood);
        for (int trial = 0; trial < 4; ++trial)
            bench.trial(kGood);
        QCOMPARE(bench.breaker.state(), BreakerState::Closed);
        bench.hear(kFault);
        bench.hear(kFault); // what was before does not count
        QCOMPARE(bench.breaker.state(), BreakerState::Closed);
        bench.hear(kFault);
        QCOMPARE(bench.breaker.until(), bench.now + 5s);
    }

    void aTrialThatSaysNothingGivesTheTurnOn()
    {
        Bench bench;
        bench.toTrials();
        QVERIFY(!bench.trial(kNothing, "one"));
        QCOMPARE(bench.breaker.admission("two", bench.now), Admission::Call);
        for (int trial = 0; trial < 3; ++trial)
            QVERIFY(!bench.trial(kGood, "two"));
        QVERIFY(bench.trial(kGood, "two")); // four that count
    }

    void aPromisedTurnIsKeptAWhile()
    {
        Bench bench;
        bench.toTrials();
        bench.breaker.keepTurn("one", bench.now);
        QCOMPARE(bench.breaker.admission("one", bench.now), Admission::Call);
        QCOMPARE(bench.breaker.admission("two", bench.now), Admission::Others);
        bench.breaker.keepTurn("two", bench.now); // is not taken away
        QCOMPARE(bench.breaker.admission("one", bench.now), Admission::Call);
        bench.now += 5s;
        QCOMPARE(bench.breaker.admission("two", bench.now), Admission::Call);
    }

    void aTrialOrLookThatNeverEndsDoesNotBlockForEver()
    {
        Bench bench;
        bench.toTrials();
        bench.breaker.begin("one", "lost", bench.now);
        bench.now += 90s;
        QCOMPARE(bench.breaker.admission("two", bench.now), Admission::Call);
        Bench other;
        other.trip();
        other.pass(5s);
        other.breaker.beginLook(other.now);
        QVERIFY(!other.pass(89s));
        QVERIFY(other.pass(1s));
        QCOMPARE(other.breaker.state(), BreakerState::Open);
    }

    void aRestThatTheOtherSideAsksForIsKept()
    {
        Bench bench;
        bench.hear({Kind::Fault, 10ms, 30s});
        bench.hear(kFault);
        bench.now += 4s;
        QCOMPARE(bench.hear(kFault)->until, bench.now + 26s);
        // Also one that is asked for by a call that was still out.
        bench.hear({Kind::Fault, 10ms, 50s});
        QCOMPARE(bench.breaker.until(), bench.now + 50s);
        Bench longest;
        longest.hear({Kind::Fault, 10ms, 24h});
        longest.hear(kFault);
        longest.hear(kFault);
        QCOMPARE(longest.breaker.until(), longest.now + 10min);
        // An answer asks for nothing.
        Bench answered;
        answered.hear({Kind::Answered, 10ms, 50s});
        answered.trip();
        QCOMPARE(answered.breaker.until(), answered.now + 5s);
    }

    void jitterShortensARestAndNeverOneThatWasAskedFor()
    {
        Bench bench;
        bench.random = [](std::int32_t bound) { return bound - 1; };
        bench.trip();
        QCOMPARE(bench.breaker.until(), bench.now + 4s);
        Bench asked;
        asked.random = bench.random;
        asked.hear({Kind::Fault, 10ms, 30s});
        asked.hear(kFault);
        asked.hear(kFault);
        QCOMPARE(asked.breaker.until(), asked.now + 31s);
    }

    void aRestartGoesOnWhereTheLogEnds()
    {
        const auto now = CircuitBreaker::Instant{1h};
        const auto restored = [now](BreakerState state, milliseconds until) {
            return CircuitBreaker::restored({}, state, until, now);
        };
        QCOMPARE(restored(BreakerState::Closed, 0ms).admission("one", now), Admission::Call);
        QCOMPARE(restored(BreakerState::Open, now + 7s).until(), now + 7s);
        QCOMPARE(restored(BreakerState::Open, 0ms).until(), now); // over meanwhile
        QCOMPARE(restored(BreakerState::Open, now + 99h).until(), now + 24h);
        CircuitBreaker tried = restored(BreakerState::HalfOpen, 0ms);
        QVERIFY(tried.wantsLook());
        QCOMPARE(tried.admission("one", now), Admission::Look);
        tried.beginLook(now);
        const auto moved = tried.finishLook(kFault, now, [](std::int32_t) { return 0; });
        QCOMPARE(moved->until, now + 10s);
    }

    void aSignOfLifeEndsTheRest()
    {
        BreakerLimits limits;
        limits.looksFirst = false;
        limits.trials = 1;
        Bench bench{limits};
        QVERIFY(!bench.breaker.tryNow());
        bench.trip();
        QVERIFY(bench.breaker.tryNow());
        QCOMPARE(bench.breaker.admission("one", bench.now), Admission::Call);
        QCOMPARE(bench.trial(kGood)->to, BreakerState::Closed);
    }

    void whateverComesItKeepsItsPromises_data();
    void whateverComesItKeepsItsPromises();
};

void TestCircuitBreaker::whateverComesItKeepsItsPromises_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %d", static_cast<int>(seed)) << seed;
}

/// Random callers, results and waits. Moves form one chain of listed edges; nothing goes while it
/// is open; in half-open there is one trial; it opens only for a reason that holds by a count of
/// our own; every rest is within its bounds; and with a healthy provider it closes again.
void TestCircuitBreaker::whateverComesItKeepsItsPromises()
{
    QFETCH(quint64, seed);
    test::Random random{seed};
    Bench bench;
    bench.random = [&random](std::int32_t bound) { return random.small(0, bound - 1); };
    CircuitBreaker& breaker = bench.breaker;
    struct Out {
        std::string call;
        bool trial;
    };
    std::vector<Out> out;
    int calls = 0;
    int row = 0; // faults in a row since it was closed, counted here
    const int goodPercent = random.small(0, 100);
    const auto result = [&](bool healthy) -> CallResult {
        if (healthy || random.small(1, 100) <= goodPercent)
            return {Kind::Answered, milliseconds{random.small(0, 3'000)}, 0ms};
        const milliseconds asked{random.oneIn(20) ? random.small(0, 90'000) : 0};
        switch (random.small(1, 4)) {
        case 1:
            return kNothing;
        case 2:
            return {Kind::Answered, milliseconds{random.small(3'001, 20'000)}, 0ms};
        default:
            return {Kind::Fault, milliseconds{random.small(0, 20'000)}, asked};
        }
    };
    const auto begin = [&] {
        const std::string caller = "k" + std::to_string(random.small(1, 4));
        const Admission admission = breaker.admission(caller, bench.now);
        QVERIFY(breaker.state() != BreakerState::Open || admission == Admission::Rest);
        if (admission != Admission::Call)
            return;
        if (random.oneIn(3)) {
            breaker.keepTurn(caller, bench.now);
            QCOMPARE(breaker.admission(caller, bench.now), Admission::Call);
            return;
        }
        const bool trial = breaker.state() == BreakerState::HalfOpen;
        breaker.begin(caller, std::to_string(++calls), bench.now);
        if (trial)
            for (int other = 1; other <= 4; ++other)
                QCOMPARE(breaker.admission("k" + std::to_string(other), bench.now),
                         Admission::Others);
        out.push_back({std::to_string(calls), trial});
    };
    const auto end = [&](bool healthy) {
        if (out.empty())
            return;
        const auto which = out.begin() + random.small(0, static_cast<int>(out.size()) - 1);
        const Out ended = *which;
        out.erase(which);
        const CallResult said = result(healthy && ended.trial);
        const BreakerState before = breaker.state();
        if (before == BreakerState::Closed && said.kind != Kind::SaysNothing)
            row = said.kind == Kind::Fault ? row + 1 : 0;
        const auto moved = bench.hear(said, ended.call);
        if (before == BreakerState::Closed)
            QCOMPARE(moved.has_value() && moved->cause.ends_with("in a row"), row >= 3);
        if (moved)
            row = 0;
        if (before == BreakerState::HalfOpen && moved && moved->to == BreakerState::Open)
            QVERIFY(said.kind == Kind::Fault || said.took > 3s);
    };
    const auto act = [&](bool healthy) {
        const int what = random.small(1, 10);
        if (what <= 4)
            begin();
        else if (what <= 8)
            end(healthy);
        else
            bench.pass(milliseconds{random.small(0, 4'000)});
        if (breaker.wantsLook() && random.oneIn(2))
            bench.look(result(healthy));
    };
    for (int step = 0; step < 3'000; ++step)
        act(false);
    for (int step = 0; step < 3'000 && breaker.state() != BreakerState::Closed; ++step)
        act(true);
    QCOMPARE(breaker.state(), BreakerState::Closed);

    BreakerState at = BreakerState::Closed;
    for (const BreakerMove& move : bench.moves) {
        QCOMPARE(move.from, at);
        QVERIFY(std::any_of(kBreakerEdges.begin(), kBreakerEdges.end(), [&](const auto& edge) {
            return edge.from == move.from && edge.to == move.to;
        }));
        QCOMPARE(move.until.count() != 0, move.to == BreakerState::Open);
        QVERIFY(!move.cause.empty());
        at = move.to;
    }
    QCOMPARE(at, breaker.state());
}

QTEST_APPLESS_MAIN(TestCircuitBreaker)
#include "test_circuit_breaker.moc"
