// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shop/shop_under_test.h"
#include "tests/support/random.h"

#include <algorithm>
#include <set>

namespace coffee::test {

using namespace daemon;
using protocol::CheckoutOpen;
using protocol::OrderPlace;
using std::chrono::milliseconds;

namespace {

constexpr auto kLookKey = "look-";

/// The shop with a provider that fails as told.
class SickShop : public ShopUnderTest {
public:
    using ShopUnderTest::ShopUnderTest;

    /// One customer's charge with this outcome.
    void charge(ChargeOutcome outcome, std::chrono::milliseconds took = 200ms)
    {
        const AttemptKey key = newKey();
        place(key);
        takeCall<ChargeCall>();
        finish(key, std::move(outcome), took);
        calls.clear();
    }
    void finish(const AttemptKey& key, ChargeOutcome outcome,
                std::chrono::milliseconds took = 200ms)
    {
        give(GatewayResult{ChargeFinished{key.value, std::move(outcome), took}});
    }
    void approveOne() { charge(approval(), 200ms); }
    [[nodiscard]] static ChargeOutcome approval()
    {
        return ChargeApproved{Money::fromWon(12'500), "30012345", "**** 1234", "card"};
    }
    [[nodiscard]] static ChargeOutcome unreachable()
    {
        return ChargeNotSent{NotSentReason::Unreachable, {}, "nobody is there"};
    }
    void trip()
    {
        for (int fault = 0; fault < 3; ++fault)
            charge(unreachable());
    }
    /// Time passes until the look is out; it is answered.
    void rest() { pass(breaker().until() - steady().time_since_epoch()); }
    void look(LookupOutcome outcome = LookupNotFound{})
    {
        const auto call = takeCall<LookupCall>();
        if (!call.key.starts_with(kLookKey))
            throw std::runtime_error{"that is no look: " + call.key};
        finishLookup(call.key, std::move(outcome));
    }
    [[nodiscard]] const CircuitBreaker& breaker() const { return shop().memory().breaker; }
    [[nodiscard]] BreakerState state() const { return view().payments.breaker; }
    [[nodiscard]] Refusal refusedQuote(const std::string& machine)
    {
        return refused(kiosk(machine), CheckoutOpen{smallBasket(), "ko", settings().menu.version,
                                                    Money::fromWon(12'500)});
    }
    /// The moves of the breaker so far, in words.
    [[nodiscard]] std::vector<std::string> moves() const
    {
        std::vector<std::string> all;
        for (const BreakerMoved& moved : events<BreakerMoved>())
            all.push_back(std::string{word(moved.from)} + " " + std::string{word(moved.to)});
        return all;
    }
};

} // namespace

/// The breaker around the provider, from the first fault to the last trial.
class ShopBreakerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threeFaultsCloseTheShopForCardsAndTellEverybody();
    void whatCountsAsAFault_data();
    void whatCountsAsAFault();
    void aSlowProviderIsSpared();
    void theWaitForTheCardIsNotSlow();
    void openRefusesBeforeTheCardAndRecordsNothing();
    void aQuoteOfBeforeStaysUsable();
    void theProvidersRetryAfterIsKept();
    void afterTheRestOneLookThenOneKioskAtATime();
    void aFailedLookOpensItAgainForLonger();
    void aSlowTrialOpensItAgain();
    void aPromisedTurnThatIsNotUsedGoesToTheNext();
    void aTrialThatIsGivenUpGivesTheTurnOn();
    void thoseWhoWaitAreToldDifferentTimes();
    void lookupsReversalsAndRefundsGoOnWhileItIsOpen();
    void whoWaitsForAWorkerIsToldHowLongItRests();
    void aMoveIsInTheTransactionOfItsCause();
    void aRestartGoesOnWhereItWas_data();
    void aRestartGoesOnWhereItWas();
    void pausedAndOpenDoNotMixUp();
    void theStatusTellsIt();
    void whatWasGivenUpBeforeItLeftSaysNothing();
    void noChargeBeginsWhileItIsOpen_data();
    void noChargeBeginsWhileItIsOpen();
};

void ShopBreakerTest::threeFaultsCloseTheShopForCardsAndTellEverybody()
{
    SickShop shop;
    shop.charge(SickShop::unreachable());
    shop.charge(SickShop::unreachable());
    QCOMPARE(shop.state(), BreakerState::Closed);
    shop.charge(SickShop::unreachable());
    QCOMPARE(shop.state(), BreakerState::Open);
    const auto moved = shop.events<BreakerMoved>();
    QCOMPARE(moved.size(), std::size_t{1});
    QCOMPARE(moved[0].cause, std::string{"3 faults in a row"});
    const std::int64_t rest = moved[0].untilMs - toMs(shop.published.back().at);
    QVERIFY(rest >= 4'000 && rest <= 5'000);
    // Kiosks do not see the breaker; they see that ordering is busy, and until when.
    const OrderingChanged busy = shop.events<OrderingChanged>().back();
    QCOMPARE(busy.state, OrderingState::Busy);
    QCOMPARE(busy.untilMs, moved[0].untilMs);
}

void ShopBreakerTest::whatCountsAsAFault_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<bool>("fault");
    const auto row = [](const char* name, int which, bool fault) {
        QTest::newRow(name) << which << fault;
    };
    row("approved", 0, false);
    row("declined", 1, false);
    row("cancelled", 2, false);
    row("busy", 3, true);
    row("unreachable", 4, true);
    row("misconfigured", 5, true);
    row("timed out", 6, true);
    row("connection cut", 7, true);
    row("garbled", 8, true);
    row("cut by our own stop", 9, false);
}
void ShopBreakerTest::whatCountsAsAFault()
{
    QFETCH(int, which);
    QFETCH(bool, fault);
    const std::vector<ChargeOutcome> outcomes{
        SickShop::approval(),
        ChargeDeclined{DeclineReason::InsufficientFunds},
        ChargeCancelled{},
        ChargeNotSent{NotSentReason::Busy, {}, {}},
        ChargeNotSent{NotSentReason::Unreachable, {}, {}},
        ChargeNotSent{NotSentReason::Misconfigured, {}, {}},
        ChargeUnknown{UnknownReason::TimedOut, {}},
        ChargeUnknown{UnknownReason::ConnectionCut, {}},
        ChargeUnknown{UnknownReason::Garbled, {}},
        ChargeUnknown{UnknownReason::Stopped, {}},
    };
    SickShop shop;
    for (int call = 1; call <= 3; ++call) {
        const std::string name = "kiosk-" + std::to_string(call);
        const AttemptKey key = shop.newKey(name);
        shop.place(key, name);
        shop.finish(key, outcomes[static_cast<std::size_t>(which)]);
    }
    QCOMPARE(shop.state(), fault ? BreakerState::Open : BreakerState::Closed);
}

void ShopBreakerTest::aSlowProviderIsSpared()
{
    ShopSettings settings = rigSettings();
    settings.breaker.slowOver = 610ms;
    SickShop shop{settings};
    for (int call = 0; call < 4; ++call)
        shop.charge(SickShop::approval(), 800ms);
    QCOMPARE(shop.state(), BreakerState::Closed);
    shop.charge(ChargeDeclined{}, 800ms);
    QCOMPARE(shop.state(), BreakerState::Open);
    QCOMPARE(shop.events<BreakerMoved>().back().cause, std::string{"5 of 5 calls were slow"});
}

void ShopBreakerTest::theWaitForTheCardIsNotSlow()
{
    SickShop shop;
    for (int call = 0; call < 8; ++call) {
        const AttemptKey key = shop.newKey();
        shop.place(key);
        shop.pass(20s); // the customer looks for the card
        shop.finish(key, SickShop::approval(), 400ms);
    }
    QCOMPARE(shop.state(), BreakerState::Closed);
}

void ShopBreakerTest::openRefusesBeforeTheCardAndRecordsNothing()
{
    SickShop shop;
    const auto quote = shop.quote("kiosk-9");
    shop.trip();
    const Sequence head = shop.view().seq;
    const Refusal opened = shop.refusedQuote("kiosk-2");
    QCOMPARE(opened.code, RefusalCode::Busy);
    const auto rest = shop.breaker().until() - shop.steady().time_since_epoch();
    QVERIFY(opened.retryAfter > rest); // nobody is called back too early
    QVERIFY(opened.retryAfter <= rest + 5s);
    const AttemptKey key = shop.newKey("kiosk-9");
    const Refusal placed = shop.refused(kiosk("kiosk-9"), OrderPlace{key, quote.quote});
    QCOMPARE(placed.code, RefusalCode::Busy);
    QVERIFY(placed.retryAfter > rest);
    QCOMPARE(shop.view().seq, head);
    QVERIFY(!shop.ledger().findKey(key));
    QCOMPARE(shop.countCalls<ChargeCall>(), 0);
}

void ShopBreakerTest::aQuoteOfBeforeStaysUsable()
{
    SickShop shop;
    const auto quote = shop.quote("kiosk-9");
    const AttemptKey key = shop.newKey("kiosk-9");
    shop.trip();
    const Refusal refused = shop.refused(kiosk("kiosk-9"), OrderPlace{key, quote.quote});
    shop.rest();
    shop.look();
    shop.pass(refused.retryAfter);
    shop.send(kiosk("kiosk-9"), OrderPlace{key, quote.quote}); // the same key and quote
    QCOMPARE(shop.takeCall<ChargeCall>().key, key.value);
}

void ShopBreakerTest::theProvidersRetryAfterIsKept()
{
    SickShop shop;
    for (int call = 0; call < 3; ++call)
        shop.charge(ChargeNotSent{NotSentReason::Busy, 40s, {}});
    QCOMPARE(shop.state(), BreakerState::Open);
    QVERIFY(shop.refusedQuote("kiosk-2").retryAfter > 39s);
    shop.pass(39s);
    QCOMPARE(shop.state(), BreakerState::Open);
    shop.pass(2s);
    QCOMPARE(shop.state(), BreakerState::HalfOpen);
}

void ShopBreakerTest::afterTheRestOneLookThenOneKioskAtATime()
{
    SickShop shop;
    shop.trip();
    shop.rest();
    QCOMPARE(shop.state(), BreakerState::HalfOpen);
    QCOMPARE(shop.countCalls<LookupCall>(), 1);
    QCOMPARE(shop.refusedQuote("kiosk-1").code, RefusalCode::Busy);
    shop.look();
    for (int trial = 1; trial <= 4; ++trial) {
        QCOMPARE(shop.state(), BreakerState::HalfOpen);
        const AttemptKey key = shop.newKey("kiosk-1");
        const auto quote = shop.quote("kiosk-1"); // has the turn now
        const Refusal others = shop.refusedQuote("kiosk-2");
        QCOMPARE(others.code, RefusalCode::Busy);
        QVERIFY(others.retryAfter >= 2s && others.retryAfter <= 30s);
        shop.send(kiosk("kiosk-1"), OrderPlace{key, quote.quote});
        QCOMPARE(shop.refusedQuote("kiosk-2").code, RefusalCode::Busy);
        QCOMPARE(shop.refusedQuote("kiosk-1").code, RefusalCode::Busy);
        QCOMPARE(shop.countCalls<ChargeCall>(), 1);
        shop.takeCall<ChargeCall>();
        shop.finish(key, SickShop::approval());
    }
    const std::vector<std::string> expected{"closed open", "open half_open", "half_open closed"};
    QVERIFY(shop.moves() == expected);
    QCOMPARE(shop.events<OrderingChanged>().back().state, OrderingState::Open);
    shop.quote("kiosk-1");
    shop.quote("kiosk-2");
}

void ShopBreakerTest::aFailedLookOpensItAgainForLonger()
{
    SickShop shop;
    shop.trip();
    shop.rest();
    shop.look(LookupUnknown{"no answer"});
    QCOMPARE(shop.state(), BreakerState::Open);
    const auto rest = shop.breaker().until() - shop.steady().time_since_epoch();
    QVERIFY(rest >= 8s && rest <= 10s);
    QCOMPARE(shop.events<OrderingChanged>().back().untilMs, shop.view().payments.breakerUntilMs);
}

void ShopBreakerTest::aSlowTrialOpensItAgain()
{
    SickShop shop;
    shop.trip();
    shop.rest();
    shop.look();
    shop.charge(SickShop::approval(), 6s);
    QCOMPARE(shop.state(), BreakerState::Open);
    QCOMPARE(shop.view().orders.open().size(), std::size_t{1}); // and yet it was paid
}

void ShopBreakerTest::aPromisedTurnThatIsNotUsedGoesToTheNext()
{
    SickShop shop;
    shop.trip();
    shop.rest();
    shop.look();
    const auto quote = shop.quote("kiosk-1");
    QCOMPARE(shop.refusedQuote("kiosk-2").code, RefusalCode::Busy);
    shop.pass(6s);
    shop.quote("kiosk-2");
    const AttemptKey key = shop.newKey("kiosk-1");
    QCOMPARE(shop.refused(kiosk("kiosk-1"), OrderPlace{key, quote.quote}).code, RefusalCode::Busy);
}

void ShopBreakerTest::aTrialThatIsGivenUpGivesTheTurnOn()
{
    SickShop shop;
    shop.trip();
    shop.rest();
    shop.look();
    const AttemptKey key = shop.newKey("kiosk-1");
    shop.place(key, "kiosk-1");
    shop.send(kiosk("kiosk-1"), protocol::AttemptAbandon{key});
    QCOMPARE(shop.refusedQuote("kiosk-2").code, RefusalCode::Busy); // the charge is still out
    shop.finish(key, ChargeCancelled{});
    QCOMPARE(shop.state(), BreakerState::HalfOpen);
    shop.quote("kiosk-2");
}

void ShopBreakerTest::thoseWhoWaitAreToldDifferentTimes()
{
    SickShop shop;
    shop.trip();
    std::set<std::int64_t> waits;
    for (int n = 1; n <= 40; ++n)
        waits.insert(shop.refusedQuote("kiosk-" + std::to_string(n)).retryAfter.count());
    QCOMPARE(waits.size(), std::size_t{40});
}

void ShopBreakerTest::lookupsReversalsAndRefundsGoOnWhileItIsOpen()
{
    SickShop shop;
    const protocol::PaidAnswer earlier = shop.buy();
    const AttemptKey unclear = shop.newKey("kiosk-5");
    const AttemptKey left = shop.newKey("kiosk-6");
    shop.place(unclear, "kiosk-5");
    shop.place(left, "kiosk-6");
    shop.calls.clear();
    shop.finish(unclear, ChargeUnknown{UnknownReason::TimedOut, {}});
    shop.send(kiosk("kiosk-6"), protocol::AttemptAbandon{left});
    shop.finish(left, ChargeUnknown{UnknownReason::TimedOut, {}});
    shop.charge(SickShop::unreachable());
    QCOMPARE(shop.state(), BreakerState::Open);
    shop.calls.clear();
    shop.cancel(earlier);
    QCOMPARE(shop.countCalls<RefundCall>(), 1);
    shop.settleRefunds();
    QCOMPARE(shop.refundedOf(earlier.order), earlier.basket.total);
    shop.pass(3s);
    QCOMPARE(shop.state(), BreakerState::Open);
    QCOMPARE(shop.takeCall<LookupCall>().key, unclear.value);
    // A paid order may come of a charge that was out: that is no new charge.
    shop.finishLookup(unclear.value, LookupApproved{{Money::fromWon(12'500), "1", "", "card"}, {}});
    QCOMPARE(shop.stateOf(unclear), AttemptState::Paid);
    QCOMPARE(shop.state(), BreakerState::Open);
}

/// What the workers give back when they are asked to (see GatewayWorkers::recallCharges).
void ShopBreakerTest::whoWaitsForAWorkerIsToldHowLongItRests()
{
    SickShop shop;
    const AttemptKey key = shop.newKey("kiosk-5");
    const std::string route = shop.place(key, "kiosk-5");
    shop.trip();
    const auto rest = shop.breaker().until() - shop.steady().time_since_epoch();
    shop.finish(key, ChargeNotSent{NotSentReason::Busy, {}, "taken back before it was begun"}, {});
    const auto answer = shop.okOn<protocol::AttemptAnswer>(route);
    const auto* declined = std::get_if<protocol::DeclinedAnswer>(&answer);
    QVERIFY(declined && declined->kind == DeclineKind::NotSent);
    QVERIFY(milliseconds{declined->retryAfterMs} > rest);
}

void ShopBreakerTest::aMoveIsInTheTransactionOfItsCause()
{
    SickShop shop;
    shop.charge(SickShop::unreachable());
    shop.charge(SickShop::unreachable());
    const AttemptKey key = shop.newKey();
    shop.place(key);
    shop.calls.clear();
    shop.faults().full = true;
    shop.finish(key, SickShop::unreachable());
    QCOMPARE(shop.state(), BreakerState::Closed); // nothing of it was recorded
    QCOMPARE(shop.breaker().state(), BreakerState::Closed);
    QCOMPARE(shop.stateOf(key), AttemptState::Charging);
    shop.faults().full = false;
    shop.pass(2s); // the result is taken again
    QCOMPARE(shop.state(), BreakerState::Open);
    QCOMPARE(shop.stateOf(key), AttemptState::Declined);
    QCOMPARE(shop.events<BreakerMoved>().size(), std::size_t{1});
}

void ShopBreakerTest::aRestartGoesOnWhereItWas_data()
{
    QTest::addColumn<bool>("looked");
    QTest::newRow("open") << false;
    QTest::newRow("half open") << true;
}
void ShopBreakerTest::aRestartGoesOnWhereItWas()
{
    QFETCH(bool, looked);
    SickShop shop;
    shop.trip();
    const auto until = shop.breaker().until();
    if (looked) {
        shop.rest();
        shop.look();
    }
    shop.calls.clear();
    shop.restart();
    QCOMPARE(shop.refusedQuote("kiosk-1").code, RefusalCode::Busy); // no charge because of it
    if (!looked) {
        QCOMPARE(shop.state(), BreakerState::Open);
        QCOMPARE(shop.breaker().until(), until);
        shop.rest();
    }
    QCOMPARE(shop.state(), BreakerState::HalfOpen);
    shop.look(); // trials begin again with it
    for (int trial = 0; trial < 4; ++trial)
        shop.approveOne();
    QCOMPARE(shop.state(), BreakerState::Closed);
}

void ShopBreakerTest::pausedAndOpenDoNotMixUp()
{
    SickShop shop;
    shop.ask<protocol::Accepted>(manager(),
                                 protocol::OrderingPause{shop.newOp(), 10, "쉼", "Rest"});
    QCOMPARE(shop.view().offer.ordering.state, OrderingState::Paused);
    shop.ask<protocol::Accepted>(manager(), protocol::OrderingResume{shop.newOp()});
    shop.trip();
    shop.ask<protocol::Accepted>(manager(),
                                 protocol::OrderingPause{shop.newOp(), 10, "쉼", "Rest"});
    shop.rest();
    shop.look(LookupUnknown{});
    QCOMPARE(shop.view().offer.ordering.state, OrderingState::Paused); // it stays paused
    shop.ask<protocol::Accepted>(manager(), protocol::OrderingResume{shop.newOp()});
    QCOMPARE(shop.view().offer.ordering.state, OrderingState::Busy);
    QCOMPARE(shop.view().offer.ordering.untilMs, shop.view().payments.breakerUntilMs);
}

void ShopBreakerTest::theStatusTellsIt()
{
    SickShop shop;
    QCOMPARE(shop.ask<protocol::StatusAnswer>(ctl(), protocol::StatusGet{}).breaker,
             BreakerState::Closed);
    shop.trip();
    const auto status = shop.ask<protocol::StatusAnswer>(ctl(), protocol::StatusGet{});
    QCOMPARE(status.breaker, BreakerState::Open);
    QCOMPARE(status.breakerUntilMs, shop.events<BreakerMoved>().back().untilMs);
}

void ShopBreakerTest::whatWasGivenUpBeforeItLeftSaysNothing()
{
    SickShop shop;
    for (int time = 0; time < 5; ++time) {
        const AttemptKey key = shop.newKey();
        shop.place(key);
        shop.calls.clear();
        shop.send(kiosk(), protocol::AttemptAbandon{key});
        shop.finish(key, ChargeNotSent{NotSentReason::Busy, {}, "not wanted any more"}, {});
    }
    QCOMPARE(shop.state(), BreakerState::Closed);
}

void ShopBreakerTest::noChargeBeginsWhileItIsOpen_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %d", static_cast<int>(seed)) << seed;
}

/// Many kiosks, a provider that is ill for a while, restarts and full disks. A charge goes out only
/// from closed or as the one trial; the moves are a chain; when all is well again it closes.
void ShopBreakerTest::noChargeBeginsWhileItIsOpen()
{
    QFETCH(quint64, seed);
    Random random{seed};
    SickShop shop;
    struct Waiting {
        AttemptKey key;
        QuoteId quote;
    };
    std::map<std::string, Waiting> waiting;
    std::map<std::string, bool> out; // key → begun as a trial
    int trialsAtMost = 0;
    bool ill = true;
    const auto collect = [&] {
        while (shop.countCalls<ChargeCall>() > 0) {
            const auto call = shop.takeCall<ChargeCall>();
            QVERIFY2(shop.state() != BreakerState::Open, "a charge while it is open");
            out.emplace(call.key, shop.state() == BreakerState::HalfOpen);
        }
        int trials = 0;
        if (shop.state() == BreakerState::HalfOpen)
            for (const auto& [key, trial] : out)
                trials += trial ? 1 : 0;
        trialsAtMost = std::max(trialsAtMost, trials);
    };
    const auto outcome = [&]() -> ChargeOutcome {
        if (!ill || random.oneIn(3))
            return SickShop::approval();
        if (random.oneIn(4))
            return ChargeCancelled{};
        return ChargeNotSent{NotSentReason::Busy, milliseconds{random.small(0, 9'000)}, {}};
    };
    const auto act = [&] {
        const std::string name = "kiosk-" + std::to_string(random.small(1, 8));
        switch (random.small(1, 8)) {
        case 1:
        case 2:
        case 3: {
            if (!waiting.contains(name)) {
                const std::string route = shop.send(
                    kiosk(name), CheckoutOpen{smallBasket(), "ko", shop.settings().menu.version,
                                              Money::fromWon(12'500)});
                const auto reply = shop.replyOn<protocol::Quote>(route);
                if (const auto* quote = std::get_if<protocol::Quote>(&reply.content))
                    waiting[name] = {shop.newKey(name), quote->quote};
                break;
            }
            const Waiting one = waiting[name];
            const std::string route = shop.send(kiosk(name), OrderPlace{one.key, one.quote});
            if (shop.answerOn(route).empty() || shop.refusalOn(route).code != RefusalCode::Busy)
                waiting.erase(name);
            break;
        }
        case 4:
        case 5:
            if (!out.empty()) {
                const std::string key = out.begin()->first;
                out.erase(key);
                shop.finish(AttemptKey{key}, outcome(),
                            milliseconds{ill ? random.small(0, 6'000) : 100});
            }
            break;
        case 6:
            shop.pass(milliseconds{random.small(0, 3'000)});
            break;
        case 7:
            if (shop.countCalls<LookupCall>() > 0) {
                const auto call = shop.takeCall<LookupCall>();
                if (!call.key.starts_with(kLookKey) || !ill || random.oneIn(2))
                    shop.finishLookup(call.key, LookupNotFound{});
                else
                    shop.finishLookup(call.key, LookupUnknown{});
            } else if (shop.countCalls<ReverseCall>() > 0) {
                shop.finishReverse(shop.takeCall<ReverseCall>().key, ReverseResult::NotFoundFenced);
            }
            break;
        default:
            if (ill && random.oneIn(25)) {
                shop.restart();
                shop.calls.clear();
                out.clear();
            }
        }
        collect();
    };
    shop.checksEveryStep = false;
    for (int step = 0; step < 1'500; ++step)
        act();
    ill = false;
    for (int step = 0; step < 3'000 && shop.state() != BreakerState::Closed; ++step)
        act();
    QCOMPARE(shop.state(), BreakerState::Closed);
    QVERIFY(trialsAtMost <= 1);
    const auto moves = shop.events<BreakerMoved>();
    QVERIFY(moves.size() > 3);
    BreakerState at = BreakerState::Closed;
    for (const BreakerMoved& move : moves) {
        QCOMPARE(move.from, at);
        QVERIFY(std::any_of(kBreakerEdges.begin(), kBreakerEdges.end(), [&](const auto& edge) {
            return edge.from == move.from && edge.to == move.to;
        }));
        at = move.to;
    }
}

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::ShopBreakerTest)
#include "test_shop_breaker.moc"
