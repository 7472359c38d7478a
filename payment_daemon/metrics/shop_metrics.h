// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/metrics/histogram.h"
#include "payment_daemon/shop/inputs.h"
#include "payment_daemon/shop/memory.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace coffee::daemon {

/// One step of the shop, as it is counted.
struct StepReport {
    std::span<const Input> inputs;
    std::span<const Event> events;
    std::chrono::microseconds took{0}; ///< deciding, recording, committing
    SteadyTime now{};
    std::size_t waiting{0}; ///< inputs of the next step that are there already
};

/// What the shop did since this process began, and how it stands. A fold over steps: no clock, no
/// socket, no lock. Never a name, a code or a card: only the names of machines.
class ShopMetrics {
public:
    explicit ShopMetrics(std::string version) : m_version{std::move(version)} {}

    void count(const StepReport& step);
    /// How it stands now; after every heartbeat is often enough.
    void look(const ShopMemory& memory, SteadyTime now, std::size_t inputsWaiting,
              std::int64_t databaseBytes);

    /// Prometheus' text form.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] Sequence head() const { return m_head; }
    [[nodiscard]] const std::string& version() const { return m_version; }

private:
    struct Screen {
        std::string role;
        std::string name;
        bool up{false};
        std::int64_t lag{0};
        double silentSeconds{0};
    };
    static constexpr std::array<std::chrono::microseconds, 9> kStepBounds{
        std::chrono::microseconds{250},      std::chrono::microseconds{500},
        std::chrono::microseconds{1'000},    std::chrono::microseconds{2'500},
        std::chrono::microseconds{5'000},    std::chrono::microseconds{10'000},
        std::chrono::microseconds{50'000},   std::chrono::microseconds{250'000},
        std::chrono::microseconds{1'000'000}};
    static constexpr std::array<std::chrono::microseconds, 8> kChargeBounds{
        std::chrono::milliseconds{100},    std::chrono::milliseconds{250},
        std::chrono::milliseconds{500},    std::chrono::milliseconds{1'000},
        std::chrono::milliseconds{3'000},  std::chrono::milliseconds{6'000},
        std::chrono::milliseconds{15'000}, std::chrono::milliseconds{60'000}};
    static constexpr std::array<std::chrono::microseconds, 8> kServeBounds{
        std::chrono::minutes{1},  std::chrono::minutes{2}, std::chrono::minutes{3},
        std::chrono::minutes{5},  std::chrono::minutes{8}, std::chrono::minutes{12},
        std::chrono::minutes{20}, std::chrono::minutes{40}};

    struct CountEvent;

    std::string m_version;
    // Counted.
    std::int64_t m_ordersPaid{0};
    std::int64_t m_wonPaid{0};
    std::int64_t m_wonPaidBack{0};
    std::map<std::string, std::int64_t> m_attempts; ///< by outcome
    std::map<std::string, std::int64_t> m_finished; ///< orders by their last state
    std::map<std::string, std::int64_t> m_refunds;  ///< by what became of them
    std::map<std::string, std::int64_t> m_breakerMoves;
    std::int64_t m_commands{0};
    std::map<OrderId, ShopTime> m_paidAt; ///< of orders that are not ready yet
    Histogram<9> m_steps{kStepBounds};
    Histogram<8> m_charges{kChargeBounds};
    Histogram<8> m_served{kServeBounds};
    // How it stands.
    Sequence m_head{0};
    std::map<std::string, std::int64_t> m_orders;       ///< open ones by state
    std::map<std::string, std::int64_t> m_openAttempts; ///< by state
    std::int64_t m_openRefunds{0};
    std::int64_t m_chargesRunning{0};
    std::int64_t m_inputsWaiting{0};
    std::int64_t m_databaseBytes{0};
    BreakerState m_breaker{BreakerState::Closed};
    std::map<AlarmKind, bool> m_alarms;
    double m_newestBackup{0};
    std::vector<Screen> m_screens;
};

} // namespace coffee::daemon
