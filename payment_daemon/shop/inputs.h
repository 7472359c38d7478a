// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/gateway/gateway_workers.h"
#include "shared/protocol/messages.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <variant>

/// Everything that can reach the shop's decisions. Values only; they come through one queue.
namespace coffee::daemon {

/// The clock of deadlines: steady, never the wall's.
using SteadyTime = std::chrono::sys_time<std::chrono::milliseconds>;

/// When a step is taken, on both clocks.
struct Moment {
    SteadyTime steady{}; ///< for deadlines
    ShopTime shop{};     ///< for facts
};

/// Where an answer goes: the asker's route as the server knows it, and the question's id.
struct ReplyTo {
    std::string route;
    std::string id;
    [[nodiscard]] bool empty() const { return route.empty(); }
};

/// A question that was decoded and that its role may ask.
struct CommandInput {
    ReplyTo to;
    protocol::Request request;
};

/// The hashing worker's answer about a PIN.
struct PinInput {
    std::uint64_t ticket{0};
    bool fits{false};
    std::string newHash; ///< when a new PIN was asked for
};

/// Once, before anything else: what was under way when the last process ended goes on.
struct StartInput {};

/// A deadline may have passed.
struct TimerInput {};

/// The wall clock has been found elsewhere than expected.
struct ClockInput {
    std::chrono::milliseconds step{0};
};

/// The room on the ledger's disk has become little, or enough again.
struct DiskInput {
    bool low{false};
    std::int64_t freeBytes{0};
};

/// A business day may be over whose Z is not written.
struct DayInput {};

/// A backup is there for good, or it failed.
struct BackupInput {
    std::uint64_t ticket{0};
    std::string failure; ///< one sentence; empty when it is good
    std::string file;
    Sequence head{0}; ///< the last event in it
    ShopTime at{};
    std::int64_t bytes{0};
};

using Input = std::variant<StartInput, TimerInput, CommandInput, GatewayResult, PinInput,
                           ClockInput, DiskInput, DayInput, BackupInput>;

} // namespace coffee::daemon
