// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/shop_feed.h"

#include <utility>
#include <vector>

namespace coffee::test {

/// A feed that says what a test tells it to say. Times are the test's own: pass `now` to the feed.
class FakeFeedSource final : public client::ShopFeedSource {
    Q_OBJECT

public:
    transport::SteadyTime clock{std::chrono::hours{1}};
    transport::FeedPosition startedFrom;
    bool started{false};
    transport::FeedPosition confirmed;
    transport::FeedStatus current;

    [[nodiscard]] client::SteadyNow now()
    {
        return [this] { return clock; };
    }

    void start(const transport::FeedPosition& from) override
    {
        started = true;
        startedFrom = from;
    }
    void confirm(const transport::FeedPosition& applied) override { confirmed = applied; }

    /// A snapshot, then live: what a screen sees that starts beside a running daemon.
    void goLive(ShopView view, ShopTime shopNow, const std::string& epoch = "epoch-1")
    {
        current.position = {epoch, view.seq};
        current.head = view.seq;
        current.state = transport::FeedState::Live;
        ++current.counters.snapshots;
        Q_EMIT beat({clock, shopNow, {}});
        Q_EMIT reset({epoch, std::move(view)});
        Q_EMIT status(current);
    }
    void publish(std::vector<Event> list, bool live = true)
    {
        if (!list.empty())
            current.position.seq = current.head = list.back().seq;
        Q_EMIT events({std::move(list), live});
    }
    void heartbeat(ShopTime shopNow, WaitRange wait = {}) { Q_EMIT beat({clock, shopNow, wait}); }
    void enter(transport::FeedState state)
    {
        current.state = state;
        Q_EMIT status(current);
    }
};

} // namespace coffee::test
