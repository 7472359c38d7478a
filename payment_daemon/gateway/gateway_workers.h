// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/gateway/payment_gateway.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace coffee::daemon {

using GatewayCall =
    std::variant<ChargeCall, LookupCall, ReverseCall, RefundCall, CancelWaitCall, ListCall>;

/// The charge of `key` has come to `phase`. Always before its `ChargeFinished`.
struct ChargeProgressed {
    std::string key;
    PaymentPhase phase{PaymentPhase::WaitingCard};
};
/// `providerTime` is how long the provider took without the waits for the customer (WaitingCard,
/// RemoveCard): what a circuit breaker may call slow.
struct ChargeFinished {
    std::string key;
    ChargeOutcome outcome;
    std::chrono::milliseconds providerTime{0};
};
struct LookupFinished {
    std::string key;
    LookupOutcome outcome;
    std::chrono::milliseconds providerTime{0};
};
struct ReverseFinished {
    std::string key;
    ReverseOutcome outcome;
};
struct RefundFinished {
    std::string refundKey;
    RefundOutcome outcome;
};
struct CancelWaitFinished {
    std::string key;
    CancelWaitOutcome outcome;
};
struct ListFinished {
    ListOutcome outcome;
};
using GatewayResult =
    std::variant<ChargeProgressed, ChargeFinished, LookupFinished, ReverseFinished, RefundFinished,
                 CancelWaitFinished, ListFinished>;

/// How many calls may run and wait.
struct GatewayLimits {
    static constexpr int kChargeWorkersMax = 256;
    static constexpr int kChargeWorkersDefault = 16;

    int chargeWorkers{kChargeWorkersDefault};
    /// Lookups, reversals, refunds, cancelled waits and lists have threads of their own, so that
    /// sixteen customers who look for their card never hold up a refund.
    int settleWorkers{4};
    std::size_t chargesWaitingMax{64};
    /// A charge that no worker has begun by then is taken back: its customer is told to wait
    /// instead of standing there while all workers hang.
    std::chrono::milliseconds chargeWaitMost{1500};
    /// The settling of every open attempt and refund after a restart fits.
    std::size_t settlesWaitingMax{4096};
};

/// Runs the calls of one gateway on a fixed number of threads and hands every result to `sink`.
///
/// `submit` may be called from any thread and never blocks on a provider. `sink` is called on the
/// worker threads, several at once (and on the thread of `recallCharges` and on one more); it must
/// be thread-safe, must not throw and must not call back into this object's `stop`. The gateway
/// must outlive this object.
class GatewayWorkers final {
public:
    using Sink = std::function<void(GatewayResult)>;

    /// Starts the threads. `limits.chargeWorkers` lies in 1..kChargeWorkersMax.
    GatewayWorkers(PaymentGateway& gateway, GatewayLimits limits, Sink sink);
    /// Stops.
    ~GatewayWorkers();
    GatewayWorkers(const GatewayWorkers&) = delete;
    GatewayWorkers& operator=(const GatewayWorkers&) = delete;

    enum class Admission {
        Accepted,  ///< exactly one result will come, unless `stop` comes first
        QueueFull, ///< nothing was done, no result will come
        Stopped    ///< nothing was done, no result will come
    };
    /// Cancelled waits go before everything else that waits to be settled. A charge that still
    /// waits for a worker is not begun then: `sink` is called on this thread with its
    /// `ChargeNotSent` and with the end of the cancelled wait, and the provider is asked nothing.
    [[nodiscard]] Admission submit(GatewayCall call);

    /// Charges that still wait for a worker are not begun: each has `ChargeNotSent` as its result,
    /// handed to `sink` on this thread. After `chargeWaitMost` that happens by itself.
    void recallCharges();

    /// Cuts the running calls by their stop token, drops what waits, and joins the threads: within
    /// 2 seconds with a gateway that keeps its word. A call that was cut or dropped has no result;
    /// whoever submitted it looks it up after the next start. No sink call happens after this
    /// returns. Calling it again does nothing.
    void stop();

private:
    using Clock = std::chrono::steady_clock;

    struct Waiting {
        GatewayCall call;
        Clock::time_point since;
    };
    /// A bounded queue and the threads that empty it.
    struct Pool {
        std::deque<Waiting> waiting;
        std::size_t waitingMax{0};
        std::condition_variable_any wake;
        std::vector<std::jthread> threads;
    };

    void start(Pool& pool, int threads, std::size_t waitingMax);
    void work(Pool& pool, std::stop_token stop);
    void takeBackLate(std::stop_token stop);
    void takeBack(const std::deque<Waiting>& recalled);
    bool takeBackOne(const std::string& key);
    void run(const GatewayCall& call, std::stop_token stop);
    void deliver(GatewayResult result, const std::stop_token& stop);

    PaymentGateway& m_gateway;
    Sink m_sink;
    std::mutex m_mutex; ///< guards both queues and m_stopped
    bool m_stopped{false};
    Pool m_charges;
    Pool m_settles;
    const std::chrono::milliseconds m_chargeWaitMost;
    std::condition_variable_any m_chargeWaits;
    std::jthread m_lateCharges;
};

} // namespace coffee::daemon
