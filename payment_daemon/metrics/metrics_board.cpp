// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/metrics/metrics_board.h"

#include "shared/protocol/limits.h"

namespace coffee::daemon {
namespace {

/// The shop beats every second; after so long without a step it hangs.
constexpr std::chrono::milliseconds kHangsAfter{5'000};

} // namespace

MetricsBoard::MetricsBoard(std::uint16_t port, std::string version,
                           std::function<std::int64_t()> databaseBytes)
    : m_databaseBytes{std::move(databaseBytes)},
      m_metrics{std::move(version)},
      m_heard{std::chrono::steady_clock::now()},
      m_server{port, [this](std::string_view path) { return page(path); }}
{
}

void MetricsBoard::report(const StepReport& step, const ShopMemory& memory)
{
    const bool looks = m_looked == SteadyTime{} || step.now - m_looked >= protocol::kHeartbeatEvery;
    const std::int64_t bytes = looks ? m_databaseBytes() : 0;
    const std::lock_guard lock{m_mutex};
    m_heard = std::chrono::steady_clock::now();
    m_metrics.count(step);
    if (!looks)
        return;
    m_looked = step.now;
    m_metrics.look(memory, step.now, step.waiting, bytes);
}

StatusPage MetricsBoard::page(std::string_view path)
{
    if (path == "/health")
        return health();
    if (path != "/metrics")
        return {404, "text/plain; charset=utf-8", "there are /metrics and /health\n"};
    const std::lock_guard lock{m_mutex};
    return {200, "text/plain; version=0.0.4; charset=utf-8", m_metrics.text()};
}

StatusPage MetricsBoard::health()
{
    const std::lock_guard lock{m_mutex};
    const auto silent = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - m_heard);
    const bool hangs = silent >= kHangsAfter;
    return {hangs ? 503 : 200, "application/json",
            std::string{R"({"status":")"} + (hangs ? "hangs" : "ok") + R"(","version":")" +
                m_metrics.version() + R"(","head":)" + std::to_string(m_metrics.head()) +
                R"(,"silent_ms":)" + std::to_string(silent.count()) + "}\n"};
}

} // namespace coffee::daemon
