// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/gateway/gateway_workers.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

using namespace coffee;
using namespace coffee::daemon;
using namespace std::chrono_literals;

namespace {

/// A provider whose calls end when the test says so, or when they are cut.
class HeldGateway final : public PaymentGateway {
public:
    void release()
    {
        const std::lock_guard lock{m_mutex};
        m_isReleased = true;
        m_changed.notify_all();
    }
    [[nodiscard]] int running() const { return m_running; }
    [[nodiscard]] int charged() const { return m_charged; }
    [[nodiscard]] std::vector<std::string> settled()
    {
        const std::lock_guard lock{m_mutex};
        return m_settled;
    }

    ChargeOutcome charge(const ChargeCall& call, const Progress& progress,
                         std::stop_token stop) override
    {
        ++m_charged;
        progress(PaymentPhase::WaitingCard);
        progress(PaymentPhase::Authorising);
        return waitFor(stop) ? ChargeOutcome{ChargeApproved{call.amount, "1", "", "card"}}
                             : ChargeOutcome{ChargeUnknown{UnknownReason::Stopped, "cut"}};
    }
    LookupOutcome lookup(const LookupCall& call, std::stop_token stop) override
    {
        settle(call.key, stop);
        return LookupNotFound{};
    }
    ReverseOutcome reverse(const ReverseCall& call, std::stop_token stop) override
    {
        settle(call.key, stop);
        return {ReverseResult::Reversed, ""};
    }
    RefundOutcome refund(const RefundCall& call, std::stop_token stop) override
    {
        settle(call.refundKey, stop);
        return {RefundResult::Done, ""};
    }
    CancelWaitOutcome cancelWait(const CancelWaitCall& call, std::stop_token stop) override
    {
        settle(call.key, stop);
        return {CancelWaitResult::Cancelled, ""};
    }
    ListOutcome list(const ListCall&, std::stop_token stop) override
    {
        settle("list", stop);
        return std::vector<ListedCharge>{};
    }

private:
    bool waitFor(const std::stop_token& stop)
    {
        ++m_running;
        std::unique_lock lock{m_mutex};
        const bool isReleased = m_changed.wait(lock, stop, [this] { return m_isReleased; });
        --m_running;
        return isReleased;
    }
    void settle(const std::string& key, const std::stop_token& stop)
    {
        waitFor(stop);
        const std::lock_guard lock{m_mutex};
        m_settled.push_back(key);
    }

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_isReleased{false};
    std::atomic<int> m_running{0};
    std::atomic<int> m_charged{0};
    std::vector<std::string> m_settled;
};

/// Keeps the results in the order in which they came.
class Results {
public:
    GatewayWorkers::Sink sink()
    {
        return [this](GatewayResult result) {
            const std::lock_guard lock{m_mutex};
            m_all.push_back(std::move(result));
        };
    }
    template <class Result>
    std::vector<Result> of()
    {
        const std::lock_guard lock{m_mutex};
        std::vector<Result> found;
        for (const GatewayResult& result : m_all)
            if (const auto* one = std::get_if<Result>(&result))
                found.push_back(*one);
        return found;
    }
    std::size_t count()
    {
        const std::lock_guard lock{m_mutex};
        return m_all.size();
    }

private:
    std::mutex m_mutex;
    std::vector<GatewayResult> m_all;
};

ChargeCall chargeOf(int number)
{
    return {"key-" + std::to_string(number), "kiosk", Money::fromWon(100)};
}

constexpr auto kAccepted = GatewayWorkers::Admission::Accepted;

} // namespace

class GatewayWorkersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAcceptedCallHasOneResult();
    void progressComesBeforeItsResult();
    void noMoreChargesRunThanThereAreWorkers();
    void aFullQueueRefusesAndDoesNothing();
    void chargesThatWaitCanBeTakenBack();
    void chargesThatWaitTooLongAreTakenBack();
    void chargesThatWaitDoNotHoldUpARefund();
    void aCancelledWaitGoesFirst();
    void aChargeThatIsCancelledWhileItWaitsIsNotBegun();
    void stoppingCutsRunningCallsWithinTwoSeconds();
    void nothingIsDeliveredAfterStop();
    void theWaitForACardIsNotTheProvidersTime();
};

