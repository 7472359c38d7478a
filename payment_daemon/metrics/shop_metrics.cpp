// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/metrics/shop_metrics.h"

#include "payment_daemon/metrics/metric_text.h"
#include "shared/domain/words.h"

#include <algorithm>

namespace coffee::daemon {
namespace {

constexpr double kMsOfSecond = 1'000;
/// Orders whose serving is timed at once; a shop with more of them open counts no further one.
constexpr std::size_t kTimedMax = 50'000;

template <class E>
std::map<std::string, std::int64_t> zeroes(std::initializer_list<E> states)
{
    std::map<std::string, std::int64_t> counts;
    for (const E state : states)
        counts.emplace(word(state), 0);
    return counts;
}

void writeFamily(MetricText& out, std::string_view name, std::string_view type,
                 std::string_view help, std::string_view label,
                 const std::map<std::string, std::int64_t>& counts)
{
    if (counts.empty())
        return;
    out.family(name, type, help);
    for (const auto& [value, count] : counts)
        out.sample(count, {{label, value}});
}

} // namespace

/// Counts what an event tells.
struct ShopMetrics::CountEvent {
    ShopMetrics& metrics;
    const Event& event;

    void operator()(const OrderPaid& paid) const
    {
        ++metrics.m_ordersPaid;
        ++metrics.m_attempts["paid"];
        metrics.m_wonPaid += paid.basket.total.won();
        if (metrics.m_paidAt.size() < kTimedMax)
            metrics.m_paidAt.emplace(paid.order, event.at);
    }
    void operator()(const OrderMoved& moved) const
    {
        if (moved.to == OrderState::Ready)
            served(moved.order);
        if (moved.to == OrderState::Collected)
            ++metrics.m_finished[std::string{word(moved.to)}];
    }
    void operator()(const OrderCancelled& cancelled) const
    {
        metrics.m_paidAt.erase(cancelled.order);
        ++metrics.m_finished["cancelled"];
    }
    void operator()(const AttemptMoved& moved) const
    {
        // What is only on its way to an outcome is a gauge.
        if (!isUnderWay(moved.to))
            ++metrics.m_attempts[std::string{word(moved.to)}];
    }
    void operator()(const RefundMoved& moved) const
    {
        ++metrics.m_refunds[std::string{word(moved.to)}];
        if (moved.to == RefundState::Done)
            metrics.m_wonPaidBack += moved.amount.won();
    }
    void operator()(const BreakerMoved& moved) const
    {
        ++metrics.m_breakerMoves[std::string{word(moved.to)}];
    }
    template <class Other>
    void operator()(const Other&) const
    {
    }

private:
    /// The first time only: a recall is no second serving.
    void served(OrderId order) const
    {
        const auto paid = metrics.m_paidAt.find(order);
        if (paid == metrics.m_paidAt.end())
            return;
        metrics.m_served.add(event.occurredAt - paid->second);
        metrics.m_paidAt.erase(paid);
    }
};

void ShopMetrics::count(const StepReport& step)
{
    m_steps.add(step.took);
    for (const Input& input : step.inputs) {
        m_commands += std::holds_alternative<CommandInput>(input) ? 1 : 0;
        const auto* result = std::get_if<GatewayResult>(&input);
        if (const auto* charge = result ? std::get_if<ChargeFinished>(result) : nullptr)
            m_charges.add(charge->providerTime);
    }
    for (const Event& event : step.events)
        std::visit(CountEvent{*this, event}, event.body);
}

void ShopMetrics::look(const ShopMemory& memory, SteadyTime now, std::size_t inputsWaiting,
                       std::int64_t databaseBytes)
{
    m_head = memory.head;
    m_orders = zeroes({OrderState::Queued, OrderState::Making, OrderState::Ready});
    for (const OrderView* order : memory.view.orders.open())
        ++m_orders[std::string{word(order->state)}];
    m_openAttempts = zeroes({AttemptState::Charging, AttemptState::Unknown, AttemptState::Reversing,
                             AttemptState::NeedsReview});
    for (const auto& [key, attempt] : memory.attempts)
        ++m_openAttempts[std::string{word(attempt.row.state)}];
    m_openRefunds = static_cast<std::int64_t>(memory.refunds.size());
    m_chargesRunning = memory.chargesRunning();
    m_inputsWaiting = static_cast<std::int64_t>(inputsWaiting);
    m_databaseBytes = databaseBytes;
    m_breaker = memory.view.payments.breaker;
    for (const auto& [kind, name] : Words<AlarmKind>::table)
        m_alarms[kind] = memory.view.health.alarms.contains(kind);
    m_newestBackup = static_cast<double>(toMs(memory.newestBackup)) / kMsOfSecond;
    m_screens.clear();
    for (const auto& [key, screen] : memory.screens)
        m_screens.push_back({std::string{word(key.first)}, key.second,
                             screen.state != PresenceState::Away,
                             std::max<std::int64_t>(0, memory.head - screen.seq),
                             static_cast<double>((now - screen.heard).count()) / kMsOfSecond});
}

std::string ShopMetrics::text() const
{
    MetricText out;
    out.family("coffee_info", "gauge", "The program; always 1.");
    out.sample(std::int64_t{1}, {{"version", m_version}});
    out.counter("coffee_orders_paid_total", "Orders since the start: each is paid.", m_ordersPaid);
    writeFamily(out, "coffee_orders_finished_total", "counter", "Orders that ended.", "state",
                m_finished);
    writeFamily(out, "coffee_orders_open", "gauge", "Orders that are not finished.", "state",
                m_orders);
    writeFamily(out, "coffee_attempts_total", "counter", "Payment attempts by outcome.", "outcome",
                m_attempts);
    writeFamily(out, "coffee_attempts_open", "gauge",
                "Payment attempts whose money is not settled; needs_review waits for a person.",
                "state", m_openAttempts);
    writeFamily(out, "coffee_refunds_total", "counter", "Refunds by what became of them.", "state",
                m_refunds);
    out.gauge("coffee_refunds_open", "Refunds that are due or wait for a person.", m_openRefunds);
    out.counter("coffee_paid_won_total", "What customers paid, in won.", m_wonPaid);
    out.counter("coffee_refunded_won_total", "What went back to them, in won.", m_wonPaidBack);
    out.gauge("coffee_charges_running", "Charges that are at the provider, or wait for it.",
              m_chargesRunning);
    out.counter("coffee_commands_total", "Questions that were asked.", m_commands);
    out.gauge("coffee_inputs_waiting", "What waits for the shop's next step.", m_inputsWaiting);
    out.family("coffee_breaker", "gauge", "Is 1 for the state that the payment breaker is in.");
    for (const auto& [state, name] : Words<BreakerState>::table)
        out.sample(std::int64_t{m_breaker == state ? 1 : 0}, {{"state", name}});
    writeFamily(out, "coffee_breaker_moves_total", "counter", "Moves of the payment breaker.", "to",
                m_breakerMoves);
    out.histogram("coffee_step_seconds", "One step: decided, recorded and synced.", m_steps);
    out.histogram("coffee_charge_seconds",
                  "A charge at the provider, without the waits for the customer.", m_charges);
    out.histogram("coffee_serve_seconds", "From an order's payment until it was ready.", m_served);
    if (!m_screens.empty()) {
        out.family("coffee_screen_up", "gauge", "Is 1 while the screen is heard.");
        for (const Screen& screen : m_screens)
            out.sample(std::int64_t{screen.up ? 1 : 0},
                       {{"role", screen.role}, {"name", screen.name}});
        out.family("coffee_feed_lag_events", "gauge",
                   "Events that the screen had not applied when it was heard last.");
        for (const Screen& screen : m_screens)
            out.sample(screen.lag, {{"role", screen.role}, {"name", screen.name}});
        out.family("coffee_screen_silent_seconds", "gauge", "Since it was heard last.");
        for (const Screen& screen : m_screens)
            out.sample(screen.silentSeconds, {{"role", screen.role}, {"name", screen.name}});
    }
    out.family("coffee_alarm", "gauge", "Is 1 while the alarm is on.");
    for (const auto& [kind, on] : m_alarms)
        out.sample(std::int64_t{on ? 1 : 0}, {{"kind", word(kind)}});
    out.gauge("coffee_log_events", "The last event of the log.", m_head);
    out.gauge("coffee_database_bytes", "The ledger's size.", m_databaseBytes);
    out.gauge("coffee_backup_newest_timestamp_seconds",
              "When the newest good backup was taken; 0 without any.", m_newestBackup);
    return out.take();
}

} // namespace coffee::daemon
