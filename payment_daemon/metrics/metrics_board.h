// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/metrics/shop_metrics.h"
#include "payment_daemon/metrics/status_server.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>

namespace coffee::daemon {

/// Shows what the shop thread counts to whoever asks on the loopback port: `/metrics` for a
/// scraper, `/health` for a watchdog.
class MetricsBoard {
public:
    /// `databaseBytes` is called on the shop thread. Throws StatusListenFailed.
    MetricsBoard(std::uint16_t port, std::string version,
                 std::function<std::int64_t()> databaseBytes);

    [[nodiscard]] std::uint16_t port() const { return m_server.port(); }

    /// After a step, from the shop thread; never waits for a socket.
    void report(const StepReport& step, const ShopMemory& memory);

private:
    [[nodiscard]] StatusPage page(std::string_view path);
    [[nodiscard]] StatusPage health();

    std::function<std::int64_t()> m_databaseBytes;
    std::mutex m_mutex;
    ShopMetrics m_metrics;
    std::chrono::steady_clock::time_point m_heard;
    SteadyTime m_looked{};
    StatusServer m_server; ///< last: its thread uses the rest
};

} // namespace coffee::daemon
