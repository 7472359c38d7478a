// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/child.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coffee::bench {

/// The steady clock, which all processes of a machine share, in nanoseconds.
[[nodiscard]] std::int64_t steadyNs();

/// Many subscribers of one stream in one thread.
class Subscribers {
public:
    Subscribers(const std::string& endpoint, int subscribers);
    ~Subscribers();
    Subscribers(const Subscribers&) = delete;
    Subscribers& operator=(const Subscribers&) = delete;

    /// When a message was sent, in the clock of `steadyNs`; nothing when it is not to be measured.
    using SentAt = std::function<std::optional<std::int64_t>(std::string_view bytes)>;
    /// Takes until the last subscriber has had `messages` measured ones; the time of each from
    /// being sent until its last subscriber had it, in microseconds.
    [[nodiscard]] std::vector<double> lastArrivals(int messages, const SentAt& sentAt);
    /// Until every subscriber has had a message.
    void waitJoined();
    /// Takes what comes, for ever.
    [[noreturn]] void drain();

private:
    struct Sockets;
    std::unique_ptr<Sockets> m_sockets;
};

} // namespace coffee::bench
