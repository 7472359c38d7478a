// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/gateway/gateway_workers.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace coffee::daemon {

namespace {

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

/// Adds up the time that is the provider's own: everything but the waits for the customer.
class ProviderWatch {
    using Clock = std::chrono::steady_clock;

public:
    void enter(PaymentPhase phase)
    {
        stopPiece();
        m_counting = phase != PaymentPhase::WaitingCard && phase != PaymentPhase::RemoveCard;
    }

    [[nodiscard]] std::chrono::milliseconds total()
    {
        stopPiece();
        return std::chrono::duration_cast<std::chrono::milliseconds>(m_total);
    }

private:
    void stopPiece()
    {
        const auto now = Clock::now();
        if (m_counting)
            m_total += now - m_pieceBegan;
        m_pieceBegan = now;
    }

    Clock::time_point m_pieceBegan{Clock::now()};
    Clock::duration m_total{};
    bool m_counting{true};
};

} // namespace

GatewayWorkers::GatewayWorkers(PaymentGateway& gateway, GatewayLimits limits, Sink sink)
    : m_gateway{gateway}, m_sink{std::move(sink)}, m_chargeWaitMost{limits.chargeWaitMost}
{
    assert(limits.chargeWorkers >= 1 && limits.chargeWorkers <= GatewayLimits::kChargeWorkersMax);
    assert(limits.settleWorkers >= 1);
    start(m_charges, limits.chargeWorkers, limits.chargesWaitingMax);
    start(m_settles, limits.settleWorkers, limits.settlesWaitingMax);
    m_lateCharges = std::jthread{[this](std::stop_token stop) { takeBackLate(stop); }};
}

GatewayWorkers::~GatewayWorkers()
{
    stop();
}

GatewayWorkers::Admission GatewayWorkers::submit(GatewayCall call)
{
    Pool& pool = std::holds_alternative<ChargeCall>(call) ? m_charges : m_settles;
    if (const auto* cancel = std::get_if<CancelWaitCall>(&call); cancel && takeBackOne(cancel->key))
        return Admission::Accepted;
    {
        const std::lock_guard lock{m_mutex};
        if (m_stopped)
            return Admission::Stopped;
        if (pool.waiting.size() >= pool.waitingMax)
            return Admission::QueueFull;
        if (std::holds_alternative<CancelWaitCall>(call))
            pool.waiting.push_front({std::move(call), Clock::now()});
        else
            pool.waiting.push_back({std::move(call), Clock::now()});
    }
    pool.wake.notify_one();
    if (&pool == &m_charges)
        m_chargeWaits.notify_one();
    return Admission::Accepted;
}

void GatewayWorkers::recallCharges()
{
    std::deque<Waiting> recalled;
    {
        const std::lock_guard lock{m_mutex};
        recalled.swap(m_charges.waiting);
    }
    takeBack(recalled);
}

void GatewayWorkers::takeBack(const std::deque<Waiting>& recalled)
{
    for (const Waiting& one : recalled)
        if (const auto* charge = std::get_if<ChargeCall>(&one.call))
            m_sink(ChargeFinished{
                charge->key,
                ChargeNotSent{NotSentReason::NotBegun, {}, "taken back before it was begun"},
                {}});
}

/// The provider need not hear of a charge that it was never asked for.
bool GatewayWorkers::takeBackOne(const std::string& key)
{
    std::deque<Waiting> found;
    {
        const std::lock_guard lock{m_mutex};
        std::deque<Waiting>& waiting = m_charges.waiting;
        const auto one = std::find_if(waiting.begin(), waiting.end(), [&key](const Waiting& each) {
            const auto* charge = std::get_if<ChargeCall>(&each.call);
            return charge && charge->key == key;
        });
        if (m_stopped || one == waiting.end())
            return false;
        found.push_back(std::move(*one));
        waiting.erase(one);
    }
    takeBack(found);
    m_sink(CancelWaitFinished{key, {CancelWaitResult::Cancelled, "it was never asked for"}});
    return true;
}