void GatewayWorkersTest::everyAcceptedCallHasOneResult()
{
    HeldGateway gateway;
    gateway.release();
    Results results;
    GatewayWorkers workers{gateway, {}, results.sink()};
    for (int i = 0; i < 50; ++i)
        QCOMPARE(workers.submit(chargeOf(i)), kAccepted);
    QCOMPARE(workers.submit(LookupCall{"a"}), kAccepted);
    QCOMPARE(workers.submit(ReverseCall{"b"}), kAccepted);
    QCOMPARE(workers.submit(RefundCall{"c", "a", Money::fromWon(1)}), kAccepted);
    QCOMPARE(workers.submit(CancelWaitCall{"d"}), kAccepted);
    QCOMPARE(workers.submit(ListCall{}), kAccepted);
    QTRY_COMPARE(results.of<ChargeFinished>().size(), 50U);
    QTRY_COMPARE(results.of<LookupFinished>().size(), 1U);
    QTRY_COMPARE(results.of<ReverseFinished>().size(), 1U);
    QTRY_COMPARE(results.of<RefundFinished>().size(), 1U);
    QTRY_COMPARE(results.of<CancelWaitFinished>().size(), 1U);
    QTRY_COMPARE(results.of<ListFinished>().size(), 1U);
    QCOMPARE(results.of<RefundFinished>().front().refundKey, std::string{"c"});
    std::set<std::string> keys;
    for (const auto& finished : results.of<ChargeFinished>())
        keys.insert(finished.key);
    QCOMPARE(keys.size(), 50U);
}

void GatewayWorkersTest::progressComesBeforeItsResult()
{
    HeldGateway gateway;
    Results results;
    GatewayWorkers workers{gateway, {}, results.sink()};
    QCOMPARE(workers.submit(chargeOf(1)), kAccepted);
    QTRY_COMPARE(results.of<ChargeProgressed>().size(), 2U);
    QCOMPARE(results.of<ChargeFinished>().size(), 0U);
    QCOMPARE(results.of<ChargeProgressed>()[1].phase, PaymentPhase::Authorising);
    gateway.release();
    QTRY_COMPARE(results.of<ChargeFinished>().size(), 1U);
}

void GatewayWorkersTest::noMoreChargesRunThanThereAreWorkers()
{
    HeldGateway gateway;
    Results results;
    GatewayWorkers workers{gateway, {.chargeWorkers = 3}, results.sink()};
    for (int i = 0; i < 8; ++i)
        QCOMPARE(workers.submit(chargeOf(i)), kAccepted);
    QTRY_COMPARE(gateway.running(), 3);
    QCOMPARE(results.of<ChargeProgressed>().size(), 6U);
    gateway.release();
    QTRY_COMPARE(results.of<ChargeFinished>().size(), 8U);
}

void GatewayWorkersTest::aFullQueueRefusesAndDoesNothing()
{
    HeldGateway gateway;
    Results results;
    GatewayWorkers workers{gateway, {.chargeWorkers = 1, .chargesWaitingMax = 2}, results.sink()};
    QCOMPARE(workers.submit(chargeOf(0)), kAccepted);
    QTRY_COMPARE(gateway.running(), 1);
    QCOMPARE(workers.submit(chargeOf(1)), kAccepted);
    QCOMPARE(workers.submit(chargeOf(2)), kAccepted);
    QCOMPARE(workers.submit(chargeOf(3)), GatewayWorkers::Admission::QueueFull);
    gateway.release();
    QTRY_COMPARE(results.of<ChargeFinished>().size(), 3U);
}

void GatewayWorkersTest::chargesThatWaitCanBeTakenBack()
{
    HeldGateway gateway;
    Results results;
    GatewayWorkers workers{gateway, {.chargeWorkers = 1}, results.sink()};
    for (int i = 0; i < 4; ++i)
        QCOMPARE(workers.submit(chargeOf(i)), kAccepted);
    QTRY_COMPARE(gateway.running(), 1);
    workers.recallCharges();
    const auto recalled = results.of<ChargeFinished>();
    QCOMPARE(recalled.size(), 3U);
    for (const ChargeFinished& one : recalled)
        QVERIFY(std::holds_alternative<ChargeNotSent>(one.outcome));
    workers.recallCharges(); // nothing waits any more
    gateway.release();
    QTRY_COMPARE(results.of<ChargeFinished>().size(), 4U); // the running one went on
}

void GatewayWorkersTest::chargesThatWaitTooLongAreTakenBack()
{
    HeldGateway gateway;
    Results results;
    GatewayWorkers workers{gateway, {.chargeWorkers = 1, .chargeWaitMost = 50ms}, results.sink()};
    QCOMPARE(workers.submit(chargeOf(0)), kAccepted);
    QTRY_COMPARE(gateway.running(), 1);
    QCOMPARE(workers.submit(chargeOf(1)), kAccepted);
    QCOMPARE(workers.submit(chargeOf(2)), kAccepted);
    QTRY_COMPARE(results.of<ChargeFinished>().size(), 2U);
    for (const ChargeFinished& one : results.of<ChargeFinished>())
        QCOMPARE(std::get<ChargeNotSent>(one.outcome).reason, NotSentReason::NotBegun);
    gateway.release();
    QTRY_COMPARE(results.of<ChargeFinished>().size(), 3U); // the running one went on
}

void GatewayWorkersTest::chargesThatWaitDoNotHoldUpARefund()
{
    HeldGateway gateway;
    Results results;
    GatewayWorkers workers{gateway, {.chargeWorkers = 2, .settleWorkers = 1}, results.sink()};
    for (int i = 0; i < 5; ++i)
        QCOMPARE(workers.submit(chargeOf(i)), kAccepted);
    QCOMPARE(workers.submit(RefundCall{"r", "a", Money::fromWon(1)}), kAccepted);
    QTRY_COMPARE(gateway.running(), 3);
}

