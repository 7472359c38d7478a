// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/station_window.h"
#include "shared/client/station_store.h"
#include "shared/client/zmq_feed_source.h"
#include "shared/client/zmq_order_client.h"
#include "tests/support/running_shop.h"

#include <chrono>
#include <string>

namespace coffee::drill {

/// One bar, as `barista_station` builds it, with a clock that runs as many times faster as the
/// drill does: eight seconds for an undo stay eight seconds of the rush. Made again with the same
/// name it is the same station after a restart. GUI thread.
class RushBar {
public:
    RushBar(const test::ShopPlace& shop, const std::string& name, int speed);

    [[nodiscard]] client::ShopFeed& feed() { return m_feed; }
    [[nodiscard]] station::StatusReporter& reporter() { return m_reporter; }
    [[nodiscard]] station::TicketQueue& queue() { return m_queue; }
    [[nodiscard]] station::StationWindow& window() { return m_window; }

    /// Nothing is left to do or to tell.
    [[nodiscard]] bool isIdle() const;

private:
    QString m_folder;
    client::StationJournal m_disk;
    client::StationStore m_store;
    client::ZmqOrderClient m_client;
    client::ZmqFeedSource m_source;
    client::ShopFeed m_feed;
    client::ViewKeeper m_keeper;
    station::StatusReporter m_reporter;
    station::ShopFacts m_facts;
    station::TicketQueue m_queue;
    station::StationWindow m_window;
};

/// The look of the station on its 24-inch screen, once per process.
void dressBar();

/// The public read model of a kiosk or a board: what every screen before the counter knows.
class RushScreen {
public:
    RushScreen(const test::ShopPlace& shop, Actor who);
    [[nodiscard]] client::ShopFeed& feed() { return m_feed; }

private:
    client::ZmqFeedSource m_source;
    client::ShopFeed m_feed;
};

} // namespace coffee::drill