void GatewayWorkers::takeBackLate(std::stop_token stop)
{
    std::unique_lock lock{m_mutex};
    std::deque<Waiting>& waiting = m_charges.waiting;
    while (m_chargeWaits.wait(lock, stop, [&waiting] { return !waiting.empty(); })) {
        const Clock::time_point due = waiting.front().since + m_chargeWaitMost;
        m_chargeWaits.wait_until(lock, stop, due, [] { return false; });
        if (stop.stop_requested())
            return;
        std::deque<Waiting> late;
        while (!waiting.empty() && waiting.front().since + m_chargeWaitMost <= Clock::now()) {
            late.push_back(std::move(waiting.front()));
            waiting.pop_front();
        }
        lock.unlock();
        takeBack(late);
        lock.lock();
    }
}

void GatewayWorkers::stop()
{
    {
        const std::lock_guard lock{m_mutex};
        m_stopped = true;
        m_charges.waiting.clear();
        m_settles.waiting.clear();
    }
    m_lateCharges.request_stop();
    for (Pool* pool : {&m_charges, &m_settles})
        for (std::jthread& thread : pool->threads)
            thread.request_stop();
    for (Pool* pool : {&m_charges, &m_settles})
        pool->threads.clear();
    if (m_lateCharges.joinable())
        m_lateCharges.join();
}

void GatewayWorkers::start(Pool& pool, int threads, std::size_t waitingMax)
{
    pool.waitingMax = waitingMax;
    pool.threads.reserve(static_cast<std::size_t>(threads));
    for (int i = 0; i < threads; ++i)
        pool.threads.emplace_back([this, &pool](std::stop_token stop) { work(pool, stop); });
}

void GatewayWorkers::work(Pool& pool, std::stop_token stop)
{
    while (!stop.stop_requested()) {
        std::unique_lock lock{m_mutex};
        if (!pool.wake.wait(lock, stop, [&pool] { return !pool.waiting.empty(); }))
            return;
        const GatewayCall call = std::move(pool.waiting.front().call);
        pool.waiting.pop_front();
        lock.unlock();
        run(call, stop);
    }
}

void GatewayWorkers::run(const GatewayCall& call, std::stop_token stop)
{
    ProviderWatch watch;
    const auto charge = [&](const ChargeCall& c) -> GatewayResult {
        const auto progress = [&](PaymentPhase phase) {
            watch.enter(phase);
            deliver(ChargeProgressed{c.key, phase}, stop);
        };
        ChargeOutcome outcome = m_gateway.charge(c, progress, stop);
        return ChargeFinished{c.key, std::move(outcome), watch.total()};
    };
    const auto lookup = [&](const LookupCall& c) -> GatewayResult {
        LookupOutcome outcome = m_gateway.lookup(c, stop);
        return LookupFinished{c.key, std::move(outcome), watch.total()};
    };
    const auto reverse = [&](const ReverseCall& c) -> GatewayResult {
        return ReverseFinished{c.key, m_gateway.reverse(c, stop)};
    };
    const auto refund = [&](const RefundCall& c) -> GatewayResult {
        return RefundFinished{c.refundKey, m_gateway.refund(c, stop)};
    };
    const auto cancelWait = [&](const CancelWaitCall& c) -> GatewayResult {
        return CancelWaitFinished{c.key, m_gateway.cancelWait(c, stop)};
    };
    const auto list = [&](const ListCall& c) -> GatewayResult {
        return ListFinished{m_gateway.list(c, stop)};
    };
    deliver(std::visit(Overloaded{charge, lookup, reverse, refund, cancelWait, list}, call), stop);
}

void GatewayWorkers::deliver(GatewayResult result, const std::stop_token& stop)
{
    // A call that was cut says nothing about the money: its attempt stays open for the next start.
    if (!stop.stop_requested())
        m_sink(std::move(result));
}

} // namespace coffee::daemon
