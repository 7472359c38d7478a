// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/transport/zmq_context.h"
#include "shared/transport/zmq_thread.h"

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

namespace coffee::transport {

/// What a bad network does to the frames of a stream.
struct RelayFaults {
    int losePercent{0};
    int doublePercent{0};
    /// A frame may be overtaken by up to so many later ones. 0 keeps the order.
    int reorderWithin{0};
    std::chrono::milliseconds delay{0};
    bool cut{false}; ///< nothing gets through
    friend bool operator==(const RelayFaults&, const RelayFaults&) = default;
};

struct RelayCounts {
    std::int64_t taken{0};
    std::int64_t lost{0};
    std::int64_t doubled{0};
    std::int64_t overtaken{0};
    std::int64_t given{0};
};

/// Frames that wait in a relay; beyond it the oldest leave at once.
inline constexpr std::size_t kRelayFramesMax = 20'000;

/// Stands between a daemon's PUB and its subscribers and spoils the stream on purpose, for tests
/// and drills. The same seed and the same frames give the same losses. Its switches may be turned
/// from any thread while it runs.
class FaultyRelay final {
public:
    /// Subscribes to `upstream` and publishes at `downstream`; throws when that cannot be bound.
    FaultyRelay(std::string upstream, std::string downstream, std::uint32_t seed);
    ~FaultyRelay();

    void setFaults(const RelayFaults& faults);
    [[nodiscard]] RelayFaults faults() const;
    [[nodiscard]] RelayCounts counts() const;

private:
    class Loop;
    ZmqContext m_context;
    std::unique_ptr<Loop> m_loop;
    mutable std::mutex m_mutex;
    RelayFaults m_faults; ///< guarded by m_mutex
    RelayCounts m_counts; ///< guarded by m_mutex
    ZmqThread m_thread;   ///< last: it uses the others
};

} // namespace coffee::transport
