// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

/// What an event feed hands on: plain values, the same for the thread that makes them and the
/// window that shows them.
namespace coffee::transport {

using SteadyTime = std::chrono::steady_clock::time_point;

/// How far somebody's read model stands. An empty epoch means that there is none yet.
struct FeedPosition {
    std::string epoch;
    Sequence seq{0};
    friend bool operator==(const FeedPosition&, const FeedPosition&) = default;
};

enum class FeedState {
    Connecting, ///< nothing has been heard of the daemon since the start
    Live,       ///< everything the daemon published is applied, and it was heard just now
    CatchingUp, ///< the daemon is there, and events or a snapshot are being fetched
    Stale       ///< silent for three heartbeats: what is shown is as old as the last word
};

/// Since the feed was started.
struct FeedCounters {
    std::int64_t gapFills{0};      ///< gaps that were closed with `events.get`
    std::int64_t eventsFetched{0}; ///< events that came by `events.get`
    std::int64_t snapshots{0};
    std::int64_t duplicates{0}; ///< events that had been applied before
    std::int64_t garbled{0};    ///< frames that were not understood
    friend bool operator==(const FeedCounters&, const FeedCounters&) = default;
};

struct FeedStatus {
    FeedState state{FeedState::Connecting};
    FeedPosition position;
    Sequence head{0}; ///< the last event that the daemon is known to have published
    FeedCounters counters;
    friend bool operator==(const FeedStatus&, const FeedStatus&) = default;
};

/// Start again from here: the whole view at its sequence number.
struct FeedReset {
    std::string epoch;
    ShopView view;
};

/// The next events, gapless. `live` is false while catching up: nothing should ring then.
struct FeedEvents {
    std::vector<Event> events;
    bool live{false};
};

/// The daemon's clock and expected wait, as it said them at `heardAt`.
struct FeedBeat {
    SteadyTime heardAt{};
    ShopTime now{};
    WaitRange wait;
};

} // namespace coffee::transport
