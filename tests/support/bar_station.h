// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/station_window.h"
#include "shared/client/station_store.h"
#include "shared/client/zmq_feed_source.h"
#include "shared/client/zmq_order_client.h"
#include "tests/support/running_shop.h"

#include <chrono>
#include <functional>
#include <string>

namespace coffee::test {

/// Where a screen of that name keeps what it must not lose; it is made.
[[nodiscard]] QString screenFolder(const ShopPlace& shop, const std::string& name);

/// One bar, put together as `barista_station` does it, on a shop of real processes. Made again with
/// the same name it is the same station after a restart. Its window is not shown yet. GUI thread.
class BarStation {
public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    BarStation(const ShopPlace& shop, const std::string& name,
               Clock clock = std::chrono::steady_clock::now);

private:
    QString m_folder;
    client::StationJournal m_disk;
    client::StationStore m_store;
    client::ZmqOrderClient m_client;
    client::ZmqFeedSource m_source;

public:
    client::ShopFeed feed;

private:
    client::ViewKeeper m_keeper;

public:
    station::StatusReporter reporter;

private:
    station::ShopFacts m_facts;

public:
    station::TicketQueue queue;
    station::StationWindow window;
};

} // namespace coffee::test
