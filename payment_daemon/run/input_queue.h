// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/inputs.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <vector>

namespace coffee::daemon {

/// Commands that wait at most; the next one is answered `busy` by the net thread.
inline constexpr std::size_t kCommandsWaitingMax = 4'096;
/// Inputs of one transaction at most.
inline constexpr std::size_t kBatchMax = 256;

/// The one way into the shop thread. Any thread puts, the shop thread takes.
class InputQueue {
public:
    enum class Admission { Taken, Full };

    /// Commands are bounded here; results of calls are bounded by the number of calls and always
    /// get in.
    Admission put(Input input)
    {
        const bool isCommand = std::holds_alternative<CommandInput>(input);
        {
            const std::lock_guard lock{m_mutex};
            if (isCommand && m_commands >= kCommandsWaitingMax)
                return Admission::Full;
            m_commands += isCommand ? 1 : 0;
            m_inputs.push_back(std::move(input));
        }
        m_wake.notify_one();
        return Admission::Taken;
    }

    /// Waits until there is something, `deadline` has come or `wake` was called; takes at most
    /// `kBatchMax`.
    [[nodiscard]] std::vector<Input> take(std::chrono::steady_clock::time_point deadline)
    {
        std::unique_lock lock{m_mutex};
        m_wake.wait_until(lock, deadline, [this] { return !m_inputs.empty() || m_woken; });
        m_woken = false;
        std::vector<Input> batch;
        while (!m_inputs.empty() && batch.size() < kBatchMax) {
            if (std::holds_alternative<CommandInput>(m_inputs.front()))
                --m_commands;
            batch.push_back(std::move(m_inputs.front()));
            m_inputs.pop_front();
        }
        return batch;
    }

    /// How many inputs are not taken yet.
    [[nodiscard]] std::size_t waiting()
    {
        const std::lock_guard lock{m_mutex};
        return m_inputs.size();
    }

    void wake()
    {
        {
            const std::lock_guard lock{m_mutex};
            m_woken = true;
        }
        m_wake.notify_one();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Input> m_inputs;
    std::size_t m_commands{0};
    bool m_woken{false};
};

} // namespace coffee::daemon