void GatewayWorkersTest::aCancelledWaitGoesFirst()
{
    HeldGateway gateway;
    Results results;
    GatewayWorkers workers{gateway, {.settleWorkers = 1}, results.sink()};
    QCOMPARE(workers.submit(LookupCall{"running"}), kAccepted);
    QTRY_COMPARE(gateway.running(), 1);
    QCOMPARE(workers.submit(LookupCall{"second"}), kAccepted);
    QCOMPARE(workers.submit(CancelWaitCall{"cancel"}), kAccepted);
    gateway.release();
    QTRY_COMPARE(results.count(), 3U);
    QCOMPARE(gateway.settled(), (std::vector<std::string>{"running", "cancel", "second"}));
}

void GatewayWorkersTest::aChargeThatIsCancelledWhileItWaitsIsNotBegun()
{
    HeldGateway gateway;
    Results results;
    GatewayWorkers workers{
        gateway, {.chargeWorkers = 1, .chargeWaitMost = std::chrono::hours{1}}, results.sink()};
    const ChargeCall second = chargeOf(2);
    QCOMPARE(workers.submit(chargeOf(1)), kAccepted);
    QTRY_COMPARE(gateway.running(), 1);
    QCOMPARE(workers.submit(second), kAccepted);
    QCOMPARE(workers.submit(chargeOf(3)), kAccepted);
    QCOMPARE(workers.submit(CancelWaitCall{second.key}), kAccepted);
    QTRY_COMPARE(results.of<ChargeFinished>().size(), 1U);
    QCOMPARE(results.of<ChargeFinished>().front().key, second.key);
    QCOMPARE(std::get<ChargeNotSent>(results.of<ChargeFinished>().front().outcome).reason,
             NotSentReason::NotBegun);
    QTRY_COMPARE(results.of<CancelWaitFinished>().size(), 1U);
    QCOMPARE(results.of<CancelWaitFinished>().front().outcome.result, CancelWaitResult::Cancelled);
    gateway.release();
    QTRY_COMPARE(results.of<ChargeFinished>().size(), 3U);
    QCOMPARE(gateway.charged(), 2);
}

void GatewayWorkersTest::stoppingCutsRunningCallsWithinTwoSeconds()
{
    HeldGateway gateway;
    Results results;
    GatewayWorkers workers{gateway, {}, results.sink()};
    for (int i = 0; i < 40; ++i)
        QCOMPARE(workers.submit(chargeOf(i)), kAccepted);
    QTRY_COMPARE(gateway.running(), GatewayLimits::kChargeWorkersDefault);
    QElapsedTimer clock;
    clock.start();
    workers.stop();
    QVERIFY(clock.elapsed() < 2000);
    QCOMPARE(results.of<ChargeFinished>().size(), 0U);
    QCOMPARE(workers.submit(chargeOf(99)), GatewayWorkers::Admission::Stopped);
}

void GatewayWorkersTest::nothingIsDeliveredAfterStop()
{
    HeldGateway gateway;
    Results results;
    GatewayWorkers workers{gateway, {}, results.sink()};
    QCOMPARE(workers.submit(LookupCall{"a"}), kAccepted);
    QTRY_COMPARE(gateway.running(), 1);
    workers.stop();
    const auto before = results.count();
    gateway.release();
    workers.stop();
    QCOMPARE(results.count(), before);
}

void GatewayWorkersTest::theWaitForACardIsNotTheProvidersTime()
{
    /// Takes 300 ms to find the card and hardly any to authorise.
    class SlowCustomer final : public PaymentGateway {
    public:
        ChargeOutcome charge(const ChargeCall& call, const Progress& progress,
                             std::stop_token) override
        {
            progress(PaymentPhase::WaitingCard);
            std::this_thread::sleep_for(300ms);
            progress(PaymentPhase::Authorising);
            return ChargeApproved{call.amount, "1", "", "card"};
        }
        LookupOutcome lookup(const LookupCall&, std::stop_token) override
        {
            return LookupNotFound{};
        }
        ReverseOutcome reverse(const ReverseCall&, std::stop_token) override { return {}; }
        RefundOutcome refund(const RefundCall&, std::stop_token) override { return {}; }
        CancelWaitOutcome cancelWait(const CancelWaitCall&, std::stop_token) override { return {}; }
        ListOutcome list(const ListCall&, std::stop_token) override { return ListUnknown{}; }
    } gateway;
    Results results;
    GatewayWorkers workers{gateway, {}, results.sink()};
    QCOMPARE(workers.submit(chargeOf(1)), kAccepted);
    QTRY_COMPARE(results.of<ChargeFinished>().size(), 1U);
    QVERIFY(results.of<ChargeFinished>().front().providerTime < 300ms);
}

QTEST_GUILESS_MAIN(GatewayWorkersTest)
#include "gateway_workers_test.moc"
